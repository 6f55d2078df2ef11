/** Where a list sorted by given name, then family name, goes on. */
export interface NamePlace {
  readonly givenName: string;
  readonly familyName: string;
  readonly id: string;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cursor that begins after a row; plain text, encoded by the address it travels in. */
export function writeNameCursor({ givenName, familyName, id }: NamePlace): string {
  return [givenName, familyName, id].join('|');
}

/** Reads a cursor; null when it is not one: cursors come back from outside. */
export function readNameCursor(cursor: string): NamePlace | null {
  const [givenName, familyName, id, ...more] = cursor.split('|');
  if (givenName === undefined || familyName === undefined || id === undefined || more.length > 0) return null;
  return uuid.test(id) && !cursor.includes('\0') ? { givenName, familyName, id } : null;
}
