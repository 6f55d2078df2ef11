import { type Conflict, findClashingSet, findConflicts } from '#engines/timetable';
import type { DemandFinding } from './demand.ts';
import { EngineSchool, type Places, type Who } from './engine-school.ts';
import { defaultGoals } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import { lessonName, nameOf, pupilsOfGroups } from './names.ts';
import { relaxationOf } from './relaxations.ts';
import type { CostPart } from './school-goals.ts';

const named = 4;

/** Rules of the school in words, those that can clash. */
const ruleNames: Partial<Record<CostPart, string>> = {
  classGap: 'lớp không trống tiết',
  dayLength: 'số tiết, số buổi nhiều nhất của lớp',
  noonPlaces: 'số lớp ở lại trưa',
  travel: 'thời gian đi giữa hai điểm trường',
};

/**
 * Proofs that no timetable can exist, each a sentence with the numbers and what to change; empty when none was found in time.
 * `isLate`: when to give up looking.
 */
export function explainConflicts(
  ground: Ground,
  lessons: readonly Lesson[],
  isLate: () => boolean,
): DemandFinding[] {
  const school = new EngineSchool(ground, defaultGoals, lessons);
  return findConflicts(school.problem, isLate).map((conflict) => inWords(ground, school, conflict));
}

/**
 * After a search that left something broken: a smallest set of lessons and rules, over several teachers, classes and rooms, that cannot
 * be kept together, and whether that is proved; undefined when none was found in time. `places`: the best timetable of the search.
 */
export function explainTogether(
  ground: Ground,
  lessons: readonly Lesson[],
  places: Places,
  isLate: () => boolean,
): DemandFinding | undefined {
  const school = new EngineSchool(ground, defaultGoals, lessons);
  const conflict = findClashingSet(school.problem, {
    best: school.solutionOf(places),
    searchIsLate: isLate,
    isLate,
  });
  return conflict && inWords(ground, school, conflict);
}

function inWords(ground: Ground, school: EngineSchool, conflict: Conflict): DemandFinding {
  const { kind, resource, resources = [resource], needed, available, constraints, proved = true } = conflict;
  const { lessons } = school;
  const meets = conflict.meets.map((meet) => lessons[meet]!);
  const names = meets.map((lesson) => lessonName(ground, lesson));
  const shown = [...new Set(names)].slice(0, named);
  const others = names.filter((name) => !shown.includes(name)).length;
  const list = shown.join(', ') + (others > 0 ? ` và ${others} tiết khác` : '');
  const whos = resources.flatMap((one): Who[] =>
    one < 0 ? [] : [school.whoIs(one)].filter((who) => who !== undefined),
  );
  // Of a lesson that fits nowhere it is its own teachers whose hours are closed.
  const concerned =
    whos.length > 0
      ? whos
      : meets.flatMap(({ staffIds }) => staffIds.map((id): Who => ({ kind: 'staff', id })));
  const short = needed !== undefined && available !== undefined ? needed - available : 1;
  const ways = [...new Set(concerned.map(({ kind: of, id }) => `${of} ${id}`))]
    .map((key) => concerned.find(({ kind: of, id }) => `${of} ${id}` === key)!)
    .flatMap((who) => relaxationOf(ground, lessons, who, meets, short) ?? [])
    .slice(0, 2);
  const owner = whos
    .map(({ kind: of, id }) => (of === 'group' ? pupilsOfGroups(lessons, id) : nameOf(ground, of, id)))
    .join(', ');
  const start = owner.slice(0, 1).toUpperCase() + owner.slice(1);
  const rules = [...new Set(constraints.flatMap((one) => ruleNames[school.partOf(one)] ?? []))].join(', ');
  const inGroups = whos.length > 0 && whos.every((who) => who.kind === 'group');
  const what =
    ways.length > 0
      ? `Cách nhẹ nhất: ${ways.join('; ')}.`
      : inGroups
        ? 'Hãy thêm tiết buổi 2 vào khung tuần, hoặc xếp lại học sinh của các nhóm.'
        : 'Hãy mở thêm giờ hoặc chuyển bớt tiết.';
  const why = {
    nowhere: () =>
      `${list} không có giờ nào để xếp: mọi giờ của lớp đều đóng với giáo viên, hoặc không có buổi phù hợp.`,
    clashing: () => `${start}: không cách nào xếp ${list} cho khỏi trùng và khỏi trống tiết.`,
    together: () =>
      `${proved ? 'Không thể' : 'Máy chưa tìm ra cách'} xếp cùng lúc ${meets.length} tiết: ${list}${owner ? ` (chung ${owner})` : ''}${rules ? `, nếu giữ ${rules}` : ''}.`,
  } as Partial<Record<Conflict['kind'], () => string>>;
  const counted =
    needed !== undefined && available !== undefined
      ? `cần ${needed} tiết mà chỉ có ${available} tiết`
      : 'không đủ giờ';
  const message = `${why[kind]?.() ?? `${start} ${counted} để xếp ${list}.`} ${what}`;
  const ofHours = concerned.some((who) => who.kind === 'staff' || who.kind === 'room');
  const link = `/thoi-khoa-bieu/thiet-lap?phan=${ofHours ? 'gio-dong' : 'tuan'}`;
  return { severity: 'mustFix', message, link };
}
