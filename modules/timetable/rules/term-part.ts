import type { Demand, SubjectDemand } from './demand.ts';

/** Periods of a subject that a class has had, by the timetables that held in the weeks before. */
export interface HeldPeriods {
  readonly classId: string;
  readonly subjectCode: string;
  readonly periods: number;
}

/** A part of a semester, in weeks of the semester. */
export interface TermPart {
  /** Weeks of the semester, those before the part, and those of these in which no timetable held. */
  readonly weeks: number;
  readonly before: number;
  readonly untold: number;
}

/**
 * What classes must still have a week when a new timetable begins within a semester: what the semester has, without what was laid before,
 * over the weeks that are left (CUR-05: 27 periods in 18 weeks are two a week for nine weeks, then one). Weeks in which no timetable
 * held count as taught by plan. What teachers are assigned falls or rises with it.
 */
export function demandLeft(demand: Demand, held: readonly HeldPeriods[], part: TermPart): Demand {
  const had = new Map(
    held.map(({ classId, subjectCode, periods }) => [`${classId} ${subjectCode}`, periods]),
  );
  const share = new Map<string, number>();
  const subjects = demand.subjects.map((need): SubjectDemand => {
    const key = `${need.classId} ${need.subjectCode}`;
    const left = need.weekly * (part.weeks - part.untold) - (had.get(key) ?? 0);
    const weekly = Math.max(0, left) / (part.weeks - part.before);
    share.set(key, need.weekly > 0 ? weekly / need.weekly : 0);
    return { ...need, weekly };
  });
  return {
    ...demand,
    subjects,
    assigned: demand.assigned.map((one) => ({
      ...one,
      weekly: one.weekly * (share.get(`${one.classId} ${one.subjectCode}`) ?? 1),
    })),
  };
}

/**
 * After how many weeks a subject that comes out broken must change its number of periods a week, and to how many; undefined when it does
 * not: 27 periods in 18 weeks, laid as two a week, go over to one after nine.
 */
export function changeOver(
  weekly: number,
  weeks: number,
): { laid: number; then: number; after: number } | undefined {
  const laid = Math.round(weekly + 1e-6);
  const whole = Math.round(weekly * weeks);
  if (whole === laid * weeks) return undefined;
  const then = whole > laid * weeks ? laid + 1 : laid - 1;
  return { laid, then, after: weeks - Math.round(Math.abs(whole - laid * weeks)) };
}

/** Whether a number of periods a week has about a half that can be taught every other week. */
export function hasHalf(weekly: number): boolean {
  const rest = weekly - Math.floor(weekly + 1e-9);
  return rest >= 0.25 && rest <= 0.75;
}
