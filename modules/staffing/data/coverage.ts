import { type ReadTx, sql } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { yearlyMean } from '#rules/curriculum';
import {
  isComplete,
  loadState,
  type SubjectCapacity,
  subjectCapacity,
  surplus,
  teacherNorm,
} from '../rules/index.ts';
import type { LoadState } from '../rules/load.ts';
import { type AssignmentRow, type Ground, listAssignments, loadGrounds, type Year } from './ground.ts';

async function selectYear(tx: ReadTx, yearId: string, today: string): Promise<Year> {
  const { rows } = await sql<Year>`
    SELECT id, name, least(greatest(${today}::date, starts_on), ends_on) AS "asOf" FROM organisation.school_year
    WHERE id = ${yearId}`.execute(tx);
  if (!rows[0]) throw new RangeError('no such school year in the department');
  return rows[0];
}

export interface TeacherLoad {
  readonly staffId: string;
  readonly name: string;
  readonly teamId: string | null;
  /** Periods a week. */
  readonly norm: number;
  readonly load: number;
  readonly surplus: number;
  readonly state: LoadState;
}

/** Load of every teacher of a school in a year against the norm; `today` ('YYYY-MM-DD') decides who is on the staff. */
export async function teacherLoads(
  tx: ReadTx,
  unitId: string,
  yearId: string,
  today: string,
): Promise<TeacherLoad[]> {
  const year = await selectYear(tx, yearId, today);
  const programme = programmeOfYear(year.name);
  const [ground] = await loadGrounds(tx, [unitId], year);
  if (!ground) return [];
  const own = Map.groupBy(ground.assignments, ({ staffId }) => staffId);
  return ground.teachers.map(({ id, name, teamId, norm, elsewhere }) => {
    const here = (own.get(id) ?? []).reduce((sum, { periods }) => sum + yearlyMean(programme, periods), 0);
    const load = Math.round((here + elsewhere) * 10) / 10;
    return {
      staffId: id,
      name,
      teamId,
      norm,
      load,
      surplus: surplus(load, norm),
      state: loadState(load, norm),
    };
  });
}

export interface SchoolCapacity {
  readonly unitId: string;
  /** Mean periods a week, all subjects. */
  readonly need: number;
  readonly have: number;
  readonly subjects: readonly SubjectCapacity[];
}

/** Need against capacity by subject of one school. */
export function capacityOf(ground: Ground, year: Year): SchoolCapacity {
  const programme = programmeOfYear(year.name);
  const need = new Map<string, number>();
  for (const { needs } of ground.classes) {
    for (const { subjectCode, periodsPerYear } of needs) {
      need.set(subjectCode, (need.get(subjectCode) ?? 0) + periodsPerYear / 35);
    }
  }
  const order = programme.subjects.flatMap(({ code }) =>
    need.has(code) ? [{ subjectCode: code, periods: need.get(code)! }] : [],
  );
  const level = ground.school.teachesLower ? 'lower' : 'upper';
  const subjects = subjectCapacity(
    order,
    ground.teachers.map((one) => ({ ...one, norm: Math.max(0, one.norm - one.givenAway) })),
    teacherNorm.value[ground.school.schoolKind][level],
  );
  const sum = (values: readonly number[]) => Math.round(values.reduce((all, one) => all + one, 0) * 10) / 10;
  return {
    unitId: ground.school.id,
    need: sum(order.map(({ periods }) => periods)),
    have: sum(ground.teachers.map(({ norm, givenAway }) => Math.max(0, norm - givenAway))),
    subjects,
  };
}

/** Need against capacity by subject (periods a week and full posts) of these schools in a year, set-based. */
export async function capacityBySubject(
  tx: ReadTx,
  unitIds: readonly string[],
  yearId: string,
  today: string,
): Promise<SchoolCapacity[]> {
  const year = await selectYear(tx, yearId, today);
  return (await loadGrounds(tx, unitIds, year)).map((ground) => capacityOf(ground, year));
}

export interface Completeness {
  readonly unitId: string;
  /** Class x subject. */
  readonly cells: number;
  readonly complete: number;
  readonly published: boolean;
}

/** How many cells of a school's assignment have what they need. */
export function completenessOf({ classes, assignments }: Ground): { cells: number; complete: number } {
  const rows = Map.groupBy(assignments, ({ classId, subjectCode }) => `${classId} ${subjectCode}`);
  const done = classes.flatMap(({ id, needs }) =>
    needs.map((need) => isComplete(need, rows.get(`${id} ${need.subjectCode}`) ?? [])),
  );
  return { cells: done.length, complete: done.filter(Boolean).length };
}

/** Schools whose assignment of the year is published. */
export async function listPublished(
  tx: ReadTx,
  unitIds: readonly string[],
  yearId: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ unitId: string }>`
    SELECT unit_id AS "unitId" FROM staffing.assignment_plan
    WHERE unit_id = ANY (${unitIds}::uuid[]) AND school_year_id = ${yearId} AND state = 'published'`.execute(
    tx,
  );
  return new Set(rows.map(({ unitId }) => unitId));
}

/** The teaching assignment of a school for a year, once it is published; undefined: it is not. Periods a week by semester. */
export async function publishedAssignments(
  tx: ReadTx,
  unitId: string,
  yearId: string,
): Promise<AssignmentRow[] | undefined> {
  const published = await listPublished(tx, [unitId], yearId);
  return published.has(unitId) ? listAssignments(tx, [unitId], yearId) : undefined;
}

/** Whether the assignments of these schools are complete and published. */
export async function assignmentComplete(
  tx: ReadTx,
  unitIds: readonly string[],
  yearId: string,
  today: string,
): Promise<Completeness[]> {
  const year = await selectYear(tx, yearId, today);
  const [grounds, published] = await Promise.all([
    loadGrounds(tx, unitIds, year),
    listPublished(tx, unitIds, yearId),
  ]);
  return grounds.map((ground) => ({
    unitId: ground.school.id,
    ...completenessOf(ground),
    published: published.has(ground.school.id),
  }));
}

/** Open schools that the person asking reaches, with the commune or department above and their pupils by level this year. */
export async function listReachedSchools(
  tx: ReadTx,
  schoolYearId: string,
): Promise<{ id: string; place: string | null; lower: number; upper: number }[]> {
  const { rows } = await sql<{ id: string; place: string | null; lower: number; upper: number }>`
    WITH pupil AS (
      SELECT e.unit_id, count(*) FILTER (WHERE c.grade <= 9)::int AS lower, count(*) FILTER (WHERE c.grade > 9)::int AS upper
      FROM people.enrolment e JOIN people.school_class c ON c.id = e.class_id
      WHERE e.school_year_id = ${schoolYearId} AND (e.ends_on IS NULL OR e.ended_as = 'completed') GROUP BY e.unit_id
    )
    SELECT u.id, above.name AS place, coalesce(p.lower, 0) AS lower, coalesce(p.upper, 0) AS upper
    FROM organisation.unit u LEFT JOIN organisation.unit above ON above.id = u.parent_id LEFT JOIN pupil p ON p.unit_id = u.id
    WHERE u.kind = 'school' AND u.closed_on IS NULL AND CASE (SELECT organisation.current_scope())
      WHEN 'department' THEN true
      ELSE u.id IN (SELECT reach.descendant_id FROM organisation.unit_reach reach
        WHERE reach.ancestor_id = (SELECT organisation.current_unit())) END
    ORDER BY above.position NULLS FIRST, above.name, u.position, u.name, u.id`.execute(tx);
  return rows;
}
