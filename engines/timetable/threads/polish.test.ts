import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../core/random.ts';
import { isBetter } from '../formats/xhstt/anneal.ts';
import { evaluate } from '../formats/xhstt/evaluate.ts';
import { Gains, takeOver } from '../formats/xhstt/gains.ts';
import { canModel, PartModels } from '../formats/xhstt/part-model.ts';
import { Polisher, type SolveModel } from '../formats/xhstt/polish.ts';
import { compile, type Problem } from '../formats/xhstt/problem.ts';
import { readArchive } from '../formats/xhstt/read-archive.ts';
import {
  anneal,
  archiveText,
  constraintText,
  instanceText,
  limits,
  randomSample,
  type Sample,
  timeGroups,
  times,
  toGroups,
  toResources,
} from '../formats/xhstt/sample.fixture.ts';
import { Searcher } from '../formats/xhstt/search.ts';
import { State } from '../formats/xhstt/state.ts';
import { solveModel } from './linear-solver.ts';
import { solveXhstt } from './solve-xhstt.ts';

/**
 * A small school in which all teachers are given, with wishes of every kind that a linear model can price. `apart`: the
 * classes have nothing in common.
 */
function givenSample(random: Random, apart = false): Sample {
  const classes = ['c1', 'c2'];
  const teachers = ['t1', 't2', 't3'];
  const any = <T>(items: readonly T[]): T => items[random.below(items.length)]!;
  const some = <T>(items: readonly T[]): T[] => items.filter(() => random.below(2) === 0);
  const timeIds = [1, 2, 3].flatMap((day) => [1, 2, 3].map((time) => `D${day}_${time}`));
  const days = ['D1', 'D2', 'D3'];
  const events = classes.flatMap((c) =>
    [0, 1, 2].map((i) => ({
      id: `${c}-${i}`,
      duration: 1 + random.below(3),
      with: [c, apart ? `t${c.slice(1)}` : any(teachers)],
      groups: apart ? [`g${c}`] : random.below(2) === 0 ? ['g'] : ['h'],
    })),
  );
  const groups = [...new Set(events.flatMap((event) => event.groups))];
  const wish = (kind: string, to: string, more: string, costFunctions = ['Linear', 'Quadratic']) =>
    constraintText(kind, to, more, {
      required: false,
      weight: 1 + random.below(4),
      costFunction: any(costFunctions),
    });
  const texts = [
    constraintText('AssignTime', toGroups('all')),
    constraintText('AvoidClashes', toResources(...classes, ...teachers)),
    constraintText(
      'SplitEvents',
      toGroups('all'),
      '<MinimumDuration>1</MinimumDuration><MaximumDuration>2</MaximumDuration><MinimumAmount>1</MinimumAmount><MaximumAmount>3</MaximumAmount>',
    ),
    wish('DistributeSplitEvents', toGroups('all'), `<Duration>2</Duration>${limits(random.below(2), 1)}`),
    wish('PreferTimes', toGroups('all'), times(...some(timeIds), 'D1_1'), ['Linear']),
    wish('AvoidUnavailableTimes', toResources(any(teachers)), times(...some(timeIds), 'D2_1'), ['Linear']),
    wish('SpreadEvents', toGroups(...groups), timeGroups(days, limits(0, 1 + random.below(2)))),
    wish('LimitIdleTimes', toResources(...teachers), timeGroups(days) + limits(0, 0)),
    wish('ClusterBusyTimes', toResources(...teachers), timeGroups(days) + limits(0, 1 + random.below(2))),
    wish('LimitBusyTimes', toResources(...classes), timeGroups(days) + limits(2, 2)),
  ];
  return {
    days: [3, 3, 3],
    resources: { Class: classes, Teacher: teachers },
    events,
    constraints: texts.join('\n'),
  };
}

const instanceOf = (sample: Sample) => readArchive(archiveText(instanceText(sample))).instances[0]!;

function annealed(seed: number, iterations: number, apart = false) {
  const instance = instanceOf(givenSample(new Random(seed), apart));
  const searcher = anneal(new Searcher(instance, seed, true), iterations);
  const state = new State(searcher.problem);
  state.restore(searcher.best);
  return { instance, searcher, state };
}

const allMeets = (state: State) => new Set(state.active.subarray(0, state.activeCount));

/** However busy the machine is. */
const patiently = (model: Parameters<SolveModel>[0]) => solveModel(model, 60);

/** A sample that 300 moves leave without a broken rule, but not at its best. */
const gainful = 4;
/** One of classes apart that 100 moves leave so, both classes. */
const gainfulApart = 4;
const seeds = fc.integer({ min: 0, max: 1_000_000 });

