import { listClassesWithChoices } from '#modules/curriculum';
import { shownStaffNames } from '#modules/people';
import { type ReadTx, sql } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { type BySemester, classProgramme, yearlyMean } from '#rules/curriculum';
import {
  type Assignment,
  type DutyKind,
  type Norm,
  type Qualification,
  type SchoolKind,
  type TaughtClass,
  type Teacher,
  weeklyNorm,
} from '../rules/index.ts';

export interface School {
  readonly id: string;
  readonly departmentId: string;
  readonly name: string;
  readonly schoolKind: SchoolKind;
  readonly zone: number | null;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
}

export interface Year {
  readonly id: string;
  readonly name: string;
  /** Day that decides who is on the staff and who has a small child: today, within the year. */
  readonly asOf: string;
}

export interface DutyRow {
  readonly id: string;
  readonly staffId: string;
  readonly kind: DutyKind;
  readonly periods: number;
  readonly paid: boolean;
  readonly note: string | null;
  readonly version: number;
}

/** A teacher with the norm and where it comes from. */
export interface StaffedTeacher extends Teacher {
  readonly post: string;
  readonly teamName: string | null;
  readonly base: number;
  readonly reductions: Norm['reductions'];
  readonly homerooms: readonly string[];
  readonly duties: readonly DutyRow[];
  /** The home school of a teacher posted here; null: this is the home school. */
  readonly postedFrom: string | null;
  /** Periods a week given to other schools by postings. */
  readonly givenAway: number;
}

/** Everything the assignment of one school stands on. */
export interface Ground {
  readonly school: School;
  readonly classes: readonly TaughtClass[];
  readonly teachers: readonly StaffedTeacher[];
  readonly assignments: readonly Assignment[];
}

interface StaffRow {
  readonly id: string;
  readonly unitId: string;
  readonly homeUnitId: string;
  readonly homeName: string;
  readonly name: string;
  readonly post: string;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly onProbation: boolean;
  readonly withInfant: boolean;
  /** Periods of the posting when posted here. */
  readonly hosted: number | null;
  readonly givenAway: number;
  readonly qualifications: readonly Qualification[];
}

export interface AssignmentRow {
  readonly unitId: string;
  readonly classId: string;
  readonly subjectCode: string;
  readonly strand: string;
  readonly staffId: string;
  readonly periods: BySemester;
  readonly exceptionReason: string | null;
}

/** Schools among these units, in the order of their names; the zone is the school's, else its commune's. */
export async function listSchools(tx: ReadTx, unitIds: readonly string[]): Promise<School[]> {
  const { rows } = await sql<School>`
    SELECT u.id, u.department_id AS "departmentId", u.name, u.school_kind AS "schoolKind", coalesce(u.zone, above.zone) AS zone,
      u.teaches_lower AS "teachesLower", u.teaches_upper AS "teachesUpper"
    FROM organisation.unit u LEFT JOIN organisation.unit above ON above.id = u.parent_id
    WHERE u.id = ANY (${unitIds}::uuid[]) AND u.kind = 'school' ORDER BY u.position, u.name, u.id`.execute(
    tx,
  );
  return rows;
}

