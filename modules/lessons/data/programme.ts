import { type ReadTx, sql } from '#platform/db';
import { type ProgrammeLesson, type Programmes, programmeKey } from '../rules/index.ts';
import type { Place } from './place.ts';

interface Row extends ProgrammeLesson {
  readonly subjectCode: string;
  readonly grade: number;
}

/** Distribution of the programme by the published education plan of a school: all of it, or of some subjects and grades ('LIT 6'). */
export async function selectProgrammes(
  tx: ReadTx,
  { school, year }: Place,
  keys?: readonly string[],
): Promise<Programmes> {
  const wanted = keys ? sql`AND l.subject_code || ' ' || l.grade = ANY (${keys}::text[])` : sql``;
  const { rows } = await sql<Row>`
    SELECT l.id, l.title, l.periods, l.week, l.subject_code AS "subjectCode", l.grade
    FROM education_plan.plan p JOIN education_plan.lesson l ON l.plan_id = p.id
    WHERE p.unit_id = ${school.id} AND p.school_year_id = ${year.id} AND p.state = 'published' ${wanted}
    ORDER BY l.subject_code, l.grade, l.week, l.position, l.id`.execute(tx);
  const grouped = Map.groupBy(rows, ({ subjectCode, grade }) => programmeKey(subjectCode, grade));
  return Object.fromEntries(
    [...grouped].map(([key, list]) => [
      key,
      list.map(({ id, title, periods, week }) => ({ id, title, periods, week })),
    ]),
  );
}

/** A lesson of the programme that the person asking teaches, and the plan she has written for it, also for an earlier revision. */
export interface OwnLesson {
  readonly lessonId: string;
  readonly title: string;
  readonly subjectCode: string;
  readonly grade: number;
  readonly periods: number;
  /** The teacher's own week by Annex 3, else that of Annex 1. */
  readonly week: number;
  readonly requirement: string | null;
  readonly equipment: string | null;
  readonly planId: string | null;
}

/**
 * Lessons of the published programme in the subjects and grades that the published assignment gives a teacher; or only one of them.
 * A plan is found along the rows a lesson was copied from within the year: an amended education plan loses no lesson plan.
 */
export async function listOwnLessons(
  tx: ReadTx,
  { school, year }: Place,
  staffId: string,
  lessonId?: string,
): Promise<OwnLesson[]> {
  const one = lessonId ? sql`AND l.id = ${lessonId}` : sql``;
  const { rows } = await sql<OwnLesson>`
    WITH RECURSIVE current AS (
      SELECT l.* FROM education_plan.plan p JOIN education_plan.lesson l ON l.plan_id = p.id
      WHERE p.unit_id = ${school.id} AND p.school_year_id = ${year.id} AND p.state = 'published' ${one} AND EXISTS (
        SELECT FROM staffing.teaching_assignment a JOIN people.school_class c ON c.id = a.class_id
        JOIN staffing.assignment_plan x ON x.unit_id = a.unit_id AND x.school_year_id = a.school_year_id AND x.state = 'published'
        WHERE a.staff_id = ${staffId} AND a.unit_id = p.unit_id AND a.school_year_id = p.school_year_id
          AND a.subject_code = l.subject_code AND c.grade = l.grade)
    ), line AS (
      SELECT id AS lesson_id, id AS ancestor, copied_from FROM current
      UNION ALL
      SELECT line.lesson_id, l.id, l.copied_from FROM line JOIN education_plan.lesson l ON l.id = line.copied_from
      JOIN education_plan.plan p ON p.id = l.plan_id AND p.school_year_id = ${year.id}
    )
    SELECT c.id AS "lessonId", c.title, c.subject_code AS "subjectCode", c.grade, c.periods, coalesce(t.week, c.week) AS week, c.requirement,
      coalesce(t.equipment, c.equipment) AS equipment,
      (SELECT w.id FROM lessons.lesson_plan w JOIN line ON line.ancestor = w.programme_lesson_id AND line.lesson_id = c.id
       WHERE w.staff_id = ${staffId} ORDER BY w.changed_at DESC, w.id DESC LIMIT 1) AS "planId"
    FROM current c LEFT JOIN education_plan.teacher_lesson t ON t.lesson_id = c.id AND t.staff_id = ${staffId}
    ORDER BY c.grade, c.subject_code, coalesce(t.week, c.week), c.position, c.id`.execute(tx);
  return rows;
}

/** Subjects and grades that the published assignment gives a teacher. */
export async function listTaught(
  tx: ReadTx,
  { school, year }: Place,
  staffId: string,
): Promise<{ subjectCode: string; grade: number }[]> {
  const { rows } = await sql<{ subjectCode: string; grade: number }>`
    SELECT DISTINCT a.subject_code AS "subjectCode", c.grade FROM staffing.teaching_assignment a JOIN people.school_class c ON c.id = a.class_id
    JOIN staffing.assignment_plan x ON x.unit_id = a.unit_id AND x.school_year_id = a.school_year_id AND x.state = 'published'
    WHERE a.staff_id = ${staffId} AND a.unit_id = ${school.id} AND a.school_year_id = ${year.id} ORDER BY 2, 1`.execute(
    tx,
  );
  return rows;
}
