import type { operations } from '#api';

export type Preview = operations['people.previewImport']['responses'][200]['content']['application/json'];
export type PreviewRow = Preview['rows'][number];
export type Finding = PreviewRow['findings'][number];

/** What a person changes at once: cells, and rows left out or taken back. */
export interface Change {
  readonly cells?: { line: number; column: number; text: string }[];
  readonly rows?: { line: number; skipped: boolean }[];
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
