import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Actor, settingsFor } from '#modules/identity-access';
import { importDocument, publishDocument } from '#modules/plan';
import type { BenchDatabase } from './database.ts';
import { timed } from './measure.ts';
import { clock } from './people.ts';

type Imported = Awaited<ReturnType<typeof importDocument>>;
type Published = Awaited<ReturnType<typeof publishDocument>>;

/** Thrown to take back what a round that is only measured has written. */
class TakenBack extends Error {}

/** Does `work` as `actor` in a transaction of its own; with `keep` false it is rolled back. Gives its milliseconds. */
async function inTransaction<Result>(
  { database }: BenchDatabase,
  actor: Actor,
  keep: boolean,
  work: Parameters<typeof database.write<Result>>[1],
): Promise<{ milliseconds: number; result: Result }> {
  let done: Result | undefined;
  const { milliseconds } = await timed(() =>
    database
      .write(settingsFor(actor, 'bench'), async (tx) => {
        done = await work(tx);
        if (!keep) throw new TakenBack();
      })
      .catch((error) => {
        if (!(error instanceof TakenBack)) throw error;
      }),
  );
  return { milliseconds, result: done as Result };
}

/** Imports the plan in `file` as a draft, the product's own way: reading, sorting paragraphs, writing. */
export async function importPlan(
  bench: BenchDatabase,
  actor: Actor,
  file: string,
  keep: boolean,
): Promise<{ milliseconds: number; result: Imported }> {
  const bytes = await readFile(file);
  return inTransaction(bench, actor, keep, (tx) =>
    importDocument(tx, { actor, now: clock.now() }, { bytes, fileName: basename(file) }),
  );
}

/** Publishes a draft in one command. */
export async function publishPlan(
  bench: BenchDatabase,
  actor: Actor,
  documentId: string,
  keep: boolean,
): Promise<{ milliseconds: number; result: Published }> {
  const { rows } = await bench.owner.query<{ version: number }>(
    'SELECT version FROM plan.document WHERE id = $1',
    [documentId],
  );
  return inTransaction(bench, actor, keep, (tx) =>
    publishDocument(tx, { actor, now: clock.now() }, documentId, rows[0]?.version ?? 0),
  );
}

/**
 * Gives the assignments the mixture of states of a school year under way (40 % accepted, 20 % in progress, 2 % handed in,
 * 2 % returned, 1 % blocked), past the triggers: it is the readers that are measured.
 */
export async function mixStates({ owner }: BenchDatabase): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(
      `
      UPDATE plan.assignment a SET state = m.state, submitted_at = CASE WHEN m.state = 'submitted' THEN $1::timestamptz END,
        acknowledged_at = $1, blocked_since = CASE WHEN m.draw = 99 THEN $1::timestamptz END
      FROM (SELECT id, draw, CASE WHEN draw < 40 THEN 'accepted' WHEN draw < 60 THEN 'inProgress' WHEN draw < 62 THEN 'submitted'
                                  WHEN draw < 64 THEN 'returned' ELSE 'notStarted' END AS state
            FROM (SELECT id, abs(hashtext(id::text)) % 100 AS draw FROM plan.assignment) drawn) m
      WHERE m.id = a.id`,
      [clock.now()],
    );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
