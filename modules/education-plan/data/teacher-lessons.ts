import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface TeacherLesson {
  readonly id: string;
  readonly lessonId: string;
  readonly grade: number;
  readonly subjectCode: string;
  readonly title: string;
  /** Null: the whole subject. */
  readonly strand: string | null;
  readonly periods: number;
  readonly requirement: string | null;
  readonly week: number;
  readonly equipment: string | null;
  readonly place: string | null;
}

export interface Teacher {
  readonly id: string;
  readonly name: string;
  readonly mine: boolean;
}

/** A teacher of the school, or (no id) the person asking; undefined: no record of staff in reach. */
export async function selectTeacherOptional(
  tx: ReadTx,
  unitId: string,
  staffId: string | undefined,
): Promise<Teacher | undefined> {
  const condition = staffId ? sql`s.id = ${staffId}` : sql`s.account_id = organisation.current_account()`;
  const { rows } = await sql<Teacher>`
    SELECT s.id, s.full_name AS name, coalesce(s.account_id = organisation.current_account(), false) AS mine
    FROM people.staff_member s WHERE ${condition} AND (s.unit_id = ${unitId} OR s.id IN (SELECT people.posted_to_us()))`.execute(
    tx,
  );
  return rows[0];
}

/** Annex 3 in order of grade, subject, week. */
export async function listTeacherLessons(
  tx: ReadTx,
  planId: string,
  staffId: string,
): Promise<TeacherLesson[]> {
  const { rows } = await sql<TeacherLesson>`
    SELECT t.id, l.id AS "lessonId", l.grade, l.subject_code AS "subjectCode", l.title, l.strand, l.periods, l.requirement, t.week,
      t.equipment, t.place
    FROM education_plan.teacher_lesson t JOIN education_plan.lesson l ON l.id = t.lesson_id
    WHERE t.plan_id = ${planId} AND t.staff_id = ${staffId}
    ORDER BY l.grade, l.subject_code, l.strand NULLS FIRST, t.week, l.position, l.id`.execute(tx);
  return rows;
}

/** Annex 1 as the assignment divides it: a lesson of a strand is of who teaches the strand or the whole subject. */
const assigned = (staffId: string, plan: { unitId: string; schoolYearId: string }) => sql`EXISTS (
      SELECT FROM staffing.teaching_assignment a JOIN people.school_class c ON c.id = a.class_id
      WHERE a.staff_id = ${staffId} AND a.unit_id = ${plan.unitId} AND a.school_year_id = ${plan.schoolYearId}
        AND a.subject_code = l.subject_code AND c.grade = l.grade AND (l.strand IS NULL OR a.strand IN ('', l.strand)))`;

/** Adds the lessons of Annex 1 that the teaching assignment gives the teacher and that are not there yet. Gives how many. */
export async function addAssignedLessons(
  tx: WriteTx,
  plan: { id: string; unitId: string; departmentId: string; schoolYearId: string },
  staffId: string,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO education_plan.teacher_lesson (id, plan_id, unit_id, department_id, staff_id, lesson_id, week, equipment, place)
    SELECT organisation.uuid_v7(), ${plan.id}, ${plan.unitId}, ${plan.departmentId}, ${staffId}, l.id, l.week, l.equipment, l.room
    FROM education_plan.lesson l
    WHERE l.plan_id = ${plan.id} AND ${assigned(staffId, plan)}
    ON CONFLICT (staff_id, lesson_id) DO NOTHING RETURNING id`.execute(tx);
  return rows.length;
}

/** Takes lessons of a strand that somebody else teaches out of the teacher's plan. Gives how many. */
export async function removeOtherStrands(
  tx: WriteTx,
  plan: { id: string; unitId: string; schoolYearId: string },
  staffId: string,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM education_plan.teacher_lesson t USING education_plan.lesson l
    WHERE t.plan_id = ${plan.id} AND t.staff_id = ${staffId} AND l.id = t.lesson_id AND l.strand IS NOT NULL AND NOT ${assigned(staffId, plan)}
    RETURNING t.id`.execute(tx);
  return rows.length;
}

/** Keeps the teacher's own week, equipment and place; gives how many rows there were. */
export async function updateTeacherLessons(
  tx: WriteTx,
  planId: string,
  staffId: string,
  given: readonly { id: string; week: number; equipment: string | null; place: string | null }[],
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    UPDATE education_plan.teacher_lesson t SET week = g.week, equipment = nullif(g.equipment, ''), place = nullif(g.place, '')
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) g (id uuid, week smallint, equipment text, place text)
    WHERE t.id = g.id AND t.plan_id = ${planId} AND t.staff_id = ${staffId} RETURNING t.id`.execute(tx);
  return rows.length;
}
