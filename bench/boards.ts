import { type Actor, settingsFor } from '#modules/identity-access';
import { listBoardCells } from '../modules/plan/data/board.ts';
import { openReader } from './bare.ts';
import type { BenchDatabase } from './database.ts';
import { today } from './people.ts';

/** A board to draw: whose, and of which document. */
export interface BoardOf {
  readonly head: Actor;
  readonly documentId: string;
}

/** One connection that draws boards: through row-level security, or over bare copies of the same tables as superuser. */
export interface BoardReader {
  /** Milliseconds of the board's statement in its transaction, communes x sections. */
  draw(board: BoardOf): Promise<number>;
  close(): Promise<void>;
}

/** Tables that a board reads. */
export const boardTables = [
  'plan.assignment',
  'plan.duty',
  'organisation.unit',
  'organisation.unit_reach',
] as const;

/** Opens a reader of boards; `bare`: over the copies. */
export async function openBoardReader(bench: BenchDatabase, bare: boolean): Promise<BoardReader> {
  const reader = await openReader(bench, bare ? boardTables : undefined);
  return {
    draw: ({ head, documentId }) =>
      reader.time(settingsFor(head, 'bench'), (tx) =>
        listBoardCells(
          tx,
          { id: documentId, departmentId: head.departmentId },
          'communes',
          'section',
          { show: 'all' },
          today,
        ),
      ),
    close: () => reader.close(),
  };
}
