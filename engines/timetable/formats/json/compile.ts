import { NoClash } from '../../constraints/no-clash.ts';
import { OptionCost } from '../../constraints/option-cost.ts';
import { Unavailable } from '../../constraints/unavailable.ts';
import { type Option, type Problem, ProblemBuilder } from '../../core/problem.ts';
import { DocumentError } from '../xml.ts';
import { addSchoolConstraint, type Lessons } from './compile-constraints.ts';
import { membersOf, People } from './people.ts';
import type { SchoolLesson, SchoolProblem } from './schema.ts';
import { unusedOf } from './unused.ts';
import { Week } from './week.ts';

/** A school as a problem, and how to read a solution back. */
export interface SchoolCompiled {
  readonly problem: Problem;
  readonly week: Week;
  readonly people: People;
  /** Every lesson of the week: which, the how-manieth, its meet, its room choice in the meet (-1 none). */
  readonly lessons: readonly Placed[];
  /** Room of each option; undefined for one that only says where the class is. */
  readonly roomOf: readonly (string | undefined)[];
  /** What of the document touches nothing, in words: never silently dropped. */
  readonly unused: () => readonly string[];
}

export interface Placed {
  readonly lesson: SchoolLesson;
  readonly nth: number;
  readonly meet: number;
  readonly choice: number;
}

/** Compiles a school. Throws DocumentError for what contradicts itself, in words. */
export function compileSchool(school: SchoolProblem): SchoolCompiled {
  const week = new Week(school.week);
  const builder = new ProblemBuilder({ days: week.sessions, periods: week.periods, weekKinds: week.kinds });
  const people = new People(school, builder);
  for (const resource of people.all()) {
    builder.addConstraint(new NoClash(resource), { required: true, weight: 1 });
    builder.markExclusive(resource);
  }
  for (const room of school.rooms) {
    if (!room.closed) continue;
    const closed = week.bitsOf(room.closed);
    const resource = people.room(room.id, 'phòng');
    builder.addConstraint(new Unavailable(resource, closed), { required: true, weight: 1 });
    builder.close(resource, closed);
  }
  const closedOf = closedSlots(school, people, week);
  const roomOf: (string | undefined)[] = [];
  const siteOf: (string | undefined)[] = [];
  const lessons: Placed[] = [];
  const ids = new Set<string>();
  // Resources for the hours of a subject: made before the meets that take them.
  const subjectHours = subjectResources(school, people, builder);

  for (const block of blocksOf(school, ids)) {
    const resources = new Set<number>();
    const choices: Option[][] = [];
    const mayStayOpen: boolean[] = [];
    const prices: { place: number; options: number; wished: number | undefined }[] = [];
    let starts = Array.from({ length: week.slots }, (_, slot) => slot);
    const meet = builder.meets.length;
    for (const { lesson, nth } of block) {
      const where = `tiết "${lesson.id}"`;
      const own = [
        ...lesson.groups.flatMap((group) => people.atoms(group, where)),
        ...lesson.teachers.map((teacher) => people.teacher(teacher, where)),
      ];
      for (const resource of own) {
        if (resources.has(resource) && block.length > 1)
          throw new DocumentError(
            `Khối song song "${lesson.block}" có hai tiết cần cùng "${people.nameOf(resource)}".`,
          );
        resources.add(resource);
      }
      for (const resource of subjectHours(lesson)) resources.add(resource);
      for (const resource of people.wholeClassesOf(lesson.groups)) resources.add(resource);
      for (const id of lesson.partly ?? []) resources.add(people.whole(id));
      const closed = own.map((resource) => closedOf.get(resource)).filter((table) => table !== undefined);
      const taught = lesson.weeks ? week.kindBits(lesson.weeks) : week.everyKind;
      const allowed = lesson.starts ? new Set(week.slotsOf(lesson.starts)) : undefined;
      starts = starts.filter(
        (slot) =>
          week.holds(slot, lesson.duration) &&
          (!allowed || allowed.has(slot)) &&
          !closed.some((table) =>
            table.subarray(slot, slot + lesson.duration).some((kinds) => (kinds & taught) !== 0),
          ),
      );
      const options = optionsOf(school, people, lesson);
      const choice = options.length > 0 ? choices.length : -1;
      if (options.length > 0) {
        choices.push(options.map(({ resources: taken }) => ({ resources: taken })));
        mayStayOpen.push(lesson.room?.wished !== undefined);
        roomOf.push(...options.map(({ room }) => room));
        siteOf.push(...options.map(({ site }) => site));
        if (lesson.room) prices.push({ place: choice, options: options.length, wished: lesson.room.wished });
      } else if (lesson.room && lesson.room.wished === undefined)
        throw new DocumentError(`Không có phòng nào hợp với ${where}: xem loại phòng, sức chứa, thiết bị.`);
      lessons.push({ lesson, nth, meet, choice });
    }
    const { weeks, duration } = block[0]!.lesson;
    if (block.some(({ lesson }) => lesson.duration !== duration))
      throw new DocumentError(`Các tiết của khối song song "${block[0]!.lesson.block}" phải dài bằng nhau.`);
    builder.addMeet({
      ...{ duration, resources: [...resources], starts, choices, mayStayOpen },
      ...(weeks && { weeks: week.kindBits(weeks) }),
    });
    for (const { place, options, wished } of prices)
      builder.addConstraint(new OptionCost(meet, place, new Float64Array(options), 1), {
        required: wished === undefined,
        weight: wished ?? 1,
      });
  }

  const context: Lessons = { school, week, people, builder, lessons, siteOf };
  for (const [source, constraint] of school.constraints.entries())
    addSchoolConstraint(context, constraint, source, subjectHours);
  const unused = () => unusedOf(context);
  return { problem: builder.compile(), week, people, lessons, roomOf, unused };
}

