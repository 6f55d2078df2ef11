import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fixedClock } from '#platform/clock';
import {
  archiveText,
  constraintText,
  instanceText,
  times,
  toGroups,
  toResources,
} from '../../engines/timetable/formats/xhstt/sample.fixture.ts';
import { OperatorMessage } from './operator.ts';
import { run } from './timetable.ts';
import { checkArchiveText, solveArchiveText } from './timetable-xhstt.ts';

let folder: string;
let file: string;
const text = archiveText(
  instanceText({
    days: [3],
    resources: { Class: ['c'] },
    events: [
      { id: 'a', duration: 1, with: ['c'] },
      { id: 'b', duration: 2, with: ['c'] },
    ],
    constraints:
      constraintText('AssignTime', toGroups('all')) + constraintText('AvoidClashes', toResources('c')),
  }),
);
const options = { seconds: 20, seed: 1, threads: 1, clock: fixedClock('2025-11-20T07:00:00+07:00') };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoaban-xhstt-'));
  file = join(folder, 'school.xml');
  await writeFile(file, text);
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('comfort first is refused where it means nothing, before a file is read', async () => {
  await expect(run(['solve', file, '--prefer', 'comfort'])).rejects.toThrow('chỉ dùng cho tệp .fet');
  await expect(run(['solve', 'x.json', '--prefer', 'comfort'])).rejects.toThrow('chỉ dùng cho tệp .fet');
  await expect(run(['solve', 'x.fet', '--prefer', 'nhanh'])).rejects.toThrow('--prefer "nhanh": chọn wishes');
  await expect(run(['province', folder, '--prefer', 'comfort'])).rejects.toThrow(
    'chỉ dùng với timetable solve',
  );
});

test('what solve writes, check judges the same', { timeout: 60_000 }, async () => {
  const { report, archive } = await solveArchiveText(text, options);
  expect(report).toMatchObject({ instance: 'sample', format: 'xhstt', hard: 0, soft: 0, unsupported: [] });
  expect(report.secondsToZeroHard).not.toBeNull();
  const checked = checkArchiveText(text, archive);
  expect(checked).toMatchObject({ hard: 0, soft: 0, solutions: [{ group: 'HoaBan', hard: 0, soft: 0 }] });
});

test('what the format does not have is told by solve and check, which go on without it', async () => {
  const strange = text.replace('</Constraints>', '<FullMoonConstraint Id="m"/></Constraints>');
  const { report, archive } = await solveArchiveText(strange, { ...options, seconds: 1 });
  expect(report).toMatchObject({ hard: 0, unsupported: [expect.stringMatching(/^FullMoonConstraint: /)] });
  expect(archive).toContain('<FullMoonConstraint');
  const path = await write('strange.xml', archive);
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  try {
    expect(await run(['check', path, path])).toBe(0);
  } finally {
    log.mockRestore();
  }
  expect(lines).toEqual([
    'HoaBan: lỗi bắt buộc 0, điểm phạt 0',
    expect.stringMatching(/^ {2}Chưa dùng: FullMoonConstraint: XHSTT 2014 không có/),
  ]);
});

test('a bad solution is judged, with what it breaks', () => {
  const solution = `<SolutionGroup Id="mine"><Solution Reference="sample"><Events><Event Reference="a"><Duration>1</Duration></Event></Events></Solution></SolutionGroup>`;
  const checked = checkArchiveText(text, text.replace('<SolutionGroups>', `<SolutionGroups>${solution}`));
  expect(checked.hard).toBe(3);
  expect(checked.violations.map(({ kind, point, cost }) => [kind, point, cost])).toEqual([
    ['AssignTime', 'b', 2],
    ['AssignTime', 'a', 1],
  ]);
});

test('explain says which events have too few times, what to loosen, and which rules it has not reckoned', async () => {
  const strange = constraintText('LikeTimes', toResources('c'), times('D1_2'));
  const unknown = await write('unknown.xml', text.replace('</Constraints>', `${strange}</Constraints>`));
  const closed = constraintText('AvoidUnavailableTimes', toResources('c'), times('D1_2'));
  const path = await write('full.xml', text.replace('</Constraints>', `${closed}</Constraints>`));
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  try {
    expect(await run(['explain', path])).toBe(0);
    expect(await run(['explain', unknown])).toBe(0);
  } finally {
    log.mockRestore();
  }
  expect(lines).toEqual([
    'c: các sự kiện a, b cần 3 tiết, mà tất cả các tiết xếp được cho chúng chỉ có 2.',
    '  → Nới quy định về tiết: AvoidUnavailableTimes.',
    '  → Bớt 1 tiết của c, hoặc giao số tiết đó cho người hay lớp khác.',
    expect.stringMatching(/^Chưa thấy/),
    expect.stringMatching(/^ {2}Chưa dùng: LikeTimesConstraint/),
  ]);
});

test('a result takes the place of the former one, and nothing is left beside it', async () => {
  const out = await write('result.xml', 'former');
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    expect(await run(['solve', file, '--seconds', '0', '--threads', '1', '--json', '--out', out])).toBe(0);
  } finally {
    log.mockRestore();
  }
  expect(await readFile(out, 'utf8')).toContain('<SolutionGroup Id="HoaBan"');
  expect((await readdir(folder)).filter((name) => name.startsWith('result'))).toEqual(['result.xml']);
});

test.each([
  ['a file that is not there', () => run(['check', join(folder, 'nothing.xml'), file]), /Không đọc được/],
  ['a folder', () => run(['check', folder, file, '--format', 'xhstt']), /Không đọc được/],
  [
    'another encoding',
    async () => run(['solve', await write('latin.xml', Uint8Array.of(60, 97, 62, 0xe9, 60))]),
    /UTF-8/,
  ],
  ['half a file', async () => run(['solve', await write('half.xml', text.slice(0, 900))]), /XML/],
  ['no solution inside', () => run(['check', file, file]), /không có lời giải/],
  ['an unknown format', () => run(['solve', file, '--format', 'abc']), /abc/],
  ['a province that is no folder', () => run(['province', file]), /thư mục/],
  ['a province without a school', () => run(['province', folder]), /không có tệp/],
  ['no time', () => run(['solve', file, '--seconds', '-1']), /^--seconds "-1": cần số từ 0/],
  ['time that is no number', () => run(['solve', file, '--seconds', '']), /^--seconds ""/],
  ['a seed below zero', () => run(['solve', file, '--seed', '-5']), /^--seed "-5": cần số nguyên/],
  ['half a thread', () => run(['solve', file, '--threads', '1.5']), /^--threads "1.5"/],
  ['an unknown option', () => run(['solve', file, '--speed', '9']), /^Tham số --speed không có/],
  [
    'a place for the result that is not there',
    () => run(['solve', file, '--out', join(folder, 'no', 'x')]),
    /--out/,
  ],
  ['a folder as the result', () => run(['solve', file, '--out', folder]), /--out/],
  [
    'a place for the schools of a province that is a file',
    () => run(['province', folder, '--out', join(file, 'x')]),
    /--out/,
  ],
])('%s is bad input, said in words', async (_, act, message) => {
  const refusal = await act().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(OperatorMessage);
  expect((refusal as OperatorMessage).status).toBe(2);
  expect((refusal as OperatorMessage).message).toMatch(message);
});
