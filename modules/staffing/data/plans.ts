import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Assignment } from '../rules/index.ts';

/** The assignment of a school for a year as a whole. */
export interface AssignmentPlan {
  readonly state: 'draft' | 'published';
  readonly publishedAt: string | null;
  readonly changedAt: string;
  readonly version: number;
}

const columns = sql`state, published_at AS "publishedAt", changed_at AS "changedAt", version`;

export async function selectPlanOptional(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<AssignmentPlan | undefined> {
  const { rows } = await sql<AssignmentPlan>`
    SELECT ${columns} FROM staffing.assignment_plan WHERE unit_id = ${unitId} AND school_year_id = ${schoolYearId}`.execute(
    tx,
  );
  return rows[0];
}

/** Marks a change of the plan and holds it: whoever else saves waits until the transaction ends. Makes the plan when it is the first. */
export async function touchPlan(
  tx: WriteTx,
  place: { unitId: string; departmentId: string; schoolYearId: string; now: Date },
): Promise<AssignmentPlan> {
  const { rows } = await sql<AssignmentPlan>`
    INSERT INTO staffing.assignment_plan AS p (id, unit_id, department_id, school_year_id, changed_at)
    VALUES (${uuidv7()}, ${place.unitId}, ${place.departmentId}, ${place.schoolYearId}, ${place.now})
    ON CONFLICT (unit_id, school_year_id) DO UPDATE SET changed_at = excluded.changed_at, version = p.version + 1
    RETURNING ${columns}`.execute(tx);
  return rows[0]!;
}

/** Publishes the plan as long as it has the version seen; undefined: changed meanwhile, or there is none. */
export async function publishPlan(
  tx: WriteTx,
  plan: { unitId: string; schoolYearId: string; version: number; accountId: string; now: Date },
): Promise<AssignmentPlan | undefined> {
  const { rows } = await sql<AssignmentPlan>`
    UPDATE staffing.assignment_plan
    SET state = 'published', published_at = ${plan.now}, published_by = ${plan.accountId}, version = version + 1
    WHERE unit_id = ${plan.unitId} AND school_year_id = ${plan.schoolYearId} AND version = ${plan.version}
    RETURNING ${columns}`.execute(tx);
  return rows[0];
}

/** Makes the given cells (class x subject) consist of exactly these rows, in one statement however many cells there are. */
export async function replaceCells(
  tx: WriteTx,
  place: { unitId: string; departmentId: string; schoolYearId: string },
  cells: readonly { classId: string; subjectCode: string; rows: readonly Assignment[] }[],
): Promise<void> {
  const keys = cells.map(({ classId, subjectCode }) => ({ classId, subjectCode }));
  const rows = cells.flatMap((cell) =>
    cell.rows.map((row) => ({
      id: uuidv7(),
      classId: row.classId,
      subjectCode: row.subjectCode,
      strand: row.strand,
      staffId: row.staffId,
      periods1: row.periods[1],
      periods2: row.periods[2],
      reason: row.exceptionReason,
    })),
  );
  await sql`
    WITH cell AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS c ("classId" uuid, "subjectCode" text)
    ), wanted AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w (id uuid, "classId" uuid, "subjectCode" text, strand text,
        "staffId" uuid, periods1 numeric, periods2 numeric, reason text)
    ), gone AS (
      DELETE FROM staffing.teaching_assignment a USING cell
      WHERE a.unit_id = ${place.unitId} AND a.class_id = cell."classId" AND a.subject_code = cell."subjectCode"
        AND NOT EXISTS (SELECT FROM wanted w WHERE w."classId" = a.class_id AND w."subjectCode" = a.subject_code
          AND w.strand = a.strand AND w."staffId" = a.staff_id)
    )
    INSERT INTO staffing.teaching_assignment AS a (id, unit_id, department_id, school_year_id, class_id, subject_code, strand, staff_id,
      periods_1, periods_2, exception_reason)
    SELECT w.id, ${place.unitId}, ${place.departmentId}, ${place.schoolYearId}, w."classId", w."subjectCode", w.strand, w."staffId",
      w.periods1, w.periods2, w.reason FROM wanted w
    ON CONFLICT (class_id, subject_code, strand, staff_id) DO UPDATE
      SET periods_1 = excluded.periods_1, periods_2 = excluded.periods_2, exception_reason = excluded.exception_reason,
        version = a.version + 1
      WHERE (a.periods_1, a.periods_2, a.exception_reason)
        IS DISTINCT FROM (excluded.periods_1, excluded.periods_2, excluded.exception_reason)`.execute(tx);
}

/** Last year's teachers of the same pupils: the class one grade lower whose name ends alike (6A1 before 7A1). */
export async function listLastYear(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<Pick<Assignment, 'classId' | 'subjectCode' | 'strand' | 'staffId'>[]> {
  const { rows } = await sql<Pick<Assignment, 'classId' | 'subjectCode' | 'strand' | 'staffId'>>`
    SELECT now.id AS "classId", a.subject_code AS "subjectCode", a.strand, a.staff_id AS "staffId"
    FROM people.school_class now
    JOIN organisation.school_year this ON this.id = now.school_year_id
    JOIN LATERAL (SELECT y.id FROM organisation.school_year y WHERE y.department_id = this.department_id AND y.name < this.name
      ORDER BY y.name DESC LIMIT 1) last ON true
    JOIN people.school_class before ON before.unit_id = now.unit_id AND before.school_year_id = last.id AND before.grade = now.grade - 1
      AND regexp_replace(before.name, '^\d+', '') = regexp_replace(now.name, '^\d+', '')
    JOIN staffing.teaching_assignment a ON a.class_id = before.id
    WHERE now.unit_id = ${unitId} AND now.school_year_id = ${schoolYearId}
    ORDER BY 1, 2, 3, 4`.execute(tx);
  return rows;
}
