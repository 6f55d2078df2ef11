/** What a principal may want of a timetable, each from 0 (no matter) to 4 (very much). */
export const goalNames = [
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
export type Goal = (typeof goalNames)[number];
export type Goals = Readonly<Record<Goal, number>>;

export const mostGoal = 4;

export const defaultGoals: Goals = {
  teacherGaps: 3,
  teacherHalfDays: 2,
  subjectSpread: 3,
  demandingEarly: 1,
  wishes: 2,
  evenDays: 1,
  longRuns: 0,
  teacherRest: 0,
  fairShare: 0,
  stability: 1,
};

/** What the search pays for one step away from a goal: each notch of the slider counts for about twice the one before. */
export function goalWeight(notch: number): number {
  return notch <= 0 ? 0 : 2 ** (Math.min(notch, mostGoal) - 1);
}
