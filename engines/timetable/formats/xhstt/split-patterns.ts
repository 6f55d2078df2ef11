import type { Constraint } from './instance.ts';
import { deviationOf, type Problem } from './problem.ts';

/** How the split constraints (the soft ones only if they are kept by force) let a unit be cut: durations and number of its meets. */
export interface SplitLimits {
  readonly shortest: number;
  readonly longest: number;
  readonly fewest: number;
  readonly most: number;
}

/** The limits of these constraints for a unit, hard ones first; one that contradicts those before is left out. */
export function splitLimitsOf(problem: Problem, unit: number): SplitLimits {
  const duration = problem.unitDuration[unit]!;
  let limits: SplitLimits = { shortest: 1, longest: duration, fewest: 1, most: duration };
  if (problem.unitTime[unit]! >= 0) return { shortest: duration, longest: duration, fewest: 1, most: 1 };
  const hardFirst = rulesOf(problem, unit).sort(
    (a, b) => Number(b.constraint.required) - Number(a.constraint.required),
  );
  for (const { constraint } of hardFirst) {
    if (!constraint.required && !problem.keepSoft) continue;
    const { durations, amounts } = constraint;
    const next = {
      shortest: Math.max(limits.shortest, durations.minimum),
      longest: Math.min(limits.longest, durations.maximum),
      fewest: Math.max(limits.fewest, amounts.minimum),
      most: Math.min(limits.most, amounts.maximum),
    };
    const possible = next.shortest <= next.longest && next.fewest <= next.most;
    if (possible && next.shortest * next.fewest <= duration && next.longest * next.most >= duration)
      limits = next;
  }
  return limits;
}

function rulesOf(problem: Problem, unit: number) {
  const { splits, splitRules } = problem;
  return Array.from(
    splits.items.subarray(splits.start[unit]!, splits.start[unit + 1]!),
    (i) => splitRules[i]!,
  );
}

const heavy = 1_000_000;
const mostPatterns = 2000;

/**
 * The durations into which a unit is best cut before search: those that cost least by the constraints on splitting,
 * distributing and spreading; among equals the finest, which is easiest to place.
 */
export function bestPattern(problem: Problem, unit: number): number[] {
  const duration = problem.unitDuration[unit]!;
  const { shortest, longest, fewest, most } = splitLimitsOf(problem, unit);
  const cost = patternCost(problem, unit);
  let best: number[] = [duration];
  let bestCost = Number.POSITIVE_INFINITY;
  let seen = 0;
  const parts: number[] = [];
  const extend = (left: number, atLeast: number) => {
    if (seen >= mostPatterns) return;
    if (left === 0) {
      seen += 1;
      if (parts.length < fewest) return;
      const price = cost(parts);
      if (price < bestCost) {
        bestCost = price;
        best = parts.slice();
      }
      return;
    }
    if (parts.length >= most) return;
    for (let part = atLeast; part <= Math.min(longest, left); part++) {
      if (left - part !== 0 && left - part < part) continue;
      parts.push(part);
      extend(left - part, part);
      parts.pop();
    }
  };
  extend(duration, shortest);
  return best;
}

/** What a pattern costs, as far as it can be said before times are known. */
function patternCost(problem: Problem, unit: number): (parts: readonly number[]) => number {
  const { distributes, distributeRules, spreads, spreadLimits, domainStart, domains, monitors } = problem;
  const price = (constraint: Constraint, deviation: number) =>
    deviation * constraint.weight * (constraint.required ? heavy : 1);
  const rules = rulesOf(problem, unit);
  const distributed = Array.from(
    distributes.items.subarray(distributes.start[unit]!, distributes.start[unit + 1]!),
    (i) => distributeRules[i]!,
  );
  /** How many starts a spread constraint has room for. */
  const room = new Map<number, number>();
  for (let i = spreads.start[unit]!; i < spreads.start[unit + 1]!; i += 3) {
    const rule = spreads.items[i + 1]!;
    let most = 0;
    for (let g = spreadLimits.start[rule]! + 1; g < spreadLimits.start[rule + 1]!; g += 2)
      most += spreadLimits.items[g]!;
    room.set(spreads.items[i]!, most);
  }
  return (parts) => {
    let total = 0;
    for (const { constraint } of rules) {
      const { durations, amounts } = constraint;
      const wrong = parts.filter(
        (part) => deviationOf(part, durations.minimum, durations.maximum) > 0,
      ).length;
      total += price(constraint, wrong + deviationOf(parts.length, amounts.minimum, amounts.maximum));
    }
    for (const rule of distributed) {
      const count = parts.filter((part) => part === rule.duration).length;
      total += price(monitors[rule.monitor]!.constraint, deviationOf(count, rule.minimum, rule.maximum));
    }
    for (const [monitor, most] of room)
      total += price(monitors[monitor]!.constraint, Math.max(0, parts.length - most));
    for (const part of parts) {
      const row = domainStart[unit]! + part - 1;
      if (domains.start[row] === domains.start[row + 1]) total += heavy * heavy;
    }
    return total;
  };
}
