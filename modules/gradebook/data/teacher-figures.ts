import { type ReadTx, sql } from '#platform/db';
import type { Period } from '../rules/index.ts';

/** Distribution of one subject over the classes one teacher has in it. */
export interface TeacherFigure {
  readonly staffId: string;
  readonly teacher: string;
  readonly subjectCode: string;
  readonly classes: readonly string[];
  readonly sumTenths: number;
  /** Averages under 3.5, under 5.0, under 6.5, under 8.0, from 8.0. */
  readonly bands: readonly number[];
  /** Đạt, Chưa đạt. */
  readonly comments: readonly number[];
}

/**
 * By teacher and subject in a school, from the counts of the last night and the published assignment; a class that several teach in strands counts
 * for each. `onlyMine`: of the person asking.
 */
export async function listTeacherFigures(
  tx: ReadTx,
  at: { unitId: string; schoolYearId: string; period: Period; onlyMine: boolean },
): Promise<TeacherFigure[]> {
  const sums = (column: string, places: number) =>
    sql.raw(
      `ARRAY[${Array.from({ length: places }, (_, place) => `sum(f.${column}[${place + 1}])::int`).join(', ')}]`,
    );
  const { rows } = await sql<TeacherFigure>`
    SELECT s.id AS "staffId", s.full_name AS teacher, f.subject_code AS "subjectCode", array_agg(c.name ORDER BY c.grade, length(c.name), c.name) AS classes,
      sum(f.sum_tenths)::int AS "sumTenths", ${sums('bands', 5)} AS bands, ${sums('comments', 2)} AS comments
    FROM (SELECT DISTINCT a.staff_id, a.class_id, a.subject_code FROM staffing.teaching_assignment a
      JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
      WHERE a.unit_id = ${at.unitId} AND a.school_year_id = ${at.schoolYearId} AND a.staff_id IS NOT NULL) t
    JOIN people.staff_member s ON s.id = t.staff_id
    JOIN people.school_class c ON c.id = t.class_id
    JOIN gradebook.subject_figure f ON f.class_id = t.class_id AND f.subject_code = t.subject_code AND f.period = ${at.period}
    WHERE NOT ${at.onlyMine}::boolean OR s.account_id = organisation.current_account()
    GROUP BY s.id, s.full_name, s.given_name, f.subject_code ORDER BY f.subject_code, s.given_name, s.id`.execute(
    tx,
  );
  return rows;
}
