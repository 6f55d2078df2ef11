import { defineSetting, type Setting } from '#rules/organisation';
import type { ClassFact, RoomFact, SubjectRule, WeekEvent } from './ground.ts';
import type { GradeSession, Slot } from './week.ts';

const letter = 'CV 4567/BGDĐT-GDPT ngày 5/8/2025 (thực hiện Chỉ thị 17/CT-TTg)';

/** CUR-11, CUR-12: what no timetable may exceed. */
export const weekLimits = defineSetting({
  key: 'timetable.weekLimits',
  label: { vi: 'Giới hạn của thời khoá biểu', en: 'Limits of the timetable' },
  effect: {
    vi: 'Thời khoá biểu vượt mức bị báo lỗi và không công bố được.',
    en: 'A timetable beyond them is reported as wrong and cannot be published.',
  },
  form: {
    kind: 'row',
    fields: [
      { key: 'periodsPerSession', label: { vi: 'Số tiết một buổi', en: 'Periods a session' } },
      { key: 'periodsPerDay', label: { vi: 'Số tiết một ngày', en: 'Periods a day' } },
      { key: 'sessionsPerWeek', label: { vi: 'Số buổi một tuần', en: 'Sessions a week' } },
    ],
    min: 1,
    max: 14,
    step: 1,
    unit: { vi: 'nhiều nhất', en: 'at most' },
  },
  default: { periodsPerSession: 5, periodsPerDay: 7, sessionsPerWeek: 11 },
  source: `${letter}: nhiều nhất 7 tiết/ngày, 11 buổi/tuần; 5 tiết/buổi theo chương trình 2018.`,
});

export const timetableSettings: readonly Setting[] = [weekLimits];

const rooms: Readonly<Record<string, string>> = {
  INF: 'computerRoom',
  MUS: 'musicRoom',
  FA: 'artRoom',
};
const demanding = new Set(['MATH', 'LIT', 'FL1', 'SCI', 'PHY', 'CHE']);

/**
 * How subjects are laid while the school has said nothing: rooms of a kind only where the school has one; literature in one double
 * period a week, physical education never double and not right after lunch (practice of schools, not a rule).
 */
export function defaultSubjectRules(
  codes: readonly string[],
  schoolRooms: readonly Pick<RoomFact, 'kind'>[],
): SubjectRule[] {
  return codes.map((subjectCode) => {
    const kind = rooms[subjectCode];
    return {
      subjectCode,
      roomKind: kind && schoolRooms.some((room) => room.kind === kind) ? kind : null,
      equipment: [],
      doubles: subjectCode === 'LIT' ? 1 : 0,
      mostPerDay: subjectCode === 'LIT' || subjectCode === 'MATH' ? 2 : 1,
      demanding: demanding.has(subjectCode),
      notAfterLunch: subjectCode === 'PE',
      alternates: false,
    };
  });
}

/**
 * Flag salute in the first period of the week and class meeting in the last one of session 1 (parts of HĐTN, Circular 32/2018), by
 * grades that have them at the same time.
 */
export function defaultEvents(
  sessions: readonly GradeSession[],
  classes: readonly Pick<ClassFact, 'grade'>[],
): WeekEvent[] {
  const grades = [...new Set(classes.map(({ grade }) => grade))].sort((a, b) => a - b);
  const placed = grades.flatMap((grade) => {
    const own = sessions
      .filter((row) => row.grade === grade && row.session === 1 && row.periods > 0)
      .sort((a, b) => a.weekday - b.weekday || (a.half < b.half ? 1 : -1));
    const first = own[0];
    const last = own.at(-1);
    if (!first || !last) return [];
    return [
      { kind: 'flag' as const, grade, at: { weekday: first.weekday, half: first.half, period: 1 } },
      {
        kind: 'class' as const,
        grade,
        at: { weekday: last.weekday, half: last.half, period: last.periods },
      },
    ];
  });
  const groups = Map.groupBy(placed, ({ kind, at }) => `${kind} ${at.weekday} ${at.half} ${at.period}`);
  return [...groups.values()].map((group): WeekEvent => {
    const { kind, at } = group[0] as { kind: 'flag' | 'class'; at: Slot };
    return {
      kind,
      name: kind === 'flag' ? 'Chào cờ' : 'Sinh hoạt lớp',
      at,
      duration: 1,
      grades: group.length === grades.length ? null : group.map(({ grade }) => grade),
      teamId: null,
    };
  });
}
