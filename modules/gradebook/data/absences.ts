import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

/** A session (period 0) or one period of it that a pupil missed, or was not connected to. */
export interface Absence {
  readonly pupilId: string;
  readonly session: 1 | 2;
  readonly period: number;
  readonly excused: boolean;
  readonly reason: string | null;
  /** Of what was held online; null: stayed away. */
  readonly online: 'noConnection' | 'leftEarly' | null;
}

/** Absences of a class on a day. */
export async function listAbsences(tx: ReadTx, classId: string, day: string): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    SELECT a.pupil_id AS "pupilId", a.session, a.period, a.excused, a.reason, a.online FROM gradebook.absence a
    WHERE a.day = ${day}::date AND a.pupil_id IN (SELECT e.pupil_id FROM people.enrolment e WHERE e.class_id = ${classId})
    ORDER BY a.session, a.period`.execute(tx);
  return rows;
}

/** Makes the absences of these pupils on a day exactly the given ones. */
export async function replaceAbsences(
  tx: WriteTx,
  at: { unitId: string; departmentId: string; schoolYearId: string; day: string },
  pupilIds: readonly string[],
  absences: readonly Absence[],
): Promise<void> {
  const given = JSON.stringify(absences.map((absence) => ({ ...absence, id: uuidv7() })));
  await sql`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${given}::jsonb) AS g (id uuid, "pupilId" uuid, session smallint, period smallint, excused boolean, reason text, online text)
    ), gone AS (
      DELETE FROM gradebook.absence a WHERE a.day = ${at.day}::date AND a.pupil_id = ANY (${pupilIds}::uuid[])
        AND NOT EXISTS (SELECT FROM wanted w WHERE w."pupilId" = a.pupil_id AND w.session = a.session AND w.period = a.period)
    )
    INSERT INTO gradebook.absence AS a (id, pupil_id, unit_id, department_id, school_year_id, day, session, period, excused, reason, online)
    SELECT w.id, w."pupilId", ${at.unitId}::uuid, ${at.departmentId}::uuid, ${at.schoolYearId}::uuid, ${at.day}::date, w.session, w.period,
      w.excused, w.reason, w.online FROM wanted w
    ON CONFLICT (pupil_id, day, session, period) DO UPDATE SET excused = excluded.excused, reason = excluded.reason, online = excluded.online,
      version = a.version + 1 WHERE (a.excused, a.reason, a.online) IS DISTINCT FROM (excluded.excused, excluded.reason, excluded.online)`.execute(
    tx,
  );
}
