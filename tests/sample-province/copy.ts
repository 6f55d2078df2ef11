import pg from 'pg';

/** A value of a row as COPY reads it in its text format; a list as an array of texts. */
function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string')
    return /[\\\t\n\r]/.test(value)
      ? value.replace(/[\\\t\n\r]/g, (sign) => `\\${{ '\t': 't', '\n': 'n', '\r': 'r' }[sign] ?? sign}`)
      : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return field(`{${value.map((one) => JSON.stringify(String(one))).join(',')}}`);
  throw new TypeError(`COPY takes no ${typeof value}`);
}

/** The part of pg's connection that a COPY needs. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** One COPY statement with everything it sends. */
class CopyQuery extends pg.Query {
  readonly #text: Buffer;

  constructor(statement: string, text: Buffer, done: (error: Error | undefined) => void) {
    super(statement, done);
    this.#text = text;
  }

  /** Called by the client when the server is ready to receive. */
  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.#text);
    connection.endCopyFrom();
  }
}

/** Writes rows (all with the same keys, named as the columns) into `table` with COPY. Fails as the database does. */
export function copyRows(client: pg.ClientBase, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return Promise.resolve();
  const lines = rows.map((row) =>
    columns.map((column) => field((row as Record<string, unknown>)[column])).join('\t'),
  );
  return new Promise((resolve, reject) => {
    client.query(
      new CopyQuery(
        `COPY ${table} (${columns.join(', ')}) FROM STDIN`,
        Buffer.from(`${lines.join('\n')}\n`),
        (error) => (error ? reject(error) : resolve()),
      ),
    );
  });
}
