import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Half } from '../rules/index.ts';

/** Notes of whoever sat in on a lesson. */
export interface Observation {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly day: string;
  readonly half: Half;
  readonly period: number;
  readonly staffId: string;
  readonly staffName: string;
  readonly subjectCode: string | null;
  readonly title: string;
  readonly notes: string;
  readonly advice: string;
  readonly observer: string | null;
  readonly mine: boolean;
  readonly sharedAt: string | null;
  readonly version: number;
}

const selected = sql`
  SELECT o.id, o.class_id AS "classId", c.name AS "className", o.day, o.half, o.period, o.staff_id AS "staffId",
    coalesce(s.full_name, '') AS "staffName", o.subject_code AS "subjectCode", o.title, o.notes, o.advice, a.display_name AS observer,
    o.observed_by = organisation.current_account() AS mine, o.shared_at AS "sharedAt", o.version
  FROM lessons.observation o JOIN people.school_class c ON c.id = o.class_id LEFT JOIN people.staff_member s ON s.id = o.staff_id
  LEFT JOIN identity.account a ON a.id = o.observed_by`;

/** Notes of a year that the person asking wrote, or that were shared with her; the latest first, at most 300. */
export async function listObservations(tx: ReadTx, yearId: string): Promise<Observation[]> {
  const { rows } = await sql<Observation>`${selected}
    WHERE o.school_year_id = ${yearId} ORDER BY o.day DESC, o.id DESC LIMIT 300`.execute(tx);
  return rows;
}

export async function selectObservationOptional(tx: ReadTx, id: string): Promise<Observation | undefined> {
  const { rows } = await sql<Observation>`${selected} WHERE o.id = ${id}`.execute(tx);
  return rows[0];
}

export interface ObservationRow {
  readonly id: string;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly accountId: string;
  readonly staffId: string;
  readonly classId: string;
  readonly day: string;
  readonly half: Half;
  readonly period: number;
  readonly subjectCode: string | null;
  readonly title: string;
  readonly notes: string;
  readonly advice: string;
  readonly shared: boolean;
  readonly now: Date;
}

/** Keeps notes as long as what is kept has the version seen (0: nothing is). Undefined: something else is there by now. */
export async function upsertObservation(
  tx: WriteTx,
  row: ObservationRow,
  was: number,
): Promise<{ version: number } | undefined> {
  const { rows } = await sql<{ version: number }>`
    INSERT INTO lessons.observation AS o (id, unit_id, department_id, school_year_id, observed_by, staff_id, class_id, day, half, period,
      subject_code, title, notes, advice, shared_at)
    VALUES (${row.id}, ${row.unitId}, ${row.departmentId}, ${row.schoolYearId}, ${row.accountId}, ${row.staffId}, ${row.classId}, ${row.day}::date,
      ${row.half}, ${row.period}, ${row.subjectCode}, ${row.title}, ${row.notes}, ${row.advice}, ${row.shared ? row.now : null})
    ON CONFLICT (id) DO UPDATE SET staff_id = excluded.staff_id, class_id = excluded.class_id, day = excluded.day, half = excluded.half,
      period = excluded.period, subject_code = excluded.subject_code, title = excluded.title, notes = excluded.notes, advice = excluded.advice,
      shared_at = coalesce(o.shared_at, excluded.shared_at), version = o.version + 1
      WHERE o.version = ${was} AND o.observed_by = excluded.observed_by
    RETURNING o.version`.execute(tx);
  return rows[0];
}

/** Removes notes that were not shared. */
export async function deleteObservation(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM lessons.observation WHERE id = ${id} AND shared_at IS NULL`.execute(tx);
}
