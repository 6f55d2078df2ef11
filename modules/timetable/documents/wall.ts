import type { GridBook, GridSheet, GridWorkbookSheet } from '#platform/documents';
import { formatDate } from '#platform/i18n';
import { shortNames } from '#rules/people';
import {
  clockOf,
  describeLesson,
  type Grid,
  type Ground,
  gridOfOne,
  type Half,
  halfNames,
  halves,
  type Lesson,
  lessonsOfOne,
  type SchoolWeekRow,
  shownGrid,
  slotKey,
  slotsTaken,
  type View,
  type Week,
  weekdayName,
  weekLetter,
  weeksOf,
} from '../rules/index.ts';

/** A timetable as it is printed. */
export interface Printed {
  readonly schoolName: string;
  readonly schoolYear: string;
  readonly name: string;
  /** 'Áp dụng từ tuần 1 (…)'; '' while it is not published. */
  readonly validity: string;
  /** The weeks in which it holds; while it is not published, those of its semester. */
  readonly weeks: readonly SchoolWeekRow[];
  readonly ground: Ground;
  readonly lessons: readonly Lesson[];
}

const titles: Readonly<Record<View, string>> = {
  class: 'THỜI KHOÁ BIỂU LỚP',
  teacher: 'THỜI KHOÁ BIỂU GIÁO VIÊN',
  room: 'LỊCH SỬ DỤNG',
  school: 'THỜI KHOÁ BIỂU TOÀN TRƯỜNG',
};

const byView = ({ ground }: Printed, view: View) =>
  ({ class: ground.classes, teacher: ground.teachers, room: ground.rooms, school: [] })[view];

/** The PDF of one or all classes, teachers or rooms (A4, one on a page), or of the whole school (A3). */
export function wallBook(printed: Printed, view: View, id?: string): GridBook {
  const shared = { owner: printed.schoolName, foot: `${printed.name} · năm học ${printed.schoolYear}` };
  if (view === 'school') return { ...shared, paper: 'a3', sheets: [schoolSheet(printed)] };
  const chosen = byView(printed, view).filter((one) => id === undefined || one.id === id);
  const sheets = chosen.flatMap(({ id: own, name }): GridSheet[] => {
    const lessons = lessonsOfOne(printed.lessons, view, own).filter(({ at }) => at);
    if (lessons.length === 0 && id === undefined) return [];
    const week = printedWeek(printed);
    return [
      {
        ...asSheet(printed, view, gridOfOne(week, lessons, 'Tiết')),
        title: `${titles[view]} ${name}`.toLocaleUpperCase('vi'),
        subtitle: printed.validity,
        legend: legendOf(printed, lessons),
      },
    ];
  });
  return { ...shared, paper: 'a4', sheets: sheets.length > 0 ? sheets : [emptySheet(titles[view])] };
}

/** The week without the last periods of a half day that nobody at the school has. */
function printedWeek({ ground: { frame }, lessons }: Printed): Week {
  const { days, periods } = shownGrid(frame);
  const used = lessons.flatMap(({ at, duration }) => (at ? slotsTaken(at, duration) : []));
  const last = (half: Half) =>
    Math.min(
      periods[half],
      Math.max(0, ...used.filter((slot) => slot.half === half).map(({ period }) => period)),
    );
  const bells = frame.bells;
  return {
    days,
    bells,
    periods: used.length > 0 ? { morning: last('morning'), afternoon: last('afternoon') } : periods,
  };
}

/** What (A) and (B) in the cells mean, when lessons take turns: the first days of the weeks of each kind. */
function legendOf({ weeks, ground }: Printed, lessons: readonly Lesson[]): string {
  if (!lessons.some((lesson) => lesson.weeks)) return '';
  const kinds = Object.groupBy(weeks, ({ number }) => weekLetter(ground.frame.weekA, weeksOf(number)));
  const odd = ground.frame.weekA === 'odd' ? 'A' : 'B';
  const lines = (['A', 'B'] as const).map((letter) => {
    const days = (kinds[letter] ?? []).map(({ startsOn }) => formatDate(startsOn).slice(0, 5));
    const what = `Tuần ${letter} (tuần ${letter === odd ? 'lẻ' : 'chẵn'} của năm học)`;
    return days.length > 0 ? `${what} từ các ngày ${days.join(', ')}` : what;
  });
  return `(A), (B): tiết chỉ học tuần A, tuần B. ${lines.join('. ')}.`;
}

