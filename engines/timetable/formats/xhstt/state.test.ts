import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../../core/random.ts';
import { construct } from './construct.ts';
import { evaluate } from './evaluate.ts';
import { Moves } from './moves.ts';
import { compile } from './problem.ts';
import { readArchive } from './read-archive.ts';
import { archiveText, instanceText, randomSample } from './sample.fixture.ts';
import { State } from './state.ts';

function started(seed: number) {
  const random = new Random(seed);
  const instance = readArchive(archiveText(instanceText(randomSample(random)))).instances[0]!;
  const state = new State(compile(instance, { keepSoft: random.below(2) === 0 }));
  construct(state, random);
  return { random, instance, state, moves: new Moves(state, random) };
}

function anyMove(moves: Moves, random: Random): boolean {
  const kind = random.below(3);
  if (kind === 0 && moves.canRecut) return moves.recutAny();
  if (kind === 1 && moves.canReassign) return moves.reassignAny(0.5);
  return moves.shiftAny(0.5);
}

const seeds = fc.integer({ min: 0, max: 1_000_000 });

test('the costs kept up to date are those of the independent evaluator, after any moves', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { random, instance, state, moves } = started(seed);
      for (let i = 0; i < 40; i++) {
        if (anyMove(moves, random) && random.below(2) === 0) state.commit();
        else state.undo();
      }
      const { hard, soft } = evaluate(instance, state.solution());
      expect({ hard: state.hard, soft: state.soft }).toEqual({ hard, soft });
    }),
    { numRuns: 25 },
  );
});

test('a move taken back leaves nothing behind', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { random, state, moves } = started(seed);
      const before = state.snapshot();
      const load = state.load.slice();
      for (let i = 0; i < 10; i++) anyMove(moves, random);
      state.undo();
      // A meet that is not in use may remember another resource.
      const used = (at: typeof before) => Array.from(at.duration, (d, m) => [d, d > 0 ? at.time[m] : -1]);
      expect(used(state.snapshot())).toEqual(used(before));
      expect(state.load).toEqual(load);
      expect([state.hard, state.soft]).toEqual([before.hard, before.soft]);
    }),
    { numRuns: 20 },
  );
});

test('a snapshot restored has the costs it was taken with', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { random, state, moves } = started(seed);
      const kept = state.snapshot();
      for (let i = 0; i < 30; i++) anyMove(moves, random);
      state.restore(kept);
      expect([state.hard, state.soft]).toEqual([kept.hard, kept.soft]);
    }),
    { numRuns: 20 },
  );
});

test('the comparison is awake: a cost changed behind the books is noticed', () => {
  const { instance, state } = started(7);
  const solution = state.solution();
  const moved = solution.meets.map((meet, i) => (i === 0 ? { ...meet, time: -1 } : meet));
  const { hard, soft } = evaluate(instance, { meets: moved });
  expect([hard, soft]).not.toEqual([state.hard, state.soft]);
});
