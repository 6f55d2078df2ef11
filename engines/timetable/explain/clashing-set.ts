import type { Problem } from '../core/problem.ts';
import { State } from '../core/state.ts';
import type { Solution } from '../search/solution.ts';
import { isWhole, searched, searchKeeps } from './attempt.ts';
import type { Conflict } from './conflict.ts';
import { canKeep } from './exact.ts';
import { slotsOf } from './hall.ts';

/** Places tried before a set is called too hard to decide. */
export const triesOfClash = 20_000;
const mostIterations = 5000;
const mostMeets = 80;
const mostSeeds = 4;

/**
 * After a search: a small set of lessons of several resources, and of required rules, that cannot be kept together.
 * Begins with what the best timetable breaks, adds whole resources, the fullest first, until an exact search finds no way;
 * then leaves out every lesson and rule without which that stays so (deletion filter). `proved` says whether no way exists
 * or only none was found within `triesOfClash` places, nor by a search. Undefined when the best timetable breaks nothing, or no such set was
 * found before `isLate`. Without a `best` the whole is searched first, until `searchIsLate`.
 */
export function findClashingSet(
  problem: Problem,
  {
    best = undefined,
    searchIsLate,
    isLate,
  }: { best?: Solution | undefined; searchIsLate: () => boolean; isLate: () => boolean },
): Conflict | undefined {
  best ??= searched(problem, searchIsLate);
  if (isWhole(best)) return undefined;
  let suspected: { meets: number[]; rules: number[] } | undefined;
  for (const seeds of brokenIn(problem, best)) {
    for (const meets of growing(problem, seeds)) {
      if (isLate()) break;
      const rules = rulesOn(problem, meets);
      const kept = keeps(problem, meets, rules);
      if (kept === false) return conflictOf(problem, filtered(problem, meets, rules, true, isLate), true);
      if (kept === undefined) suspected ??= { meets, rules };
    }
  }
  if (!suspected) return undefined;
  const { meets, rules } = suspected;
  return conflictOf(problem, filtered(problem, meets, rules, false, isLate), false);
}

/** Kept together (true), proved impossible (false), or undefined: neither trying out nor searching found a way. */
function keeps(problem: Problem, meets: readonly number[], rules: readonly number[]): boolean | undefined {
  const kept = canKeep(problem, meets, rules, triesOfClash);
  return kept ?? (searchKeeps(problem, meets, rules, mostIterations) ? true : undefined);
}

/** The meets of each required rule that a timetable breaks, unplaced meets first (fewest places before others), small sets before large ones. */
function brokenIn(problem: Problem, { start, option }: Solution): number[][] {
  const state = new State(problem);
  option.forEach((one, choice) => {
    if (one >= 0) state.choose(choice, one);
  });
  const found: number[][] = [];
  start.forEach((slot, meet) => {
    if (slot >= 0) state.place(meet, slot);
    else if (problem.duration[meet]! > 0) found.push([meet]);
  });
  state.settle();
  for (let i = 0; i < state.violatedCount; i++) {
    const constraint = state.violated[i]!;
    if (!problem.required[constraint]) continue;
    const meets = new Set(problem.constraints[constraint]!.meets);
    for (const resource of problem.constraints[constraint]!.resources)
      state.forPlacedOn(resource, (meet) => meets.add(meet));
    found.push([...meets].slice(0, mostMeets));
  }
  const places = (meets: readonly number[]) => slotsOf(problem, meets[0]!).length;
  return found
    .sort((one, other) => one.length - other.length || places(one) - places(other))
    .slice(0, mostSeeds);
}

/** Growing sets of meets around a few: those of small rules on them, then of one resource after the other, the fullest first. */
function* growing(problem: Problem, seeds: readonly number[]): Generator<number[]> {
  const meets = new Set(seeds);
  yield [...meets];
  for (const constraint of rulesOn(problem, seeds)) {
    const named = problem.constraints[constraint]!.meets;
    if (named.length <= 6) for (const meet of named) meets.add(meet);
  }
  if (meets.size > seeds.length) yield [...meets];
  const added = new Set<number>();
  for (;;) {
    let fullest = -1;
    let fullness = 0;
    for (const resource of exclusiveOf(problem, [...meets])) {
      if (added.has(resource)) continue;
      const full = fullnessOf(problem, resource);
      if (full > fullness) [fullest, fullness] = [resource, full];
    }
    if (fullest < 0) return;
    added.add(fullest);
    for (const meet of fixedOn(problem, fullest)) meets.add(meet);
    if (meets.size > mostMeets) return;
    yield [...meets];
  }
}

