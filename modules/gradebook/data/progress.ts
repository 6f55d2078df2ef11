import { type ReadTx, sql } from '#platform/db';
import { seatsElsewhere } from './seats.ts';

/** How far one sheet is: cells with a mark, by kind of column. */
export interface SheetProgress {
  readonly classId: string;
  readonly subjectCode: string;
  readonly regular: number;
  readonly midterm: number;
  readonly final: number;
  readonly missed: number;
}

/** Marks entered in a school's classes in a semester, of pupils who sit in them now and learn the subject; only sheets that have any. */
export async function listProgress(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
  semester: 1 | 2,
): Promise<SheetProgress[]> {
  const { rows } = await sql<SheetProgress>`
    SELECT e.class_id AS "classId", m.subject_code AS "subjectCode",
      sum((SELECT count(*) FROM unnest(m.regular) v WHERE v >= 0))::int AS regular,
      count(*) FILTER (WHERE m.midterm >= 0)::int AS midterm, count(*) FILTER (WHERE m.final >= 0)::int AS final,
      sum((SELECT count(*) FROM unnest(m.regular || m.midterm || m.final) v WHERE v = -1))::int AS missed
    FROM people.enrolment e
    JOIN gradebook.subject_marks m ON m.pupil_id = e.pupil_id AND m.school_year_id = e.school_year_id AND m.semester = ${semester}
    LEFT JOIN ${seatsElsewhere(unitId, schoolYearId)} seat ON seat.pupil_id = e.pupil_id AND seat.own_code = m.subject_code
    WHERE e.unit_id = ${unitId} AND e.school_year_id = ${schoolYearId} AND (e.ends_on IS NULL OR e.ended_as = 'completed')
      AND seat.pupil_id IS NULL
    GROUP BY e.class_id, m.subject_code`.execute(tx);
  return rows;
}

/** Pupils of each class now, and those exempt from a subject, by class and subject. */
export async function listRosterCounts(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<{ classId: string; pupils: number; exempt: Readonly<Record<string, number>> }[]> {
  const { rows } = await sql<{ classId: string; pupils: number; exempt: Record<string, number> }>`
    WITH roster AS (
      SELECT e.class_id, e.pupil_id FROM people.enrolment e
      WHERE e.unit_id = ${unitId} AND e.school_year_id = ${schoolYearId} AND (e.ends_on IS NULL OR e.ended_as = 'completed')
    ), away AS (
      SELECT r.class_id, x.subject_code, count(*)::int AS number FROM roster r
      JOIN gradebook.exemption x ON x.pupil_id = r.pupil_id AND x.school_year_id = ${schoolYearId} AND x.kind = 'exempt'
      GROUP BY r.class_id, x.subject_code
    )
    SELECT r.class_id AS "classId", count(*)::int AS pupils,
      coalesce((SELECT jsonb_object_agg(a.subject_code, a.number) FROM away a WHERE a.class_id = r.class_id), '{}') AS exempt
    FROM roster r GROUP BY r.class_id`.execute(tx);
  return rows;
}

export interface Taught {
  readonly classId: string;
  readonly subjectCode: string;
  readonly teacher: string | null;
  readonly accountId: string | null;
  /** Whether that is the person asking. */
  readonly mine: boolean;
  /** Whether the teacher assesses pupils of the class: not where all of them learn the subject in elective groups of others. */
  readonly assesses: boolean;
}

/** Who teaches what by the published assignment of a school in a semester, and in its elective groups. */
export async function listTaught(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
  semester: 1 | 2,
): Promise<Taught[]> {
  const { rows } = await sql<Taught>`
    WITH seat AS MATERIALIZED (
      SELECT * FROM gradebook.seats_in_sight(${unitId}, ${schoolYearId})
    ), apart AS (
      SELECT class_id, own_code, count(DISTINCT pupil_id) AS pupils FROM seat WHERE own_code <> subject_code OR teacher_id IS NOT NULL GROUP BY 1, 2
    )
    SELECT DISTINCT a.class_id AS "classId", a.subject_code AS "subjectCode", s.full_name AS teacher, s.account_id AS "accountId",
      coalesce(s.account_id = organisation.current_account(), false) AS mine,
      apart.pupils IS NULL OR apart.pupils < (SELECT count(*) FROM people.enrolment e
        WHERE e.class_id = a.class_id AND (e.ends_on IS NULL OR e.ended_as = 'completed')) AS assesses
    FROM staffing.teaching_assignment a
    JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
    LEFT JOIN people.staff_member s ON s.id = a.staff_id
    LEFT JOIN apart ON apart.class_id = a.class_id AND apart.own_code = a.subject_code
    WHERE a.unit_id = ${unitId} AND a.school_year_id = ${schoolYearId}
      AND CASE ${semester}::int WHEN 1 THEN a.periods_1 ELSE a.periods_2 END > 0
    UNION
    SELECT seat.class_id, seat.subject_code, s.full_name, s.account_id, coalesce(s.account_id = organisation.current_account(), false), true
    FROM seat JOIN people.staff_member s ON s.id = seat.teacher_id
    ORDER BY 3, 1, 2`.execute(tx);
  return rows;
}
