import type { output, ZodType } from 'zod';
import vietnamese from 'zod/v4/locales/vi.js';
import { State } from '../../core/state.ts';
import { findClashingSet } from '../../explain/clashing-set.ts';
import { findConflicts } from '../../explain/conflict.ts';
import type { Solution } from '../../search/solution.ts';
import type { Format, Instance, Reckoning } from '../format.ts';
import { DocumentError } from '../xml.ts';
import { compileSchool, type SchoolCompiled } from './compile.ts';
import { explainSchool } from './explain.ts';
import { type SchoolProblem, schoolSchema, schoolTimetableSchema } from './schema.ts';

/** The engine's own JSON. */
export const jsonFormat: Format = {
  name: 'json',
  hasComfort: false,
  read: (text) => instanceOf(schoolOf(text)),
};

/** A school that is at hand as an object: what `read` makes of its text. Throws DocumentError for what contradicts itself. */
export function instanceOf(school: SchoolProblem): Instance {
  const compiled = compileSchool(school);
  const { problem } = compiled;
  const kindOf = (source: number) => school.constraints[source]?.type ?? 'clash';
  return {
    name: school.name,
    problem,
    unsupported: compiled.unused(),
    lowerBound: 0,
    kindOf,
    explain: (isLate) =>
      findConflicts(problem, isLate).map((conflict) => explainSchool(conflict, compiled, kindOf)),
    explainTogether(deadlines) {
      const conflict = findClashingSet(problem, deadlines);
      return conflict && explainSchool(conflict, compiled, kindOf);
    },
    reckon: (solution) => reckon(compiled, solution, kindOf),
    write: (solution) => `${JSON.stringify(timetableOf(compiled, solution), null, 1)}\n`,
    check: (text) => reckon(compiled, solutionOf(compiled, text), kindOf),
  };
}

const inVietnamese = { error: vietnamese().localeError };

function schoolOf(text: string): SchoolProblem {
  const school = readAs(schoolSchema, text, 'Tệp JSON');
  if (school.lessons.length === 0)
    throw new DocumentError('Tệp không có tiết nào để xếp (danh sách "lessons" rỗng).');
  return school;
}

/** What a text holds in the form of a schema. Throws DocumentError that says where `what` is wrong. */
function readAs<Schema extends ZodType>(schema: Schema, text: string, what: string): output<Schema> {
  const parsed = schema.safeParse(objectOf(text), inVietnamese);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DocumentError(`${what} sai ở ${issue!.path.join('.') || 'gốc'}: ${issue!.message}.`);
}

function objectOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [, at] = /position (\d+)/.exec((error as Error).message) ?? [];
    const line = at === undefined ? '' : `, sai từ dòng ${text.slice(0, Number(at)).split('\n').length}`;
    throw new DocumentError(`Tệp không phải JSON hoặc bị cắt ngắn${line}.`);
  }
}

/** Costs from the books put together anew, by type of constraint. */
function reckon(
  { problem }: SchoolCompiled,
  solution: Solution,
  kindOf: (source: number) => string,
): Reckoning {
  const state = new State(problem);
  solution.option.forEach((option, choice) => {
    if (option >= 0) state.choose(choice, option);
  });
  solution.start.forEach((slot, meet) => {
    if (slot >= 0) state.place(meet, slot);
  });
  state.settle();
  const kinds = new Map<string, { kind: string; units: number; weight: number }>();
  for (let constraint = 0; constraint < state.cost.length; constraint++) {
    const units = state.cost[constraint]!;
    if (units === 0) continue;
    const kind = kindOf(problem.source[constraint]!);
    const weight = problem.required[constraint] ? 100 : problem.weight[constraint]!;
    const known = kinds.get(`${kind} ${weight}`);
    if (known) known.units += units;
    else kinds.set(`${kind} ${weight}`, { kind, units, weight });
  }
  if (state.unplaced > 0) kinds.set('unplaced', { kind: 'unplaced', units: state.unplaced, weight: 100 });
  // The search never goes there, so no constraint speaks of it; a foreign timetable may.
  const { from, items } = problem.starts;
  const astray = solution.start.filter(
    (slot, meet) => slot >= 0 && !items.subarray(from[meet]!, from[meet + 1]!).includes(slot),
  ).length;
  if (astray > 0) kinds.set('closed', { kind: 'closed', units: astray, weight: 100 });
  return {
    hard: state.hard + state.unplaced + astray,
    soft: Math.round(state.soft * 1e6) / 1e6,
    broken: [...kinds.values()],
  };
}

function timetableOf({ problem, week, lessons, roomOf }: SchoolCompiled, { start, option }: Solution) {
  return {
    lessons: lessons
      .filter(({ meet }) => start[meet]! >= 0)
      .map(({ lesson, nth, meet, choice }) => {
        const chosen =
          choice < 0 ? -1 : option[problem.choices.items[problem.choices.from[meet]! + choice]!]!;
        const room = chosen < 0 ? undefined : roomOf[chosen];
        return { lesson: lesson.id, nth, ...week.placeOf(start[meet]!), ...(room !== undefined && { room }) };
      }),
  };
}

function solutionOf(compiled: SchoolCompiled, text: string): Solution {
  const { problem, week, lessons, roomOf } = compiled;
  const timetable = readAs(schoolTimetableSchema, text, 'Thời khóa biểu');
  const start = new Int32Array(problem.meets).fill(-1);
  const option = new Int32Array(problem.choiceMeet.length).fill(-1);
  const seen = new Set<string>();
  for (const { lesson, nth, room, ...place } of timetable.lessons) {
    if (seen.has(`${nth} ${lesson}`))
      throw new DocumentError(`Thời khóa biểu xếp tiết "${lesson}" lần ${nth + 1} hai nơi.`);
    seen.add(`${nth} ${lesson}`);
    const found = lessons.find((one) => one.lesson.id === lesson && one.nth === nth);
    if (!found)
      throw new DocumentError(`Thời khóa biểu có tiết "${lesson}" lần ${nth + 1} không có trong bài toán.`);
    const slot = week.slotOf(place);
    if (slot >= week.slots || !week.holds(slot, found.lesson.duration))
      throw new DocumentError(
        `Tiết "${lesson}" không thể nằm ở ngày ${place.day}, buổi ${place.session}, tiết ${place.period}.`,
      );
    if (start[found.meet]! >= 0 && start[found.meet] !== slot)
      throw new DocumentError(
        `Tiết "${lesson}" phải cùng giờ với các tiết khác của khối song song "${found.lesson.block}".`,
      );
    start[found.meet] = slot;
    if (found.choice < 0) continue;
    const choice = problem.choices.items[problem.choices.from[found.meet]! + found.choice]!;
    for (let at = problem.options.from[choice]!; at < problem.options.from[choice + 1]!; at++)
      if (roomOf[problem.options.items[at]!] === room) option[choice] = problem.options.items[at]!;
    if (room !== undefined && option[choice]! < 0)
      throw new DocumentError(`Tiết "${lesson}" không được xếp vào phòng "${room}".`);
  }
  return {
    start,
    option,
    duration: Int32Array.from(problem.duration),
    unplaced: 0,
    hard: 0,
    soft: 0,
    comfort: 0,
  };
}
