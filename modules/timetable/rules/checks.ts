import {
  type Board,
  boardOf,
  busyPeriods,
  gapsOf,
  groundIn,
  placeKey,
  resourcesOf,
  sessionAt,
} from './board.ts';
import { placeViolations } from './check-places.ts';
import { type Ground, type Lesson, lessonTitle } from './ground.ts';
import { lessonName, nameOf } from './names.ts';
import { type Violation, violation } from './violation.ts';
import {
  bothWeeks,
  halfNames,
  halves,
  lessonsIn,
  slotKey,
  slotName,
  slotsTaken,
  type Weeks,
  weekdayName,
  weekdays,
  weekLetter,
} from './week.ts';

/**
 * Everything a timetable breaks, found from the rows alone and not by the search: clashes, closed periods, other schools, sessions
 * (CUR-11 to CUR-13), places at noon, ways between sites, and the wishes of the school that only warn.
 */
export function checkTimetable(ground: Ground, lessons: readonly Lesson[]): Violation[] {
  if ([...lessons, ...ground.taken].every(({ weeks }) => !weeks)) return checkWeek(ground, lessons);
  // Weeks that take turns are looked at one by one; what both have is told once, what one has with its letter.
  const [odd, even] = bothWeeks.map((weeks) => checkWeek(groundIn(ground, weeks), lessonsIn(lessons, weeks)));
  const inBoth = new Set(
    odd!.map(({ message }) => message).filter((message) => even!.some((one) => one.message === message)),
  );
  const only = (found: readonly Violation[], weeks: Weeks) =>
    found
      .filter(({ message }) => !inBoth.has(message))
      .map((one) =>
        one.rule === 'unplaced'
          ? one
          : { ...one, message: `Tuần ${weekLetter(ground.frame.weekA, weeks)}: ${one.message}` },
      );
  return [...odd!.filter(({ message }) => inBoth.has(message)), ...only(odd!, 'odd'), ...only(even!, 'even')];
}

function checkWeek(ground: Ground, lessons: readonly Lesson[]): Violation[] {
  const board = boardOf(ground, lessons);
  return [
    ...clashes(board),
    ...lessonViolations(board),
    ...classViolations(board),
    ...splitBlocks(board),
    ...placeViolations(board),
  ];
}

const clashRules = {
  staff: 'teacherClash',
  class: 'classClash',
  room: 'roomClash',
  group: 'pupilClash',
} as const;

function clashes(board: Board): Violation[] {
  const found: Violation[] = [];
  for (const [key, there] of board.at) {
    if (there.length < 2) continue;
    const [kind = '', id = '', slot = ''] = key.split(' ');
    // Flag salute of all classes in one place is one event for whoever stands there.
    if (
      kind === 'staff' &&
      there.every((lesson) => lesson.kind === 'event' && lesson.title === there[0]!.title)
    )
      continue;
    // The groups of an elective block are taught beside each other.
    if (kind === 'class' && there[0]!.block !== null && there.every(({ block }) => block === there[0]!.block))
      continue;
    const at = there[0]!.at!;
    const where = slotName({ ...at, period: Number(slot) & 7 });
    const rule = clashRules[kind as keyof typeof clashRules];
    const names = there.map((lesson) => lessonName(board.ground, lesson)).join(' và ');
    found.push(violation(rule, `${nameOf(board.ground, kind, id)}: ${where} có ${names}.`, there));
  }
  for (const [one, others] of board.sharing) {
    const own = board.lessons.filter((lesson) => lesson.studyGroupId === one && lesson.at);
    for (const lesson of own) {
      for (const other of others) {
        if (other < one) continue;
        const there = board.at.get(placeKey('group', other, slotKey(lesson.at!)));
        if (there)
          found.push(
            violation(
              'pupilClash',
              `${lesson.title} và ${there[0]!.title}: ${slotName(lesson.at!)} có học sinh học cả hai nhóm.`,
              [lesson, ...there],
            ),
          );
      }
    }
  }
  return found;
}

/** Groups of an elective block that do not start together: whoever chose one of them would miss something. */
function splitBlocks({ lessons }: Board): Violation[] {
  const blocks = Map.groupBy(
    lessons.filter(({ block, at }) => block !== null && at),
    ({ block }) => block,
  );
  return [...blocks.values()].flatMap((own): Violation[] => {
    if (new Set(own.map(({ at }) => slotKey(at!))).size < 2) return [];
    const where = own.map(({ title, at }) => `${title} ${slotName(at!)}`).join(', ');
    return [
      violation(
        'blockSplit',
        `Các nhóm học cùng giờ lại nằm ở các giờ khác nhau: ${where}. Hãy đặt về cùng một tiết.`,
        own,
      ),
    ];
  });
}

