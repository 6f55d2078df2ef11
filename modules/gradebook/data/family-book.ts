import { type ReadTx, sql } from '#platform/db';

/** The class the pupil sits in now; undefined: none, or no pupil of the person asking. */
export async function selectClassOfPupilOptional(
  tx: ReadTx,
  pupilId: string,
): Promise<{ classId: string } | undefined> {
  const { rows } = await sql<{ classId: string }>`
    SELECT e.class_id AS "classId" FROM people.enrolment e
    WHERE e.pupil_id = ${pupilId} AND (e.ends_on IS NULL OR e.ended_as = 'completed')
    ORDER BY e.ends_on IS NOT NULL, e.starts_on DESC LIMIT 1`.execute(tx);
  return rows[0];
}

export interface SubjectRemark {
  readonly subjectCode: string;
  readonly semester: 1 | 2;
  readonly comment: string;
}

/** The subject teachers' remarks on a pupil in a year. */
export async function listRemarks(
  tx: ReadTx,
  pupilId: string,
  schoolYearId: string,
): Promise<SubjectRemark[]> {
  const { rows } = await sql<SubjectRemark>`
    SELECT subject_code AS "subjectCode", semester, comment FROM gradebook.subject_marks
    WHERE pupil_id = ${pupilId} AND school_year_id = ${schoolYearId} AND comment IS NOT NULL`.execute(tx);
  return rows;
}

export interface PupilAbsence {
  readonly day: string;
  readonly session: 1 | 2;
  readonly period: number;
  readonly excused: boolean;
  readonly reason: string | null;
  readonly online: 'noConnection' | 'leftEarly' | null;
}

/** Absences of a pupil in a year, the latest first. */
export async function listAbsencesOfPupil(
  tx: ReadTx,
  pupilId: string,
  schoolYearId: string,
): Promise<PupilAbsence[]> {
  const { rows } = await sql<PupilAbsence>`
    SELECT day, session, period, excused, reason, online FROM gradebook.absence
    WHERE pupil_id = ${pupilId} AND school_year_id = ${schoolYearId} ORDER BY day DESC, session, period LIMIT 500`.execute(
    tx,
  );
  return rows;
}
