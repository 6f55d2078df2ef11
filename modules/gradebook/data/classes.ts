import { type ReadTx, sql } from '#platform/db';

/** A class of the current year whose pupils the person asking sees. */
export interface ClassInReach {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  /** Whether the person asking is its homeroom teacher. */
  readonly led: boolean;
  readonly pupils: number;
}

/** Classes of the own school this year, those led first; for a teacher only those taught or led. */
export async function listClassesInReach(tx: ReadTx): Promise<ClassInReach[]> {
  const { rows } = await sql<ClassInReach>`
    SELECT c.id, c.name, c.grade, coalesce(s.account_id = organisation.current_account(), false) AS led, count(e.pupil_id)::int AS pupils
    FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
    JOIN people.enrolment e ON e.unit_id = c.unit_id AND e.class_id = c.id AND e.ends_on IS NULL
    LEFT JOIN people.staff_member s ON s.id = c.homeroom_staff_id
    WHERE c.unit_id = people.my_school()
    GROUP BY c.id, s.account_id ORDER BY led DESC, c.grade, length(c.name), c.name`.execute(tx);
  return rows;
}
