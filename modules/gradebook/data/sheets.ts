import { v7 as uuidv7 } from 'uuid';
import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Choice } from '#rules/curriculum';
import type { MarksRow } from '../rules/index.ts';
import type { TakenInstead } from '../rules/studied.ts';

/** Of an elective block: the group that a pupil learns a subject in. */
export interface Seat extends TakenInstead {
  readonly pupilId: string;
  /** Who teaches the group, and so assesses the pupil; null: nobody yet. */
  readonly teacher: string | null;
  /** Whether that is the person asking. */
  readonly mine: boolean;
}

/** The class of a sheet with everything that decides who may write into it and when. */
export interface SheetGround {
  readonly classId: string;
  readonly className: string;
  readonly grade: number;
  readonly specialisedSubject: string | null;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly schoolYear: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly lockedAt: string | null;
  readonly termNote: string | null;
  readonly termVersion: number;
  readonly choices: readonly Choice[];
  /** Pupils of the class who learn the subject in an elective group, or another one in its place. */
  readonly seats: readonly Seat[];
  /** Strands of the subject that the person asking teaches here by the published assignment ('' the whole); empty: none. */
  readonly assigned: readonly string[];
}

/** Which sheet: a class, a subject, a semester. */
export interface SheetKey {
  readonly classId: string;
  readonly subjectCode: string;
  readonly semester: 1 | 2;
}

/** Undefined: no such class in the reach of the person asking. `today` decides who is still on the staff. */
export async function selectSheetGroundOptional(
  tx: ReadTx,
  { classId, subjectCode, semester }: SheetKey,
  today: string,
): Promise<SheetGround | undefined> {
  const { rows } = await executePrepared(
    tx,
    sql<SheetGround>`
    SELECT c.id AS "classId", c.name AS "className", c.grade, c.specialised_subject AS "specialisedSubject", c.unit_id AS "unitId",
      c.department_id AS "departmentId", y.id AS "schoolYearId", y.name AS "schoolYear", s.starts_on AS "startsOn", s.ends_on AS "endsOn",
      t.opens_on AS "opensOn", t.closes_on AS "closesOn", t.locked_at AS "lockedAt", t.note AS "termNote",
      coalesce(t.version, 0) AS "termVersion",
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', o.kind, 'subjectCode', o.subject_code, 'periods', o.periods, 'reason', o.reason))
        FROM curriculum.class_choice o WHERE o.class_id = c.id), '[]') AS choices,
      coalesce((SELECT jsonb_agg(jsonb_build_object('pupilId', seat.pupil_id, 'ownCode', seat.own_code, 'takenCode', seat.subject_code,
          'teacher', m.full_name, 'mine', coalesce(m.account_id = organisation.current_account(), false)
            AND (m.left_on IS NULL OR m.left_on > ${today}::date)))
        FROM gradebook.seats_in_sight(c.unit_id, c.school_year_id) seat LEFT JOIN people.staff_member m ON m.id = seat.teacher_id
        WHERE seat.class_id = c.id AND ${subjectCode} IN (seat.own_code, seat.subject_code)), '[]') AS seats,
      ARRAY(SELECT a.strand FROM staffing.teaching_assignment a
        JOIN people.staff_member m ON m.id = a.staff_id AND m.account_id = organisation.current_account()
          AND (m.left_on IS NULL OR m.left_on > ${today}::date)
        JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
        WHERE a.class_id = c.id AND a.subject_code = ${subjectCode}
          AND CASE ${semester}::int WHEN 1 THEN a.periods_1 ELSE a.periods_2 END > 0) AS assigned
    FROM people.school_class c
    JOIN organisation.school_year y ON y.id = c.school_year_id
    JOIN organisation.semester s ON s.school_year_id = y.id AND s.number = ${semester}::int
    LEFT JOIN gradebook.term t ON t.unit_id = c.unit_id AND t.school_year_id = y.id AND t.semester = s.number
    WHERE c.id = ${classId}`,
  );
  return rows[0];
}

