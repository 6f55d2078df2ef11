import { BusyTogether } from '../constraints/across-resources.ts';
import { BusyDays } from '../constraints/busy-days.ts';
import { DailyHours } from '../constraints/daily-hours.ts';
import { DaysBetween } from '../constraints/days-between.ts';
import { singleDays } from '../constraints/days-of-resource.ts';
import { Gaps } from '../constraints/gaps.ts';
import { NoClash } from '../constraints/no-clash.ts';
import { Unavailable } from '../constraints/unavailable.ts';
import { type Problem, ProblemBuilder } from '../core/problem.ts';
import type { BorderSchool, SchoolLesson } from './border-school.ts';

/** The generated school compiled, with the resource of each class, teacher and room by name. */
export interface BorderProblem {
  readonly problem: Problem;
  readonly resourceOf: ReadonlyMap<string, number>;
}

/**
 * Compiles the school. Required: no clash, days at the other school, sessions, the fixed lessons, at most 7 periods a day,
 * afternoons of two periods, two of them, places at lunch. Wished: a subject not twice a day, few gaps and few days for
 * teachers.
 */
export function borderProblem(school: BorderSchool): BorderProblem {
  const { days, morning, afternoon } = school;
  const periods = morning + afternoon;
  const builder = new ProblemBuilder({ days, periods });
  const resourceOf = new Map<string, number>();
  for (const name of [...school.classes, ...school.teachers, ...school.rooms.map((room) => room.name)])
    resourceOf.set(name, builder.addResource());
  const named = (names: readonly string[]) => names.map((name) => resourceOf.get(name)!);

  const courses = new Map<string, number[]>();
  for (const lesson of school.lessons) {
    const rooms = school.rooms.filter(({ kind }) => kind === lesson.room);
    const meet = builder.addMeet({
      duration: lesson.duration,
      resources: named([...lesson.classes, ...lesson.teachers]),
      starts: startsOf(lesson, school),
      choices: rooms.length > 0 ? [rooms.map(({ name }) => ({ resources: named([name]) }))] : [],
    });
    const course = `${lesson.classes.join()} ${lesson.subject} ${lesson.session}`;
    courses.set(course, [...(courses.get(course) ?? []), meet]);
  }

  const must = { required: true, weight: 1 };
  for (const resource of resourceOf.values()) {
    builder.addConstraint(new NoClash(resource), must);
    builder.markExclusive(resource);
  }
  const groups = singleDays(days);
  const morningBits = (1 << morning) - 1;
  const afternoonBits = ((1 << periods) - 1) & ~morningBits;
  for (const resource of named(school.classes)) {
    builder.addConstraint(new DailyHours(resource, { groups, max: 7 }), must);
    builder.addConstraint(new DailyHours(resource, { groups, within: afternoonBits, min: 2, max: 2 }), must);
    builder.addConstraint(new BusyDays(resource, { groups, within: afternoonBits, max: 2 }), must);
  }
  for (const [teacher, away] of school.away) {
    const closed = Int32Array.from({ length: days }, (_, day) =>
      away.includes(day) ? (1 << periods) - 1 : 0,
    );
    builder.addConstraint(new Unavailable(resourceOf.get(teacher)!, closed), must);
  }
  for (let day = 0; day < days; day++)
    builder.addConstraint(
      new BusyTogether(named(school.classes), {
        parts: [morningBits, afternoonBits].map((within) => ({ day, within })),
        max: school.lunchPlaces,
      }),
      must,
    );
  for (const meets of courses.values())
    if (meets.length > 1)
      builder.addConstraint(new DaysBetween(meets, { min: 1 }), { required: false, weight: 5 });
  const noPeriods = new Int32Array(days);
  for (const resource of named(school.teachers)) {
    builder.addConstraint(new Gaps(resource, { groups: [groups.flat()], max: 0, ignored: noPeriods }), {
      required: false,
      weight: 1,
    });
    builder.addConstraint(new BusyDays(resource, { groups, max: 5 }), { required: false, weight: 3 });
  }
  return { problem: builder.compile(), resourceOf };
}

/** Where a lesson may begin: its session, not over its end, not after Saturday's class meeting. */
function startsOf({ fixed, session, duration }: SchoolLesson, school: BorderSchool): number[] {
  const { days, morning, afternoon } = school;
  const periods = morning + afternoon;
  if (fixed) return [fixed[0] * periods + fixed[1]];
  const starts: number[] = [];
  for (let day = 0; day < days; day++) {
    const last = day === days - 1;
    const [first, end] =
      session === 'morning' ? [0, last ? 3 : morning] : [morning, last ? morning : periods];
    for (let period = first; period + duration <= end; period++)
      if (day > 0 || period > 0 || session === 'afternoon') starts.push(day * periods + period);
  }
  return starts;
}
