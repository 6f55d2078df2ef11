import type { operations } from '#api';

export type Preview = operations['people.previewImport']['responses'][200]['content']['application/json'];
export type PreviewRow = Preview['rows'][number];
export type Finding = PreviewRow['findings'][number];

/** What a person changes at once: cells, and rows left out or taken back. */
export interface Change {
  readonly cells?: { line: number; column: number; text: string }[];
  readonly rows?: { line: number; skipped: boolean }[];
}

/** One change after another as one. */
export function both(first: Change | undefined, second: Change | undefined): Change | undefined {
  if (!first || !second) return first ?? second;
  return {
    cells: [...(first.cells ?? []), ...(second.cells ?? [])],
    rows: [...(first.rows ?? []), ...(second.rows ?? [])],
  };
}

/** The preview with cells as the person has typed them, though the server has not looked at them yet. */
export function laidOver(preview: Preview, change: Change | undefined): Preview {
  const typed = Map.groupBy(change?.cells ?? [], ({ line }) => line);
  if (typed.size === 0) return preview;
  const rows = preview.rows.map((row) => {
    const cells = [...row.cells];
    for (const { column, text } of typed.get(row.line) ?? []) cells[column] = text;
    return { ...row, cells };
  });
  return { ...preview, rows };
}

export interface PreviewProps {
  readonly data: Preview;
  readonly busy: boolean;
  readonly onEdit: (change: Change) => void;
}

export const pageSize = 50;
export const shows = ['all', 'faulty', 'warned', 'new', 'changed', 'skipped'] as const;

/** Takes the proposal of one finding. */
export function acceptProposal(line: number, finding: Finding): Change {
  return { cells: finding.edits.map((edit) => ({ line, ...edit })) };
}
