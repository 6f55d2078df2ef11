import { expect, test } from 'vitest';
import { dienBienCommunes } from '#reference/dien-bien';
import { openDraws } from './draws.ts';
import { planSchools, type SchoolPlan } from './school-plan.ts';
import { teacherQuota } from './staff-plan.ts';
import { unitRows } from './unit-rows.ts';

const draws = openDraws('plans');
const units = unitRows(draws, {
  departmentCode: 'DB',
  departmentName: 'Sở',
  communes: dienBienCommunes,
  schools: 166,
});
const plans = planSchools(draws, units.schools);
const schools = units.schools.filter(({ school }) => school.kind !== 'vocContinuingCentre');

function short(level: 'lower' | 'upper'): number {
  return schools.reduce((sum, school) => {
    const plan = plans.get(school) as SchoolPlan;
    return sum + plan.quota[level] - plan.teachers.filter((teacher) => teacher.level === level).length;
  }, 0);
}

test('posts of teachers stay empty as in 2025: some 406 in lower, 233 in upper secondary schools', () => {
  // A few tiny schools keep a homeroom teacher for each class although their quota has no room for the shortage.
  expect(Math.abs(short('lower') - 406)).toBeLessThan(12);
  expect(Math.abs(short('upper') - 233)).toBeLessThan(6);
});

test('no class is larger than the charters allow, every team has a lead, every class a homeroom teacher', () => {
  for (const { school, teams } of units.schools) {
    const plan = plans.get(units.schools.find((each) => each.school === school)!) as SchoolPlan;
    const small = school.kind.startsWith('ethnicBoarding') || school.kind === 'specialised';
    for (const each of plan.classes)
      expect(each.pupils, `${school.code} ${each.name}`).toBeLessThanOrEqual(small ? 35 : 45);
    for (let team = 1; team <= teams.length; team++)
      expect(plan.teachers.some((teacher) => teacher.team === team && teacher.place === 0)).toBe(true);
    expect([...plan.homerooms.values()].sort()).toEqual(plan.classes.map(({ name }) => name).sort());
    expect(plan.homerooms.has('1.1')).toBe(false);
  }
});

test('the quota counts notional classes: 35 pupils each in a commune, 45 in a ward', () => {
  const rural = schools.find(
    ({ school }) => school.kind === 'lowerSecondary' && school.commune.kind === 'commune',
  );
  const town = schools.find(
    ({ school }) => school.kind === 'lowerSecondary' && school.commune.kind === 'ward',
  );
  const quota = (which: typeof rural, lower: number) =>
    teacherQuota(which!.school, { lower, upper: 0 }, []).lower;
  // 420 = 12 notional classes of 35: 12 x 1.9 = 22.8; 440 has 20 left over: one teacher more.
  expect(quota(rural, 420)).toBe(23);
  expect(quota(rural, 440)).toBe(24);
  // 450 = 10 notional classes of 45: 10 x 1.9.
  expect(quota(town, 450)).toBe(19);
  expect(quota(town, 0)).toBe(0);
});