const emptySheet = (title: string): GridSheet => ({
  title,
  subtitle: 'Chưa có tiết nào được xếp.',
  columns: ['Tiết'],
  headings: 1,
  rows: [],
});

function asSheet(printed: Printed, view: View, grid: Grid): Pick<GridSheet, 'columns' | 'headings' | 'rows'> {
  const short = shortNames(printed.ground.teachers);
  return {
    columns: [grid.corner, ...grid.columns.map(({ label }) => label)],
    headings: 1,
    rows: grid.rows.map((row) => ({
      begins: row.begins,
      cells: [
        { text: row.label, note: row.hint },
        ...row.cells.map(({ lessons }) => inCell(printed.ground, short, view, lessons)),
      ],
    })),
  };
}

function inCell(ground: Ground, short: ReadonlyMap<string, string>, view: View, lessons: readonly Lesson[]) {
  const texts = lessons.map((lesson) => describeLesson(ground, short, view, lesson));
  return {
    text: texts.map(({ title }) => title).join(' / '),
    note: texts
      .map(({ detail }) => detail)
      .filter(Boolean)
      .join(' / '),
  };
}

/** Days, half days and periods down, classes across: as it hangs beside the staff room. */
function schoolRows(printed: Printed) {
  const { ground, lessons } = printed;
  const short = shortNames(ground.teachers);
  const week = printedWeek(printed);
  const at = new Map<string, Lesson[]>();
  for (const lesson of lessons) {
    if (!lesson.at) continue;
    for (const slot of slotsTaken(lesson.at, lesson.duration))
      for (const classId of lesson.classIds) {
        const key = `${classId} ${slotKey(slot)}`;
        at.set(key, [...(at.get(key) ?? []), lesson]);
      }
  }
  return week.days.flatMap((weekday) =>
    halves.flatMap((half) =>
      Array.from({ length: week.periods[half] }, (_, index) => {
        const period = index + 1;
        return {
          weekday,
          half,
          period,
          clock: clockOf(week, half, period),
          cells: ground.classes.map(({ id }) =>
            inCell(ground, short, 'school', at.get(`${id} ${slotKey({ weekday, half, period })}`) ?? []),
          ),
        };
      }),
    ),
  );
}

/** What one page A3 holds in letters that can be read from a step away. */
const mostRows = 36;
const mostClasses = 18;

function schoolSheet(printed: Printed): GridSheet {
  const rows = schoolRows(printed);
  return {
    title: titles.school,
    subtitle: printed.validity,
    legend: legendOf(printed, printed.lessons),
    pages: {
      down: rows.length > mostRows ? 2 : 1,
      across: Math.ceil(printed.ground.classes.length / mostClasses),
    },
    columns: ['Thứ', 'Buổi', 'Tiết', ...printed.ground.classes.map(({ name }) => name)],
    headings: 3,
    rows: rows.map(({ weekday, half, period, cells }, index, all) => {
      const before = all[index - 1];
      return {
        begins: before?.weekday !== weekday,
        cells: [
          { text: before?.weekday === weekday ? '' : weekdayName(weekday).replace('Thứ ', ''), note: '' },
          {
            text: before?.weekday === weekday && before.half === half ? '' : capital(halfNames[half]),
            note: '',
          },
          { text: String(period), note: '' },
          ...cells,
        ],
      };
    }),
  };
}

/** Excel: the whole school, then all classes, teachers and rooms that have lessons, each on a page of its own. */
export function wallSheets(printed: Printed): GridWorkbookSheet[] {
  const sheets = [
    { name: 'Theo lớp', book: wallBook(printed, 'class') },
    { name: 'Theo giáo viên', book: wallBook(printed, 'teacher') },
    { name: 'Theo phòng', book: wallBook(printed, 'room') },
  ];
  return [
    { name: 'Toàn trường', book: wallBook(printed, 'school') },
    ...sheets.filter(({ book }) => book.sheets.some(({ rows }) => rows.length > 0)),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