/** Lessons that start together, each the how-manieth of its kind; a lesson without a block is alone. */
function blocksOf(school: SchoolProblem, ids: Set<string>): { lesson: SchoolLesson; nth: number }[][] {
  const blocks = new Map<string, { lesson: SchoolLesson; nth: number }[]>();
  for (const lesson of school.lessons) {
    if (ids.has(lesson.id)) throw new DocumentError(`Tiết "${lesson.id}" có hai lần.`);
    ids.add(lesson.id);
    for (let nth = 0; nth < (lesson.times ?? 1); nth++) {
      const key = lesson.block === undefined ? `lesson ${lesson.id} ${nth}` : `block ${lesson.block} ${nth}`;
      const block = blocks.get(key) ?? [];
      block.push({ lesson, nth });
      blocks.set(key, block);
    }
  }
  return [...blocks.values()];
}

/** Of teachers and class parts the kinds of week, as bits, in which each slot is closed to them. */
function closedSlots(school: SchoolProblem, people: People, week: Week): Map<number, Uint8Array> {
  const closed = new Map<number, Uint8Array>();
  const close = (resource: number, slots: readonly number[], kinds = week.everyKind) => {
    const table = closed.get(resource) ?? new Uint8Array(week.slots);
    for (const slot of slots) table[slot]! |= kinds;
    closed.set(resource, table);
  };
  for (const teacher of school.teachers)
    for (const { weeks, ...place } of teacher.closed ?? [])
      close(
        people.teacher(teacher.id, 'giáo viên'),
        week.slotsOf([place]),
        weeks ? week.kindBits(weeks) : week.everyKind,
      );
  for (const one of school.classes)
    if (one.closed) for (const atom of people.atoms(one.id, 'lớp')) close(atom, week.slotsOf(one.closed));
  return closed;
}

/** Rooms that fit a lesson, the smallest that is enough first; without a wish for one, where its class is. */
function optionsOf(
  school: SchoolProblem,
  people: People,
  lesson: SchoolLesson,
): { room: string | undefined; site: string | undefined; resources: number[] }[] {
  const site = school.classes.find(({ id }) => lesson.groups.includes(id))?.site;
  if (!lesson.room) return site === undefined ? [] : [{ room: undefined, site, resources: [] }];
  const { ids, kind, equipment, tight } = lesson.room;
  for (const id of ids ?? []) people.room(id, `tiết "${lesson.id}"`);
  const pupils = lesson.groups.reduce((sum, group) => sum + people.pupils(group), 0);
  return school.rooms
    .filter(
      (room) =>
        (!ids || ids.includes(room.id)) &&
        (kind === undefined || room.kind === kind) &&
        (tight || room.capacity === undefined || room.capacity >= pupils) &&
        (equipment ?? []).every((thing) => room.equipment?.includes(thing)),
    )
    .sort((one, other) => (one.capacity ?? 1e6) - (other.capacity ?? 1e6))
    .map((room) => ({ room: room.id, site: room.site, resources: [people.room(room.id, 'phòng')] }));
}

/** The resources "hours of these subjects of this teacher or class" that constraints speak of; called with a lesson, those it takes. */
function subjectResources(
  school: SchoolProblem,
  people: People,
  builder: ProblemBuilder,
): ((lesson: SchoolLesson) => number[]) & { of(member: number, subjects: readonly string[]): number } {
  const made = new Map<string, { member: number; subjects: ReadonlySet<string>; resource: number }>();
  const key = (member: number, subjects: readonly string[]) => `${member} ${[...subjects].sort().join(' ')}`;
  for (const constraint of school.constraints) {
    if (constraint.type !== 'hours' || !constraint.subjects) continue;
    for (const member of membersOf(school, people, constraint.who))
      if (!made.has(key(member, constraint.subjects)))
        made.set(key(member, constraint.subjects), {
          member,
          subjects: new Set(constraint.subjects),
          resource: builder.addResource(),
        });
  }
  const taken = (lesson: SchoolLesson) => {
    const own = new Set([
      ...lesson.groups.flatMap((group) => people.atoms(group, `tiết "${lesson.id}"`)),
      ...lesson.teachers.map((teacher) => people.teacher(teacher, `tiết "${lesson.id}"`)),
    ]);
    return [...made.values()]
      .filter(({ member, subjects }) => own.has(member) && subjects.has(lesson.subject))
      .map(({ resource }) => resource);
  };
  return Object.assign(taken, {
    of: (member: number, subjects: readonly string[]) => made.get(key(member, subjects))!.resource,
  });
}