/** Staff of these schools who teach, or may: the own and those posted there this year; by given name. */
async function listStaff(tx: ReadTx, unitIds: readonly string[], year: Year): Promise<StaffRow[]> {
  const ofSchools = sql<StaffRow>`
    WITH here AS (
      SELECT s.id, s.unit_id, NULL::numeric AS hosted FROM people.staff_member s WHERE s.unit_id = ANY (${unitIds}::uuid[])
      UNION ALL
      SELECT p.staff_id, p.unit_id, p.periods_per_week FROM people.staff_posting p
      WHERE p.unit_id = ANY (${unitIds}::uuid[]) AND p.school_year_id = ${year.id}
    ), skills AS (
      SELECT staff_id, jsonb_agg(jsonb_build_object('subjectCode', subject_code, 'strand', strand, 'lower', lower_level,
        'upper', upper_level) ORDER BY subject_code, strand) AS list
      FROM people.staff_subject WHERE staff_id IN (SELECT id FROM here) GROUP BY staff_id
    ), away AS (
      SELECT staff_id, sum(periods_per_week) AS periods FROM people.staff_posting
      WHERE school_year_id = ${year.id} AND staff_id IN (SELECT id FROM here) GROUP BY staff_id
    )
    SELECT s.id, here.unit_id AS "unitId", s.unit_id AS "homeUnitId", home.name AS "homeName", s.full_name AS name, s.post,
      s.team_id AS "teamId", team.name AS "teamName", s.on_probation AS "onProbation",
      coalesce(s.infant_until >= ${year.asOf}::date, false) AS "withInfant", here.hosted::float8 AS hosted,
      CASE WHEN here.hosted IS NULL THEN coalesce(away.periods, 0)::float8 ELSE 0 END AS "givenAway",
      coalesce(skills.list, '[]') AS qualifications
    FROM here JOIN people.staff_member s ON s.id = here.id
    JOIN organisation.unit home ON home.id = s.unit_id
    LEFT JOIN organisation.unit team ON team.id = s.team_id
    LEFT JOIN skills ON skills.staff_id = s.id
    LEFT JOIN away ON away.staff_id = s.id
    WHERE s.post IN ('principal', 'vicePrincipal', 'teacher', 'youthLeader')
      AND (s.left_on IS NULL OR s.left_on > ${year.asOf}::date)
    ORDER BY here.unit_id, team.position NULLS LAST, team.name, s.given_name, s.family_name, s.id`;
  const [{ rows }, shown] = await Promise.all([ofSchools.execute(tx), shownStaffNames(tx, unitIds)]);
  return rows.map((row) => ({ ...row, name: shown(row) }));
}

const assignmentColumns = sql`a.unit_id AS "unitId", a.class_id AS "classId", a.subject_code AS "subjectCode", a.strand,
  a.staff_id AS "staffId", jsonb_build_object('1', a.periods_1, '2', a.periods_2) AS periods, a.exception_reason AS "exceptionReason"`;

/** Rows of these schools in a year, by class, subject, strand. */
export async function listAssignments(
  tx: ReadTx,
  unitIds: readonly string[],
  schoolYearId: string,
): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`
    SELECT ${assignmentColumns} FROM staffing.teaching_assignment a
    WHERE a.unit_id = ANY (${unitIds}::uuid[]) AND a.school_year_id = ${schoolYearId}
    ORDER BY a.class_id, a.subject_code, a.strand, a.staff_id`.execute(tx);
  return rows;
}

/** What the staff of these schools teach in other schools. */
async function listElsewhere(
  tx: ReadTx,
  unitIds: readonly string[],
  schoolYearId: string,
): Promise<AssignmentRow[]> {
  const { rows } = await sql<AssignmentRow>`
    SELECT ${assignmentColumns} FROM staffing.teaching_assignment a JOIN people.staff_member s ON s.id = a.staff_id
    WHERE s.unit_id = ANY (${unitIds}::uuid[]) AND a.unit_id <> s.unit_id AND a.school_year_id = ${schoolYearId}`.execute(
    tx,
  );
  return rows;
}

/** Duties of these schools in a year, with the school. */
export async function listDuties(
  tx: ReadTx,
  unitIds: readonly string[],
  schoolYearId: string,
): Promise<(DutyRow & { unitId: string })[]> {
  const { rows } = await sql<DutyRow & { unitId: string }>`
    SELECT id, unit_id AS "unitId", staff_id AS "staffId", kind, periods_per_week::float8 AS periods, paid, note, version
    FROM staffing.duty WHERE unit_id = ANY (${unitIds}::uuid[]) AND school_year_id = ${schoolYearId}
    ORDER BY staff_id, kind`.execute(tx);
  return rows;
}

