import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface RefusedPage {
  readonly pageId: string;
  readonly name: string;
  readonly why: string;
}

/** Signing all that waits: counts and what was refused. */
export interface SigningRun {
  readonly id: string;
  readonly unitId: string;
  readonly kind: 'principal' | 'seal';
  readonly pages: readonly string[];
  readonly asked: number;
  readonly made: number;
  readonly refused: readonly RefusedPage[];
  readonly state: 'open' | 'done';
  readonly startedAt: string;
  readonly version: number;
}

const columns = sql`id, unit_id AS "unitId", kind, pages, asked, made, refused, state, started_at AS "startedAt", version`;

export async function insertRun(
  tx: WriteTx,
  run: {
    unitId: string;
    departmentId: string;
    kind: SigningRun['kind'];
    pages: readonly string[];
    accountId: string;
    now: Date;
  },
): Promise<SigningRun> {
  const { rows } = await sql<SigningRun>`
    INSERT INTO transcript.signing_run (id, unit_id, department_id, kind, pages, account_id, started_at)
    VALUES (${uuidv7()}, ${run.unitId}, ${run.departmentId}, ${run.kind}, ${run.pages}::uuid[], ${run.accountId}, ${run.now})
    RETURNING ${columns}`.execute(tx);
  return rows[0]!;
}

/** The run a person has begun and not ended. */
export async function selectOpenRunOptional(
  tx: ReadTx,
  accountId: string,
  kind: SigningRun['kind'],
): Promise<SigningRun | undefined> {
  const { rows } = await sql<SigningRun>`
    SELECT ${columns} FROM transcript.signing_run WHERE account_id = ${accountId} AND kind = ${kind} AND state = 'open'`.execute(
    tx,
  );
  return rows[0];
}

export async function selectRunOptional(
  tx: ReadTx,
  id: string,
  accountId: string,
): Promise<SigningRun | undefined> {
  const { rows } = await sql<SigningRun>`
    SELECT ${columns} FROM transcript.signing_run WHERE id = ${id} AND account_id = ${accountId}`.execute(tx);
  return rows[0];
}

/** The same, held until the transaction ends: two windows never sign the same pages. */
export async function holdRunOptional(
  tx: WriteTx,
  id: string,
  accountId: string,
): Promise<SigningRun | undefined> {
  const { rows } = await sql<SigningRun>`
    SELECT ${columns} FROM transcript.signing_run WHERE id = ${id} AND account_id = ${accountId} FOR UPDATE`.execute(
    tx,
  );
  return rows[0];
}

/** Adds what has been made and refused; ends the run when every page asked for is one or the other. */
export async function advanceRun(
  tx: WriteTx,
  id: string,
  { made, refused, now }: { made: number; refused: readonly RefusedPage[]; now: Date },
): Promise<SigningRun> {
  const finished = sql`made + ${made}::integer + jsonb_array_length(refused) + ${refused.length}::integer = asked`;
  const { rows } = await sql<SigningRun>`
    UPDATE transcript.signing_run SET made = made + ${made}::integer, refused = refused || ${JSON.stringify(refused)}::jsonb, version = version + 1,
      state = CASE WHEN ${finished} THEN 'done' ELSE 'open' END, ended_at = CASE WHEN ${finished} THEN ${now}::timestamptz END
    WHERE id = ${id} RETURNING ${columns}`.execute(tx);
  return rows[0]!;
}
