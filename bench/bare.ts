import pg from 'pg';
import { columnTypes, type ReadTx, type Settings } from '#platform/db';
import { runTransaction } from '../platform/db/transaction.ts';
import type { BenchDatabase } from './database.ts';
import { median, timed } from './measure.ts';

/** Copies tables ('plan.duty') into the schema bare with the same rows and indexes but without policies, keys and triggers. */
export async function makeBareCopies({ owner }: BenchDatabase, tables: readonly string[]): Promise<void> {
  await owner.query('CREATE SCHEMA IF NOT EXISTS bare');
  for (const table of tables) {
    const copy = bareName(table);
    await owner.query(`CREATE TABLE ${copy} (LIKE ${table} INCLUDING GENERATED)`);
    const { rows: columns } = await owner.query<{ list: string }>(
      `SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [table],
    );
    await owner.query(`INSERT INTO ${copy} (${columns[0]?.list}) SELECT ${columns[0]?.list} FROM ${table}`);
    const { rows } = await owner.query<{ text: string }>(
      `SELECT pg_get_indexdef(indexrelid) AS text FROM pg_index WHERE indrelid = $1::regclass`,
      [table],
    );
    for (const { text } of rows)
      await owner.query(text.replace(` ON ${table} `, ` ON ${copy} `).replace(/INDEX \S+ ON/, 'INDEX ON'));
    await owner.query(`VACUUM (ANALYZE) ${copy}`);
    await owner.query(`VACUUM (ANALYZE) ${table}`);
  }
}

function bareName(table: string): string {
  return `bare.${table.split('.')[1]}`;
}

/** One connection that reads as the product does, through row-level security, or the very same statements over the bare copies. */
export interface Reader {
  /** Milliseconds of `work` in its transaction. */
  time(settings: Settings, work: (tx: ReadTx) => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

/** Opens a reader; `copied`: the tables whose bare copies it reads, as superuser. */
export async function openReader(bench: BenchDatabase, copied?: readonly string[]): Promise<Reader> {
  const client = new pg.Client({
    connectionString: copied ? bench.ownerUrl : bench.runtimeUrl,
    types: columnTypes,
    pipeline: true,
  } as pg.ClientConfig);
  client.on('error', () => {}); // cut when the server is removed after a failure, which is what must be told
  await client.connect();
  const renamed = (text: string) =>
    (copied ?? []).reduce(
      (sql, table) => sql.replaceAll(new RegExp(`\\b${table.replace('.', '\\.')}\\b`, 'g'), bareName(table)),
      text,
    );
  const asked = copied
    ? ({
        connection: (client as unknown as { connection: unknown }).connection,
        query: (query: string | { text: string; values: unknown[] }, values: unknown[]) =>
          typeof query === 'string'
            ? client.query(renamed(query), values)
            : client.query({ ...query, text: renamed(query.text) }),
      } as unknown as pg.ClientBase)
    : client;
  return {
    async time(settings, work) {
      const { milliseconds } = await timed(async () => {
        const { finished } = await runTransaction(asked, 'read', copied ? {} : settings, work);
        await finished;
      });
      return milliseconds;
    },
    close: () => client.end(),
  };
}

/** Milliseconds through row-level security and over bare copies. */
export interface Compared {
  readonly secured: readonly number[];
  readonly bare: readonly number[];
  /** Of the medians. */
  readonly ratio: number;
}

/** Does the same by turns both ways, `rounds` times after five that do not count. */
export async function compare(
  rounds: number,
  work: (which: 'secured' | 'bare', round: number) => Promise<number>,
): Promise<Compared> {
  const samples = { secured: [] as number[], bare: [] as number[] };
  for (let round = -5; round < rounds; round++) {
    // Who goes first changes: the second finds the processor's caches warm.
    for (const which of round % 2 === 0 ? (['secured', 'bare'] as const) : (['bare', 'secured'] as const)) {
      const milliseconds = await work(which, round + 5);
      if (round >= 0) samples[which].push(milliseconds);
    }
  }
  return { ...samples, ratio: median(samples.secured) / median(samples.bare) };
}
