import { type ReadTx, sql } from '#platform/db';
import type { Choice } from '#rules/curriculum';
import type { MarksRow, ResultLevel } from '../rules/index.ts';
import type { TakenInstead } from '../rules/studied.ts';
import { seatsElsewhere } from './seats.ts';

/** The class a pupil sat in (at the end of) a school year. */
export interface ClassOfYear {
  readonly className: string;
  readonly grade: number;
  readonly specialisedSubject: string | null;
  readonly choices: readonly Choice[];
  /** Electives taken in place of those of the class. */
  readonly instead: readonly TakenInstead[];
  readonly unitId: string;
  readonly school: string;
  readonly schoolYearId: string;
  readonly schoolYear: string;
  readonly endsOn: string;
}

/** Year by year, the oldest first; none: no pupil whose marks the person may read. */
export async function listClassesOfPupil(tx: ReadTx, pupilId: string): Promise<ClassOfYear[]> {
  const { rows } = await sql<ClassOfYear>`
    SELECT class_name AS "className", grade, specialised_subject AS "specialisedSubject", choices, unit_id AS "unitId", school,
      c.school_year_id AS "schoolYearId", school_year AS "schoolYear", ends_on AS "endsOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('ownCode', s.own_code, 'takenCode', s.subject_code))
        FROM ${seatsElsewhere(sql.ref('c.unit_id'), sql.ref('c.school_year_id'))} s WHERE s.pupil_id = ${pupilId}), '[]') AS instead
    FROM gradebook.classes_of_pupil(${pupilId}) c ORDER BY starts_on`.execute(tx);
  return rows;
}

/** What a pupil has in one school year. */
export interface YearOfPupil {
  readonly schoolYearId: string;
  readonly marks: readonly (MarksRow & { readonly subjectCode: string; readonly semester: 1 | 2 })[];
  readonly notAssessed: readonly string[];
  readonly conduct1: ResultLevel | null;
  readonly conduct2: ResultLevel | null;
  readonly conductAfterSummer: ResultLevel | null;
  /** Days with a whole session missed (ASM-20), and those of them with leave. */
  readonly absentSessions: number;
  readonly excusedSessions: number;
  readonly retests: Readonly<Record<string, number>>;
}

/** All years of a pupil in one pass, as far as the person may read them; nothing in a year: left out. */
export async function listYearsOfPupil(tx: ReadTx, pupilId: string): Promise<YearOfPupil[]> {
  const { rows } = await sql<YearOfPupil>`
    WITH marks AS (
      SELECT school_year_id, jsonb_agg(jsonb_build_object('subjectCode', subject_code, 'semester', semester, 'regular', regular,
        'midterm', midterm, 'final', final)) AS list
      FROM gradebook.subject_marks WHERE pupil_id = ${pupilId} GROUP BY 1
    ), away AS (
      SELECT school_year_id, count(DISTINCT day)::int AS sessions, count(DISTINCT day) FILTER (WHERE excused)::int AS excused
      FROM gradebook.absence WHERE pupil_id = ${pupilId} AND period = 0 GROUP BY 1
    ), freed AS (
      SELECT school_year_id, array_agg(subject_code) AS codes FROM gradebook.exemption
      WHERE pupil_id = ${pupilId} AND kind IN ('exempt', 'iep') GROUP BY 1
    ), again AS (
      SELECT school_year_id, jsonb_object_agg(subject_code, value) AS values FROM gradebook.retest WHERE pupil_id = ${pupilId} GROUP BY 1
    ), led AS (
      SELECT school_year_id, semester1, semester2, after_summer FROM gradebook.conduct WHERE pupil_id = ${pupilId}
    )
    SELECT school_year_id AS "schoolYearId", coalesce(marks.list, '[]') AS marks, coalesce(freed.codes, '{}') AS "notAssessed",
      led.semester1 AS conduct1, led.semester2 AS conduct2, led.after_summer AS "conductAfterSummer",
      coalesce(away.sessions, 0) AS "absentSessions", coalesce(away.excused, 0) AS "excusedSessions", coalesce(again.values, '{}') AS retests
    FROM marks FULL JOIN away USING (school_year_id) FULL JOIN freed USING (school_year_id) FULL JOIN again USING (school_year_id)
    FULL JOIN led USING (school_year_id)`.execute(tx);
  return rows;
}

/** The name of a pupil in reach. */
export async function selectPupilNameOptional(tx: ReadTx, pupilId: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    SELECT full_name AS name FROM people.pupil WHERE id = ${pupilId}`.execute(tx);
  return rows[0]?.name;
}
