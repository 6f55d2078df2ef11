import { describe, expect, test } from 'vitest';
import { dienBienCommunes } from '#reference/dien-bien';
import { demoAccounts, demoCommuneCode } from './demo-accounts.ts';
import { generateDemoProvince, generateProvince } from './generate.ts';
import { generateNation } from './nation.ts';
import type { Province } from './rows.ts';

const demo = generateDemoProvince();

function danglingReferences(province: Province): string[] {
  const units = new Set(province.units.map((unit) => unit.id));
  const accounts = new Set(province.accounts.map((account) => account.id));
  const years = new Set(province.schoolYears.map((year) => year.id));
  const missing = (known: Set<string>, ids: (string | null)[]) =>
    ids.filter((id): id is string => id !== null && !known.has(id));
  return [
    ...missing(
      units,
      province.units.flatMap((unit) => [unit.parent_id, unit.department_id]),
    ),
    ...missing(
      units,
      province.lines.flatMap((line) => [line.superior_id, line.subordinate_id, line.department_id]),
    ),
    ...missing(
      units,
      province.sites.flatMap((site) => [site.unit_id, site.department_id]),
    ),
    ...missing(
      units,
      province.roleAssignments.flatMap((role) => [role.unit_id, role.department_id]),
    ),
    ...missing(
      accounts,
      province.roleAssignments.map((role) => role.account_id),
    ),
    ...missing(
      years,
      [...province.semesters, ...province.schoolWeeks].map((row) => row.school_year_id),
    ),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...Map.groupBy(values, (value) => value)].flatMap(([value, all]) =>
    all.length > 1 ? [value] : [],
  );
}

describe('the demo province', () => {
  const schools = demo.units.filter((unit) => unit.kind === 'school');

  test('has 45 communes, 166 schools in the proportions of the province, and 11 clusters', () => {
    const count = (kind: string) => demo.units.filter((unit) => unit.kind === kind).length;
    expect(count('department')).toBe(1);
    expect(count('division')).toBe(5);
    expect(count('commune')).toBe(45);
    expect(count('cluster')).toBe(11);
    expect(schools).toHaveLength(166);
    const kinds = Map.groupBy(schools, (school) => school.school_kind);
    expect(kinds.get('upperSecondary')).toHaveLength(21);
    expect(kinds.get('specialised')).toHaveLength(1);
    expect(kinds.get('ethnicBoardingUpper')).toHaveLength(9);
    expect(kinds.get('combinedSecondary')).toHaveLength(2);
    expect(kinds.get('vocContinuingCentre')).toHaveLength(10);
    expect(kinds.get('ethnicBoardingLower')).toHaveLength(8);
    expect(schools.filter((school) => school.managing_authority === 'communePC')).toHaveLength(123);
  });

  test('gives every commune a lower-secondary school that it manages', () => {
    const managed = new Set(
      demo.lines.filter((line) => line.line === 'state').map((line) => line.superior_id),
    );
    for (const commune of demo.units.filter((unit) => unit.kind === 'commune'))
      expect(managed.has(commune.id)).toBe(true);
  });

  test('puts every school into one cluster, under one manager, with teams and one main site', () => {
    const clusters = new Set(demo.units.filter((unit) => unit.kind === 'cluster').map((unit) => unit.id));
    for (const school of schools) {
      const lines = demo.lines.filter((line) => line.subordinate_id === school.id);
      expect(lines.filter((line) => clusters.has(line.superior_id))).toHaveLength(1);
      expect(lines.filter((line) => line.line === 'state')).toHaveLength(1);
      const sites = demo.sites.filter((site) => site.unit_id === school.id);
      expect(sites.filter((site) => site.kind === 'main')).toHaveLength(1);
      expect(sites.length).toBeLessThanOrEqual(5);
      const teams = demo.units.filter((unit) => unit.parent_id === school.id);
      expect([2, 4]).toContain(teams.length);
    }
  });

  test('has 35 teaching weeks in one current school year', () => {
    expect(demo.schoolYears.map((year) => [year.name, year.is_current])).toEqual([['2025-2026', true]]);
    expect(demo.schoolWeeks).toHaveLength(35);
    expect(demo.semesters.map((semester) => semester.weeks)).toEqual([18, 17]);
  });

  test('staffs every school and gives each class one homeroom teacher', () => {
    const holders = (role: string) => demo.roleAssignments.filter((post) => post.role === role);
    const teams = demo.units.filter((unit) => unit.kind === 'subjectTeam').length;
    for (const role of ['principal', 'vicePrincipal', 'clerk']) expect(holders(role)).toHaveLength(166);
    expect(holders('teamLead')).toHaveLength(teams);
    expect(holders('communeLeader')).toHaveLength(45);
    expect(holders('communeOfficer')).toHaveLength(45);
    expect(holders('systemAdmin')).toHaveLength(1);
    const homerooms = holders('homeroomTeacher');
    expect(repeated(homerooms.map((post) => `${post.unit_id} ${post.class_code}`))).toEqual([]);
    expect(homerooms.length).toBeGreaterThan(1000);
  });

  test('puts the school people of the banner into one school of Mường Pồn', () => {
    const accountOf = new Map(demo.accounts.map((account) => [account.username, account.id]));
    for (const { username } of demoAccounts) expect(accountOf.has(username), username).toBe(true);
    const unitOf = new Map(demo.units.map((unit) => [unit.id, unit]));
    const homes = ['hieutruong', 'phohieutruong', 'vanthu', 'totruong', 'giaovien', 'chunhiem'].flatMap(
      (username) =>
        demo.roleAssignments
          .filter((post) => post.account_id === accountOf.get(username))
          .map((post) => unitOf.get(post.unit_id))
          .map((unit) => (unit?.kind === 'subjectTeam' ? unitOf.get(unit.parent_id ?? '') : unit)),
    );
    expect(new Set(homes.map((home) => home?.id)).size).toBe(1);
    expect(unitOf.get(homes[0]?.parent_id ?? '')?.code).toBe(demoCommuneCode);
    const plainTeacher = demo.roleAssignments.filter((post) => post.account_id === accountOf.get('giaovien'));
    expect(plainTeacher.map((post) => post.role)).toEqual(['teacher']);
  });

  test('carries no phone number or address of anybody', () => {
    expect(Object.keys(demo.accounts[0] ?? {})).toEqual(['id', 'department_id', 'display_name', 'username']);
  });
});

