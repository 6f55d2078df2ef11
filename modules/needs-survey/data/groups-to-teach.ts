import { type ReadTx, sql } from '#platform/db';
import type { GroupKind } from '../rules/group.ts';

/** A group of session 2, or of an elective block in session 1, with the classes its pupils sit in and the groups that share a pupil with it. */
export interface GroupToTeach {
  readonly id: string;
  readonly name: string;
  /** False: the head has not decided yet that it is taught. */
  readonly confirmed: boolean;
  readonly subjectCode: string | null;
  readonly teacherId: string | null;
  readonly periodsPerWeek: number;
  readonly kind: GroupKind;
  readonly grade: number | null;
  /** Of electives and topics: groups of a grade with the same block are taught at the same time. */
  readonly block: string | null;
  readonly pupils: number;
  readonly classIds: readonly string[];
  /** How many of each class. */
  readonly pupilsOfClass: Readonly<Record<string, number>>;
  readonly sharesPupilsWith: readonly string[];
}

/**
 * Groups of a school in a year that a timetable has to hold, by grade and name: confirmed ones, and groups of session 2 that have pupils while
 * their requests are still on the way (CUR-41).
 */
export async function listGroupsToTeach(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<GroupToTeach[]> {
  const { rows } = await sql<GroupToTeach>`
    WITH own AS (
      SELECT * FROM needs_survey.study_group g WHERE unit_id = ${unitId} AND school_year_id = ${schoolYearId} AND (state = 'confirmed'
        OR block IS NULL AND EXISTS (SELECT FROM needs_survey.group_member m WHERE m.unit_id = g.unit_id AND m.group_id = g.id))
    ), member AS (
      SELECT m.group_id, m.pupil_id FROM needs_survey.group_member m JOIN own ON own.id = m.group_id
    )
    SELECT own.id, own.name, own.state = 'confirmed' AS confirmed, own.subject_code AS "subjectCode", own.teacher_id AS "teacherId", own.periods_per_week AS "periodsPerWeek",
      own.kind, own.grade, own.block,
      coalesce((SELECT jsonb_object_agg(sat.class_id, sat.pupils) FROM (SELECT e.class_id, count(*)::int AS pupils
        FROM member JOIN people.enrolment e ON e.pupil_id = member.pupil_id AND e.ends_on IS NULL
        WHERE member.group_id = own.id GROUP BY e.class_id) sat), '{}') AS "pupilsOfClass",
      (SELECT count(*)::int FROM member WHERE member.group_id = own.id) AS pupils,
      coalesce((SELECT jsonb_agg(DISTINCT e.class_id) FROM member JOIN people.enrolment e ON e.pupil_id = member.pupil_id AND e.ends_on IS NULL
        WHERE member.group_id = own.id), '[]') AS "classIds",
      coalesce((SELECT jsonb_agg(DISTINCT other.group_id) FROM member JOIN member other ON other.pupil_id = member.pupil_id
        AND other.group_id <> member.group_id WHERE member.group_id = own.id), '[]') AS "sharesPupilsWith"
    FROM own ORDER BY own.grade NULLS LAST, own.name, own.id`.execute(tx);
  return rows;
}
