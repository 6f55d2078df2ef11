import { type Cell, cellsFor, chainSwaps, State } from '#engines/timetable';
import { type Board, boardOf } from './board.ts';
import { reasonWords } from './cell-words.ts';
import { closedReasons } from './closed-cell.ts';
import { EngineSchool } from './engine-school.ts';
import type { Goals } from './goals.ts';
import type { Ground, Lesson } from './ground.ts';
import { type Slot, sameSlot, slotKey } from './week.ts';

/** What laying a lesson in a slot would mean, while it is picked up. */
export interface CellVerdict {
  /** here: where it lies; free: it fits; conflict: a rule stands against it; closed: it may never begin there. */
  readonly state: Cell['verdict'];
  /** Points of the goals more (below 0: fewer) than now. */
  readonly cost: number;
  /** In words, the gravest first. */
  readonly reasons: readonly string[];
  /** Lessons that lie in the way. */
  readonly inTheWay: readonly string[];
  /** The room it would take. */
  readonly roomId: string | null;
  /** Lessons of the same block, which go with it, each with the room it would take. */
  readonly together: readonly LessonPlace[];
}

export interface LessonPlace {
  readonly lessonId: string;
  readonly at: Slot | null;
  readonly roomId: string | null;
}

/** Moves that together bring a lesson to a slot without breaking a rule more than now. */
export interface Chain {
  /** The lesson picked up first. */
  readonly moves: readonly LessonPlace[];
  /** Points of the goals more (below 0: fewer) than now. */
  readonly cost: number;
}

const mostReasons = 6;
const mostChains = 3;

/**
 * A timetable on the table of somebody who edits it: what every cell means for a lesson picked up, and which chains of at most four
 * moves make room. Compiled once, then kept up to date move by move.
 */
export class Editing {
  readonly #ground: Ground;
  readonly #goals: Goals;
  #lessons: Map<string, Lesson>;
  #school!: EngineSchool;
  #state!: State;
  #board: Board | undefined;

  constructor(input: { ground: Ground; goals: Goals; lessons: readonly Lesson[] }) {
    this.#ground = input.ground;
    this.#goals = input.goals;
    this.#lessons = new Map(input.lessons.map((lesson) => [lesson.id, lesson]));
    this.#compile();
  }

  #compile(): void {
    // Locked lessons are told to each search apart: so that locking compiles nothing anew.
    const open = [...this.#lessons.values()].map((lesson) => ({ ...lesson, locked: false }));
    this.#school = new EngineSchool(this.#ground, this.#goals, open);
    this.#state = new State(this.#school.problem);
    for (const { id, at, roomId } of this.#lessons.values())
      if (at) this.#school.layOne(this.#state, id, at, roomId, true);
    this.#state.settle();
  }

  /** Takes over where lessons lie now, and which are locked. Unknown ones are left out. */
  change(changed: readonly Pick<Lesson, 'id' | 'at' | 'roomId' | 'locked'>[]): void {
    this.#board = undefined;
    let anew = false;
    const moves: { id: string; at: Slot | null; roomId: string | null }[] = [];
    for (const { id, at, roomId, locked } of changed) {
      const before = this.#lessons.get(id);
      if (!before) continue;
      this.#lessons.set(id, { ...before, at, roomId, locked });
      if (before.roomId !== roomId && !this.#school.optionOf(id, roomId)) anew = true;
      if (!sameSlot(before.at, at) || before.roomId !== roomId) moves.push({ id, at, roomId });
    }
    if (anew) {
      this.#compile();
      return;
    }
    for (const meet of new Set(moves.map(({ id }) => this.#school.meetOf(id))))
      if (this.#state.start[meet]! >= 0) this.#state.unplace(meet);
    for (const { id, at, roomId } of moves) if (at) this.#school.layOne(this.#state, id, at, roomId, true);
    this.#state.settle();
  }

  /** Every slot of the week for a lesson, by slot key; empty for a lesson that is not there. */
  week(lessonId: string): Map<number, CellVerdict> {
    const lesson = this.#lessons.get(lessonId);
    if (!lesson) return new Map();
    const meet = this.#school.meetOf(lessonId);
    const locked = this.#lockedIds();
    return new Map(
      cellsFor(this.#state, meet).map((cell) => {
        const at = this.#school.slotOf(cell.slot);
        return [slotKey(at), this.#verdict(lesson, meet, at, cell, locked)];
      }),
    );
  }

  #verdict(lesson: Lesson, meet: number, at: Slot, cell: Cell, locked: ReadonlySet<string>): CellVerdict {
    const required = cell.reasons.filter((one) => one.required);
    const told =
      cell.verdict === 'closed'
        ? closedReasons(this.#onBoard(), lesson, at)
        : cell.reasons.flatMap((reason) => reasonWords(this.#ground, this.#school, locked, at, reason));
    return {
      state: cell.verdict,
      cost: Math.round(cell.soft),
      reasons: [...new Set(told)].slice(0, mostReasons),
      inTheWay: [
        ...new Set(
          required
            .filter(({ kind }) => kind === 'clash')
            .flatMap(({ meets }) =>
              meets.flatMap((other) => this.#school.lessonsAt(other).map(({ id }) => id)),
            ),
        ),
      ],
      roomId: this.#school.roomOf(lesson, cell.options),
      together: this.#beside(lesson, meet).map((other) => ({
        lessonId: other.id,
        at,
        roomId: this.#school.roomOf(other, cell.options),
      })),
    };
  }

  /** Chains that bring a lesson to a slot, the best first; empty when four moves are not enough. */
  chains(lessonId: string, at: Slot): Chain[] {
    const meet = this.#school.meetOf(lessonId);
    const lesson = this.#lessons.get(lessonId);
    const start = lesson ? this.#school.numberOf(at, lesson.duration) : -1;
    if (start < 0) return [];
    const locked = [...new Set([...this.#lockedIds()].map((id) => this.#school.meetOf(id)))];
    const found = chainSwaps(this.#state, { meet, start }, { locked }).slice(0, mostChains);
    return found.map(({ moves, soft }) => ({
      cost: Math.round(soft),
      moves: moves
        .flatMap(({ meet: moved, to }) =>
          this.#school.lessonsAt(moved).map((one) => ({
            lessonId: one.id,
            at: this.#school.slotOf(to.start),
            roomId: this.#school.roomOf(this.#lessons.get(one.id)!, to.options),
          })),
        )
        .sort((one, other) => Number(other.lessonId === lessonId) - Number(one.lessonId === lessonId)),
    }));
  }

  /** The other lessons of its block, as they are now. */
  #beside(lesson: Lesson, meet: number): Lesson[] {
    return this.#school
      .lessonsAt(meet)
      .filter(({ id }) => id !== lesson.id)
      .map(({ id }) => this.#lessons.get(id)!);
  }

  #onBoard(): Board {
    this.#board ??= boardOf(this.#ground, [...this.#lessons.values()]);
    return this.#board;
  }

  #lockedIds(): Set<string> {
    return new Set([...this.#lessons.values()].filter(({ locked }) => locked).map(({ id }) => id));
  }
}
