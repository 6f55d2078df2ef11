import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Random } from '../../core/random.ts';
import { type Load, Pack } from './pack.ts';

/** Full weeks: at each time everybody of three kinds meets in threes, now and then for two times in a row. */
function fullWeeks(size: number, times: number, seed: number): Load {
  const random = new Random(seed);
  const starts = (duration: number) => Array.from({ length: times - duration + 1 }, (_, t) => t);
  const meets: Load['meets'][number][] = [];
  for (let time = 0; time < times; ) {
    const duration = time + 2 <= times && random.below(3) === 0 ? 2 : 1;
    const [second, third] = [0, 1].map(() => {
      const order = Array.from({ length: size }, (_, i) => i);
      random.shuffle(order, size);
      return order;
    });
    for (let i = 0; i < size; i++)
      meets.push({
        duration,
        resources: [i, size + second![i]!, 2 * size + third![i]!],
        starts: starts(duration),
      });
    time += duration;
  }
  return { times, resources: 3 * size, meets };
}

/** Pairs of a resource and a time that more than one meet takes, or meets without a time they may have. */
function faults(load: Load, pack: Pack): number {
  const taken = new Set<number>();
  let count = 0;
  load.meets.forEach((meet, m) => {
    const start = pack.start[m]!;
    if (!meet.starts.includes(start)) {
      count++;
      return;
    }
    for (const resource of meet.resources)
      for (let t = start; t < start + meet.duration; t++) {
        if (taken.has(resource * load.times + t)) count++;
        taken.add(resource * load.times + t);
      }
  });
  return count;
}

describe('packing', () => {
  test('full weeks of three kinds of resource are packed without a clash', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3 }),
        fc.integer({ min: 4, max: 36 }),
        fc.nat(99),
        (size, times, seed) => {
          const load = fullWeeks(size, times, seed);
          const pack = new Pack(load, new Random(seed));
          return pack.run((made) => made < 2_000_000) && faults(load, pack) === 0;
        },
      ),
      { numRuns: 4, seed: 3 },
    );
  });

  test('goes on where it was stopped, and the seed decides', () => {
    const load = fullWeeks(6, 20, 1);
    const [whole, parts] = [new Pack(load, new Random(7)), new Pack(load, new Random(7))];
    whole.run((made) => made < 2048);
    for (let part = 0; part < 4; part++) parts.run((made) => made < 512);
    expect(parts.start).toEqual(whole.start);
    expect(faults(load, whole)).toBe(whole.waitingCount);
  });

  test('three lessons of one teacher do not fit into two times: one waits, and that is said', () => {
    const lesson = { duration: 1, resources: [0], starts: [0, 1] };
    const pack = new Pack({ times: 3, resources: 1, meets: [lesson, lesson, lesson] }, new Random(1));
    expect(pack.run((made) => made < 10_000)).toBe(false);
    expect(pack.waitingCount).toBe(1);
  });
});
