import type { SchoolConstraint, SchoolSlot } from '#engines/timetable';
import { type Goals, goalWeight } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import { type Slot, sessionsOf, slotOfKey } from './week.ts';

/** What the search pays for, as progress shows it: the first five must not be, the others are the school's goals. */
export const costParts = [
  'clash',
  'classGap',
  'dayLength',
  'noonPlaces',
  'travel',
  'teacherGaps',
  'teacherHalfDays',
  'subjectSpread',
  'demandingEarly',
  'wishes',
  'evenDays',
  'longRuns',
  'teacherRest',
  'fairShare',
  'stability',
] as const;
export type CostPart = (typeof costParts)[number];

/** A subject right after lunch, too often a day: wishes that no slider weighs. */
const fixedWishWeight = 4;

/** A place of the week as the engine counts it: from 0, a session being a half day. */
export function engineSlot({ weekday, half, period }: Slot): Required<SchoolSlot> {
  return { day: weekday - 1, session: half === 'afternoon' ? 1 : 0, period: period - 1 };
}

/** Adds a rule of the school, as part of the cost. */
export type Add = (part: CostPart, constraint: SchoolConstraint) => void;

/** CUR-12, for grades whose half days could add up to more. */
export function addLimits(add: Add, { frame, limits, classes }: Ground): void {
  for (const grade of new Set(classes.map((one) => one.grade))) {
    const own = [...sessionsOf(frame, grade).values()];
    const days = Map.groupBy(own, ({ weekday }) => weekday);
    const longest = Math.max(
      0,
      ...[...days.values()].map((rows) => rows.reduce((sum, { periods }) => sum + periods, 0)),
    );
    const who = { classes: classes.filter((one) => one.grade === grade).map(({ id }) => id) };
    if (longest > limits.periodsPerDay)
      add('dayLength', { type: 'hours', weight: 'required', who, per: 'day', max: limits.periodsPerDay });
    if (own.length > limits.sessionsPerWeek)
      add('dayLength', {
        type: 'presence',
        weight: 'required',
        who,
        per: 'session',
        max: limits.sessionsPerWeek,
      });
  }
}

/** What teachers should have by the principal's goals: few gaps, few half days, even days. */
export function addTeacherGoals(add: Add, goals: Goals, lessons: readonly Lesson[]): void {
  const load = new Map<string, number>();
  for (const { staffIds, duration } of lessons)
    for (const id of staffIds) load.set(id, (load.get(id) ?? 0) + duration);
  if (goals.teacherGaps > 0)
    add('teacherGaps', {
      type: 'gaps',
      weight: goalWeight(goals.teacherGaps),
      who: { teachers: [...load.keys()] },
      per: 'session',
      max: 0,
    });
  for (const [id, hours] of load) {
    const who = { teachers: [id] };
    if (goals.teacherHalfDays > 0)
      add('teacherHalfDays', {
        type: 'presence',
        weight: goalWeight(goals.teacherHalfDays),
        who,
        per: 'session',
        max: Math.max(1, Math.ceil(hours / 4)),
      });
    if (goals.evenDays > 0)
      add('evenDays', {
        type: 'hours',
        weight: goalWeight(goals.evenDays),
        who,
        per: 'day',
        max: Math.ceil(hours / 5) + 1,
      });
  }
}

/** Most periods in a row that tire nobody; and the fewest a week from which on a teacher shares what nobody likes. */
const mostInARow = 4;
const fewestToShare = 10;

/**
 * What tires teachers, by the principal's goals: more than four periods in a row, the first period of a morning after the last of the
 * afternoon before, and the periods that nobody likes (the last of each half day, Saturdays), which whoever teaches enough shares evenly.
 */
