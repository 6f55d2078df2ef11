import type { Problem } from '../core/problem.ts';
import { Random } from '../core/random.ts';
import type { State } from '../core/state.ts';
import { ChangeSearch } from './search.ts';
import { type Shortage, shortageOf } from './shortage.ts';
import { strictProblem, withoutMeets } from './strict-problem.ts';
import {
  applyMoves,
  type Move,
  movesFrom,
  type Placing,
  placingOf,
  stateOf,
  type Timetable,
} from './timetable.ts';
import { ValueTable } from './values.ts';

export interface RepairRequest {
  readonly problem: Problem;
  /** The timetable as it is; meets without a start are new lessons, to be placed. */
  readonly base: Timetable;
  /** Slots (of all kinds of week) in which a resource can no longer be had. */
  readonly closed?: readonly { readonly resource: number; readonly slots: readonly number[] }[];
  /** Meets that stay where they are. */
  readonly locked?: readonly number[];
  /** Meets that are to begin at a slot. */
  readonly wanted?: readonly { readonly meet: number; readonly start: number }[];
  /** Meets that are no longer held. */
  readonly dropped?: readonly number[];
  /** Required constraints that may be broken for the sake of few moves; none when left out. */
  readonly relaxed?: (constraint: number) => boolean;
  /** How many nodes of the search tree may be looked at for the proof; 120 000 when left out. */
  readonly nodes?: number;
}

/** Nodes looked at after the first timetable with the fewest moves, for a cheaper one with as few. */
const comparing = 3_000;
/** Nodes of the first short tries once the proof is given up, and how many more changes than the least they try. */
const shortest = 60;
const mostAbove = 12;

export interface Repair {
  /**
   * `proved`: no timetable moves fewer; `found`: one may move fewer, but not fewer than `lowerBound`; `impossible`: proved
   * that no timetable keeps the rules; `open`: neither found nor excluded within the nodes allowed.
   */
  readonly outcome: 'proved' | 'found' | 'impossible' | 'open';
  /** What changes, new lessons included; empty without a timetable. */
  readonly moves: readonly Move[];
  /** Lessons that have another slot or other options than before; new ones do not count. */
  readonly moved: number;
  readonly lowerBound: number;
  /** Of an impossible request: the lessons that have too few slots, when counting shows it. */
  readonly shortage: Shortage | undefined;
  /** Weighted cost of required constraints and of the others afterwards. */
  readonly hard: number;
  readonly soft: number;
  readonly nodes: number;
}

/**
 * The timetable nearest to the present one that lives with what has changed: no required rule is broken more than now
 * (relaxed ones excepted), and the least number of lessons moves. Among timetables with the same number of moves the one
 * with the lowest costs that was seen. Deterministic.
 */
export function repair(request: RepairRequest): Repair {
  const { base, relaxed = () => false, nodes: limit = 120_000 } = request;
  const problem = withoutMeets(request.problem, request.dropped ?? []);
  const search = searchFor(problem, request, relaxed);
  if (!(search.changes instanceof ChangeSearch)) return nothing('impossible', 0, 0, search.changes);
  const { changes, first, added } = search;
  const judge = new Judge(stateOf(problem, base));
  const most = problem.meets - added;
  for (let budget = 0; first + budget <= most; budget++) {
    let until = Number.POSITIVE_INFINITY;
    const complete = changes.run(budget, Math.max(0, limit - changes.nodes), (placings) => {
      until = Math.min(until, changes.nodes + comparing);
      judge.consider(placings);
      return changes.nodes < until;
    });
    if (judge.best) return judge.answer('proved', first + budget, added, changes.nodes);
    if (!complete) return farther(changes, judge, { first, added, budget, limit });
  }
  return nothing('impossible', most, changes.nodes);
}

/**
 * The proof is given up: short tries in random order, with the least number of changes open and with more, longer each
 * round, until one finds a timetable; then as many again for one with fewer changes.
 */
