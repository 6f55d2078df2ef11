import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from './project.ts';

const execute = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoaban-assess-'));
});
afterAll(() => rm(folder, { recursive: true }));

const same = (score: string) => ({ regular: [score, score], midterm: score, final: score });
const comment = { results: ['pass', 'pass', 'pass', 'pass'] };
function pupil(id: string, scores: readonly string[], change: object = {}) {
  return {
    id,
    level: 'THCS',
    subjects: [
      ...['LIT', 'MATH', 'FL1', 'CIV', 'HISGEO', 'SCI', 'TECH', 'INF'].map((code, index) => ({
        code,
        kind: 'scored',
        semester1: same(scores[index] ?? scores[0]!),
        semester2: same(scores[index] ?? scores[0]!),
      })),
      { code: 'PE', kind: 'comment', semester1: comment, semester2: comment },
    ],
    conduct: { semester1: 'excellent', semester2: 'excellent' },
    absentSessions: 0,
    ...change,
  };
}

async function assess(content: string): Promise<{ code: number; out: string; err: string }> {
  const file = join(folder, `${Math.random()}.json`);
  await writeFile(file, content);
  return execute(process.execPath, [join(projectRoot, 'apps/cli/main.ts'), 'assess', file, '--json'], {
    maxBuffer: 64 * 1024 * 1024,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error) => ({ code: error.code, out: error.stdout, err: error.stderr }),
  );
}

test('one JSON object comes out, a pupil for a pupil, in their order', async () => {
  const { code, out } = await assess(
    JSON.stringify({
      pupils: [
        pupil('b', ['9,0']),
        pupil('a', ['6.0', '4.8', '3.2'], { conduct: { semester1: 'good', semester2: 'pass' } }),
        pupil('c', ['9.5'], { absentSessions: 46 }),
      ],
    }),
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    pupils: [
      {
        id: 'b',
        semester1: { MATH: 9, PE: 'pass' },
        year: { MATH: 9 },
        academicResult: { semester1: 'excellent', semester2: 'excellent', year: 'excellent' },
        conductResult: { year: 'excellent' },
        honour: 'outstanding',
        decision: 'promoted',
        retestSubjects: [],
      },
      { id: 'a', honour: null, decision: 'retest', retestSubjects: ['FL1', 'MATH'] },
      { id: 'c', honour: null, decision: 'retained', retestSubjects: [] },
    ],
  });
});

test('a wrong mark: exit 2, nothing on standard output, pupil, subject and field on standard error', async () => {
  const { code, out, err } = await assess(JSON.stringify({ pupils: [pupil('HS7', ['9', '10,5'])] }));
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('Học sinh "HS7", môn MATH, semester1.regular.0: điểm phải từ 0 đến 10');
});

test('what is no JSON is told in Vietnamese: exit 2', async () => {
  const { code, err } = await assess('{"pupils": [');
  expect(code).toBe(2);
  expect(err).toContain('không phải JSON');
});

test('a file read in pieces on threads says the same: results in order, a fault far down, an id that comes again in another piece', async () => {
  const many = Array.from({ length: 1900 }, (_, at) => pupil(`HS${at}`, [at % 2 ? '9,0' : '4.0']));
  const whole = JSON.stringify({ pupils: many });
  expect(whole.length).toBeGreaterThan(2 * 1024 * 1024);
  const { pupils } = JSON.parse((await assess(whole)).out) as { pupils: { id: string; decision: string }[] };
  expect(pupils.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  expect(pupils.slice(0, 2).map(({ decision }) => decision)).toEqual(['retest', 'promoted']);

  const bad = await assess(JSON.stringify({ pupils: [...many, pupil('last', ['9', '11'])] }));
  expect([bad.code, bad.out]).toEqual([2, '']);
  expect(bad.err).toContain('Học sinh "last", môn MATH, semester1.regular.0: điểm phải từ 0 đến 10');
  const again = await assess(JSON.stringify({ pupils: [...many, many[0]] }));
  expect([again.code, again.out]).toEqual([2, '']);
  expect(again.err).toContain('Học sinh "HS0", id: mã bị lặp lại trong tệp.');
  const cut = await assess(whole.slice(0, -200));
  expect([cut.code, cut.out]).toEqual([2, '']);
  expect(cut.err).toContain('không phải JSON');
}, 60_000);
