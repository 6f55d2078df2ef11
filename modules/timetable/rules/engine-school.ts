import { compileSchool, type Problem, type SchoolCompiled, type Solution, State } from '#engines/timetable';
import type { Goals } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import { type CostPart, costParts, engineSlot } from './school-goals.ts';
import { type SchoolCircumstances, schoolProblem } from './school-problem.ts';
import { type Slot, slotKey, slotOfKey } from './week.ts';

/** Where lessons lie: lesson id → slot key and room. */
export type Places = Readonly<Record<string, { readonly slot: number; readonly roomId: string | null }>>;

/** Whom or what a resource of the engine stands for. */
export interface Who {
  readonly kind: 'staff' | 'class' | 'room' | 'group';
  /** Of pupils that two groups share: the ids of both, a space between. */
  readonly id: string;
}

/**
 * A school compiled for the engine, and the way between its rows and the engine's numbers. Each lesson is one meet, the lessons of an
 * elective block are one together.
 */
export class EngineSchool {
  readonly problem: Problem;
  readonly lessons: readonly Lesson[];
  readonly #compiled: SchoolCompiled;
  readonly #parts: readonly CostPart[];
  readonly #meetOf: ReadonlyMap<string, number>;
  /** Which of the choices of its meet is the room of a lesson; -1: none. */
  readonly #choiceOf: ReadonlyMap<string, number>;
  readonly #lessonsAt: readonly (readonly Lesson[])[];
  readonly #who: readonly (Who | undefined)[];

