import { type GradeWeek, spreadWeek } from '#rules/education-plan';

/** Half of a day; lunch lies between, so nothing is a gap over it. */
export type Half = 'morning' | 'afternoon';
/** 1: the programme (chính khoá); 2: teaching by need (buổi 2). */
export type Session = 1 | 2;

/** Weeks that take turns, by their number in the school year. */
export type Weeks = 'odd' | 'even';

/** A period of the week. weekday 1 = Monday … 7 = Sunday; period counts from 1 within the half. */
export interface Slot {
  readonly weekday: number;
  readonly half: Half;
  readonly period: number;
}

/** When a period begins and ends, 'HH:MM'. */
export interface Bell {
  readonly half: Half;
  readonly period: number;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A half day in which a grade learns: which session it is and how many periods from the first one on. */
export interface GradeSession {
  readonly grade: number;
  readonly weekday: number;
  readonly half: Half;
  readonly session: Session;
  readonly periods: number;
}

export interface WeekFrame {
  readonly bells: readonly Bell[];
  readonly sessions: readonly GradeSession[];
  /** Most classes that may stay over noon on one day (lunch, boarding places); null: no limit. */
  readonly noonClasses: number | null;
  /** Free periods a teacher needs for the way between two sites of the school; 0: none. */
  readonly travelPeriods: number;
  /** Which weeks of the school year the school calls week A. */
  readonly weekA: Weeks;
}

export const bothWeeks = ['odd', 'even'] as const;

/** Which of the weeks that take turns a week of the school year is. */
export const weeksOf = (number: number): Weeks => (number % 2 === 1 ? 'odd' : 'even');

/** What the school calls them: week A or week B. */
export const weekLetter = (weekA: Weeks, weeks: Weeks): 'A' | 'B' => (weekA === weeks ? 'A' : 'B');

/** Those of some lessons that are taught in weeks of one kind. */
export function lessonsIn<L extends { readonly weeks: Weeks | null }>(
  lessons: readonly L[],
  weeks: Weeks,
): L[] {
  return lessons.filter((lesson) => !lesson.weeks || lesson.weeks === weeks);
}

/** Periods of some lessons in weeks of one kind. */
export function periodsIn(
  lessons: readonly { readonly weeks: Weeks | null; readonly duration: number }[],
  weeks: Weeks,
): number {
  return periodsOf(lessonsIn(lessons, weeks));
}

/** Periods of session 1 that the half days of a grade hold in a week. */
export function programmePeriods(sessions: readonly GradeSession[], grade: number): number {
  return sessions
    .filter((row) => row.grade === grade && row.session === 1)
    .reduce((sum, { periods }) => sum + periods, 0);
}

/** Whether two lessons (or times) are ever in the same week of the year. */
export function sameWeeks(
  one: { readonly weeks: Weeks | null },
  other: { readonly weeks: Weeks | null },
): boolean {
  return !one.weeks || !other.weeks || one.weeks === other.weeks;
}

export const halves = ['morning', 'afternoon'] as const;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export const mostPeriodsOfHalf = 7;

const weekdayNames = ['', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];
export const halfNames: Readonly<Record<Half, string>> = { morning: 'sáng', afternoon: 'chiều' };

export function weekdayName(weekday: number): string {
  return weekdayNames[weekday] ?? '';
}

/** 'tiết 2 sáng Thứ Ba': a period as people say it; 'tiết 2–3 sáng Thứ Ba': several on end. */
export function slotName({ weekday, half, period }: Slot, duration = 1): string {
  const last = duration > 1 ? `–${period + duration - 1}` : '';
  return `tiết ${period}${last} ${halfNames[half]} ${weekdayName(weekday)}`;
}

/** Periods of some lessons: a double period is two. */
export function periodsOf(lessons: readonly { readonly duration: number }[]): number {
  return lessons.reduce((sum, { duration }) => sum + duration, 0);
}

/** A number for a slot, in the order of the week. */
export function slotKey({ weekday, half, period }: Slot): number {
  return weekday * 16 + (half === 'afternoon' ? 8 : 0) + period;
}

export function slotOfKey(key: number): Slot {
  return { weekday: key >> 4, half: key & 8 ? 'afternoon' : 'morning', period: key & 7 };
}

export function sameSlot(one: Slot | null, other: Slot | null): boolean {
  return one === null || other === null ? one === other : slotKey(one) === slotKey(other);
}

/** Slots that something of `duration` periods takes from `at` on; they may run over the end of the half. */
export function slotsTaken(at: Slot, duration: number): Slot[] {
  return Array.from({ length: duration }, (_, step) => ({ ...at, period: at.period + step }));
}

function bellsFrom(half: Half, start: number, periods: number): Bell[] {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  let at = start;
  return Array.from({ length: periods }, (_, index) => {
    const startsAt = clock(at);
    const endsAt = clock(at + 45);
    // A long break after the second period, else five minutes.
    at += 45 + (index === 1 ? 20 : 5);
    return { half, period: index + 1, startsAt, endsAt };
  });
}

/** Periods of 45 minutes (CUR-10), five in a half day, from 7:00 and from 13:30, a long break after the second. */
export const defaultBells: readonly Bell[] = [
  ...bellsFrom('morning', 7 * 60, 5),
  ...bellsFrom('afternoon', 13 * 60 + 30, 5),
];

/** Between two sites of a school: a period, until the school says otherwise (practice of schools, not a rule). */
export const defaultTravelPeriods = 1;

/** A row of the frame of the week in the school education plan. */
interface DayLoad {
  readonly grade: number;
  readonly weekday: number;
  readonly half: Half;
  readonly programme: number;
  readonly support: number;
}

/**
 * Half days of the grades as the school education plan has them; grades it does not name get the frame that the plan would propose.
 * A half day of both kinds (which CUR-13 forbids) counts as session 1.
 */
export function defaultSessions(
  dayLoads: readonly DayLoad[],
  grades: readonly GradeWeek[],
  classrooms: number,
): GradeSession[] {
  const planned = new Set(dayLoads.map(({ grade }) => grade));
  const rows = [
    ...dayLoads,
    ...spreadWeek(
      grades.filter(({ grade }) => !planned.has(grade)),
      classrooms,
    ),
  ];
  return rows.flatMap(({ grade, weekday, half, programme, support }): GradeSession[] => {
    if (programme > 0) return [{ grade, weekday, half, session: 1, periods: programme }];
    return support > 0 ? [{ grade, weekday, half, session: 2, periods: support }] : [];
  });
}

/** The half days of a grade, by 'weekday half'. */
export function sessionsOf(frame: WeekFrame, grade: number): Map<string, GradeSession> {
  return new Map(
    frame.sessions
      .filter((row) => row.grade === grade)
      .map((row) => [`${row.weekday} ${row.half}`, row] as const),
  );
}

/** Days of the week and periods of each half that any grade uses: the rows and columns of a wall sheet. */
export function shownGrid({ bells, sessions }: WeekFrame): { days: number[]; periods: Record<Half, number> } {
  const most = (half: Half) =>
    Math.max(
      0,
      ...sessions.filter((row) => row.half === half).map(({ periods }) => periods),
      ...bells.filter((bell) => bell.half === half).map(({ period }) => period),
    );
  const used = new Set(sessions.map(({ half }) => half));
  return {
    days: weekdays.filter((day) => day <= 6 || sessions.some(({ weekday }) => weekday === day)),
    periods: {
      morning: used.has('morning') ? most('morning') : 0,
      afternoon: used.has('afternoon') ? most('afternoon') : 0,
    },
  };
}
