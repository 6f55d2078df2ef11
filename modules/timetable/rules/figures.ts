import { boardOf, busyPeriods, gapsOf, placeKey } from './board.ts';
import { checkTimetable } from './checks.ts';
import type { Ground, Lesson } from './ground.ts';
import { bothWeeks, halves, lessonsIn, slotKey, slotsTaken, weekdays } from './week.ts';

/** What a timetable is like, in figures people compare. */
export interface Figures {
  readonly lessons: number;
  readonly unplaced: number;
  /** Rules broken that forbid publishing, unplaced lessons among them. */
  readonly mustFix: number;
  readonly warnings: number;
  /** Empty periods between two lessons of a teacher in one half day. */
  readonly teacherGaps: number;
  /** Half days on which teachers come, summed over teachers. */
  readonly teacherHalfDays: number;
  /** Of these, those for one period only. */
  readonly singleHalfDays: number;
  /** Days on which a class has a subject in two places. */
  readonly splitSubjects: number;
  /** Periods of demanding subjects in the fourth period or later. */
  readonly demandingLate: number;
  /** Lessons in periods their teacher would rather avoid. */
  readonly avoided: number;
}

/** Of weeks that take turns the larger figure counts. */
export function figuresOf(ground: Ground, lessons: readonly Lesson[]): Figures {
  const violations = checkTimetable(ground, lessons);
  const takeTurns = lessons.some(({ weeks }) => weeks);
  const weeks = takeTurns ? bothWeeks.map((one) => lessonsIn(lessons, one)) : [lessons];
  const found = weeks.map((own) => figuresOfWeek(ground, own));
  const most = (figure: keyof (typeof found)[number]) => Math.max(...found.map((one) => one[figure]));
  return {
    lessons: lessons.length,
    unplaced: lessons.filter(({ at }) => !at).length,
    mustFix: violations.filter(({ severity }) => severity === 'mustFix').length,
    warnings: violations.filter(({ severity }) => severity === 'warning').length,
    teacherGaps: most('teacherGaps'),
    teacherHalfDays: most('teacherHalfDays'),
    singleHalfDays: most('singleHalfDays'),
    splitSubjects: most('splitSubjects'),
    demandingLate: most('demandingLate'),
    avoided: most('avoided'),
  };
}

function figuresOfWeek(
  ground: Ground,
  lessons: readonly Lesson[],
): Omit<Figures, 'lessons' | 'unplaced' | 'mustFix' | 'warnings'> {
  const board = boardOf(ground, lessons);
  const demanding = new Set(
    ground.subjectRules.filter((rule) => rule.demanding).map(({ subjectCode }) => subjectCode),
  );
  let teacherGaps = 0;
  let teacherHalfDays = 0;
  let singleHalfDays = 0;
  for (const { id } of ground.teachers) {
    for (const weekday of weekdays) {
      for (const half of halves) {
        const busy = busyPeriods(board, 'staff', id, weekday, half);
        if (busy.length === 0) continue;
        teacherGaps += gapsOf(busy);
        teacherHalfDays += 1;
        if (busy.length === 1) singleHalfDays += 1;
      }
    }
  }
  const placed = lessons.filter((lesson) => lesson.at);
  const split = Map.groupBy(
    placed.filter(({ kind }) => kind === 'lesson'),
    ({ classIds, subjectCode, at }) => `${classIds[0]} ${subjectCode} ${at!.weekday}`,
  );
  const periods = placed.flatMap((lesson) =>
    slotsTaken(lesson.at!, lesson.duration).map((slot) => ({ lesson, slot })),
  );
  return {
    teacherGaps,
    teacherHalfDays,
    singleHalfDays,
    splitSubjects: [...split.values()].filter((list) => list.length > 1).length,
    demandingLate: periods.filter(
      ({ lesson, slot }) => slot.period >= 4 && demanding.has(lesson.subjectCode ?? ''),
    ).length,
    avoided: periods.filter(({ lesson, slot }) =>
      lesson.staffIds.some((id) => board.avoid.has(placeKey('staff', id, slotKey(slot)))),
    ).length,
  };
}
