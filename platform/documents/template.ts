import { compileSource } from './official-pdf.ts';
import { squareCode } from './square-code.ts';

/** A form that a module lays out itself. */
export interface TemplateJob {
  /** Typst; reads its data by `json(bytes(sys.inputs.document))`. The one typeface is Tinos. */
  readonly source: string;
  /** Plain JSON; reaches the page as text, never as markup. */
  readonly data: Readonly<Record<string, unknown>>;
  /** An address for a square code, which the template finds as SVG in `square`. */
  readonly address: string;
}

/** Draws a form as PDF/A-2b with its fonts inside; on the render thread, see render.ts. */
export function drawTemplate({ source, data, address }: TemplateJob): Uint8Array {
  return compileSource(source, { ...data, square: squareCode(address) });
}
