import { type ReadTx, sql } from '#platform/db';
import type { Choice } from '#rules/curriculum';
import type { MarksRow, ResultLevel } from '../rules/index.ts';
import type { TakenInstead } from '../rules/studied.ts';
import { seatsElsewhere } from './seats.ts';

/** A class whose results are asked for. */
export interface BookClass {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly specialisedSubject: string | null;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly schoolYear: string;
  /** Last day of the school year, 'YYYY-MM-DD'. */
  readonly endsOn: string;
  readonly choices: readonly Choice[];
  /** Whether the person asking is its homeroom teacher. */
  readonly led: boolean;
}

/** Undefined: no such class in reach. */
export async function selectBookClassOptional(tx: ReadTx, classId: string): Promise<BookClass | undefined> {
  const { rows } = await sql<BookClass>`
    SELECT c.id, c.name, c.grade, c.specialised_subject AS "specialisedSubject", c.unit_id AS "unitId", c.department_id AS "departmentId",
      y.id AS "schoolYearId", y.name AS "schoolYear", y.ends_on AS "endsOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', o.kind, 'subjectCode', o.subject_code, 'periods', o.periods, 'reason', o.reason))
        FROM curriculum.class_choice o WHERE o.class_id = c.id), '[]') AS choices,
      EXISTS (SELECT FROM people.staff_member s WHERE s.id = c.homeroom_staff_id AND s.account_id = organisation.current_account()) AS led
    FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id WHERE c.id = ${classId}`.execute(
    tx,
  );
  return rows[0];
}

export interface BookMarks extends MarksRow {
  readonly subjectCode: string;
  readonly semester: 1 | 2;
}

/** A pupil of a class with everything the results stand on. */
export interface BookPupil {
  readonly pupilId: string;
  readonly name: string;
  readonly rollNumber: number | null;
  readonly marks: readonly BookMarks[];
  /** Subjects not assessed. */
  readonly notAssessed: readonly string[];
  /** Electives taken in place of those of the class. */
  readonly instead: readonly TakenInstead[];
  readonly conduct1: ResultLevel | null;
  readonly conduct2: ResultLevel | null;
  readonly conductAfterSummer: ResultLevel | null;
  readonly comment1: string | null;
  readonly comment2: string | null;
  /** 0: no conduct yet. */
  readonly conductVersion: number;
  /** Days with a whole session missed: one session a day is counted (ASM-20). */
  readonly absentSessions: number;
  readonly retests: Readonly<Record<string, number>>;
}

/** Subject, semester, regular, midterm, final. */
type MarksList = readonly [string, 1 | 2, MarksRow['regular'], MarksRow['midterm'], MarksRow['final']];

/** The pupils of some classes of one school with their whole year, by class and roll number; a fixed number of passes. */
export async function listBook(
  tx: ReadTx,
  classIds: readonly string[],
): Promise<(BookPupil & { readonly classId: string })[]> {
  type Row = Omit<BookPupil, 'marks'> & { classId: string; marks: readonly MarksList[] };
  const { rows } = await sql<Row>`
    WITH roster AS (
      SELECT e.class_id, e.pupil_id, e.roll_number, e.school_year_id FROM people.enrolment e
      WHERE e.class_id = ANY (${classIds}::uuid[]) AND (e.ends_on IS NULL OR e.ended_as = 'completed')
    ), marks AS (
      -- Bare lists: naming each mark would take three times as long to write and to read.
      SELECT m.pupil_id, json_agg(json_build_array(m.subject_code, m.semester, m.regular, m.midterm, m.final)) AS list
      FROM gradebook.subject_marks m JOIN roster r ON r.pupil_id = m.pupil_id AND r.school_year_id = m.school_year_id GROUP BY m.pupil_id
    ), away AS (
      SELECT a.pupil_id, count(DISTINCT a.day)::int AS sessions FROM gradebook.absence a
      JOIN roster r ON r.pupil_id = a.pupil_id AND r.school_year_id = a.school_year_id WHERE a.period = 0 GROUP BY a.pupil_id
    ), freed AS (
      SELECT x.pupil_id, array_agg(x.subject_code) AS codes FROM gradebook.exemption x
      JOIN roster r ON r.pupil_id = x.pupil_id AND r.school_year_id = x.school_year_id WHERE x.kind IN ('exempt', 'iep') GROUP BY x.pupil_id
    ), seats AS (
      SELECT s.pupil_id, jsonb_agg(jsonb_build_object('ownCode', s.own_code, 'takenCode', s.subject_code)) AS list
      FROM (SELECT DISTINCT c.unit_id, c.school_year_id FROM people.school_class c WHERE c.id = ANY (${classIds}::uuid[])) place
      CROSS JOIN LATERAL ${seatsElsewhere(sql.ref('place.unit_id'), sql.ref('place.school_year_id'))} s GROUP BY s.pupil_id
    ), again AS (
      SELECT t.pupil_id, jsonb_object_agg(t.subject_code, t.value) AS values FROM gradebook.retest t
      JOIN roster r ON r.pupil_id = t.pupil_id AND r.school_year_id = t.school_year_id GROUP BY t.pupil_id
    )
    SELECT r.class_id AS "classId", r.pupil_id AS "pupilId", p.full_name AS name, r.roll_number AS "rollNumber",
      coalesce(marks.list, '[]') AS marks, coalesce(freed.codes, '{}') AS "notAssessed",
      coalesce(seats.list, '[]') AS instead, k.semester1 AS conduct1, k.semester2 AS conduct2,
      k.after_summer AS "conductAfterSummer", k.comment1, k.comment2, coalesce(k.version, 0) AS "conductVersion",
      coalesce(away.sessions, 0) AS "absentSessions", coalesce(again.values, '{}') AS retests
    FROM roster r JOIN people.pupil p ON p.id = r.pupil_id
    LEFT JOIN marks ON marks.pupil_id = r.pupil_id LEFT JOIN away ON away.pupil_id = r.pupil_id
    LEFT JOIN freed ON freed.pupil_id = r.pupil_id LEFT JOIN seats ON seats.pupil_id = r.pupil_id LEFT JOIN again ON again.pupil_id = r.pupil_id
    LEFT JOIN gradebook.conduct k ON k.pupil_id = r.pupil_id AND k.school_year_id = r.school_year_id
    ORDER BY r.class_id, r.roll_number NULLS LAST, p.given_name, p.family_name, p.id`.execute(tx);
  return rows.map((row) => ({
    ...row,
    marks: row.marks.map(([subjectCode, semester, regular, midterm, final]) => ({
      subjectCode,
      semester,
      regular,
      midterm,
      final,
    })),
  }));
}
