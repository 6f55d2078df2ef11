import type { GridBook, GridSheet, Sheet } from '#platform/documents';
import {
  clockOf,
  describeLesson,
  type Grid,
  type Ground,
  gridOfOne,
  halfNames,
  halves,
  type Lesson,
  lessonsOfOne,
  shortNames,
  shownGrid,
  slotKey,
  slotsTaken,
  type View,
  weekdayName,
} from '../rules/index.ts';

/** A timetable as it is printed. */
export interface Printed {
  readonly schoolName: string;
  readonly schoolYear: string;
  readonly name: string;
  /** 'Áp dụng từ tuần 1 (…)'; '' while it is not published. */
  readonly validity: string;
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
    const { ground } = printed;
    const week = { ...shownGrid(ground.frame), bells: ground.frame.bells };
    return [
      {
        ...asSheet(printed, view, gridOfOne(week, lessons, 'Tiết')),
        title: `${titles[view]} ${name}`.toLocaleUpperCase('vi'),
        subtitle: subtitleOf(printed, lessons),
      },
    ];
  });
  return { ...shared, paper: 'a4', sheets: sheets.length > 0 ? sheets : [emptySheet(titles[view])] };
}

/** Since when it holds, and which weeks A and B are when lessons take turns. */
function subtitleOf({ validity, ground }: Printed, lessons: readonly Lesson[]): string {
  if (!lessons.some(({ weeks }) => weeks)) return validity;
  const [a, b] = ground.frame.weekA === 'odd' ? ['lẻ', 'chẵn'] : ['chẵn', 'lẻ'];
  return [validity, `(A): tuần ${a} của năm học, (B): tuần ${b}`].filter(Boolean).join(' · ');
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
  const week = { ...shownGrid(ground.frame), bells: ground.frame.bells };
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

function schoolSheet(printed: Printed): GridSheet {
  return {
    title: titles.school,
    subtitle: subtitleOf(printed, printed.lessons),
    columns: ['Thứ', 'Buổi', 'Tiết', ...printed.ground.classes.map(({ name }) => name)],
    headings: 3,
    rows: schoolRows(printed).map(({ weekday, half, period, cells }, index, all) => {
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

/** Excel: the whole school, then each class, teacher and room as a sheet of its own kind. */
export function wallSheets(printed: Printed): Sheet[] {
  const { ground } = printed;
  const school: Sheet = {
    name: 'Toàn trường',
    columns: [
      { title: 'Thứ', kind: 'text', width: 10 },
      { title: 'Buổi', kind: 'text', width: 8 },
      { title: 'Tiết', kind: 'integer', width: 6 },
      ...ground.classes.map(({ name }) => ({ title: name, kind: 'text' as const, width: 13 })),
    ],
    rows: schoolRows(printed).map(({ weekday, half, period, cells }) => [
      weekdayName(weekday),
      capital(halfNames[half]),
      period,
      ...cells.map(({ text, note }) => (note ? `${text}\n${note}` : text)),
    ]),
  };
  return [
    school,
    listSheet(printed, 'class', 'Theo lớp', 'Lớp'),
    listSheet(printed, 'teacher', 'Theo giáo viên', 'Giáo viên'),
    listSheet(printed, 'room', 'Theo phòng', 'Phòng'),
  ];
}

/** All classes (teachers, rooms) below each other, days across. */
function listSheet(printed: Printed, view: View, name: string, heading: string): Sheet {
  const { ground } = printed;
  const week = { ...shownGrid(ground.frame), bells: ground.frame.bells };
  const short = shortNames(ground.teachers);
  return {
    name,
    columns: [
      { title: heading, kind: 'text', width: 24 },
      { title: 'Tiết', kind: 'text', width: 10 },
      ...week.days.map((day) => ({ title: weekdayName(day), kind: 'text' as const, width: 18 })),
    ],
    rows: byView(printed, view).flatMap(({ id, name: own }) => {
      const lessons = lessonsOfOne(printed.lessons, view, id).filter(({ at }) => at);
      if (lessons.length === 0) return [];
      return gridOfOne(week, lessons, 'Tiết').rows.map((row) => [
        own,
        row.label,
        ...row.cells.map((cell) => {
          const { text, note } = inCell(ground, short, view, cell.lessons);
          return note ? `${text}\n${note}` : text;
        }),
      ]);
    }),
  };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
