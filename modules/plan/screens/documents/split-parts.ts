/** A part of a split duty: its text, and a title cut from it. */
export interface Part {
  readonly title: string;
  readonly body: string;
}

/** Longest title that still reads at a glance; the text keeps every word. */
const titleLength = 90;

/** One part a line; empty lines are nothing. */
export function readParts(text: string): Part[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((body) => ({ title: titleOf(body), body }));
}

/** The text of a duty laid out for splitting: a line for each clause between semicolons. */
export function layOut(body: string): string {
  return body
    .split(/\n|;/)
    .map((clause) => clause.trim())
    .filter(Boolean)
    .join('\n');
}

/** The beginning of a text up to a whole word, with an ellipsis when something follows. */
export function titleOf(body: string): string {
  if (body.length <= titleLength) return body;
  const cut = body.slice(0, titleLength);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : titleLength).replace(/[,;:.\s]+$/, '')}…`;
}
