import pg from 'pg';
import { type Actor, settingsFor } from '#modules/identity-access';
import { columnTypes } from '#platform/db';
import { listBoardCells } from '../modules/plan/data/board.ts';
import { runTransaction } from '../platform/db/transaction.ts';
import type { BenchDatabase } from './database.ts';
import { timed } from './measure.ts';
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

/** Copies what a board reads into tables with the same indexes but without policies, keys and triggers. */
export async function makeBareCopies({ owner }: BenchDatabase): Promise<void> {
  await owner.query('CREATE SCHEMA bare');
  for (const table of ['plan.assignment', 'plan.duty', 'organisation.unit', 'organisation.unit_reach']) {
    const copy = `bare.${table.split('.')[1]}`;
    await owner.query(`CREATE TABLE ${copy} (LIKE ${table})`);
    await owner.query(`INSERT INTO ${copy} SELECT * FROM ${table}`);
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

const renamed = (text: string) =>
  text
    .replaceAll('plan.assignment', 'bare.assignment')
    .replaceAll('plan.duty', 'bare.duty')
    .replaceAll('organisation.unit_reach', 'bare.unit_reach')
    .replaceAll('organisation.unit ', 'bare.unit ');

/** Opens a reader; `bare`: the very same statement with the copies' names. */
export async function openBoardReader(bench: BenchDatabase, bare: boolean): Promise<BoardReader> {
  const client = new pg.Client({
    connectionString: bare ? bench.ownerUrl : bench.runtimeUrl,
    types: columnTypes,
    pipeline: true,
  } as pg.ClientConfig);
  await client.connect();
  const asked = bare
    ? ({
        query: (query: unknown, values: unknown[]) =>
          client.query((typeof query === 'string' ? renamed(query) : query) as string, values),
      } as unknown as pg.ClientBase)
    : client;
  return {
    async draw({ head, documentId }) {
      const { milliseconds } = await timed(async () => {
        const { finished } = await runTransaction(
          asked,
          'read',
          bare ? {} : settingsFor(head, 'bench'),
          (tx) =>
            listBoardCells(
              tx,
              { id: documentId, departmentId: head.departmentId },
              'communes',
              'section',
              { show: 'all' },
              today,
            ),
        );
        await finished;
      });
      return milliseconds;
    },
    close: () => client.end(),
  };
}