function lessonViolations(board: Board): Violation[] {
  const { ground } = board;
  const rules = new Map(ground.subjectRules.map((rule) => [rule.subjectCode, rule]));
  return board.lessons.flatMap((lesson) => {
    const { at } = lesson;
    const name = lessonName(ground, lesson);
    if (!at) return [violation('unplaced', `${name} chưa xếp chỗ.`, [lesson])];
    const found: Violation[] = [];
    for (const slot of slotsTaken(at, lesson.duration)) {
      for (const { kind, id } of resourcesOf(lesson)) {
        const key = placeKey(kind, id, slotKey(slot));
        if (board.closed.has(key))
          found.push(
            violation('closed', `${nameOf(ground, kind, id)}: ${slotName(slot)} đã đóng mà có ${name}.`, [
              lesson,
            ]),
          );
        for (const { school } of board.taken.get(key) ?? [])
          found.push(
            violation(
              'takenElsewhere',
              `${nameOf(ground, kind, id)}: ${slotName(slot)} đang dạy ở ${school}, trùng ${name}.`,
              [lesson],
            ),
          );
      }
    }
    for (const classId of lesson.classIds) {
      const session = sessionAt(board, classId, at.weekday, at.half);
      const where = `${nameOf(ground, 'class', classId)}: ${name} vào ${slotName(at)}`;
      if (!session || at.period + lesson.duration - 1 > session.periods)
        found.push(violation('outsideSession', `${where}, ngoài buổi học của lớp.`, [lesson]));
      else if (session.session !== lesson.session)
        found.push(
          violation(
            'mixedSession',
            lesson.session === 1 ? `${where}, buổi dành cho buổi 2.` : `${where}, buổi học chính khoá.`,
            [lesson],
          ),
        );
    }
    if (at.half === 'afternoon' && at.period === 1 && rules.get(lesson.subjectCode ?? '')?.notAfterLunch) {
      const early = lesson.classIds.some((id) => sessionAt(board, id, at.weekday, 'morning'));
      if (early)
        found.push(violation('afterLunch', `${name}: ${slotName(at)}, ngay sau giờ trưa.`, [lesson]));
    }
    return found;
  });
}

function classViolations(board: Board): Violation[] {
  const { ground } = board;
  const rules = new Map(ground.subjectRules.map((rule) => [rule.subjectCode, rule]));
  const placed = board.lessons.filter(({ at }) => at);
  const ofClass = new Map<string, Lesson[]>();
  for (const lesson of placed)
    for (const id of lesson.classIds) ofClass.set(id, [...(ofClass.get(id) ?? []), lesson]);
  return ground.classes.flatMap((schoolClass) => {
    const own = ofClass.get(schoolClass.id) ?? [];
    const name = `Lớp ${schoolClass.name}`;
    const found: Violation[] = [];
    const sessions = new Set(own.map(({ at }) => `${at!.weekday} ${at!.half}`));
    if (sessions.size > ground.limits.sessionsPerWeek)
      found.push(
        violation(
          'weekSessions',
          `${name} học ${sessions.size} buổi một tuần, nhiều nhất ${ground.limits.sessionsPerWeek}.`,
          [],
        ),
      );
    for (const weekday of weekdays) {
      const today = own.filter(({ at }) => at!.weekday === weekday);
      // Groups run beside each other: a pupil is in one of them at a time.
      const periods = new Set(
        today.flatMap((lesson) => slotsTaken(lesson.at!, lesson.duration).map((slot) => slotKey(slot))),
      );
      if (periods.size > ground.limits.periodsPerDay)
        found.push(
          violation(
            'dayLength',
            `${name} học ${periods.size} tiết ${weekdayName(weekday)}, nhiều nhất ${ground.limits.periodsPerDay}.`,
            today,
          ),
        );
      for (const [code, list] of Map.groupBy(
        today.filter((lesson) => lesson.kind === 'lesson'),
        ({ subjectCode }) => subjectCode ?? '',
      )) {
        const count = list.reduce((sum, { duration }) => sum + duration, 0);
        const most = rules.get(code)?.mostPerDay ?? 2;
        if (count > most)
          found.push(
            violation(
              'subjectPerDay',
              `${name}: ${count} tiết ${lessonTitle(ground, { ...list[0]!, strand: '' })} ${weekdayName(weekday)}, nên nhiều nhất ${most}.`,
              list,
            ),
          );
      }
      for (const half of halves) {
        const gaps = gapsOf(busyPeriods(board, 'class', schoolClass.id, weekday, half));
        if (gaps > 0)
          found.push(
            violation(
              'classGap',
              `${name}: ${gaps} tiết trống giữa buổi ${halfNames[half]} ${weekdayName(weekday)}.`,
              today.filter(({ at }) => at!.half === half),
            ),
          );
      }
    }
    return found;
  });
}