test('a part made anew keeps what is required, costs less, and the evaluator agrees', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { instance, state } = annealed(seed, 300);
      fc.pre(state.hard === 0);
      const polisher = new Polisher(state, new Random(seed));
      for (let i = 0; i < 2; i++) {
        const before = state.soft;
        const gained = polisher.step(patiently, 60);
        expect(state.soft < before).toBe(gained);
      }
      expect(evaluate(instance, state.solution())).toMatchObject({ hard: 0, soft: state.soft });
    }),
    { numRuns: 4 },
  );
});

test('what a short annealing has left is found', () => {
  const { state } = annealed(gainful, 300);
  const before = state.soft;
  const polisher = new Polisher(state, new Random(1));
  for (let i = 0; i < 5; i++) polisher.step(patiently, 60);
  expect(state.hard).toBe(0);
  expect(state.soft).toBeLessThan(before);
});

/** The units of each class. */
const classesOf = ({ unitsOfResource: { start, items } }: Problem) =>
  [0, 1].map((resource) => [...items.subarray(start[resource]!, start[resource + 1]!)]);

test('what two threads gained in different weeks counts together, and needs no one to look for it anew', () => {
  const { instance, state } = annealed(gainfulApart, 100, true);
  const better = annealed(gainfulApart, 20_000, true).searcher.best;
  const before = state.soft;
  const found = classesOf(state.problem).map((units) => {
    takeOver(state, better, units);
    const snapshot = state.snapshot();
    state.undo();
    return { units, snapshot, gain: before - snapshot.soft };
  });
  expect(found.every(({ gain }) => gain > 0)).toBe(true);
  const [one, other] = [found[0]!, found[1]!];
  const gains = new Gains(state);
  gains.add(new Set(one.units));
  expect(gains.merge(other.snapshot, one.snapshot)).toBe(true);
  expect(state.soft).toBe(before - one.gain - other.gain);
  expect(evaluate(instance, state.solution())).toMatchObject({ hard: 0, soft: state.soft });
});

test('what is heard and does not help is not taken over, and gains that exclude each other break nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { state } = annealed(seed, 300);
      const [own, other] = [state.snapshot(), annealed(seed, 600).searcher.best];
      fc.pre(own.hard === 0);
      const gains = new Gains(state);
      for (const units of classesOf(state.problem)) gains.add(new Set(units.slice(1)));
      const isTaken = gains.merge(other, own);
      expect(isTaken).toBe(isBetter(state, own));
      expect(state.hard).toBe(0);
      if (!isTaken) expect(state.snapshot()).toEqual(own);
      expect(isBetter(other, state)).toBe(false);
      expect(gains.merge(own, state.snapshot())).toBe(false);
    }),
    { numRuns: 30 },
  );
});

test('a bound that nothing keeps to gives nothing, and that is known for sure', () => {
  const { state } = annealed(gainful, 300);
  const { text, bound } = new PartModels(state).of(allMeets(state));
  expect(solveModel({ text, bound }, 60).chosen).toBeDefined();
  expect(solveModel({ text, bound: -1 }, 60)).toMatchObject({ chosen: undefined, isFinished: true });
});

test('on threads, too, polished weeks are what the evaluator says', { timeout: 60_000 }, async () => {
  const instance = instanceOf(givenSample(new Random(gainful)));
  const { hard, soft, solution } = await solveXhstt(instance, { seconds: 0.8, seed: 1, threads: 2 });
  expect(hard).toBe(0);
  expect(evaluate(instance, solution)).toMatchObject({ hard, soft });
});

test('when nothing of all is cheaper by the model, no annealing finds anything cheaper', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { state } = annealed(seed, 1000);
      fc.pre(state.hard === 0);
      const polisher = new Polisher(state, new Random(seed));
      for (;;) {
        const { chosen, isFinished } = patiently(new PartModels(state).of(allMeets(state)));
        expect(isFinished).toBe(true);
        if (!chosen) break;
        // What the model can, the steps find in the end.
        while (!polisher.step(patiently, 60));
      }
      const long = annealed(seed, 60_000).searcher.best;
      expect(long.hard).toBe(0);
      expect(long.soft).toBeGreaterThanOrEqual(state.soft);
    }),
    { numRuns: 3 },
  );
}, 60_000);

test('no model is made where resources are to be found, events are linked, or a cost has steps', () => {
  const given = givenSample(new Random(1));
  const models = (sample: Sample) => canModel(compile(instanceOf(sample), { keepSoft: true }));
  const wish = { required: false };
  expect(models(given)).toBe(true);
  expect(models(randomSample(new Random(4)))).toBe(false);
  const more = (text: string) => models({ ...given, constraints: given.constraints + text });
  expect(more(constraintText('LinkEvents', toGroups('all')))).toBe(false);
  expect(
    more(
      constraintText('LimitIdleTimes', toResources('t1'), timeGroups(['D1']) + limits(0, 0), {
        ...wish,
        costFunction: 'Step',
      }),
    ),
  ).toBe(false);
  expect(
    models({ ...given, events: given.events.map((e) => ({ ...e, open: [['room', 'Class'] as const] })) }),
  ).toBe(false);
});
