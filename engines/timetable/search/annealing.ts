import { firstBit, lastBit, spanBits } from '../core/bits.ts';
import { bitCount } from '../core/problem.ts';
import type { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { Cycles } from './cycles.ts';
import { Ease } from './ease.ts';
import { Foresight } from './foresight.ts';
import { Moves, type Reach } from './moves.ts';
import { Shares } from './shares.ts';
import type { Tables } from './tables.ts';

/** One cooling: from `from` to `to` in `moves` moves. */
export interface Cooling {
  readonly from: number;
  readonly to: number;
  readonly moves: number;
}

/** A kind of move: how far it goes, and what meet goes where. */
interface Kind {
  readonly reach: Reach | 'cycle' | 'choose';
  readonly aim: 'anywhere' | 'beside' | 'from short days';
  /** How much of all tries it gets where nobody's comfort counts; else that goes by what each has yielded. */
  readonly share: number;
}

const kinds: readonly Kind[] = [
  { reach: 'choose', aim: 'anywhere', share: 1 },
  { reach: 'alone', aim: 'anywhere', share: 3 },
  { reach: 'alone', aim: 'beside', share: 1 },
  { reach: 'swap', aim: 'anywhere', share: 3 },
  { reach: 'swap', aim: 'beside', share: 1 },
  { reach: 'chain', aim: 'anywhere', share: 5 },
  { reach: 'chain', aim: 'beside', share: 2 },
  ...(['alone', 'swap', 'chain', 'cycle'] as const).map(
    (reach): Kind => ({ reach, aim: 'from short days', share: 0 }),
  ),
  { reach: 'cycle', aim: 'anywhere', share: 0 },
];
/** Making a move, settling and taking it back beside a look at where a meet might go. */
const workOfMaking = 6;

/** Simulated annealing on a whole timetable, by `state.total`. */
export class Annealing {
  readonly #state: State;
  readonly #tables: Tables;
  readonly #random: Random;
  readonly #moves: Moves;
  readonly #cycles: Cycles;
  /** Kinds of move there are here. */
  readonly #kinds: readonly Kind[];
  readonly #shares: Shares;
  /** Resources whose comfort counts. */
  readonly #atEase: Int32Array;
  #temperature = 1;
  #clashWeight = 1;
  #factor = 1;
  #left = 0;
  #coolAt = 0;
  #work = 0;
  #resource = 0;
  moves = 0;
  accepted = 0;

  constructor(tables: Tables, state: State, random: Random) {
    this.#tables = tables;
    this.#state = state;
    this.#random = random;
    const foresight = new Foresight(tables, state);
    const ease = new Ease(tables, state);
    this.#moves = new Moves(tables, state, foresight, ease);
    this.#cycles = new Cycles(tables, state, foresight, ease);
    this.#atEase = ease.resources;
    const counts = this.#atEase.length > 0;
    const open = kinds.filter(({ reach }) => reach !== 'choose' || state.option.length > 0);
    this.#kinds = counts ? open : open.filter(({ share }) => share > 0);
    this.#shares = new Shares(
      this.#kinds.map(({ share }) => (counts ? 1 : share)),
      counts,
    );
  }

  /** Moves left of the cooling. */
  get left(): number {
    return this.#left;
  }

  /** `clashWeight`: what a clash weighs in the total. */
  begin({ from, to, moves }: Cooling, clashWeight: number): void {
    this.#clashWeight = clashWeight;
    this.#temperature = from;
    this.#factor = (to / from) ** (1 / Math.max(1, moves / 64));
    this.#left = moves;
    this.#coolAt = moves - 64;
  }

  /** Makes up to `moves` moves; calls `accepted` after each that is kept. */
  run(moves: number, accepted: () => void): void {
    const state = this.#state;
    const random = this.#random;
    if (this.#tables.movable.length === 0) {
      this.#left = 0;
      return;
    }
    const until = Math.max(0, this.#left - moves);
    while (this.#left > until) {
      while (this.#left <= this.#coolAt) {
        this.#temperature *= this.#factor;
        this.#coolAt -= 64;
      }
      const kind = this.#shares.draw(random);
      const before = state.total;
      // Drawn first: what rises more is not worth looking at. A clash may be paid for by one other broken rule mended.
      const mostRise = -this.#temperature * Math.log(random.unit() + 1e-12);
      state.begin();
      this.#work = 1;
      const made = this.#try(this.#kinds[kind]!, mostRise);
      this.#left -= this.#work;
      if (!made) {
        state.rollback();
        this.#shares.note(kind, this.#work, 0);
        continue;
      }
      this.moves++;
      state.settle();
      const rise = state.total - before;
      const kept = rise <= mostRise;
      this.#shares.note(kind, this.#work + workOfMaking, kept && Math.abs(rise) > 1e-9 ? 1 : 0);
      if (kept) {
        state.commit();
        this.accepted++;
        accepted();
      } else state.rollback();
    }
  }

  /** Makes a move of a kind, unsettled; false when the draw gives none, or none that could be kept. */
  #try({ reach, aim }: Kind, mostRise: number): boolean {
    const state = this.#state;
    const random = this.#random;
    const { starts } = this.#tables.problem;
    let meet = this.#pick();
    if (reach === 'choose') return this.#moves.choose(meet, random);
    if (aim === 'from short days') {
      meet = this.#fromShortDay();
      if (meet < 0) return false;
    }
    if (reach === 'cycle') {
      const made = this.#cycles.make(meet, mostRise, random);
      this.#work += this.#cycles.looks;
      return made;
    }
    let slot: number;
    if (aim === 'beside') slot = this.#beside(meet);
    else if (aim === 'from short days')
      slot = this.#besideOn(meet, this.#resource, this.#busyDay(this.#resource));
    else {
      const first = starts.from[meet]!;
      slot = starts.items[first + random.below(starts.from[meet + 1]! - first)]!;
    }
    if (slot < 0 || slot === state.start[meet]) return false;
    return this.#moves.make(meet, slot, reach, mostRise, mostRise / this.#clashWeight + 1);
  }

  /** A slot where the meet would touch, or fill, a day that one of its resources has already; -1 when the draw gives none. */
  #beside(meet: number): number {
    const { problem, from, exclusive } = this.#tables;
    const random = this.#random;
    const many = from[meet + 1]! - from[meet]!;
    if (many === 0) return -1;
    const resource = exclusive[from[meet]! + random.below(many)]!;
    return this.#besideOn(meet, resource, random.below(problem.days / problem.weekKinds));
  }

  /** A slot where the meet would touch or fill that day of the resource; -1 when there is none. */
  #besideOn(meet: number, resource: number, day: number): number {
    const { problem, mayStart } = this.#tables;
    const { days, periods, weekLength } = problem;
    const random = this.#random;
    if (day < 0) return -1;
    const mask = this.#state.mask[resource * days + day]!;
    if (mask === 0) return -1;
    const span = spanBits(mask);
    let open = (span | (span << 1) | (span >>> 1)) & ~mask & ((1 << periods) - 1);
    if (open === 0) return -1;
    for (let skip = random.below(bitCount(open)); skip > 0; skip--) open &= open - 1;
    const period = 31 - Math.clz32(open & -open);
    // A longer meet ends where it touches what comes after.
    const back = ((mask >>> period) & -2) !== 0 ? this.#state.duration[meet]! - 1 : 0;
    const slot = day * periods + Math.max(0, period - back);
    return mayStart[meet * weekLength + slot] ? slot : -1;
  }

  /** A meet that begins or ends a day of somebody whose comfort counts (`#resource`), of two days the shorter; -1 for none. */
  #fromShortDay(): number {
    const { days, periods, slots, starts } = this.#tables.problem;
    const { mask, count, occupants } = this.#state;
    const random = this.#random;
    this.#resource = this.#atEase[random.below(this.#atEase.length)]!;
    const resource = this.#resource;
    let day = this.#busyDay(resource);
    const other = this.#busyDay(resource);
    if (day < 0 || other < 0) return -1;
    if (bitCount(mask[resource * days + other]!) < bitCount(mask[resource * days + day]!)) day = other;
    const bits = mask[resource * days + day]!;
    const at = resource * slots + day * periods + (random.below(2) === 0 ? firstBit(bits) : lastBit(bits));
    if (count[at] !== 1) return -1;
    const meet = occupants[at]! - 1;
    return starts.from[meet + 1]! - starts.from[meet]! > 1 ? meet : -1;
  }

  /** A day on which the resource is busy; -1 when a few draws give none. */
  #busyDay(resource: number): number {
    const { days, weekKinds } = this.#tables.problem;
    for (let draw = 0; draw < 5; draw++) {
      const day = this.#random.below(days / weekKinds);
      if (this.#state.mask[resource * days + day] !== 0) return day;
    }
    return -1;
  }

  /** A movable meet: any, or one that a violated constraint speaks of. */
  #pick(): number {
    const { movable, problem } = this.#tables;
    const state = this.#state;
    const random = this.#random;
    if (state.violatedCount > 0 && random.below(100) < 25) {
      const constraint = problem.constraints[state.violated[random.below(state.violatedCount)]!]!;
      let meet = -1;
      if (constraint.meets.length > 0) meet = constraint.meets[random.below(constraint.meets.length)]!;
      else if (constraint.resources.length > 0) {
        const resource = constraint.resources[random.below(constraint.resources.length)]!;
        const first = problem.meetsOf.from[resource]!;
        const many = problem.meetsOf.from[resource + 1]! - first;
        if (many > 0) meet = problem.meetsOf.items[first + random.below(many)]!;
      }
      if (meet >= 0 && problem.starts.from[meet + 1]! - problem.starts.from[meet]! > 1) return meet;
    }
    return movable[random.below(movable.length)]!;
  }
}