/** A pupil of the class with the marks of one subject and semester. */
export interface SheetRow extends MarksRow {
  readonly pupilId: string;
  readonly name: string;
  readonly rollNumber: number | null;
  readonly marksId: string | null;
  /** 0: no row yet. */
  readonly version: number;
  readonly comment: string | null;
  readonly exemption: 'exempt' | 'practice' | 'reduced' | 'iep' | null;
}

/** The roster on a day, in the order of the roll numbers, with the marks; of a year that is over, whoever completed it. */
export async function listSheetRows(
  tx: ReadTx,
  { classId, subjectCode, semester }: SheetKey,
  today: string,
): Promise<SheetRow[]> {
  const { rows } = await executePrepared(
    tx,
    sql<SheetRow>`
    SELECT e.pupil_id AS "pupilId", p.full_name AS name, e.roll_number AS "rollNumber", m.id AS "marksId",
      coalesce(m.version, 0) AS version, coalesce(m.regular, '{}') AS regular, m.midterm, m.final, m.comment, x.kind AS exemption
    FROM people.school_class c
    JOIN people.enrolment e ON e.unit_id = c.unit_id AND e.class_id = c.id AND e.starts_on <= ${today}::date
      AND (e.ends_on IS NULL OR e.ends_on > ${today}::date OR e.ended_as = 'completed')
    JOIN people.pupil p ON p.id = e.pupil_id
    LEFT JOIN gradebook.subject_marks m ON m.pupil_id = e.pupil_id AND m.school_year_id = c.school_year_id
      AND m.subject_code = ${subjectCode} AND m.semester = ${semester}
    LEFT JOIN gradebook.exemption x ON x.pupil_id = e.pupil_id AND x.school_year_id = c.school_year_id AND x.subject_code = ${subjectCode}
    WHERE c.id = ${classId}
    ORDER BY e.roll_number NULLS LAST, p.given_name, p.family_name, p.id`,
  );
  return rows;
}

export interface ChangedRow extends MarksRow {
  readonly pupilId: string;
  readonly comment: string | null;
  /** The version that was read; 0: there was no row. */
  readonly version: number;
}

/**
 * Writes whole rows in one statement, through `gradebook.write_marks`, which asks once whether the person may. Gives the pupils whose row was written: one that is missing was changed by somebody else since its
 * version was read.
 */
export async function writeMarks(
  tx: WriteTx,
  { unitId, schoolYearId }: Pick<SheetGround, 'unitId' | 'schoolYearId'>,
  {
    subjectCode,
    semester,
    judged,
  }: Pick<SheetKey, 'subjectCode' | 'semester'> & { judged: 'score' | 'comment' },
  rows: readonly ChangedRow[],
  reason: string | null,
): Promise<Set<string>> {
  const given = JSON.stringify(
    rows.map(({ pupilId, regular, midterm, final, comment, version }) => ({
      id: uuidv7(),
      p: pupilId,
      r: regular,
      m: midterm,
      f: final,
      c: comment,
      v: version,
    })),
  );
  const written = await executePrepared(
    tx,
    sql<{ pupil: string }>`
    SELECT pupil FROM gradebook.write_marks(${unitId}, ${schoolYearId}, ${subjectCode}, ${semester}::smallint, ${judged}, ${reason},
      ${given}::jsonb) AS pupil`,
  );
  return new Set(written.rows.map(({ pupil }) => pupil));
}

/** One change of a row of marks as the audit trail has it; null: there was no row. */
export interface MarksChange {
  readonly at: string;
  readonly accountId: string | null;
  readonly before: StoredMarks | null;
  readonly after: StoredMarks | null;
}
export interface StoredMarks extends MarksRow {
  readonly comment: string | null;
  readonly reason: string | null;
}

/** Every change of a row of marks, oldest first; `marksId` of a row that the person asking sees. */
export async function listMarksChanges(tx: ReadTx, marksId: string): Promise<MarksChange[]> {
  const { rows } = await sql<MarksChange>`
    SELECT at, account_id AS "accountId", before, after FROM gradebook.marks_history(${marksId})`.execute(tx);
  return rows;
}