export function addFairness(add: Add, { frame }: Ground, goals: Goals, lessons: readonly Lesson[]): void {
  const load = new Map<string, number>();
  for (const { staffIds, duration } of lessons)
    for (const id of staffIds) load.set(id, (load.get(id) ?? 0) + duration);
  const who = { teachers: [...load.keys()] };
  if (goals.longRuns > 0)
    add('longRuns', { type: 'consecutive', weight: goalWeight(goals.longRuns), who, max: mostInARow });
  if (goals.teacherRest > 0)
    add('teacherRest', { type: 'rest', weight: goalWeight(goals.teacherRest), who, min: 1 });
  const sharing = [...load].filter(([, hours]) => hours >= fewestToShare).map(([id]) => id);
  if (goals.fairShare === 0 || sharing.length < 2) return;
  const halfDays = Map.groupBy(frame.sessions, ({ weekday, half }) => `${weekday} ${half}`);
  const slots = [...halfDays.values()].flatMap((rows): SchoolSlot[] => {
    const { weekday, half } = rows[0]!;
    const last = Math.max(...rows.map(({ periods }) => periods));
    const periods = weekday === 6 ? Array.from({ length: last }, (_, index) => index + 1) : [last];
    return periods.map((period) => engineSlot({ weekday, half, period }));
  });
  if (slots.length > 0)
    add('fairShare', {
      type: 'fair',
      weight: goalWeight(goals.fairShare) * fixedWishWeight,
      teachers: sharing,
      slots,
      max: 1,
    });
}

/** Lessons lie where the timetable that is used now has them (lesson id → slot key), as far as they can. */
export function addStability(add: Add, goals: Goals, former: Readonly<Record<string, number>>): void {
  const places = Object.entries(former);
  if (goals.stability === 0 || places.length === 0) return;
  add('stability', {
    type: 'stay',
    weight: goalWeight(goals.stability),
    former: places.map(([lesson, key]) => ({ lesson, nth: 0, ...engineSlot(slotOfKey(key)) })),
  });
}

/** How subjects lie by the principal's goals and the school's rules: spread, early, not right after lunch. */
export function addSubjectGoals(add: Add, ground: Ground, goals: Goals, lessons: readonly Lesson[]): void {
  const taught = lessons.filter(({ kind }) => kind === 'lesson');
  for (const [code, own] of Map.groupBy(taught, ({ subjectCode }) => subjectCode ?? '')) {
    const classes = [...Map.groupBy(own, ({ classIds }) => classIds[0] ?? '')]
      .filter(([id, list]) => id && list.length > 1)
      .map(([id]) => id);
    if (classes.length === 0) continue;
    const most = ground.subjectRules.find(({ subjectCode }) => subjectCode === code)?.mostPerDay ?? 2;
    add('subjectSpread', {
      type: 'hours',
      weight: fixedWishWeight * 2,
      who: { classes },
      per: 'day',
      subjects: [code],
      max: most,
    });
  }
  if (goals.subjectSpread > 0)
    add('subjectSpread', {
      type: 'spread',
      weight: goalWeight(goals.subjectSpread),
      which: { tags: ['lesson'] },
      minDays: 1,
    });
  if (goals.demandingEarly > 0)
    add('demandingEarly', {
      type: 'times',
      weight: goalWeight(goals.demandingEarly),
      which: { tags: ['demanding'] },
      slots: [3, 4, 5, 6].map((period) => ({ period })),
      avoid: true,
    });
  for (const grade of new Set(ground.classes.map((one) => one.grade))) {
    const own = sessionsOf(ground.frame, grade);
    const days = [...own.values()].filter(
      ({ weekday, half }) => half === 'afternoon' && own.has(`${weekday} morning`),
    );
    if (days.length === 0) continue;
    const classes = ground.classes.filter((one) => one.grade === grade).map(({ id }) => id);
    add('wishes', {
      type: 'times',
      weight: fixedWishWeight,
      which: { tags: ['notAfterLunch'], classes },
      slots: days.map(({ weekday }) => ({ day: weekday - 1, session: 1, period: 0 })),
      avoid: true,
    });
  }
}

/** Periods that somebody would rather avoid cost two each, those outside of the preferred ones one. */
export function addWishes(add: Add, ground: Ground, goals: Goals): void {
  if (goals.wishes === 0) return;
  const wished = ground.wishes.filter(({ wish }) => wish !== 'closed');
  for (const own of Map.groupBy(wished, ({ of, id, wish }) => `${of} ${id} ${wish}`).values()) {
    const { of, id, wish } = own[0]!;
    const whose = of === 'staff' ? { teachers: [id] } : of === 'class' ? { classes: [id] } : {};
    add('wishes', {
      type: 'times',
      weight: goalWeight(goals.wishes) * (wish === 'avoid' ? 2 : 1),
      which: { ...whose, tags: of === 'room' ? [`room ${id}`] : ['open'] },
      slots: own.map(({ at }) => engineSlot(at)),
      avoid: wish === 'avoid',
    });
  }
}
