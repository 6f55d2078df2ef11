import { expect, test } from 'vitest';
import { describeRollOver, readRollOverWords } from './roll-over.ts';

test('the words of the command say what to do, as whom, out of which year', () => {
  expect(readRollOverWords(['roll-over', '--all', '--dry-run', '--as=truongphong'])).toEqual({
    work: 'dryRun',
    username: 'truongphong',
    fromYear: undefined,
  });
  expect(readRollOverWords(['roll-over', '--all', '--execute', '--as=a', '--year=2025-2026'])).toMatchObject({
    work: 'execute',
    fromYear: '2025-2026',
  });
});

test.each([
  [[]],
  [['roll-over']],
  [['roll-over', '--all', '--as=a']],
  [['roll-over', '--all', '--dry-run', '--execute', '--as=a']],
  [['roll-over', '--dry-run', '--as=a']],
  [['roll-over', '--all', '--execute']],
  [['roll-over', '--all', '--execute', '--as=a', '--year=2025']],
])('%j is told how it is used', (words) => {
  expect(() => readRollOverWords(words)).toThrow('Cách dùng');
});

test('a school with something to solve is named with what to solve', () => {
  const counts = { promoted: 0, repeated: 0, graduated: 0, left: 0, total: 0 };
  const problem = {
    kind: 'nameTaken',
    blocking: true,
    pupilId: null,
    className: '7A',
    message: 'Trùng tên lớp 7A.',
  };
  const span = { id: '1', startsOn: '2025-09-01', endsOn: '2026-05-31' };
  const lines = describeRollOver(
    {
      years: { from: { ...span, name: '2025-2026' }, to: { ...span, name: '2026-2027' } },
      stepped: [],
      blocked: [
        {
          unitId: 'truong-1',
          proposal: { steps: [], classes: [], counts, problems: [problem as never] },
          facts: { classes: [], pupils: [] },
        },
      ],
      alreadyDone: 2,
    },
    'dryRun',
  );
  expect(lines.at(-1)).toBe('  truong-1: Trùng tên lớp 7A.');
  expect(lines[0]).toContain('chưa ghi gì');
});

test('a second run says that nothing is left to do', () => {
  const span = { id: '1', startsOn: '2025-09-01', endsOn: '2026-05-31' };
  const years = { from: { ...span, name: '2025-2026' }, to: { ...span, name: '2026-2027' } };
  expect(describeRollOver({ years, stepped: [], blocked: [], alreadyDone: 156 }, 'execute')).toEqual([
    'Không còn trường nào để chuyển: 156 trường đã chuyển sang năm học 2026-2027.',
  ]);
});
