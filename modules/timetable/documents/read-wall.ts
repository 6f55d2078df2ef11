import { foldVietnamese } from '#platform/i18n';
import { shortNames, withoutMark } from '#rules/people';
import {
  describeLesson,
  type Ground,
  type Half,
  type Lesson,
  lessonName,
  type Slot,
  slotKey,
  weekLetter,
} from '../rules/index.ts';

/** Cells of one sheet as text. */
export type Cells = readonly (readonly string[])[];

export interface ReadCellFault {
  /** 'C7': where in the sheet. */
  readonly cell: string;
  readonly message: string;
}

export interface ReadWall {
  /** Where the lessons lie by the sheet: lesson id → slot. */
  readonly places: ReadonlyMap<string, Slot>;
  /** Rooms that the sheet names: lesson id → room id. */
  readonly rooms: ReadonlyMap<string, string>;
  /** Lessons that the cells name; what has its fixed hour is not counted. */
  readonly cells: number;
  readonly faults: readonly ReadCellFault[];
}

const fold = (text: string) =>
  foldVietnamese(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Reads a grid of classes and periods (as the system exports it, or as schools draw it; either way round) and finds for each cell the
 * lesson of the class that is meant. undefined: there is no such grid in the sheet. Nothing is guessed silently: what does not match
 * one lesson is a fault with its cell.
 */
export function readWall(ground: Ground, lessons: readonly Lesson[], sheet: Cells): ReadWall | undefined {
  const upright = locate(ground, sheet);
  if (upright) return match(ground, lessons, sheet, upright, false);
  const width = Math.max(0, ...sheet.map((row) => row.length));
  const turned = Array.from({ length: width }, (_, column) => sheet.map((row) => row[column] ?? ''));
  const found = locate(ground, turned);
  return found && match(ground, lessons, turned, found, true);
}

interface Located {
  readonly header: number;
  /** Class of each column that has one. */
  readonly classes: ReadonlyMap<number, string>;
  readonly firstColumn: number;
  /** Columns whose head is no class of the school, or one that stands there already, and why they are not read. */
  readonly passedOver: ReadonlyMap<number, string>;
}

/** The row that names at least two classes of the school (or the only one there is). */
function locate(ground: Ground, sheet: Cells): Located | undefined {
  const known = new Map(ground.classes.map(({ id, name }) => [fold(name), id]));
  const wanted = Math.min(2, ground.classes.length);
  for (const [header, row] of sheet.slice(0, 40).entries()) {
    const classes = new Map<number, string>();
    const passedOver = new Map<number, string>();
    for (const [column, text] of row.entries()) {
      const id = known.get(fold(text).replace(/^lop /, ''));
      if (column === 0 || fold(text) === '') continue;
      if (id && [...classes.values()].includes(id))
        passedOver.set(column, `Lớp ${text.trim()} có hai cột: chỉ đọc cột đầu.`);
      else if (id) classes.set(column, id);
      else if (classes.size > 0)
        passedOver.set(column, `Trường không có lớp "${text.trim()}": không đọc cột này.`);
    }
    if (classes.size >= wanted)
      return { header, classes, passedOver, firstColumn: Math.min(...classes.keys()) };
  }
  return undefined;
}

const dayWords: Readonly<Record<string, number>> = {
  hai: 1,
  '2': 1,
  ba: 2,
  '3': 2,
  tu: 3,
  '4': 3,
  nam: 4,
  '5': 4,
  sau: 5,
  '6': 5,
  bay: 6,
  '7': 6,
};

/** 'Thứ Tư', 'T4', 'Tư', '4' → 'tu' or '4'. */
const dayWord = (text: string) => fold(text).replace(/^(thu ?|t ?(?=\d))/, '');

/** 'Thứ Hai', 'T2', 'Hai' → 1; undefined when it is no day. */
function readWeekday(text: string): number | undefined {
  const word = dayWord(text);
  return fold(text).startsWith('t') || /^[a-z]+$/.test(word) ? dayWords[word] : undefined;
}

function readHalf(text: string): Half | undefined {
  const word = fold(text);
  if (/\bsang\b|^s$/.test(word)) return 'morning';
  return /\bchieu\b|^c$/.test(word) ? 'afternoon' : undefined;
}

function match(
  ground: Ground,
  lessons: readonly Lesson[],
  sheet: Cells,
  at: Located,
  turned: boolean,
): ReadWall {
  const places = new Map<string, Slot>();
  const rooms = new Map<string, string>();
  const roomOf = new Map(ground.rooms.map(({ id, name }) => [fold(name), id]));
  const faults: ReadCellFault[] = [];
  const short = shortNames(ground.teachers);
  // A group of several classes waits in the column of each.
  const waiting = new Map(
    ground.classes.map(({ id }) => [id, lessons.filter(({ classIds }) => classIds.includes(id))]),
  );
  let [weekday, half, cells, lastPeriod]: [number | undefined, Half, number, number] = [
    undefined,
    'morning',
    0,
    0,
  ];
  // A column headed "Thứ" may hold bare numbers: 2 is Monday.
  const cellOf = (row: number, column: number) => cellName(row, column, turned);
  for (const [column, message] of at.passedOver) faults.push({ cell: cellOf(at.header, column), message });
  const filledBy = new Map<string, string>();
  const dayColumn = (sheet[at.header] ?? []).findIndex((text) => /^(thu|ngay)$/.test(fold(text)));
  for (const [offset, row] of sheet.slice(at.header + 1).entries()) {
    let period: number | undefined;
    let written: Half | undefined;
    for (const [column, text] of row.slice(0, at.firstColumn).entries()) {
      const day = column === dayColumn ? dayWords[dayWord(text)] : readWeekday(text);
      // A day that is none of the week (Sunday, a slip) is not the one above it.
      const isOther = day === undefined && column === dayColumn && text.trim() !== '';
      if (isOther || (day !== undefined && day !== weekday))
        [weekday, half, lastPeriod] = [day, 'morning', 0];
      written = readHalf(text) ?? written;
      half = written ?? half;
      const digits = /(\d+)\s*$/.exec(text.trim());
      if (digits && day === undefined && column !== dayColumn) period = Number(digits[1]);
    }
    if (weekday === undefined || period === undefined) {
      const said = [...at.classes].find(([column, classId]) =>
        namesLesson(ground, short, waiting.get(classId) ?? [], row[column] ?? ''),
      );
      if (said)
        faults.push({
          cell: cellOf(at.header + 1 + offset, said[0]),
          message: 'Không đọc được thứ hoặc tiết của dòng này: các ô trong dòng chưa được nhập.',
        });
      continue;
    }
    // Periods that begin anew on the same day are the afternoon's, unless the row says morning; 6 to 10 are counted through.
    if (period <= lastPeriod && half === 'morning' && !written) half = 'afternoon';
    lastPeriod = period;
    const through = half === 'morning' && period > 5;
    const slot: Slot = { weekday, half: through ? 'afternoon' : half, period: through ? period - 5 : period };
    for (const [column, classId] of at.classes) {
      const text = (row[column] ?? '').trim();
      if (text === '' || text === '-' || fold(text) === 'nghi') continue;
      const cell = cellOf(at.header + 1 + offset, column);
      const filled = filledBy.get(`${classId} ${slotKey(slot)}`);
      if (filled) {
        faults.push({ cell, message: `Ô ${filled} cũng ghi tiết này của lớp: ô sau chưa được nhập.` });
        continue;
      }
      filledBy.set(`${classId} ${slotKey(slot)}`, cell);
      for (const part of partsOf(text)) {
        const own = waiting.get(classId) ?? [];
        const placed = (lesson: Lesson) => places.get(lesson.id);
        // What the column of another class has laid here is meant before anything else of its name, and elsewhere not at all.
        const here = own.filter((lesson) => placed(lesson) && slotKey(placed(lesson)!) === slotKey(slot));
        const matches = (among: readonly Lesson[]) => bestMatches(ground, short, among, part.text, slot);
        const best = matches(here);
        const [found, ...alike] = best.length > 0 ? best : matches(own.filter((lesson) => !placed(lesson)));
        const said = `"${part.text.replaceAll('\n', ', ')}"`;
        const className = ground.classes.find(({ id }) => id === classId)?.name ?? '';
        if (!found?.locked) cells += 1;
        if (!found) {
          faults.push({
            cell,
            message: `${said}: không thấy tiết nào của lớp ${className} khớp, hoặc đã đủ số tiết. Hãy xem lại phân công.`,
          });
          continue;
        }
        if (alike.length > 0) {
          const meant = [found, ...alike].map(({ staffIds }) =>
            staffIds.map((id) => short.get(id)).join(', '),
          );
          faults.push({
            cell,
            message: `${said}: trường có ${meant.length} người cùng tên này dạy lớp ${className}. Hãy ghi rõ ${meant.join(' hoặc ')}.`,
          });
          continue;
        }
        waiting.set(
          classId,
          own.filter((lesson) => lesson !== found),
        );
        if (!ground.frame.bells.some((bell) => bell.half === slot.half && bell.period === slot.period)) {
          faults.push({
            cell,
            message: `${lessonName(ground, found)}: trường không có tiết ${slot.period} ${slot.half === 'morning' ? 'sáng' : 'chiều'}.`,
          });
          continue;
        }
        if (found.locked) continue;
        places.set(found.id, slot);
        const details = part.detail.split(detailEnd).filter((words) => fold(words) !== '');
        const room = roomOf.get(fold(details.at(-1) ?? ''));
        if (room) rooms.set(found.id, room);
        const strange = details.filter(
          (words) =>
            !roomOf.has(fold(words)) &&
            found.staffIds.every((id) => naming(ground, short, id, fold(words)) === 'none'),
        );
        if (strange.length > 0)
          faults.push({
            cell,
            message: `${lessonName(ground, found)} đã vào chỗ theo phân công; phần "${strange.join(', ')}" trong ô không khớp, không được nhập.`,
          });
      }
    }
  }
  return { places, rooms, cells, faults };
}

/** Whether a text begins with the name of a lesson of the class. */
function namesLesson(
  ground: Ground,
  short: ReadonlyMap<string, string>,
  lessons: readonly Lesson[],
  text: string,
): boolean {
  const nowhere: Slot = { weekday: 0, half: 'morning', period: 0 };
  return text.trim() !== '' && bestMatches(ground, short, lessons, text, nowhere).length > 0;
}

/** Between what a cell says below a title; a mark in brackets holds commas of its own. */
const detailEnd = /(?: · |, )(?![^(]*\))/;

interface CellPart {
  readonly text: string;
  /** Below the title, when that is known to be of this lesson: teachers, and a room, with commas or dots between. */
  readonly detail: string;
}

/** The lessons of one cell, as it is written out: titles, below them what else is known of each, a slash between. */
function partsOf(text: string): CellPart[] {
  const [titles = '', ...rest] = text.split('\n');
  const names = titles.split(' / ');
  const all = rest.join(' · ');
  if (names.length === 1) return [{ text, detail: all }];
  const details = all.split(' / ');
  return names.map((name, index) =>
    details.length === names.length
      ? { text: `${name}\n${details[index]}`, detail: details[index]! }
      : { text: `${name}\n${all}`, detail: '' },
  );
}

/**
 * The lesson of the class that a cell means: by subject, then by teacher; a fixed event only at its own time. Several when the cell
 * names a teacher without the mark that tells namesakes apart, and more than one of them teaches it: one lesson of each.
 */
function bestMatches(
  ground: Ground,
  short: ReadonlyMap<string, string>,
  lessons: readonly Lesson[],
  text: string,
  slot: Slot,
): Lesson[] {
  const words = fold(text);
  const scored = lessons.flatMap((lesson) => {
    if (lesson.kind === 'event') {
      const here =
        lesson.at?.weekday === slot.weekday &&
        lesson.at.half === slot.half &&
        lesson.at.period === slot.period;
      return here && words.includes(fold(lesson.title ?? '-')) ? [{ lesson, score: 100, unclear: '' }] : [];
    }
    const subject = ground.subjects.find(({ code }) => code === lesson.subjectCode);
    const names = [
      // A group beside others goes by its own name: the subject alone is the lesson of the class.
      ...(lesson.block === null
        ? [
            subject?.name,
            subject?.shortName,
            subject?.strands.find(({ code }) => code === lesson.strand)?.name,
          ]
        : []),
      describeLesson(ground, short, 'school', lesson).title,
    ].flatMap((name) => (name ? [fold(name)] : []));
    // "Tin" is the lesson of every week, "Tin (A)" the one of week A.
    const letter = lesson.weeks ? weekLetter(ground.frame.weekA, lesson.weeks).toLowerCase() : '';
    const written = letter
      ? names.map((name) => (name.endsWith(` ${letter}`) ? name : `${name} ${letter}`))
      : names;
    const longest = Math.max(
      0,
      ...written.filter((name) => words === name || words.startsWith(`${name} `)).map(({ length }) => length),
    );
    if (longest === 0) return [];
    const named = lesson.staffIds.map((id) => ({ id, how: naming(ground, short, id, words) }));
    const best = Math.max(0, ...named.map(({ how }) => namingScores[how]));
    const unclear = best === namingScores.unclear ? named.find(({ how }) => how === 'unclear')!.id : '';
    return [{ lesson, score: longest + best, unclear }];
  });
  const [best] = scored.sort((a, b) => b.score - a.score);
  if (!best?.unclear) return best ? [best.lesson] : [];
  const alike = scored.filter(({ score, unclear }) => unclear && score === best.score);
  return alike
    .filter((one, index) => alike.findIndex(({ unclear }) => unclear === one.unclear) === index)
    .map(({ lesson }) => lesson);
}

/** What it counts that a cell names a teacher of the lesson: with the mark, by a name without one, by a name that others bear too. */
const namingScores = { marked: 51, plain: 50, unclear: 49, none: 0 };

/** How folded words name a teacher, in full or as on the wall. */
function naming(
  ground: Ground,
  short: ReadonlyMap<string, string>,
  id: string,
  words: string,
): keyof typeof namingScores {
  const says = (name: string) => ` ${words} `.includes(` ${fold(name)} `);
  const full = ground.teachers.find((one) => one.id === id)?.name ?? '-';
  const tail = short.get(id) ?? '-';
  if (says(full) || says(tail)) return withoutMark(full) === full ? 'plain' : 'marked';
  // Without the mark it may be any of the namesakes.
  return says(withoutMark(full)) || says(withoutMark(tail)) ? 'unclear' : 'none';
}

function cellName(row: number, column: number, turned: boolean): string {
  const [line, place] = turned ? [column, row] : [row, column];
  let letters = '';
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${line + 1}`;
}
