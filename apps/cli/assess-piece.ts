import type { Problem } from '#platform/errors';
import { assessPupil, printAssessed, readPupils, readYearFile } from '#rules/gradebook';

/** What became of some pupils of a file: their ids and their results as JSON with commas between, or the faults, or no JSON at all. */
export type PieceAnswer =
  | { readonly ids: readonly string[]; readonly printed: Uint8Array }
  | { readonly problems: readonly Problem[] }
  | { readonly broken: true };

/** Results of the pupils in `text`: a whole file, or the elements of its list from number `first` on. */
export function assessText(text: string, first?: number): PieceAnswer {
  let content: unknown;
  try {
    content = JSON.parse(first === undefined ? text : `[${text}]`);
  } catch {
    return { broken: true };
  }
  const pupils = first === undefined ? readYearFile(content) : readPupils(content as unknown[], first);
  if (!Array.isArray(pupils)) return pupils;
  const printed = pupils.map((pupil) =>
    JSON.stringify(
      printAssessed(
        pupil.id,
        assessPupil(pupil, (code) => code),
      ),
    ),
  );
  return { ids: pupils.map(({ id }) => id), printed: new TextEncoder().encode(printed.join(',')) };
}
