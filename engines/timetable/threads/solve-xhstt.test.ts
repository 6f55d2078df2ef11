import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Random } from '../core/random.ts';
import { evaluate } from '../formats/xhstt/evaluate.ts';
import { readArchive } from '../formats/xhstt/read-archive.ts';
import { archiveText, instanceText, randomSample } from '../formats/xhstt/sample.fixture.ts';
import { KeptFile } from './checkpoint.ts';
import { solveXhstt } from './solve-xhstt.ts';

const instance = readArchive(archiveText(instanceText(randomSample(new Random(4))))).instances[0]!;
const patient = { timeout: 60_000 };

test('two threads: the seed decides the result, and the evaluator confirms it', patient, async () => {
  const solve = (seed: number) => solveXhstt(instance, { seconds: 600, seed, threads: 2, iterations: 4000 });
  const [one, same] = [await solve(3), await solve(3)];
  expect(same.solution).toEqual(one.solution);
  const { hard, soft } = evaluate(instance, one.solution);
  expect([one.hard, one.soft]).toEqual([hard, soft]);
  expect(one.iterations).toBeGreaterThan(4000);
});

test('stopped at once, it still gives a whole solution', patient, async () => {
  const { solution } = await solveXhstt(instance, {
    seconds: 600,
    seed: 1,
    threads: 1,
    signal: AbortSignal.abort(),
  });
  const durations = instance.events.map(() => 0);
  for (const { event, duration } of solution.meets) durations[event]! += duration;
  expect(durations).toEqual(instance.events.map(({ duration }) => duration));
});

test(
  'a search goes on from what the one before it has kept; what is of another instance is refused',
  patient,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xhstt-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'kept.json');
    const solve = (text: string, more: object) =>
      solveXhstt(instance, {
        ...{ seconds: 600, seed: 1, threads: 1, checkpoint: new KeptFile(path, text) },
        ...more,
      });
    const first = await solve('one', { iterations: 4000 });
    const again = await solve('one', { signal: AbortSignal.abort() });
    expect([again.hard, again.soft]).toEqual([first.hard, first.soft]);
    expect(again.solution).toEqual(first.solution);
    await expect(solve('other', {})).rejects.toThrow('không phải của bài toán này');
    const given = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...given, time: given.time.map(() => 1_000_000) }));
    await expect(solve('one', {})).rejects.toThrow('không phải của bài toán này');
  },
);
