import { join } from 'node:path';
import { compileTypst } from './official-pdf.ts';
import type { SlipSheet } from './slips.ts';
import { squareCode } from './square-code.ts';
import { oneLine } from './text.ts';

/** Draws slips as PDF; on the render thread, see render.ts. */
export function drawSlips(sheet: SlipSheet): Uint8Array {
  const slips = sheet.slips.map(({ name, detail, code, address }) => ({
    name: oneLine(name),
    detail: oneLine(detail),
    code: oneLine(code),
    picture: squareCode(address),
  }));
  const data = { heading: oneLine(sheet.heading), instruction: oneLine(sheet.instruction), slips };
  return compileTypst(join(import.meta.dirname, 'slips.typ'), data);
}
