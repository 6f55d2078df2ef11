import { type Problem, rowsOf } from '../core/problem.ts';

/**
 * The same problem with fewer starts: what can only be at one place keeps others on its resources away, and so on until
 * nothing changes. No timetable without clashes is lost; a meet that would have no start left keeps what it had.
 */
export function narrowed(problem: Problem): Problem {
  const { meets, resources, weekLength, weeks, duration, exclusive, fixed } = problem;
  const { from, items } = problem.starts;
  /** Starts of the meets that have fewer now. */
  const fewer = new Map<number, number[]>();
  const manyOf = (meet: number) => fewer.get(meet)?.length ?? from[meet + 1]! - from[meet]!;
  /** Kinds of week, as bits, in which somebody certainly has a slot of a resource. */
  const taken = new Int32Array(resources * weekLength);
  const isTouched = new Uint8Array(resources);
  const take = (meet: number) => {
    const start = fewer.get(meet)?.[0] ?? items[from[meet]!]!;
    for (let at = fixed.from[meet]!; at < fixed.from[meet + 1]!; at++) {
      const resource = fixed.items[at]!;
      if (!exclusive[resource]) continue;
      isTouched[resource] = 1;
      const base = resource * weekLength;
      for (let slot = start; slot < start + duration[meet]!; slot++) taken[base + slot]! |= weeks[meet]!;
    }
  };
  const isNear = (meet: number) => {
    for (let at = fixed.from[meet]!; at < fixed.from[meet + 1]!; at++)
      if (isTouched[fixed.items[at]!]) return true;
    return false;
  };
  const isOpen = (meet: number, start: number) => {
    for (let at = fixed.from[meet]!; at < fixed.from[meet + 1]!; at++) {
      const resource = fixed.items[at]!;
      if (!isTouched[resource]) continue;
      const base = resource * weekLength;
      for (let slot = start; slot < start + duration[meet]!; slot++)
        if (taken[base + slot]! & weeks[meet]!) return false;
    }
    return true;
  };
  const isSettled = new Uint8Array(meets);
  for (;;) {
    let settled = false;
    for (let meet = 0; meet < meets; meet++) {
      if (isSettled[meet] || duration[meet] === 0 || manyOf(meet) !== 1) continue;
      isSettled[meet] = 1;
      settled = true;
      take(meet);
    }
    if (!settled) break;
    for (let meet = 0; meet < meets; meet++) {
      if (duration[meet] === 0 || manyOf(meet) < 2 || !isNear(meet)) continue;
      const starts = fewer.get(meet) ?? items.subarray(from[meet]!, from[meet + 1]!);
      const open: number[] = [];
      for (let at = 0; at < starts.length; at++) if (isOpen(meet, starts[at]!)) open.push(starts[at]!);
      if (open.length > 0 && open.length < starts.length) fewer.set(meet, open);
    }
  }
  if (fewer.size === 0) return problem;
  const lists: ArrayLike<number>[] = [];
  for (let meet = 0; meet < meets; meet++)
    lists.push(fewer.get(meet) ?? items.subarray(from[meet]!, from[meet + 1]!));
  return { ...problem, starts: rowsOf(lists) };
}