/** Classes of some schools with their homeroom teachers and what each must be taught, by school. */
async function listTaughtClasses(tx: ReadTx, unitIds: readonly string[], year: Year) {
  const programme = programmeOfYear(year.name);
  const [classes, homerooms] = await Promise.all([
    listClassesWithChoices(tx, unitIds, year.id),
    sql<{ id: string; staffId: string }>`
      SELECT id, homeroom_staff_id AS "staffId" FROM people.school_class
      WHERE unit_id = ANY (${unitIds}::uuid[]) AND school_year_id = ${year.id} AND homeroom_staff_id IS NOT NULL`.execute(
      tx,
    ),
  ]);
  const homeroomOf = new Map(homerooms.rows.map(({ id, staffId }) => [id, staffId]));
  return Map.groupBy(
    classes.map((one) => ({
      unitId: one.unitId,
      id: one.classId,
      name: one.name,
      grade: one.grade,
      homeroomStaffId: homeroomOf.get(one.classId) ?? null,
      needs: classProgramme(programme, one, one.choices),
    })),
    ({ unitId }) => unitId,
  );
}

/** Codes of staff by id, of those who have one. */
export async function listStaffCodes(tx: ReadTx, staffIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; code: string }>`
    SELECT id, code FROM people.staff_member WHERE id = ANY (${staffIds}::uuid[]) AND code IS NOT NULL`.execute(
    tx,
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** The staff record of an account, when it has one. */
export async function selectOwnStaffId(tx: ReadTx, accountId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM people.staff_member WHERE account_id = ${accountId}`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Everything the assignment of these schools stands on, in a fixed number of queries however many schools there are. */
export async function loadGrounds(tx: ReadTx, unitIds: readonly string[], year: Year): Promise<Ground[]> {
  const programme = programmeOfYear(year.name);
  const [schools, classes, staff, assignments, elsewhere, duties] = await Promise.all([
    listSchools(tx, unitIds),
    listTaughtClasses(tx, unitIds, year),
    listStaff(tx, unitIds, year),
    listAssignments(tx, unitIds, year.id),
    listElsewhere(tx, unitIds, year.id),
    listDuties(tx, unitIds, year.id),
  ]);
  const staffBySchool = Map.groupBy(staff, ({ unitId }) => unitId);
  const rowsBySchool = Map.groupBy(assignments, ({ unitId }) => unitId);
  const dutiesByStaff = Map.groupBy(duties, ({ staffId }) => staffId);
  const elsewhereByStaff = Map.groupBy(elsewhere, ({ staffId }) => staffId);
  return schools.map((school): Ground => {
    const own = classes.get(school.id) ?? [];
    const homeroomsByStaff = Map.groupBy(own, ({ homeroomStaffId }) => homeroomStaffId);
    const form = { schoolKind: school.schoolKind, zone: school.zone, classes: own.length };
    const teachers = (staffBySchool.get(school.id) ?? []).map((row): StaffedTeacher => {
      const held = (dutiesByStaff.get(row.id) ?? []).filter(({ unitId }) => unitId === school.id);
      const homerooms = (homeroomsByStaff.get(row.id) ?? []).map(({ name }) => name);
      const { base, reductions, norm } = weeklyNorm(form, {
        post: row.post,
        level: levelOf(row.qualifications, school),
        onProbation: row.onProbation,
        withInfant: row.withInfant,
        homerooms,
        duties: held,
      });
      const away = elsewhereByStaff.get(row.id) ?? [];
      return {
        id: row.id,
        name: row.name,
        teamId: row.teamId,
        teamName: row.teamName,
        post: row.post,
        qualifications: row.qualifications,
        homerooms,
        duties: held,
        postedFrom: row.hosted === null ? null : row.homeName,
        givenAway: row.givenAway,
        base: row.hosted ?? base,
        reductions: row.hosted === null ? reductions : [],
        norm: row.hosted ?? norm,
        elsewhere:
          row.hosted === null
            ? Math.round(away.reduce((sum, { periods }) => sum + yearlyMean(programme, periods), 0) * 10) / 10
            : 0,
      };
    });
    return { school, classes: own, teachers, assignments: rowsBySchool.get(school.id) ?? [] };
  });
}

/** The level whose norm holds for a teacher: upper secondary as soon as she may teach there, in a school that has it. */
function levelOf(qualifications: readonly Qualification[], school: School): 'lower' | 'upper' {
  if (!school.teachesLower) return 'upper';
  return school.teachesUpper && qualifications.some(({ upper }) => upper) ? 'upper' : 'lower';
}