describe('any sample province', () => {
  test('is the same for the same seed and another for another seed', () => {
    expect(generateDemoProvince()).toEqual(demo);
    const other = generateProvince({ seed: 'another', demo: true });
    expect(other.departmentId).not.toBe(demo.departmentId);
    expect(other.accounts.map((account) => account.display_name)).not.toEqual(
      demo.accounts.map((account) => account.display_name),
    );
  });

  test.each([
    ['the demo province', demo],
    ['two communes', generateProvince({ communes: dienBienCommunes.slice(0, 2), schools: 4 })],
    ['eight teachers a team', generateProvince({ schools: 90, teachersPerTeam: 8, seed: 'eight' })],
    ['one of a nation', generateNation({ provinces: 2, schools: 300 }).next().value as Province],
  ])('%s has no dangling reference and no key twice', (_, province) => {
    expect(danglingReferences(province)).toEqual([]);
    expect(repeated(province.units.map((unit) => unit.id))).toEqual([]);
    expect(repeated(province.units.map((unit) => `${unit.kind} ${unit.code}`))).toEqual([]);
    expect(
      repeated(province.units.filter((unit) => unit.kind === 'school').map((unit) => unit.name)),
    ).toEqual([]);
    expect(repeated(province.accounts.map((account) => account.username))).toEqual([]);
    expect(repeated(province.roleAssignments.map((post) => post.id))).toEqual([]);
    expect(repeated(province.lines.map((line) => Object.values(line).join(' ')))).toEqual([]);
    for (const { username } of province.accounts) expect(username).toMatch(/^[a-z0-9][a-z0-9._-]{2,59}$/);
  });

  test('is refused when it has too few schools for its communes, or a code unfit for user names', () => {
    expect(() => generateProvince({ schools: 45 })).toThrow(/too few/);
    expect(() => generateProvince({ departmentCode: 'Điện Biên' })).toThrow(/departmentCode/);
    expect(() =>
      generateProvince({ communes: dienBienCommunes.slice(0, 2), schools: 4, demo: true }),
    ).toThrow(demoCommuneCode);
  });

  test('lost a unit: the check for dangling references finds it', () => {
    expect(danglingReferences({ ...demo, units: demo.units.slice(1) })).toContain(demo.departmentId);
  });
});

test('a nation has as many schools as asked for, and nothing in common between provinces', () => {
  const provinces = [...generateNation({ provinces: 3, schools: 500 })];
  const schools = provinces.flatMap(({ units }) => units.filter((unit) => unit.kind === 'school'));
  expect(schools).toHaveLength(500);
  expect(repeated(provinces.flatMap(({ units }) => units.map((unit) => unit.id)))).toEqual([]);
  expect(repeated(provinces.flatMap(({ accounts }) => accounts.map((account) => account.username)))).toEqual(
    [],
  );
});
