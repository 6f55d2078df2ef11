import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rule, smallSchool } from '../formats/fet/small-school.fixture.ts';
import { type SchoolRun, solveProvince } from './province.ts';
import { solve } from './solve.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checkpoint-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = smallSchool({ time: rule('TeachersMaxGapsPerWeek', 100, { Max_Gaps: 1 }) });
const options = { format: 'fet', text, seed: 1, threads: 1 };

/** Searches until nothing required is broken, and keeps that. */
function solveAndKeep(checkpoint: string) {
  let found = false;
  return solve({
    ...options,
    seconds: 60,
    checkpoint,
    progress: ({ hard, unplaced }) => {
      found ||= hard + unplaced === 0;
    },
    stopped: () => found,
  });
}

test('a search goes on from what the one before it has kept', async () => {
  const checkpoint = join(folder, 'kept.json');
  const first = await solveAndKeep(checkpoint);
  expect(first.reckoning.hard).toBe(0);
  const again = await solve({ ...options, seconds: 0, checkpoint });
  expect(again.reckoning).toEqual(first.reckoning);
  expect([...again.solution.start]).toEqual([...first.solution.start]);
  // Nothing is left to find: it stood from the beginning.
  expect(again.secondsToZeroHard).not.toBeNull();
  expect(first.secondsToZeroHard).not.toBeNull();
});

test('what was kept for the wishes is where a search for comfort begins, and the reverse', async () => {
  const checkpoint = join(folder, 'either.json');
  const first = await solveAndKeep(checkpoint);
  const comfort = await solve({ ...options, seconds: 0, checkpoint, preference: 'comfort' });
  expect([...comfort.solution.start]).toEqual([...first.solution.start]);
  const eased = await solve({ ...options, seconds: 0.3, checkpoint, preference: 'comfort' });
  expect(eased.reckoning.hard).toBe(0);
  expect(eased.solution.comfort).toBeLessThanOrEqual(comfort.solution.comfort);
  const back = await solve({ ...options, seconds: 0, checkpoint });
  expect([...back.solution.start]).toEqual([...eased.solution.start]);
});

test('a file of another document, or one cut short, is refused and left alone', async () => {
  const checkpoint = join(folder, 'other.json');
  await solveAndKeep(checkpoint);
  const other = { ...options, text: smallSchool() };
  await expect(solve({ ...other, seconds: 0, checkpoint })).rejects.toThrow('không phải của bài toán này');
  const cut = (await readFile(checkpoint, 'utf8')).slice(0, 40);
  await writeFile(checkpoint, cut);
  await expect(solve({ ...options, seconds: 0, checkpoint })).rejects.toThrow('không phải của bài toán này');
  expect(await readFile(checkpoint, 'utf8')).toBe(cut);
});

test('a province that was ended goes on where it was: what is done stays, what was begun gets the rest of its time', {
  timeout: 60_000,
}, async () => {
  const out = join(folder, 'out');
  const province = join(folder, 'province');
  await mkdir(province);
  for (const name of ['a.fet', 'b.fet']) await writeFile(join(province, name), text);
  await writeFile(join(province, 'c.fet'), text.slice(0, 300));
  await mkdir(join(province, 'd.fet'));
  const end = new AbortController();
  const wish = { folder: province, out, seed: 1, threads: 1 };
  const ended = await solveProvince({
    ...{ ...wish, seconds: 0.2, signal: end.signal },
    // The second school has begun.
    progress: ({ name, state }) => name === 'b.fet' && state === 'running' && end.abort(),
  });
  expect(ended.map(({ name, state }) => [name, state])).toEqual([
    ['a.fet', 'solved'],
    ['b.fet', 'running'],
    ['c.fet', 'waiting'],
    ['d.fet', 'waiting'],
  ]);
  const seen: SchoolRun[] = [];
  const done = await solveProvince({ ...wish, seconds: 0.2, progress: (school) => seen.push(school) });
  expect(done.map(({ state }) => state)).toEqual(['solved', 'solved', 'failed', 'failed']);
  expect(done[1]!.hard).toEqual(expect.any(Number));
  expect(done[2]!.reason).toContain('XML');
  expect(done[3]!.reason).toContain('Không đọc được');
  expect(done[0]).toEqual(ended[0]);
  expect(seen.filter(({ name }) => name === 'a.fet')).toEqual([ended[0]]);
  expect(await readFile(join(out, 'b.fet.timetable.xml'), 'utf8')).toContain('<Activities_Timetable');
  expect((await readdir(out)).filter((name) => name.includes('checkpoint'))).toEqual([]);
});
