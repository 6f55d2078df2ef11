import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Transfer {
  readonly id: string;
  readonly pupilId: string;
  readonly pupilName: string;
  readonly grade: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly toUnitId: string;
  readonly toUnitName: string;
  readonly reason: string;
  readonly state: 'asked' | 'accepted' | 'refused' | 'withdrawn';
  readonly askedAt: string;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  readonly version: number;
}

const columns = sql`t.id, t.pupil_id AS "pupilId", t.pupil_name AS "pupilName", t.grade, t.unit_id AS "unitId",
  giving.name AS "unitName", t.to_unit_id AS "toUnitId", receiving.name AS "toUnitName", t.reason, t.state, t.asked_at AS "askedAt",
  t.decided_at AS "decidedAt", t.decision_note AS "decisionNote", t.version`;
const tables = sql`people.transfer t JOIN organisation.unit giving ON giving.id = t.unit_id
  JOIN organisation.unit receiving ON receiving.id = t.to_unit_id`;

export interface TransferFilter {
  readonly unitId: string;
  readonly direction: 'in' | 'out';
  readonly state?: Transfer['state'] | undefined;
}

/** Transfers to or from a school, the newest first; those that wait for an answer before all others. */
export async function listTransfers(
  tx: ReadTx,
  filter: TransferFilter,
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<Transfer[]> {
  const side = filter.direction === 'in' ? sql`t.to_unit_id` : sql`t.unit_id`;
  const { rows } = await sql<Transfer>`
    SELECT ${columns} FROM ${tables} WHERE ${side} = ${filter.unitId}
      ${filter.state ? sql`AND t.state = ${filter.state}` : sql``}
      ${page.after ? sql`AND (t.asked_at, t.id) < (${page.after.at}::timestamptz, ${page.after.id}::uuid)` : sql``}
    ORDER BY t.asked_at DESC, t.id DESC LIMIT ${page.limit}`.execute(tx);
  return rows;
}

/** How many requests wait for an answer, coming in and going out. */
export async function countOpenTransfers(tx: ReadTx, unitId: string): Promise<{ in: number; out: number }> {
  const { rows } = await sql<{ in: number; out: number }>`
    SELECT count(*) FILTER (WHERE t.to_unit_id = ${unitId})::int AS in, count(*) FILTER (WHERE t.unit_id = ${unitId})::int AS out
    FROM people.transfer t WHERE t.state = 'asked' AND ${unitId}::uuid IN (t.unit_id, t.to_unit_id)`.execute(
    tx,
  );
  return rows[0] ?? { in: 0, out: 0 };
}

export async function selectTransferOptional(tx: ReadTx, transferId: string): Promise<Transfer | undefined> {
  const { rows } = await sql<Transfer>`SELECT ${columns} FROM ${tables} WHERE t.id = ${transferId}`.execute(
    tx,
  );
  return rows[0];
}

export interface NewTransfer {
  readonly id: string;
  readonly pupilId: string;
  readonly pupilName: string;
  readonly grade: number;
  readonly unitId: string;
  readonly toUnitId: string;
  readonly departmentId: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** False: the pupil already has a transfer that waits. */
export async function insertTransfer(tx: WriteTx, row: NewTransfer): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO people.transfer (id, pupil_id, unit_id, to_unit_id, department_id, pupil_name, grade, reason, asked_by, asked_at)
    VALUES (${row.id}, ${row.pupilId}, ${row.unitId}, ${row.toUnitId}, ${row.departmentId}, ${row.pupilName}, ${row.grade},
      ${row.reason}, ${row.askedBy}, ${row.askedAt})
    ON CONFLICT (pupil_id) WHERE state = 'asked' DO NOTHING RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** The giving school takes its request back; false: it was decided meanwhile. */
export async function withdrawTransfer(
  tx: WriteTx,
  transferId: string,
  by: { accountId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE people.transfer SET state = 'withdrawn', decided_by = ${by.accountId}, decided_at = ${by.now}, version = version + 1
    WHERE id = ${transferId} AND state = 'asked' RETURNING id`.execute(tx);
  return rows.length > 0;
}

export type AcceptAnswer = 'accepted' | 'notFound' | 'decided' | 'moved' | 'wrongClass' | 'badDay';

/** The receiving school takes the pupil over, in one step; says why when it cannot. */
export async function acceptTransfer(
  tx: WriteTx,
  transferId: string,
  into: { classId: string; on: string; now: Date },
): Promise<AcceptAnswer> {
  const { rows } = await sql<{ answer: AcceptAnswer }>`
    SELECT people.accept_transfer(${transferId}, ${into.classId}, ${into.on}::date, ${into.now}) AS answer`.execute(
    tx,
  );
  return rows[0]?.answer ?? 'notFound';
}

/** The receiving school says no. */
export async function refuseTransfer(
  tx: WriteTx,
  transferId: string,
  decision: { note: string; now: Date },
): Promise<'refused' | 'notFound' | 'decided'> {
  const { rows } = await sql<{ answer: 'refused' | 'notFound' | 'decided' }>`
    SELECT people.refuse_transfer(${transferId}, ${decision.note}, ${decision.now}) AS answer`.execute(tx);
  return rows[0]?.answer ?? 'notFound';
}
