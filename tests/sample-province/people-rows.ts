import type { Draws } from './draws.ts';
import { workingPerson } from './person-names.ts';
import { guardianPeople, pupilPath, pupilPerson } from './pupil-people.ts';
import type { AccountRow, Role, RoleAssignmentRow, UnitRow } from './rows.ts';
import type { SchoolPlan } from './school-plan.ts';
import type { ProvinceUnits, SchoolUnits } from './unit-rows.ts';

const specialists = 6;
const rolesStartOn = '2025-07-01';

interface Post {
  readonly role: Role;
  readonly unit: UnitRow;
  readonly classCode?: string;
}

/** Who is created: `all` people of every unit, or a `few` (the department, one commune, one school of each management). */
export type PeopleScale = 'all' | 'few';

/** Accounts and roles of a province. `demoNames` maps a generated user name to the short one of a demo. */
export function peopleRows(
  draws: Draws,
  province: ProvinceUnits,
  options: {
    readonly scale: PeopleScale;
    readonly teachersPerTeam: number;
    readonly demoNames: ReadonlyMap<string, string>;
    readonly plans: ReadonlyMap<SchoolUnits, SchoolPlan>;
    /** School whose first pupil, and the guardian to call first, have accounts too. */
    readonly familyOf: SchoolUnits | undefined;
  },
): { accounts: AccountRow[]; roleAssignments: RoleAssignmentRow[] } {
  const departmentId = province.department.id;
  const accounts: AccountRow[] = [];
  const roleAssignments: RoleAssignmentRow[] = [];

  function add(name: string, posts: readonly Post[], displayName?: string): void {
    const path = accountPath(name);
    const id = draws.id(path);
    accounts.push({
      id,
      department_id: departmentId,
      display_name: displayName ?? workingPerson(draws, path).name,
      username: options.demoNames.get(name) ?? name,
    });
    for (const { role, unit, classCode = null } of posts) {
      roleAssignments.push({
        id: draws.id(`${path}/${role}/${unit.code}`),
        account_id: id,
        unit_id: unit.id,
        department_id: departmentId,
        role,
        class_code: classCode,
        starts_on: rolesStartOn,
      });
    }
  }

  const departmentKey = userPart(province.department);
  const { department, secondaryDivision, clusters } = province;
  add(`giamdoc.${departmentKey}`, [{ role: 'departmentLeader', unit: department }]);
  add(`truongphong.${departmentKey}`, [{ role: 'divisionHead', unit: secondaryDivision }]);
  add(`quantri.${departmentKey}`, [{ role: 'systemAdmin', unit: department }]);
  for (let number = 1; number <= specialists; number++) {
    const own = clusters.filter((_, at) => specialistOf(at, clusters.length) === number);
    add(`chuyenvien.${departmentKey}.${number}`, [
      { role: 'specialist', unit: secondaryDivision },
      ...own.map((unit): Post => ({ role: 'specialist', unit })),
    ]);
  }

  const all = options.scale === 'all';
  for (const { unit } of all ? province.communes : province.communes.slice(0, 1)) {
    add(`lanhdao.${departmentKey}-${unit.code}`, [{ role: 'communeLeader', unit }]);
    add(`xa.${departmentKey}-${unit.code}`, [{ role: 'communeOfficer', unit }]);
  }

  // One experienced head of a department school also guides the cluster of that school.
  const guide = province.schools.findLast(({ school }) => school.kind === 'upperSecondary');
  const staffed = all ? province.schools : oneOfEachManagement(province.schools);
  for (const school of staffed) {
    const key = userPart(school.unit);
    add(`hieutruong.${key}`, [
      { role: 'principal', unit: school.unit },
      ...(school === guide ? [{ role: 'specialist' as const, unit: school.cluster }] : []),
    ]);
    add(`phohieutruong.${key}`, [
      { role: 'vicePrincipal', unit: school.unit },
      ...school.teams.slice(-1).map((unit): Post => ({ role: 'teacher', unit })),
    ]);
    add(`vanthu.${key}`, [{ role: 'clerk', unit: school.unit }]);
    addTeams(school, key);
  }

  if (options.familyOf) {
    const { unit, school } = options.familyOf;
    const communes = province.communes.map(({ commune }) => commune);
    const pupil = pupilPerson(draws, communes, school, 0);
    const [guardian] = guardianPeople(draws, pupilPath(school, 0), pupil);
    add(`hocsinh.${userPart(unit)}`, [{ role: 'pupil', unit }], pupil.name);
    add(`chame.${userPart(unit)}`, [{ role: 'guardian', unit }], guardian?.name);
  }

  function addTeams(school: SchoolUnits, key: string): void {
    const plan = options.plans.get(school);
    for (const [index, unit] of school.teams.entries()) {
      const team = index + 1;
      const colleagues = plan?.teachers.filter((teacher) => teacher.team === team && teacher.place > 0) ?? [];
      add(`totruong.${key}.t${team}`, [
        { role: 'teamLead', unit },
        { role: 'teacher', unit },
      ]);
      for (const { place } of colleagues.filter((teacher) => teacher.place <= options.teachersPerTeam)) {
        const classCode = plan?.homerooms.get(`${team}.${place}`);
        add(teacherName(key, team, place), [
          { role: 'teacher', unit },
          ...(classCode ? [{ role: 'homeroomTeacher' as const, unit: school.unit, classCode }] : []),
        ]);
      }
    }
  }

  return { accounts, roleAssignments };
}

/** Number (1, 2 …) of the specialist who guides the cluster at index `at` of `clusters`. */
export function specialistOf(at: number, clusters: number): number {
  return Math.floor((at * specialists) / clusters) + 1;
}

function oneOfEachManagement(schools: readonly SchoolUnits[]): SchoolUnits[] {
  return (['communePC', 'department'] as const).flatMap(
    (authority) => schools.find(({ unit }) => unit.managing_authority === authority) ?? [],
  );
}

/** The part of a user name that stands for a unit: 'db-thcs-012'. */
export function userPart(unit: UnitRow): string {
  return unit.code.toLowerCase();
}

/** User name, before a demo shortens it, of the teacher at `place` (0: the lead) of a school's team. */
export function teacherName(schoolKey: string, team: number, place: number): string {
  return place === 0 ? `totruong.${schoolKey}.t${team}` : `giaovien.${schoolKey}.t${team}.${place}`;
}

/** Where the account of a user name is drawn. */
export function accountPath(name: string): string {
  return `account/${name}`;
}
