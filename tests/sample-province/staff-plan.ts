import type { PlannedClass, PupilCounts } from './class-plan.ts';
import type { Draws } from './draws.ts';
import type { SampleSchool } from './school-list.ts';
import { divide } from './shares.ts';

/** What a teacher was trained for. The strands of an integrated subject count apart. */
export type Training =
  | 'mathematics'
  | 'physics'
  | 'chemistry'
  | 'biology'
  | 'technology'
  | 'literature'
  | 'history'
  | 'geography'
  | 'civics'
  | 'english'
  | 'informatics'
  | 'physicalEducation'
  | 'defence'
  | 'music'
  | 'fineArts';

/** A teacher before becoming a row. */
export interface PlannedTeacher {
  readonly training: Training;
  readonly level: 'lower' | 'upper';
  /** 1, 2 …: number of the subject team. */
  readonly team: number;
  /** 0: leads the team. */
  readonly place: number;
}

/** How a level is taught: periods a week of one class that fall to people of each training, and how full their posts are. */
type Needs = readonly (readonly [training: Training, periods: number, filled: number])[];

const lowerNeeds: Needs = [
  ['mathematics', 4, 1],
  ['physics', 1.4, 1],
  ['chemistry', 1.1, 1],
  ['biology', 1.5, 1],
  ['technology', 1.25, 0.9],
  ['literature', 4, 1],
  ['history', 1.5, 1],
  ['geography', 1.5, 1],
  ['civics', 1, 0.9],
  ['english', 3, 0.72],
  ['informatics', 1, 0.55],
  ['physicalEducation', 2, 0.95],
  ['music', 1, 0.5],
  ['fineArts', 1, 0.45],
];

const upperNeeds: Needs = [
  ['mathematics', 3.6, 1],
  ['physics', 2, 1],
  ['chemistry', 1.6, 1],
  ['biology', 1.3, 1],
  ['technology', 0.9, 0.9],
  ['literature', 3.6, 1],
  ['history', 1.8, 1],
  ['geography', 1.8, 1],
  ['civics', 1.5, 0.95],
  ['english', 3, 0.72],
  ['informatics', 1.4, 0.6],
  ['physicalEducation', 2, 0.95],
  ['defence', 1, 0.8],
  ['music', 0.2, 0.2],
  ['fineArts', 0.2, 0.2],
];

const teamOfFour: Readonly<Record<Training, number>> = {
  mathematics: 1,
  physics: 1,
  chemistry: 1,
  biology: 1,
  technology: 1,
  literature: 2,
  history: 2,
  geography: 2,
  civics: 2,
  english: 3,
  informatics: 3,
  physicalEducation: 4,
  defence: 4,
  music: 4,
  fineArts: 4,
};
const teamOfTwo: Partial<Record<Training, number>> = { informatics: 1, physicalEducation: 1 };

/** Every school has at least these, if it has any teacher. */
const neverMissing: ReadonlySet<Training> = new Set([
  'mathematics',
  'literature',
  'english',
  'physicalEducation',
]);
const teamAtLeast = 3;

const perClass: Partial<Record<SampleSchool['kind'], number>> = {
  lowerSecondary: 1.9,
  ethnicSemiBoarding: 2.2,
  ethnicBoardingLower: 2.2,
  upperSecondary: 2.25,
  ethnicBoardingUpper: 2.4,
  specialised: 3.1,
};

/**
 * Teachers that a school may have at most (TT 20/2023/TT-BGDĐT): notional classes of the zone's size times the rate of the
 * kind of school, and one more for each leftover number of pupils; a school of two levels adds both. Centres have no quota
 * there: 1.8 a class, invented.
 */
export function teacherQuota(
  school: SampleSchool,
  pupils: PupilCounts,
  classes: readonly PlannedClass[],
): PupilCounts {
  if (school.kind === 'vocContinuingCentre') return { lower: 0, upper: Math.round(classes.length * 1.8) + 2 };
  const small = school.commune.kind === 'commune' || perClass[school.kind] === 3.1;
  const [size, leftover] = small ? [35, 17] : [45, 22];
  const quota = (count: number, rate: number) =>
    Math.round(Math.floor(count / size) * rate + Math.floor((count % size) / leftover));
  return {
    lower: quota(pupils.lower, perClass[school.kind] ?? 1.9),
    upper: quota(pupils.upper, perClass[school.kind] ?? 2.25),
  };
}

/** How much more a school lacks teachers than another of the same quota: far from the towns, posts stay empty. */
export function shortageWeight(school: SampleSchool): number {
  if (school.kind === 'specialised' || school.kind === 'vocContinuingCentre') return 0.2;
  return [0.5, 1, 1.3][school.zone - 1] ?? 1;
}

/** The teachers of a school: how many of each training, in which team; the shortage falls on the scarce subjects. */
export function planTeachers(
  draws: Draws,
  school: SampleSchool,
  counts: PupilCounts,
  teams: number,
): PlannedTeacher[] {
  const people = [
    ...trainings(draws, school, counts.lower, 'lower', teams),
    ...trainings(draws, school, counts.upper, 'upper', teams),
  ];
  const places = new Map<number, number>();
  return people.map(({ training, level }) => {
    const team = teamOf(training, teams);
    const place = places.get(team) ?? 0;
    places.set(team, place + 1);
    return { training, level, team, place };
  });
}

function teamOf(training: Training, teams: number): number {
  const four = teamOfFour[training];
  return teams >= 4 ? four : (teamOfTwo[training] ?? (four === 1 ? 1 : 2));
}

function trainings(
  draws: Draws,
  school: SampleSchool,
  count: number,
  level: PlannedTeacher['level'],
  teams: number,
): { training: Training; level: PlannedTeacher['level'] }[] {
  if (count === 0) return [];
  const needs = level === 'lower' ? lowerNeeds : upperNeeds;
  const parts = divide(
    count,
    needs.map(([training, periods, filled]) => {
      const luck = 0.85 + draws.number(`${school.code}/${level}/${training}`, 31) / 100;
      return periods * filled * luck;
    }),
  );
  const size = (team: number) =>
    needs.reduce((sum, [training], at) => sum + (teamOf(training, teams) === team ? (parts[at] ?? 0) : 0), 0);
  /** One more of the training at `at`, one less of the most frequent training that can spare one. */
  const shift = (at: number) => {
    const from = parts.reduce((best, part, index) => {
      const spare = size(teamOf(needs[index]![0], teams)) > teamAtLeast && part > 1;
      return spare && (best < 0 || part > parts[best]!) ? index : best;
    }, -1);
    if (from < 0 || from === at) return;
    parts[from]!--;
    parts[at]!++;
  };
  for (const [at, [training]] of needs.entries()) {
    if (neverMissing.has(training) && parts[at] === 0) shift(at);
  }
  for (let team = 1; team <= teams; team++) {
    const main = needs.findIndex(([training]) => teamOf(training, teams) === team);
    for (let turn = 0; turn < teamAtLeast && size(team) < teamAtLeast; turn++) shift(main);
  }
  return needs.flatMap(([training], at) =>
    Array.from({ length: parts[at] ?? 0 }, () => ({ training, level })),
  );
}
