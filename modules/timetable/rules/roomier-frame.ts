import type { Ground, Lesson } from './ground.ts';
import { bothWeeks, type GradeSession, periodsIn, programmePeriods } from './week.ts';

/** Half days of grades that are made longer, and all half days after it. */
export interface RoomierFrame {
  readonly sessions: readonly GradeSession[];
  /** Each as it is afterwards; `more`: periods it had not before. */
  readonly longer: readonly (GradeSession & { readonly more: number })[];
}

/**
 * The way out when grades must have more periods of session 1 a week than their half days hold (a half period that is taught every other
 * week takes a whole one): their shortest half days of session 1 are made longer, one period after the other, within the most periods a
 * session and a day (CUR-11, CUR-12) and the bells; one that ends with an event is taken last. undefined: nobody lacks any, or no half
 * day of those who do can be longer.
 */
export function roomierFrame(ground: Ground, lessons: readonly Lesson[]): RoomierFrame | undefined {
  let sessions: readonly GradeSession[] = ground.frame.sessions;
  for (const [grade, lacking] of lackingOf(ground, lessons)) {
    let after = sessions;
    for (let added = 0; added < lacking; added += 1) {
      const next = nextLonger(ground, after, grade);
      if (!next) break;
      after = after.map((row) => (row === next ? { ...row, periods: row.periods + 1 } : row));
    }
    const gained = programmePeriods(after, grade) - programmePeriods(sessions, grade);
    if (gained === lacking) sessions = after;
  }
  const longer = sessions.flatMap((row, index) => {
    const more = row.periods - ground.frame.sessions[index]!.periods;
    return more > 0 ? [{ ...row, more }] : [];
  });
  return longer.length > 0 ? { sessions, longer } : undefined;
}

/** How many periods each grade has too few for its fullest class in the fuller of the weeks. */
function lackingOf(ground: Ground, lessons: readonly Lesson[]): Map<number, number> {
  const lacking = new Map<number, number>();
  for (const { id, grade } of ground.classes) {
    const own = lessons.filter(({ session, classIds }) => session === 1 && classIds.includes(id));
    const wanted = Math.max(...bothWeeks.map((weeks) => periodsIn(own, weeks)));
    const many = wanted - programmePeriods(ground.frame.sessions, grade);
    if (many > (lacking.get(grade) ?? 0)) lacking.set(grade, many);
  }
  return lacking;
}

/** The half day of a grade that is made longer next. */
function nextLonger(
  { frame, limits, events }: Ground,
  sessions: readonly GradeSession[],
  grade: number,
): GradeSession | undefined {
  const own = sessions.filter((row) => row.grade === grade);
  const ofDay = (weekday: number) =>
    own.filter((row) => row.weekday === weekday).reduce((sum, { periods }) => sum + periods, 0);
  const endsWithEvent = ({ weekday, half, periods }: GradeSession) =>
    events.some(
      ({ at, duration, grades }) =>
        (grades?.includes(grade) ?? true) &&
        at.weekday === weekday &&
        at.half === half &&
        at.period + duration - 1 === periods,
    );
  return own
    .filter(
      ({ session, weekday, half, periods }) =>
        session === 1 &&
        periods < limits.periodsPerSession &&
        ofDay(weekday) < limits.periodsPerDay &&
        frame.bells.some((bell) => bell.half === half && bell.period === periods + 1),
    )
    .sort(
      (one, other) =>
        one.periods - other.periods ||
        Number(endsWithEvent(one)) - Number(endsWithEvent(other)) ||
        one.weekday - other.weekday,
    )[0];
}
