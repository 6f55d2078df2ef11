import { type ReadTx, sql } from '#platform/db';
import type { RegisterNames, RegisterPupil } from '../rules/index.ts';

/** Pupils of a class that the person asking sees, with their days missed by month; a day partly without leave counts as without. */
export async function listRegisterPupils(tx: ReadTx, classId: string): Promise<Map<string, RegisterPupil>> {
  const { rows } = await sql<RegisterPupil>`
    WITH roster AS (
      SELECT e.pupil_id, e.school_year_id FROM people.enrolment e
      WHERE e.class_id = ${classId} AND (e.ends_on IS NULL OR e.ended_as = 'completed')
    ), day AS (
      SELECT a.pupil_id, a.day, bool_and(a.excused) AS excused FROM gradebook.absence a
      JOIN roster r ON r.pupil_id = a.pupil_id AND r.school_year_id = a.school_year_id WHERE a.period = 0 GROUP BY a.pupil_id, a.day
    ), month AS (
      SELECT d.pupil_id, to_char(d.day, 'YYYY-MM') AS month, count(*) FILTER (WHERE d.excused)::int AS excused,
        count(*) FILTER (WHERE NOT d.excused)::int AS unexcused FROM day d GROUP BY 1, 2
    )
    SELECT r.pupil_id AS "pupilId", p.birth_date AS "birthDate", p.sex,
      coalesce((SELECT jsonb_object_agg(m.month, jsonb_build_object('excused', m.excused, 'unexcused', m.unexcused)) FROM month m
        WHERE m.pupil_id = r.pupil_id), '{}') AS months
    FROM roster r JOIN people.pupil p ON p.id = r.pupil_id`.execute(tx);
  return new Map(rows.map((row) => [row.pupilId, row]));
}

/** Names on the cover and under the tables of a class's book. */
export async function selectRegisterNames(tx: ReadTx, classId: string): Promise<RegisterNames> {
  const { rows } = await sql<RegisterNames>`
    SELECT u.name AS school, above.name AS superior, s.full_name AS homeroom,
      (SELECT p.full_name FROM people.staff_member p WHERE p.unit_id = c.unit_id AND p.post = 'principal' AND p.left_on IS NULL
       ORDER BY p.id LIMIT 1) AS principal
    FROM people.school_class c JOIN organisation.unit u ON u.id = c.unit_id LEFT JOIN organisation.unit above ON above.id = u.parent_id
    LEFT JOIN people.staff_member s ON s.id = c.homeroom_staff_id WHERE c.id = ${classId}`.execute(tx);
  return rows[0] ?? { school: '', superior: null, homeroom: null, principal: null };
}

/** Name of the person asking as staff, of her school and of what manages it. */
export async function selectTeacherNames(tx: ReadTx): Promise<RegisterNames & { readonly teacher: string }> {
  const { rows } = await sql<RegisterNames & { teacher: string }>`
    SELECT u.name AS school, above.name AS superior, NULL AS homeroom, s.full_name AS teacher,
      (SELECT p.full_name FROM people.staff_member p WHERE p.unit_id = u.id AND p.post = 'principal' AND p.left_on IS NULL
       ORDER BY p.id LIMIT 1) AS principal
    FROM people.staff_member s JOIN organisation.unit u ON u.id = people.my_school() LEFT JOIN organisation.unit above ON above.id = u.parent_id
    WHERE s.account_id = organisation.current_account() LIMIT 1`.execute(tx);
  return rows[0] ?? { school: '', superior: null, homeroom: null, principal: null, teacher: '' };
}
