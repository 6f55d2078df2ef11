import { type ReadTx, sql } from '#platform/db';

export interface RosterPupil {
  readonly pupilId: string;
  readonly name: string;
  readonly rollNumber: number | null;
  /** Days of the year with a whole session missed. */
  readonly absentSessions: number;
}

/** Pupils who sat in a class on a day, by roll number, with the sessions they have missed this year. */
export async function listRosterOn(tx: ReadTx, classId: string, day: string): Promise<RosterPupil[]> {
  const { rows } = await sql<RosterPupil>`
    SELECT e.pupil_id AS "pupilId", p.full_name AS name, e.roll_number AS "rollNumber",
      (SELECT count(DISTINCT a.day)::int FROM gradebook.absence a
       WHERE a.pupil_id = e.pupil_id AND a.school_year_id = e.school_year_id AND a.period = 0) AS "absentSessions"
    FROM people.enrolment e JOIN people.pupil p ON p.id = e.pupil_id
    WHERE e.class_id = ${classId} AND e.starts_on <= ${day}::date AND (e.ends_on IS NULL OR e.ends_on > ${day}::date OR e.ended_as = 'completed')
    ORDER BY e.roll_number NULLS LAST, p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

/** Accounts of the guardians of these pupils, of those who have one. */
export async function listGuardianAccounts(
  tx: ReadTx,
  pupilIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (pupilIds.length === 0) return new Map();
  const { rows } = await sql<{ pupilId: string; accounts: string[] }>`
    SELECT pupil_id AS "pupilId", array_agg(DISTINCT account_id) AS accounts FROM people.guardian
    WHERE pupil_id = ANY (${pupilIds}::uuid[]) AND account_id IS NOT NULL GROUP BY pupil_id`.execute(tx);
  return new Map(rows.map(({ pupilId, accounts }) => [pupilId, accounts]));
}
