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

/** A school compiled for the engine, and the way between its rows and the engine's numbers. Each lesson is one meet. */
export class EngineSchool {
  readonly problem: Problem;
  readonly lessons: readonly Lesson[];
  readonly #compiled: SchoolCompiled;
  readonly #parts: readonly CostPart[];
  readonly #meetOf: ReadonlyMap<string, number>;
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

  /** The lesson that a meet of the engine is. */
  lessonAt(meet: number): Lesson {
    return this.lessons[meet]!;
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

  /** Room of the options of a meet, as far as one is chosen; what the lesson has when nothing is to choose. */
  roomOf(meet: number, options: readonly number[]): string | null {
    const option = options[0] ?? -1;
    const chosen = option >= 0 ? this.#compiled.roomOf[option] : undefined;
    return chosen ?? this.lessons[meet]!.roomId;
  }

  /** Option that brings a room to a meet, by its first choice; undefined when there is nothing to choose or not this room. */
  optionOf(meet: number, roomId: string | null): { choice: number; option: number } | undefined {
    const { choices, options } = this.problem;
    const from = choices.from[meet]!;
    if (from === choices.from[meet + 1]!) return undefined;
    const choice = choices.items[from]!;
    for (const option of options.items.subarray(options.from[choice]!, options.from[choice + 1]!)) {
      const room = this.#compiled.roomOf[option];
      if (room === undefined || room === roomId) return { choice, option };
    }
    return undefined;
  }

  /** Lays a lesson; `anyhow`: even where it may not begin (a period closed since), as long as the week has the period. */
  layOne(state: State, meet: number, at: Slot, roomId: string | null, anyhow: boolean): void {
    const slot = this.numberOf(at, this.lessons[meet]!.duration);
    const { from, items } = this.problem.starts;
    if (slot < 0 || !(anyhow || items.subarray(from[meet]!, from[meet + 1]!).includes(slot))) return;
    const found = this.optionOf(meet, roomId);
    if (found) state.choose(found.choice, found.option);
    state.place(meet, slot);
  }

  /** Lays lessons where a checkpoint has them, as far as they may still lie there. */
  lay(state: State, places: Places): void {
    for (const [id, { slot, roomId }] of Object.entries(places)) {
      const meet = this.meetOf(id);
      if (meet >= 0) this.layOne(state, meet, slotOfKey(slot), roomId, false);
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
    this.lessons.forEach((lesson, meet) => {
      if (start[meet]! < 0) return;
      const first = choices.from[meet]!;
      const chosen = first < choices.from[meet + 1]! ? [option[choices.items[first]!]!] : [];
      places[lesson.id] = {
        slot: slotKey(this.slotOf(start[meet]!)),
        roomId: this.roomOf(meet, chosen),
      };
    });
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
