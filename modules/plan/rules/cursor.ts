const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const dayPlace = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})\\|(${uuid})$`);
const instantPlace = new RegExp(`^(\\d{4}-\\d{2}-\\d{2}T[\\d:.]{8,15}(?:Z|[+-]\\d{2}:\\d{2}))\\|(${uuid})$`);

export interface Place {
  readonly on: string;
  readonly id: string;
}

function readPlace(cursor: string, shape: RegExp): Place | null {
  const [, on, id] = shape.exec(cursor) ?? [];
  if (!on || !id) return null;
  const at = new Date(on);
  const isReal = !Number.isNaN(at.getTime()) && (on.length > 10 || at.toISOString().startsWith(on));
  return isReal ? { on, id } : null;
}

/**
 * Reads the cursor 'YYYY-MM-DD|uuid' of a list sorted by a day. Null when it is not one: cursors come back from
 * outside and must not reach a cast of the database unread.
 */
export function readDayCursor(cursor: string): Place | null {
  return readPlace(cursor, dayPlace);
}

/** Reads the cursor of a list sorted by a moment ('2025-08-05T01:00:00.000Z|uuid'). Null when it is not one. */
export function readInstantCursor(cursor: string): Place | null {
  return readPlace(cursor, instantPlace);
}

/** The cursor that begins after a row. */
export function writeCursor(row: Place): string {
  return `${row.on}|${row.id}`;
}