function farther(
  changes: ChangeSearch,
  judge: Judge,
  { first, added, budget, limit }: { first: number; added: number; budget: number; limit: number },
): Repair {
  const lowerBound = first + budget;
  const random = new Random(1);
  const end = changes.nodes + limit + 4_000;
  let most = budget + mostAbove;
  for (let length = shortest; changes.nodes < end && most >= budget; length *= 1.5)
    for (let more = budget; more <= most && changes.nodes < end; more++)
      changes.run(
        more,
        length,
        (placings, displaced) => {
          judge.best = undefined;
          judge.consider(placings);
          most = displaced - first - added - 1;
          return false;
        },
        random,
      );
  return judge.best
    ? judge.answer(most < budget ? 'proved' : 'found', lowerBound, added, changes.nodes)
    : nothing('open', lowerBound, changes.nodes);
}

function nothing(
  outcome: 'impossible' | 'open',
  lowerBound: number,
  nodes: number,
  shortage?: Shortage,
): Repair {
  return { outcome, moves: [], moved: 0, lowerBound, shortage, hard: 0, soft: 0, nodes };
}

/** A search in which all that cannot stay is displaced; or why there is nothing to search. */
function searchFor(
  problem: Problem,
  { base, closed = [], locked = [], wanted = [] }: RepairRequest,
  relaxed: (constraint: number) => boolean,
): { changes: ChangeSearch | Shortage | undefined; first: number; added: number } {
  const strict = strictProblem(problem, base, relaxed);
  const shut = new Uint8Array(problem.resources * problem.slots);
  for (const { resource, slots } of closed)
    for (const slot of slots) shut[resource * problem.slots + slot] = 1;
  const only = new Map(wanted.map(({ meet, start }) => [meet, start]));
  const values = new ValueTable(strict, base, shut, only);
  const state = stateOf(strict, base);
  const stays = new Set(locked);
  const leaving: number[] = [];
  let added = 0;
  for (let meet = 0; meet < problem.meets; meet++) {
    if (problem.duration[meet] === 0) continue;
    const { start, options } = placingOf(state, meet);
    if (start < 0) added++;
    else if (values.isOpen(meet, start, options) && (only.get(meet) ?? start) === start) continue;
    if (stays.has(meet) && start >= 0) return { changes: undefined, first: 0, added };
    leaving.push(meet);
  }
  const touched = new Set(closed.map(({ resource }) => resource));
  for (const meet of leaving)
    for (const resource of strict.fixed.items.subarray(
      strict.fixed.from[meet]!,
      strict.fixed.from[meet + 1]!,
    ))
      touched.add(resource);
  const shortage = shortageOf(
    strict,
    values,
    [...touched].filter((resource) => strict.exclusive[resource] && state.excess[resource] === 0),
  );
  if (shortage) return { changes: shortage, first: 0, added };
  const changes = new ChangeSearch(state, values, locked);
  changes.displace(leaving);
  return { changes, first: leaving.length - added, added };
}

/** Keeps the timetable with the lowest costs of those it is shown. */
class Judge {
  readonly #state: State;
  best: { moves: Move[]; hard: number; soft: number } | undefined;

  constructor(state: State) {
    this.#state = state;
  }

  consider(placings: readonly Placing[]): void {
    const moves = movesFrom(this.#state, placings);
    this.#state.begin();
    applyMoves(this.#state, moves);
    const { hard, soft } = this.#state;
    this.#state.rollback();
    const { best } = this;
    if (best && (hard > best.hard + 1e-6 || (hard > best.hard - 1e-6 && soft >= best.soft - 1e-6))) return;
    this.best = { moves, hard, soft };
  }

  answer(outcome: 'proved' | 'found', lowerBound: number, added: number, nodes: number): Repair {
    const { moves, hard, soft } = this.best!;
    return {
      outcome,
      moves,
      moved: moves.length - added,
      lowerBound,
      shortage: undefined,
      hard,
      soft,
      nodes,
    };
  }
}
