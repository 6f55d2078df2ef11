import type { Draws } from './draws.ts';
import { personName } from './person-names.ts';
import type { AccountRow, Role, RoleAssignmentRow, UnitRow } from './rows.ts';
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
  },
): { accounts: AccountRow[]; roleAssignments: RoleAssignmentRow[] } {
  const departmentId = province.department.id;
  const accounts: AccountRow[] = [];
  const roleAssignments: RoleAssignmentRow[] = [];

  function add(name: string, posts: readonly Post[]): void {
    const path = `account/${name}`;
    const id = draws.id(path);
    accounts.push({
      id,
      department_id: departmentId,
      display_name: personName(draws, path),
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

  function addTeams(school: SchoolUnits, key: string): void {
    const classes = classCodes(school);
    const homeroom = new Map<string, string>();
    // The first teacher of the first team stays without a class: the demo shows a teacher who is nothing else.
    const turns = Array.from({ length: options.teachersPerTeam }, (_, at) =>
      school.teams.map((_, team) => `${((team + 1) % school.teams.length) + 1}.${at + 1}`),
    )
      .flat()
      .filter((turn) => turn !== '1.1');
    for (const [at, classCode] of classes.entries()) {
      const turn = turns[at];
      if (turn) homeroom.set(turn, classCode);
    }
    for (const [index, unit] of school.teams.entries()) {
      const team = index + 1;
      add(`totruong.${key}.t${team}`, [
        { role: 'teamLead', unit },
        { role: 'teacher', unit },
      ]);
      for (let at = 1; at <= options.teachersPerTeam; at++) {
        const classCode = homeroom.get(`${team}.${at}`);
        add(`giaovien.${key}.t${team}.${at}`, [
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

/** Classes that have a homeroom teacher in the sample (real schools have more). */
function classCodes({ school, unit }: SchoolUnits): string[] {
  const grades = [...(unit.teaches_lower ? [6, 7, 8, 9] : []), ...(unit.teaches_upper ? [10, 11, 12] : [])];
  const single = school.tiny || school.kind === 'combinedSecondary' || school.kind === 'vocContinuingCentre';
  const letters = single ? ['A'] : ['A', 'B'];
  return grades.flatMap((grade) => letters.map((letter) => `${grade}${letter}`));
}
