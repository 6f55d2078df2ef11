import { type ProgrammeLesson, type ProgrammePeriod, periodOf, periodsBefore } from './programme.ts';

export type Half = 'morning' | 'afternoon';

/** A period of a class, or of a group of an elective block, on a day: one line of the lesson log. */
export interface LogSlot {
  /** The class, or the group. */
  readonly classId: string;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
  readonly half: Half;
  readonly period: number;
}

export type SlotChange = 'substituted' | 'cancelled' | 'online' | 'madeUp' | 'makeUp';

/** A period as the published timetable has it on that day. */
export interface PlannedSlot extends LogSlot {
  /** Whether it is of a group: pupils of several classes, with a book of its own. */
  readonly isGroup: boolean;
  readonly className: string;
  readonly grade: number;
  readonly week: number;
  readonly subjectCode: string | null;
  readonly strand: string;
  /** Of a fixed event: flag salute, class meeting. */
  readonly event: string | null;
  /** Who teaches it on that day: who stands in, and those of the timetable who are not away. */
  readonly staffIds: readonly string[];
  /** Who of them stands in. */
  readonly substituteIds: readonly string[];
  /** `madeUp`: it falls away here and is held at another hour (made up or moved); `makeUp`: it is held here instead. */
  readonly change: SlotChange | null;
}

export const heldKinds = ['taught', 'online', 'notTaught'] as const;
export type Held = (typeof heldKinds)[number];

/** A line of the log as it is written. */
export interface LogLine extends LogSlot {
  readonly subjectCode: string | null;
  readonly strand: string;
  readonly held: Held;
  readonly programmePeriod: number | null;
}

/** What was reached before the week, by `threadOf`: the number of the last period of the programme that was taught. */
export type Reached = Readonly<Record<string, number>>;

/** Lessons of the programme by `programmeKey`. */
export type Programmes = Readonly<Record<string, readonly ProgrammeLesson[]>>;

/** logged: written; due: to be written; ahead: still to come; off: not held. */
export type LineState = 'logged' | 'due' | 'ahead' | 'off';

export interface FilledLine<Line extends LogLine = LogLine> {
  readonly slot: LogSlot;
  /** undefined: the line was written for a period that the timetable has no longer. */
  readonly planned: PlannedSlot | undefined;
  readonly entry: Line | undefined;
  readonly state: LineState;
  /** What comes next by the programme; of lines not yet written. */
  readonly next: ProgrammePeriod | undefined;
}

/** Identity of a period. */
export function slotKey({ classId, day, half, period }: LogSlot): string {
  return `${classId} ${day} ${half === 'morning' ? 'a' : 'b'} ${period}`;
}

export function programmeKey(subjectCode: string, grade: number): string {
  return `${subjectCode} ${grade}`;
}

/** What runs through the programme by itself: a class, a subject and, of an integrated subject, a strand. */
export function threadOf({
  classId,
  subjectCode,
  strand,
}: Pick<LogLine, 'classId' | 'subjectCode' | 'strand'>): string {
  return `${classId} ${subjectCode ?? ''} ${strand}`;
}

function isOff({ change }: PlannedSlot): boolean {
  return change === 'cancelled' || change === 'madeUp';
}

/**
 * Lays what is written over what the timetable has, in the order of time: every period of the timetable and every line written stands there
 * once, whichever came first and however often it is done. A line not yet written says which period of the programme comes next: the one
 * after the last that was taught to the class; where nothing was written before, the first of that week by the programme. What falls away
 * or was not taught does not move on.
 * @param today 'YYYY-MM-DD': lines up to it are due
 */
export function fillWeek<Line extends LogLine>(
  planned: readonly PlannedSlot[],
  entries: readonly Line[],
  { programmes, reached, today }: { programmes: Programmes; reached: Reached; today: string },
): FilledLine<Line>[] {
  const byKey = new Map(planned.map((slot) => [slotKey(slot), slot]));
  const written = new Map(entries.map((entry) => [slotKey(entry), entry]));
  const keys = [...new Set([...byKey.keys(), ...written.keys()])].sort(byTime);
  const position = new Map<string, number>(Object.entries(reached));
  return keys.map((key) => {
    const slot = byKey.get(key);
    const entry = written.get(key);
    const place = (slot ?? entry)!;
    const at = { classId: place.classId, day: place.day, half: place.half, period: place.period };
    if (entry) {
      if (entry.held !== 'notTaught' && entry.programmePeriod !== null) {
        position.set(threadOf(entry), entry.programmePeriod);
      }
      return { slot: at, planned: slot, entry, state: 'logged' as const, next: undefined };
    }
    const lesson = slot!;
    if (isOff(lesson)) return { slot: at, planned: lesson, entry, state: 'off' as const, next: undefined };
    const state = lesson.day <= today ? ('due' as const) : ('ahead' as const);
    const programme = lesson.subjectCode
      ? programmes[programmeKey(lesson.subjectCode, lesson.grade)]
      : undefined;
    if (!programme || lesson.event !== null) {
      return { slot: at, planned: lesson, entry, state, next: undefined };
    }
    const thread = threadOf(lesson);
    const number = (position.get(thread) ?? periodsBefore(programme, lesson.week)) + 1;
    const next = periodOf(programme, number);
    if (next) position.set(thread, number);
    return { slot: at, planned: lesson, entry, state, next };
  });
}

/** By day, morning first, then period; the class last, so that the lessons of a teacher come as they are taught. */
function byTime(one: string, other: string): number {
  const time = (key: string) => key.slice(key.indexOf(' ') + 1);
  return time(one) < time(other) ? -1 : time(one) > time(other) ? 1 : one < other ? -1 : one > other ? 1 : 0;
}

/** The lines with others laid over them: a later one for the same period takes the place of the earlier. */
export function layOver<Line extends LogSlot>(lines: readonly Line[], over: readonly Line[]): Line[] {
  return [...new Map([...lines, ...over].map((line) => [slotKey(line), line])).values()];
}

/** Whether a line written on `today` for a lesson on `day` is late, when `days` are allowed. All 'YYYY-MM-DD'. */
export function isLate(day: string, today: string, days: number): boolean {
  return (Date.parse(today) - Date.parse(day)) / 86_400_000 > days;
}