  /** Locked lessons may only lie where they are. `circumstances`: see `schoolProblem`. */
  constructor(
    ground: Ground,
    goals: Goals,
    lessons: readonly Lesson[],
    circumstances: SchoolCircumstances = {},
  ) {
    const { school, parts } = schoolProblem(ground, goals, lessons, circumstances);
    this.#compiled = compileSchool(school);
    this.problem = this.#compiled.problem;
    this.lessons = lessons;
    this.#parts = parts;
    this.#meetOf = new Map(this.#compiled.lessons.map(({ lesson, meet }) => [lesson.id, meet]));
    this.#choiceOf = new Map(this.#compiled.lessons.map(({ lesson, choice }) => [lesson.id, choice]));
    const at = Array.from({ length: this.problem.meets }, (): Lesson[] => []);
    for (const lesson of lessons) at[this.meetOf(lesson.id)]?.push(lesson);
    this.#lessonsAt = at;
    const kinds = new Map<string, Who['kind']>([
      ...school.teachers.map(({ id }) => [id, 'staff'] as const),
      ...school.rooms.map(({ id }) => [id, 'room'] as const),
      ...school.classes.map(({ id }) => [id, id.includes(' ') ? 'group' : 'class'] as const),
    ]);
    this.#who = Array.from({ length: this.problem.resources }, (_, resource) => {
      const id = this.#compiled.people.nameOf(resource);
      const kind = kinds.get(id);
      return kind && { kind, id: kind === 'group' ? id.slice(id.indexOf(' ') + 1) : id };
    });
  }

  meetOf(lessonId: string): number {
    return this.#meetOf.get(lessonId) ?? -1;
  }

  /** The lesson that a meet of the engine is, of a block the first. */
  lessonAt(meet: number): Lesson {
    return this.#lessonsAt[meet]![0]!;
  }

  /** All lessons that a meet of the engine is. */
  lessonsAt(meet: number): readonly Lesson[] {
    return this.#lessonsAt[meet]!;
  }

  whoIs(resource: number): Who | undefined {
    return this.#who[resource];
  }

  /** The resource of a teacher, class or room; -1 when there is none. */
  resourceOf(kind: Who['kind'], id: string): number {
    return this.#who.findIndex((who) => who?.kind === kind && who.id === id);
  }

  /** Which part of the cost a constraint belongs to; without a source of its own it keeps clashes away. */
  partOf(constraint: number): CostPart {
    return this.#parts[this.problem.source[constraint]!] ?? 'clash';
  }

  /** The engine's number of a slot; -1 when the week has no such period. */
  numberOf(at: Slot, duration = 1): number {
    const { week } = this.#compiled;
    const slot = week.slotOf(engineSlot(at));
    return slot < week.slots && week.holds(slot, duration) ? slot : -1;
  }

  slotOf(number: number): Slot {
    const { day, session, period } = this.#compiled.week.placeOf(number);
    return { weekday: day + 1, half: session ? 'afternoon' : 'morning', period: period + 1 };
  }

  /** Room of a lesson by the options of its meet, as far as one is chosen; what it has when nothing is to choose. */
  roomOf(lesson: Pick<Lesson, 'id' | 'roomId'>, options: readonly number[]): string | null {
    const option = options[this.#choiceOf.get(lesson.id) ?? -1] ?? -1;
    const chosen = option >= 0 ? this.#compiled.roomOf[option] : undefined;
    return chosen ?? lesson.roomId;
  }

  /** Option that brings a room to a lesson; undefined when there is nothing to choose or not this room. */
  optionOf(lessonId: string, roomId: string | null): { choice: number; option: number } | undefined {
    const { choices, options } = this.problem;
    const own = this.#choiceOf.get(lessonId) ?? -1;
    if (own < 0) return undefined;
    const choice = choices.items[choices.from[this.meetOf(lessonId)]! + own]!;
    for (const option of options.items.subarray(options.from[choice]!, options.from[choice + 1]!)) {
      const room = this.#compiled.roomOf[option];
      if (room === undefined || room === roomId) return { choice, option };
    }
    return undefined;
  }

  /** Lays a lesson; `anyhow`: even where it may not begin (a period closed since), as long as the week has the period. */
  layOne(state: State, lessonId: string, at: Slot, roomId: string | null, anyhow: boolean): void {
    const meet = this.meetOf(lessonId);
    const slot = this.numberOf(at, this.lessonAt(meet).duration);
    const { from, items } = this.problem.starts;
    if (slot < 0 || !(anyhow || items.subarray(from[meet]!, from[meet + 1]!).includes(slot))) return;
    const found = this.optionOf(lessonId, roomId);
    if (found) state.choose(found.choice, found.option);
    // Of a block that was torn apart the first one says where it lies.
    if (state.start[meet]! < 0) state.place(meet, slot);
  }

  /** Lays lessons where a checkpoint has them, as far as they may still lie there. */
  lay(state: State, places: Places): void {
    for (const [id, { slot, roomId }] of Object.entries(places)) {
      if (this.meetOf(id) >= 0) this.layOne(state, id, slotOfKey(slot), roomId, false);
    }
    state.settle();
  }

  /** A timetable in which the lessons lie where a checkpoint has them, with its cost. */
  solutionOf(places: Places): Solution {
    const state = new State(this.problem);
    this.lay(state, places);
    const { start, option, duration, unplaced, hard, soft, comfort } = state;
    return { start, option, duration, unplaced, hard, soft, comfort };
  }

  /** Where the lessons lie; those without a place are left out. */
  read({ start, option }: Pick<State, 'start' | 'option'>): Places {
    const { choices } = this.problem;
    const places: Record<string, { slot: number; roomId: string | null }> = {};
    for (const lesson of this.lessons) {
      const meet = this.meetOf(lesson.id);
      if (start[meet]! < 0) continue;
      const own = choices.items.subarray(choices.from[meet]!, choices.from[meet + 1]!);
      places[lesson.id] = {
        slot: slotKey(this.slotOf(start[meet]!)),
        roomId: this.roomOf(
          lesson,
          Array.from(own, (choice) => option[choice]!),
        ),
      };
    }
    return places;
  }

  /** Weighted cost by part. */
  parts(state: State): Record<CostPart, number> {
    const sums = Object.fromEntries(costParts.map((part) => [part, 0])) as Record<CostPart, number>;
    for (let index = 0; index < this.problem.constraints.length; index += 1)
      if (state.cost[index]) sums[this.partOf(index)] += state.cost[index]! * this.problem.weight[index]!;
    return sums;
  }
}
