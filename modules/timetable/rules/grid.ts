import type { Lesson, SubjectFact } from './ground.ts';
import {
  type Bell,
  type Half,
  halfNames,
  halves,
  type Slot,
  slotKey,
  slotsTaken,
  type WeekFrame,
  weekdayName,
  weekLetter,
} from './week.ts';

/** From whose side a timetable is looked at. */
export type View = 'class' | 'teacher' | 'room' | 'school';
export const views = ['class', 'teacher', 'room', 'school'] as const;

/** Names a timetable is read with. */
export interface Names {
  readonly classes: readonly { readonly id: string; readonly name: string; readonly grade: number }[];
  readonly teachers: readonly { readonly id: string; readonly name: string }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
  readonly subjects: readonly SubjectFact[];
  /** Which weeks are called week A. */
  readonly frame: Pick<WeekFrame, 'weekA'>;
}

/** The texts of a lesson in a cell: what it is, and what the reader of this view does not know yet. */
export function describeLesson(
  names: Names,
  short: ReadonlyMap<string, string>,
  view: View,
  lesson: Lesson,
): { title: string; detail: string } {
  const subject = names.subjects.find(({ code }) => code === lesson.subjectCode);
  const strand = subject?.strands.find(({ code }) => code === lesson.strand);
  const named =
    lesson.title ?? (strand ? strandName(subject?.shortName ?? '', strand.name) : (subject?.shortName ?? ''));
  const what = lesson.weeks ? `${named} (${weekLetter(names.frame.weekA, lesson.weeks)})` : named;
  const classes = lesson.classIds
    .map((id) => names.classes.find((one) => one.id === id)?.name ?? '')
    .join(', ');
  const teachers = lesson.staffIds.map((id) => short.get(id) ?? '').join(', ');
  const room = names.rooms.find(({ id }) => id === lesson.roomId)?.name ?? '';
  // A class knows its own room; a group has none of its own.
  const isToldRoom =
    lesson.kind === 'group' || (lesson.kind === 'lesson' && !/^(phòng )?(học )?\d/i.test(room));
  const special = isToldRoom ? room : '';
  if (view === 'teacher') return { title: `${classes} ${what}`.trim(), detail: special };
  if (view === 'room') return { title: `${classes} ${what}`.trim(), detail: teachers };
  return { title: what, detail: [teachers, special].filter(Boolean).join(' · ') };
}

/** "KHTN: Vật sống" takes too much room on a wall; the first two words of a strand tell, without an "and" that nothing follows. */
function strandName(subject: string, strand: string): string {
  const words = strand.split(' ');
  return words.length <= 2 ? strand : `${subject} (${words.slice(0, 2).join(' ').replace(/ và$/, '')})`;
}

export interface GridCell {
  readonly slot: Slot;
  readonly lessons: readonly Lesson[];
  /** Of the whole school: the class of the column. */
  readonly classId: string | null;
}

export interface GridRow {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
  /** First row of a half day or of a day: a stronger line above. */
  readonly begins: boolean;
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly corner: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly GridRow[];
}

export interface Week {
  readonly days: readonly number[];
  readonly periods: Readonly<Record<Half, number>>;
  readonly bells: readonly Bell[];
}

function lessonsBySlot(lessons: readonly Lesson[]): Map<number, Lesson[]> {
  const at = new Map<number, Lesson[]>();
  for (const lesson of lessons) {
    if (!lesson.at) continue;
    for (const slot of slotsTaken(lesson.at, lesson.duration)) {
      const key = slotKey(slot);
      at.set(key, [...(at.get(key) ?? []), lesson]);
    }
  }
  return at;
}

function periodsOf({ periods }: Week): { half: Half; period: number }[] {
  return halves.flatMap((half) =>
    Array.from({ length: periods[half] }, (_, index) => ({ half, period: index + 1 })),
  );
}

export function clockOf({ bells }: Pick<Week, 'bells'>, half: Half, period: number): string {
  const bell = bells.find((one) => one.half === half && one.period === period);
  return bell ? `${bell.startsAt}–${bell.endsAt}` : '';
}

/** The week of one class, teacher or room: days across, periods down. */
export function gridOfOne(week: Week, lessons: readonly Lesson[], corner: string): Grid {
  const at = lessonsBySlot(lessons);
  return {
    corner,
    columns: week.days.map((day) => ({ key: String(day), label: weekdayName(day) })),
    rows: periodsOf(week).map(({ half, period }) => ({
      key: `${half}-${period}`,
      label: `${capital(halfNames[half])} ${period}`,
      hint: clockOf(week, half, period),
      begins: period === 1,
      cells: week.days.map((weekday) => {
        const slot = { weekday, half, period };
        return { slot, lessons: at.get(slotKey(slot)) ?? [], classId: null };
      }),
    })),
  };
}

/** The whole school as it hangs on the wall: classes across, the periods of all days down. */
export function gridOfSchool(week: Week, names: Names, lessons: readonly Lesson[], corner: string): Grid {
  const byClass = new Map(
    names.classes.map(({ id }) => [
      id,
      lessonsBySlot(lessons.filter(({ classIds }) => classIds.includes(id))),
    ]),
  );
  return {
    corner,
    columns: names.classes.map(({ id, name }) => ({ key: id, label: name })),
    rows: week.days.flatMap((weekday) =>
      periodsOf(week).map(({ half, period }) => ({
        key: `${weekday}-${half}-${period}`,
        // Where it is too long for a line it breaks after the day.
        label: `${weekdayName(weekday)} · ${halfNames[half]}\u00a0${period}`,
        hint: '',
        begins: period === 1,
        cells: names.classes.map(({ id }) => {
          const slot = { weekday, half, period };
          return { slot, lessons: byClass.get(id)?.get(slotKey(slot)) ?? [], classId: id };
        }),
      })),
    ),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lessons of the one who is looked at. */
export function lessonsOfOne(lessons: readonly Lesson[], view: View, id: string): Lesson[] {
  if (view === 'teacher') return lessons.filter(({ staffIds }) => staffIds.includes(id));
  if (view === 'room') return lessons.filter(({ roomId }) => roomId === id);
  return lessons.filter(({ classIds }) => classIds.includes(id));
}
