import { rolesWith } from '#rules/identity-access';
import type { Acting } from '../actions/acting.ts';
import { planErrors } from '../errors.ts';
import { type Place, readDayCursor, readInstantCursor, writeCursor } from '../rules/cursor.ts';

/** Where a page begins: after this row; null: at the beginning. A cursor that is none is `plan.badCursor`. */
export function pageAfter(cursor: string | undefined): Place | null {
  return placeOf(cursor, readDayCursor);
}

/** The same in a list sorted by a moment. */
export function pageAfterInstant(cursor: string | undefined): Place | null {
  return placeOf(cursor, readInstantCursor);
}

function placeOf(cursor: string | undefined, read: (cursor: string) => Place | null): Place | null {
  if (cursor === undefined) return null;
  const after = read(cursor);
  if (!after) throw planErrors.badCursor();
  return after;
}

/** The cursor of the next page; null after a page that is not full. */
export function nextCursorOf<Row>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => Place,
): string | null {
  const last = rows.at(-1);
  return last && rows.length === limit ? writeCursor(place(last)) : null;
}

/** Of the operations that fit the thing, those the acting role may do at all. */
export function mayOf({ actor }: Acting, operations: readonly string[]): string[] {
  return operations.filter((operation) => rolesWith(operation).some((role) => role === actor.role));
}
