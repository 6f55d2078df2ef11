import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';

export type LeaveState = 'asked' | 'accepted' | 'refused' | 'withdrawn';

export interface Leave {
  readonly id: string;
  readonly pupilId: string;
  readonly pupil: string;
  readonly className: string | null;
  readonly days: readonly string[];
  readonly sessions: readonly (1 | 2)[];
  readonly reason: string;
  readonly state: LeaveState;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decisionNote: string | null;
}

/** Leave in reach, what waits first, then the latest; of one only when `id` is given. */
export async function listLeaves(tx: ReadTx, id: string | null = null): Promise<Leave[]> {
  const { rows } = await sql<Leave>`
    SELECT l.id, l.pupil_id AS "pupilId", p.full_name AS pupil, c.name AS "className", to_jsonb(l.days) AS days, l.sessions, l.reason, l.state,
      l.asked_by AS "askedBy", l.asked_at AS "askedAt", l.decision_note AS "decisionNote"
    FROM gradebook.leave_request l JOIN people.pupil p ON p.id = l.pupil_id
    LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL LEFT JOIN people.school_class c ON c.id = e.class_id
    WHERE ${id}::uuid IS NULL OR l.id = ${id}::uuid
    ORDER BY l.state <> 'asked', l.asked_at DESC, l.id LIMIT 300`.execute(tx);
  return rows;
}

/** Undefined: no such pupil in reach in a class of the current year. */
export async function insertLeave(
  tx: WriteTx,
  asked: { pupilId: string; days: readonly string[]; sessions: readonly number[]; reason: string },
  by: { accountId: string; now: Date },
): Promise<{ id: string; pupil: string; tell: string | null } | undefined> {
  const { rows } = await sql<{ id: string; pupil: string; tell: string | null }>`
    WITH made AS (
      INSERT INTO gradebook.leave_request (id, pupil_id, unit_id, department_id, school_year_id, days, sessions, reason, asked_by, asked_at)
      SELECT ${uuidv7()}, e.pupil_id, e.unit_id, e.department_id, e.school_year_id, ${asked.days}::date[], ${asked.sessions}::smallint[],
        ${asked.reason}, ${by.accountId}::uuid, ${by.now}::timestamptz
      FROM people.enrolment e WHERE e.pupil_id = ${asked.pupilId} AND e.ends_on IS NULL RETURNING id, pupil_id)
    SELECT made.id, p.full_name AS pupil, gradebook.homeroom_account(p.id) AS tell FROM made JOIN people.pupil p ON p.id = made.pupil_id`.execute(
    tx,
  );
  return rows[0];
}

/** Moves a leave that was only asked; false: it is that no more. */
export async function moveLeave(
  tx: WriteTx,
  id: string,
  to: { state: LeaveState; by: string | null; now: Date | null; note: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE gradebook.leave_request SET state = ${to.state}, decided_by = ${to.by}::uuid, decided_at = ${to.now}::timestamptz,
      decision_note = ${to.note} WHERE id = ${id} AND state = 'asked' RETURNING id`.execute(tx);
  return rows.length > 0;
}

/**
 * Writes the days of accepted leave up to `today` that are not written yet as absences with leave; what attendance says of such a session
 * already gets the leave and its reason. Of one request only when `id` is given. Gives how many sessions.
 */
export async function writeLeaveDays(tx: WriteTx, today: string, id: string | null = null): Promise<number> {
  const { rows } = await sql<{ sessions: number }>`
    WITH due AS (
      SELECT l.* FROM gradebook.leave_request l WHERE l.state = 'accepted' AND (${id}::uuid IS NULL OR l.id = ${id}::uuid)
        AND EXISTS (SELECT FROM unnest(l.days) d WHERE d <= ${today}::date AND d > coalesce(l.written_until, '-infinity'))
    ), marked AS (
      UPDATE gradebook.leave_request l SET written_until = ${today}::date FROM due WHERE due.id = l.id
    ), written AS (
      INSERT INTO gradebook.absence AS a (id, pupil_id, unit_id, department_id, school_year_id, day, session, period, excused, reason)
      SELECT DISTINCT ON (l.pupil_id, d, s) organisation.uuid_v7(), l.pupil_id, l.unit_id, l.department_id, l.school_year_id, d, s, 0, true, l.reason
      FROM due l CROSS JOIN unnest(l.days) d CROSS JOIN unnest(l.sessions) s
      WHERE d <= ${today}::date AND d > coalesce(l.written_until, '-infinity')
      ON CONFLICT (pupil_id, day, session, period) DO UPDATE SET excused = true, reason = excluded.reason, version = a.version + 1
      RETURNING 1)
    SELECT count(*)::int AS sessions FROM written`.execute(tx);
  return rows[0]?.sessions ?? 0;
}
