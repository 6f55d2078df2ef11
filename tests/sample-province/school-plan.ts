import { fixedPupils, type PlannedClass, type PupilCounts, planClasses, schoolWeight } from './class-plan.ts';
import type { Draws } from './draws.ts';
import { divide } from './shares.ts';
import { type PlannedTeacher, planTeachers, shortageWeight, teacherQuota } from './staff-plan.ts';
import type { SchoolUnits } from './unit-rows.ts';

/** Sizes of a school: what its rows are made from. */
export interface SchoolPlan {
  readonly classes: readonly PlannedClass[];
  /** Teachers allowed, by level. */
  readonly quota: PupilCounts;
  readonly teachers: readonly PlannedTeacher[];
  /** Class by homeroom teacher: '2.1' is the first teacher after the lead of the second team. */
  readonly homerooms: ReadonlyMap<string, string>;
}

/** Figures of Điện Biên in 2025, for its 123 lower-secondary schools and 33 with upper-secondary classes. */
const published = {
  lower: { schools: 123, pupils: 54_400, teachersShort: 406 },
  upper: { schools: 33, pupils: 20_700, teachersShort: 233 },
  centres: { schools: 10, pupils: 1_384 },
};

/**
 * Sizes of all schools of a province: pupils, classes and teachers add up to the published figures of Điện Biên, or to as
 * much of them as the province has schools.
 */
export function planSchools(
  draws: Draws,
  schools: readonly SchoolUnits[],
): ReadonlyMap<SchoolUnits, SchoolPlan> {
  const upperKinds = schools.filter(
    ({ unit, school }) => unit.teaches_upper && school.kind !== 'vocContinuingCentre',
  );
  const lowerKinds = schools.filter(({ unit }) => !unit.teaches_upper);
  const lower = dividePupils(draws, schools, 'lower', scaled(published.lower, lowerKinds.length).pupils);
  const upper = dividePupils(draws, schools, 'upper', scaled(published.upper, upperKinds.length).pupils);
  const centres = schools.filter(({ school }) => school.kind === 'vocContinuingCentre');
  const learners = divide(
    Math.round((published.centres.pupils * centres.length) / published.centres.schools),
    centres.length > 0 ? centres.map(({ school }) => 8 + draws.number(`${school.code}/size`, 5)) : [1],
  );

  const sized = schools.map((units) => {
    const at = centres.indexOf(units);
    const pupils = {
      lower: lower.get(units) ?? 0,
      upper: at < 0 ? (upper.get(units) ?? 0) : (learners[at] ?? 0),
    };
    const classes = planClasses(draws, units.school, pupils);
    return { units, classes, quota: teacherQuota(units.school, pupils, classes) };
  });
  const missing = (level: keyof PupilCounts, short: number) =>
    divide(
      short,
      sized.map(({ units, quota }) =>
        units.school.kind === 'vocContinuingCentre' ? 0 : quota[level] * shortageWeight(units.school) + 1e-9,
      ),
    );
  const short = {
    lower: missing('lower', scaled(published.lower, lowerKinds.length).teachersShort),
    upper: missing('upper', scaled(published.upper, upperKinds.length).teachersShort),
  };
  return new Map(
    sized.map(({ units, classes, quota }, at) => {
      // However small the school: a homeroom teacher for each class, and somebody besides.
      const employed = (level: keyof PupilCounts, grades: (grade: number) => boolean) => {
        const own = classes.filter(({ grade }) => grades(grade)).length;
        return own === 0 ? 0 : Math.max(quota[level] - (short[level][at] ?? 0), own + 2);
      };
      const counts = {
        lower: employed('lower', (grade) => grade <= 9),
        upper: employed('upper', (grade) => grade >= 10),
      };
      const teachers = planTeachers(draws, units.school, counts, units.teams.length);
      return [
        units,
        { classes, quota, teachers, homerooms: homeroomTurns(classes, teachers, units.teams.length) },
      ];
    }),
  );
}

function scaled(
  figures: { schools: number; pupils: number; teachersShort: number },
  schools: number,
): { pupils: number; teachersShort: number } {
  const scale = schools / figures.schools;
  return {
    pupils: Math.round(figures.pupils * scale),
    teachersShort: Math.round(figures.teachersShort * scale),
  };
}

function dividePupils(
  draws: Draws,
  schools: readonly SchoolUnits[],
  level: keyof PupilCounts,
  total: number,
): Map<SchoolUnits, number> {
  const fixed =
    level === 'upper' ? schools.map(({ school }) => fixedPupils(school)) : schools.map(() => null);
  const left = total - fixed.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const weights = schools.map(({ school }, at) =>
    fixed[at] === null ? schoolWeight(draws, school, level) : 0,
  );
  if (weights.every((weight) => weight === 0)) return new Map();
  const parts = divide(Math.max(0, left), weights);
  return new Map(schools.map((units, at) => [units, fixed[at] ?? parts[at] ?? 0]));
}

/**
 * Each class gets a teacher who is nothing else, by turns of the teams; the first teacher of the first team stays without a
 * class, for the demo shows one who only teaches. Leads take classes only when the others do not suffice.
 */
function homeroomTurns(
  classes: readonly PlannedClass[],
  teachers: readonly PlannedTeacher[],
  teams: number,
): Map<string, string> {
  const taken = new Set(teachers.map(({ team, place }) => `${team}.${place}`));
  const longest = Math.max(0, ...teachers.map(({ place }) => place));
  const turns = [...Array.from({ length: longest }, (_, at) => at + 1), 0]
    .flatMap((place) => Array.from({ length: teams }, (_, team) => `${((team + 1) % teams) + 1}.${place}`))
    .filter((turn) => turn !== '1.1' && taken.has(turn));
  return new Map(classes.flatMap(({ name }, at) => (turns[at] ? [[turns[at], name] as const] : [])));
}
