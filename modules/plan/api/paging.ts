import { rolesWith } from '#rules/identity-access';
import type { Acting } from '../actions/acting.ts';
import { planErrors } from '../errors.ts';
import { readDayCursor, writeDayCursor } from '../rules/day-cursor.ts';

/** Where a page begins: after this row; null: at the beginning. A cursor that is none is `plan.badCursor`. */
export function pageAfter(cursor: string | undefined): { on: string; id: string } | null {
  if (cursor === undefined) return null;
  const after = readDayCursor(cursor);
  if (!after) throw planErrors.badCursor();
  return after;
}

/** The cursor of the next page; null after a page that is not full. */
export function nextCursorOf<Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => { on: string; id: string },
): string | null {
  const last = rows.at(-1);
  return last && rows.length === limit ? writeDayCursor(place(last)) : null;
}

/** Of the operations that fit the thing, those the acting role may do at all. */
export function mayOf({ actor }: Acting, operations: readonly string[]): string[] {
  return operations.filter((operation) => rolesWith(operation).some((role) => role === actor.role));
}
