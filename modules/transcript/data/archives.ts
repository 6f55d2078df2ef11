import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface ArchiveRow {
  readonly id: string;
  readonly unitId: string;
  readonly schoolName: string;
  readonly schoolYearId: string;
  readonly schoolYear: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly asked: number;
  readonly made: number;
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  readonly fileSha256: string | null;
  readonly bytes: number | null;
  readonly askedAt: string;
  readonly endedAt: string | null;
}

const columns = sql`a.id, a.unit_id AS "unitId", u.name AS "schoolName", a.school_year_id AS "schoolYearId", y.name AS "schoolYear", a.state, a.asked,
  a.made, a.failed, a.file_sha256 AS "fileSha256", a.bytes::float8 AS bytes, a.asked_at AS "askedAt", a.ended_at AS "endedAt"`;
const tables = sql`transcript.archive a JOIN organisation.unit u ON u.id = a.unit_id JOIN organisation.school_year y ON y.id = a.school_year_id`;

/** Undefined: an export of this school and year is under way. */
export async function insertArchive(
  tx: WriteTx,
  archive: { unitId: string; departmentId: string; schoolYearId: string; asked: number },
  by: { accountId: string; now: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO transcript.archive (id, unit_id, department_id, school_year_id, asked, asked_by, asked_at)
    VALUES (${uuidv7()}, ${archive.unitId}, ${archive.departmentId}, ${archive.schoolYearId}, ${archive.asked}, ${by.accountId}, ${by.now})
    ON CONFLICT (unit_id, school_year_id) WHERE state IN ('waiting', 'running') DO NOTHING RETURNING id`.execute(
    tx,
  );
  return rows[0]?.id;
}

export async function selectArchiveOptional(tx: ReadTx, id: string): Promise<ArchiveRow | undefined> {
  const { rows } = await sql<ArchiveRow>`SELECT ${columns} FROM ${tables} WHERE a.id = ${id}`.execute(tx);
  return rows[0];
}

export async function listArchives(tx: ReadTx, unitId: string): Promise<ArchiveRow[]> {
  const { rows } = await sql<ArchiveRow>`
    SELECT ${columns} FROM ${tables} WHERE a.unit_id = ${unitId} ORDER BY a.asked_at DESC, a.id DESC LIMIT 20`.execute(
    tx,
  );
  return rows;
}

/** Says how far an export is. */
export async function keepArchiveProgress(
  tx: WriteTx,
  id: string,
  asked: number,
  made: number,
): Promise<void> {
  await sql`
    UPDATE transcript.archive SET state = 'running', asked = ${asked}, made = ${made} WHERE id = ${id} AND state IN ('waiting', 'running')`.execute(
    tx,
  );
}

export async function endArchive(
  tx: WriteTx,
  id: string,
  end: {
    state: 'done' | 'failed';
    made: number;
    failed: ArchiveRow['failed'];
    fileSha256: string | null;
    bytes: number | null;
    now: Date;
  },
): Promise<void> {
  await sql`
    UPDATE transcript.archive SET state = ${end.state}, made = ${end.made}, failed = ${JSON.stringify(end.failed)}::jsonb,
      file_sha256 = ${end.fileSha256}, bytes = ${end.bytes}, ended_at = ${end.now} WHERE id = ${id}`.execute(
    tx,
  );
}
