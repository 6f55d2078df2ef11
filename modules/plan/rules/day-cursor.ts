/**
 * Reads the cursor 'YYYY-MM-DD|uuid' of a list sorted by a day. Null when it is not one: cursors come back from
 * outside and must not reach a cast of the database unread.
 */
export function readDayCursor(cursor: string): { readonly on: string; readonly id: string } | null {
  const parts =
    /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      cursor,
    );
  return parts ? { on: parts[1]!, id: parts[2]! } : null;
}

export function writeDayCursor(row: { readonly on: string; readonly id: string }): string {
  return `${row.on}|${row.id}`;
}
