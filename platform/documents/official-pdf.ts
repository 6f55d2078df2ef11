import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CompileDocArgs, NodeCompiler, type RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler';
import type { OfficialDocument } from './official.ts';
import { type LaidBlock, layOut, motto, page } from './official-layout.ts';

const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

let compiler: NodeCompiler | null = null;

/**
 * Draws an official document as PDF with its fonts inside. Synchronous and heavy (about 0.3 ms a table row): it runs on
 * the render thread, see render.ts.
 * @throws Error when the template or the fonts are broken, never because of a text
 */
export function drawOfficialPdf(document: OfficialDocument): Uint8Array {
  const laid = layOut(document);
  const sections = laid.sections.map(({ turned, blocks }) => ({ turned, blocks: blocks.map(withBreaks) }));
  const data = { ...laid, sections, page, motto };
  return compileTypst(join(import.meta.dirname, 'official.typ'), data);
}

/** Draws a template of this folder with its data as PDF. Throws Error when the template or the fonts are broken. */
export function compileTypst(template: string, data: unknown): Uint8Array {
  return compile({ mainFilePath: template }, data, {});
}

/** Draws a template given as text, as PDF/A-2b (ISO 19005-2): for what is kept for good. Throws as compileTypst. */
export function compileSource(source: string, data: unknown): Uint8Array {
  return compile({ mainFileContent: source }, data, { pdfStandard: 'a-2b', pdfTags: false });
}

function compile(template: CompileDocArgs, data: unknown, options: RenderPdfOpts): Uint8Array {
  compiler ??= startCompiler();
  const compiled = compiler.compile({ ...template, inputs: { document: JSON.stringify(data) } });
  if (!compiled.result) {
    const failure = compiled.takeError();
    const causes = failure ? compiler.fetchDiagnostics(failure).map((cause) => cause.message) : [];
    throw new Error(`Typst refused the template: ${causes.join('; ')}`);
  }
  const bytes = compiler.pdf(compiled.result, options);
  // Results of earlier documents would pile up in the compiler's cache.
  compiler.evictCache(2);
  return new Uint8Array(bytes);
}

function startCompiler(): NodeCompiler {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  return NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(join(fonts, face, `Tinos_${face}.ttf`))) }],
  });
}

/** Typst lets a word wider than its place run over its neighbour; long words may break where they must. */
function withBreaks(block: LaidBlock): LaidBlock {
  if (block.type === 'heading') return block;
  if (block.type !== 'table') {
    return { ...block, runs: block.runs.map((run) => ({ ...run, text: breakWords(run.text, 50) })) };
  }
  const letter = block.dense ? 2.1 : 2.5;
  const room = block.columns.map((column) => Math.max(3, Math.floor((column.width - 3) / letter)));
  return {
    ...block,
    columns: block.columns.map((column, index) => ({
      ...column,
      title: breakWords(column.title, room[index]!),
    })),
    rows: block.rows.map((row) =>
      row.map((cell, index) => ({ ...cell, text: breakWords(cell.text, room[index]!) })),
    ),
  };
}

function breakWords(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text.replace(/\S+/g, (word) =>
    word.length <= longest
      ? word
      : [...word].map((sign, at) => (at && at % longest === 0 ? `\u200b${sign}` : sign)).join(''),
  );
}
