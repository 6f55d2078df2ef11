import { shownStaffNames } from '#modules/people';
import { type ReadTx, sql } from '#platform/db';

export interface Week {
  readonly number: number;
  readonly semester: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A school and a school year. Days are 'YYYY-MM-DD'. */
export interface Place {
  readonly school: { readonly id: string; readonly name: string; readonly departmentId: string };
  readonly year: { readonly id: string; readonly name: string; readonly weeks: readonly Week[] };
}

/** A school year by name, else the current one, with its weeks. */
export async function selectYearOptional(
  tx: ReadTx,
  name: string | undefined,
): Promise<Place['year'] | undefined> {
  const { rows } = await sql<Place['year']>`
    SELECT y.id, y.name, coalesce((SELECT jsonb_agg(jsonb_build_object('number', w.number, 'semester', w.semester, 'startsOn', w.starts_on,
      'endsOn', w.ends_on) ORDER BY w.number) FROM organisation.school_week w WHERE w.school_year_id = y.id), '[]') AS weeks
    FROM organisation.school_year y WHERE ${name === undefined ? sql`y.is_current` : sql`y.name = ${name}`}`.execute(
    tx,
  );
  return rows[0];
}

/** The school by id, else the one the person works in. */
export async function selectSchoolOptional(
  tx: ReadTx,
  wanted: string | undefined,
): Promise<Place['school'] | undefined> {
  const { rows } = await sql<Place['school']>`
    SELECT id, name, department_id AS "departmentId" FROM organisation.unit
    WHERE id = coalesce(${wanted ?? null}::uuid, people.my_school()) AND kind = 'school'`.execute(tx);
  return rows[0];
}

/** The staff record of the person asking; `unitId`: the team of the school she acts in, else that school. */
export interface Me {
  readonly staffId: string;
  readonly name: string;
  readonly unitId: string;
}

export async function selectMeOptional(tx: ReadTx): Promise<Me | undefined> {
  const { rows } = await sql<Me>`
    SELECT s.id AS "staffId", s.full_name AS name, CASE WHEN t.parent_id = people.my_school() THEN t.id ELSE people.my_school() END AS "unitId"
    FROM people.staff_member s LEFT JOIN organisation.unit t ON t.id = s.team_id
    WHERE s.account_id = organisation.current_account()`.execute(tx);
  return rows[0];
}

export interface LogClass {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
  readonly schoolYear: string;
  readonly homeroom: string | null;
  /** The person asking is its homeroom teacher. */
  readonly led: boolean;
}

const classColumns = sql`c.id, c.name, c.grade, c.unit_id AS "unitId", c.department_id AS "departmentId", y.id AS "schoolYearId",
  y.name AS "schoolYear", s.full_name AS homeroom, coalesce(s.account_id = organisation.current_account(), false) AS led`;

export async function selectClassOptional(tx: ReadTx, classId: string): Promise<LogClass | undefined> {
  const { rows } = await sql<LogClass>`
    SELECT ${classColumns} FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id
    LEFT JOIN people.staff_member s ON s.id = c.homeroom_staff_id WHERE c.id = ${classId}`.execute(tx);
  return rows[0];
}

/** Classes of a school in a year, by grade and name. */
export async function listClasses(tx: ReadTx, { school, year }: Place): Promise<LogClass[]> {
  const { rows } = await sql<LogClass>`
    SELECT ${classColumns} FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id
    LEFT JOIN people.staff_member s ON s.id = c.homeroom_staff_id
    WHERE c.unit_id = ${school.id} AND c.school_year_id = ${year.id} ORDER BY c.grade, length(c.name), c.name`.execute(
    tx,
  );
  return rows;
}

export interface StaffName {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly teamId: string | null;
}

/** Names of staff, of those the person may see, as lists of the school call them. */
export async function listStaffNames(tx: ReadTx, ids: readonly string[]): Promise<StaffName[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StaffName & { unitId: string }>`
    SELECT id, coalesce(people.my_school(), unit_id) AS "unitId", full_name AS name, account_id AS "accountId", team_id AS "teamId" FROM people.staff_member
    WHERE id = ANY (${ids}::uuid[]) ORDER BY given_name, family_name, id`.execute(tx);
  const shown = await shownStaffNames(tx, [...new Set(rows.map(({ unitId }) => unitId))]);
  return rows.map(({ unitId, ...row }) => ({ ...row, name: shown({ unitId, id: row.id, name: row.name }) }));
}
