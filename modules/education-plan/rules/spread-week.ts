import type { DayLoadRow, Half } from './rows.ts';
import { sessionLimits } from './settings.ts';

export interface GradeWeek {
  readonly grade: number;
  /** Periods of the programme a week, not rounded. */
  readonly weekly: number;
  /** Whether the classes of the grade learn two sessions a day. */
  readonly twoSessions: boolean;
  readonly classes: number;
}

/** Most even shares of `total` over `places`, the first ones taking what is left: 29 over 6 = 5 5 5 5 5 4. */
function evenly(total: number, places: number): number[] {
  const each = Math.floor(total / places);
  return Array.from({ length: places }, (_, at) => each + (at < total - each * places ? 1 : 0));
}

/**
 * Proposes the frame of the week: the programme in one half of the day, Monday to Saturday, at most 5 periods (CUR-11); session 2
 * of a grade of two sessions in the other half, 2 periods Monday to Thursday (at most 7 a day and 11 sessions a week, CUR-12, never
 * mixed with the programme, CUR-13). While the classrooms do not hold all classes at once, grades of one session go to the afternoon.
 */
export function spreadWeek(grades: readonly GradeWeek[], classrooms: number): DayLoadRow[] {
  let free = classrooms > 0 ? classrooms : Number.POSITIVE_INFINITY;
  // Grades of two sessions need their room all day; they are placed first.
  const order = [...grades].sort(
    (a, b) => Number(b.twoSessions) - Number(a.twoSessions) || b.grade - a.grade,
  );
  const half = new Map<number, Half>();
  for (const { grade, classes, twoSessions } of order) {
    const fits = classes <= free || twoSessions;
    half.set(grade, fits ? 'morning' : 'afternoon');
    if (fits) free -= classes;
  }
  return grades.flatMap(({ grade, weekly, twoSessions }) => {
    const first = half.get(grade) ?? 'morning';
    const second: Half = first === 'morning' ? 'afternoon' : 'morning';
    const days = evenly(Math.ceil(weekly), 6).map((programme, at) => ({
      grade,
      weekday: at + 1,
      half: first,
      programme,
      support: 0,
    }));
    if (!twoSessions) return days;
    return [
      ...days,
      ...[1, 2, 3, 4, 5].flatMap((weekday) => {
        const room = sessionLimits.periodsPerDay - (days[weekday - 1]?.programme ?? 0);
        const support = Math.min(2, room);
        return support > 0 ? [{ grade, weekday, half: second, programme: 0, support }] : [];
      }),
    ];
  });
}
