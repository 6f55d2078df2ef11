import { join } from 'node:path';
import { compileTypst } from './official-pdf.ts';
import { headingGroups, type Register, registerLetters, registerPage, registerWidths } from './register.ts';
import { oneLine } from './text.ts';

/** Draws a register as PDF; on the render thread, see render.ts. */
export function drawRegisterPdf(register: Register): Uint8Array {
  return compileTypst(join(import.meta.dirname, 'register.typ'), {
    ...register,
    superior: oneLine(register.superior),
    owner: oneLine(register.owner),
    page: registerPage,
    foot: oneLine([register.title, ...register.facts.map(({ value }) => value)].join(' · ')),
    facts: register.facts.map(({ label, value }) => ({ label, value: oneLine(value) })),
    parts: register.parts.map((part) => {
      const widths = registerWidths(part);
      return {
        ...part,
        groups: headingGroups(part.columns),
        columns: part.columns.map(({ title, align }, at) => ({
          title: oneLine(title),
          width: widths[at],
          align: align ?? 'center',
        })),
        rows: part.rows.map((row) => row.map(oneLine)),
        remarks: part.remarks.map(oneLine),
        size: registerLetters(part),
        // What does not fit one turned page takes rows along to the next, so that no signature stands alone.
        inset: part.turned ? (part.rows.length > 28 ? 3.8 : 2.2) : part.rows.length > 34 ? 2.4 : 3.4,
      };
    }),
  });
}
