import { type Problem, rowsOf } from '../core/problem.ts';

/**
 * The same problem with fewer starts: what can only be at one place keeps others on its resources away, and so on until
 * nothing changes. No timetable without clashes is lost; a meet that would have no start left keeps what it had.
 */
export function narrowed(problem: Problem): Problem {
  const { meets, resources, weekLength, weeks, duration } = problem;
  const starts = Array.from({ length: meets }, (_, meet) => [
    ...problem.starts.items.subarray(problem.starts.from[meet]!, problem.starts.from[meet + 1]!),
  ]);
  /** Kinds of week, as bits, in which somebody certainly has a slot of a resource. */
  const taken = new Int32Array(resources * weekLength);
  const isSettled = new Uint8Array(meets);
  const eachExclusive = (meet: number, visit: (base: number) => void) => {
    for (let at = problem.fixed.from[meet]!; at < problem.fixed.from[meet + 1]!; at++) {
      const resource = problem.fixed.items[at]!;
      if (problem.exclusive[resource]) visit(resource * weekLength);
    }
  };
  const isOpen = (meet: number, start: number) => {
    let open = true;
    eachExclusive(meet, (base) => {
      for (let slot = start; slot < start + duration[meet]!; slot++)
        if (taken[base + slot]! & weeks[meet]!) open = false;
    });
    return open;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (let meet = 0; meet < meets; meet++) {
      if (isSettled[meet] || starts[meet]!.length !== 1 || duration[meet] === 0) continue;
      isSettled[meet] = 1;
      changed = true;
      const [start] = starts[meet]! as [number];
      eachExclusive(meet, (base) => {
        for (let slot = start; slot < start + duration[meet]!; slot++) taken[base + slot]! |= weeks[meet]!;
      });
    }
    if (!changed) break;
    for (let meet = 0; meet < meets; meet++) {
      if (starts[meet]!.length < 2 || duration[meet] === 0) continue;
      const open = starts[meet]!.filter((start) => isOpen(meet, start));
      if (open.length > 0) starts[meet] = open;
    }
  }
  return { ...problem, starts: rowsOf(starts) };
}
