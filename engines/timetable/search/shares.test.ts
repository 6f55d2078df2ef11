import { expect, test } from 'vitest';
import { Random } from '../core/random.ts';
import { Shares } from './shares.ts';

/** Work that each of three kinds gets when only the last but one yields, at the price of more work a try. */
function workOf(adapts: boolean): number[] {
  const random = new Random(1);
  const shares = new Shares([1, 1, 2], adapts);
  const work = [0, 0, 0];
  for (let move = 0; move < 100_000; move++) {
    const kind = shares.draw(random);
    const cost = kind === 1 ? 10 : 1;
    work[kind]! += cost;
    shares.note(kind, cost, kind === 1 && random.below(10) === 0 ? 1 : 0);
  }
  return work;
}

test('most of the work goes to the kind that yields, and the others keep a part of it', () => {
  const work = workOf(true);
  const all = work.reduce((sum, one) => sum + one, 0);
  expect(work[1]! / all).toBeGreaterThan(0.6);
  for (const one of work) expect(one / all).toBeGreaterThan(0.02);
});

test('without it each kind has its share of tries, whatever it yields', () => {
  const [first, second, third] = workOf(false);
  expect(second! / 10 / first!).toBeCloseTo(1, 1);
  expect(third! / first!).toBeCloseTo(2, 1);
});