/** Hours of a resource for each slot that its meets reach. */
function fullnessOf(problem: Problem, resource: number): number {
  const reached = new Set(fixedOn(problem, resource).flatMap((meet) => slotsOf(problem, meet)));
  return problem.load[resource]! / Math.max(1, reached.size);
}

function fixedOn(problem: Problem, resource: number): number[] {
  const { meetsOf, fixed } = problem;
  return Array.from(meetsOf.items.subarray(meetsOf.from[resource]!, meetsOf.from[resource + 1]!)).filter(
    (meet) => fixed.items.subarray(fixed.from[meet]!, fixed.from[meet + 1]!).includes(resource),
  );
}

/** Resources of some meets that cannot be in two places. */
function exclusiveOf(problem: Problem, meets: readonly number[]): Set<number> {
  const { fixed, exclusive } = problem;
  return new Set(
    meets.flatMap((meet) =>
      Array.from(fixed.items.subarray(fixed.from[meet]!, fixed.from[meet + 1]!)).filter(
        (resource) => exclusive[resource],
      ),
    ),
  );
}

/** Required constraints on times that look at some meets. */
function rulesOn(problem: Problem, meets: readonly number[]): number[] {
  const { fixed, watchingMeet, watchingResource, constraints, required } = problem;
  const rules = new Set<number>();
  const add = (rows: Problem['watchingMeet'], row: number) => {
    for (let at = rows.from[row]!; at < rows.from[row + 1]!; at++) {
      const constraint = rows.items[at]!;
      if (required[constraint] && !constraints[constraint]!.readsChoices) rules.add(constraint);
    }
  };
  for (const meet of meets) {
    add(watchingMeet, meet);
    for (let at = fixed.from[meet]!; at < fixed.from[meet + 1]!; at++)
      add(watchingResource, fixed.items[at]!);
  }
  return [...rules];
}

/**
 * Leaves out meets, then the document's rules, as long as what is left cannot be kept: in large pieces first, one by one
 * at last. With `proved` only what is again proved counts.
 */
function filtered(
  problem: Problem,
  meets: readonly number[],
  rules: readonly number[],
  proved: boolean,
  isLate: () => boolean,
) {
  const clashes = (some: readonly number[], constraints: readonly number[]) => {
    if (proved) return canKeep(problem, some, constraints, triesOfClash) === false;
    return keeps(problem, some, constraints) !== true;
  };
  const without = <Item>(all: readonly Item[], still: (left: readonly Item[]) => boolean): Item[] => {
    let left = [...all];
    for (let piece = Math.ceil(left.length / 2); piece >= 1; piece = piece === 1 ? 0 : Math.ceil(piece / 2))
      for (let at = 0; at < left.length && !isLate(); ) {
        const rest = [...left.slice(0, at), ...left.slice(at + piece)];
        if (rest.length < left.length && still(rest)) left = rest;
        else at += piece;
      }
    return left;
  };
  const fewer = without(meets, (left) => clashes(left, rules));
  // The document's rules as whole; clashes and the like are not for anybody to give up.
  const bySource = Map.groupBy(
    rulesOn(problem, fewer).filter((rule) => rules.includes(rule)),
    (rule) => problem.source[rule]!,
  );
  const always = bySource.get(-1) ?? [];
  bySource.delete(-1);
  const needed = without([...bySource.values()], (left) => clashes(fewer, [...always, ...left.flat()]));
  return { meets: fewer, constraints: needed.map((group) => group[0]!) };
}

function conflictOf(
  problem: Problem,
  { meets, constraints }: { meets: number[]; constraints: number[] },
  proved: boolean,
): Conflict {
  const shared = [...exclusiveOf(problem, meets)].filter(
    (resource) => fixedOn(problem, resource).filter((meet) => meets.includes(meet)).length > 1,
  );
  return { kind: 'together', resource: shared[0] ?? -1, resources: shared, meets, constraints, proved };
}
