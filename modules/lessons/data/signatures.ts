import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { LogClass } from './place.ts';

export type SignPart = 'homeroom' | 'principal';

export interface WeekSignature {
  readonly classId: string;
  readonly part: SignPart;
  readonly by: string;
  readonly at: string;
  readonly missing: number;
  readonly note: string;
}

/** Signatures under a week: of some classes. The homeroom teacher's first. */
export async function listSignatures(
  tx: ReadTx,
  classIds: readonly string[],
  week: number,
): Promise<WeekSignature[]> {
  if (classIds.length === 0) return [];
  const { rows } = await sql<WeekSignature>`
    SELECT g.class_id AS "classId", g.part, coalesce(a.display_name, '') AS by, g.signed_at AS at, g.missing, g.note
    FROM lessons.week_signature g LEFT JOIN identity.account a ON a.id = g.signed_by
    WHERE g.class_id = ANY (${classIds}::uuid[]) AND g.week = ${week} ORDER BY g.part`.execute(tx);
  return rows;
}

/** Signs a week; signing again takes the place of the earlier signature of the same part. */
export async function upsertSignature(
  tx: WriteTx,
  schoolClass: LogClass,
  row: { week: number; part: SignPart; accountId: string; now: Date; missing: number; note: string },
): Promise<void> {
  await sql`
    INSERT INTO lessons.week_signature (id, unit_id, department_id, school_year_id, class_id, week, part, signed_by, signed_at, missing, note)
    VALUES (${uuidv7()}, ${schoolClass.unitId}, ${schoolClass.departmentId}, ${schoolClass.schoolYearId}, ${schoolClass.id}, ${row.week},
      ${row.part}, ${row.accountId}, ${row.now}, ${row.missing}, ${row.note})
    ON CONFLICT (class_id, week, part) DO UPDATE SET signed_by = excluded.signed_by, signed_at = excluded.signed_at, missing = excluded.missing,
      note = excluded.note`.execute(tx);
}

/** Takes signatures away from a week; why stands in the audit trail beside them. Gives how many there were. */
export async function deleteSignatures(
  tx: WriteTx,
  schoolClass: LogClass,
  { week, parts, reason }: { week: number; parts: readonly SignPart[]; reason: string },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM lessons.week_signature WHERE class_id = ${schoolClass.id} AND week = ${week} AND part = ANY (${parts}::text[]) RETURNING id`.execute(
    tx,
  );
  const details = JSON.stringify({ opened: true, week, reason });
  for (const { id } of rows) {
    await sql`SELECT audit.note('other', 'lessons.week_signature', ${id}, ${schoolClass.unitId}::uuid, ${details}::jsonb)`.execute(
      tx,
    );
  }
  return rows.length;
}
