import { expect, test } from 'vitest';
import { compareRows } from './differences.ts';
import { approvalProblems, mayStep, type PlanState } from './workflow.ts';

const plan = (state: PlanState, managedBy = 'communePC') => ({ state, managedBy });

test.each([
  ['propose', 'draft', 'clerk', true],
  ['propose', 'approved', 'clerk', false],
  ['approve', 'proposed', 'vicePrincipal', false],
  ['approve', 'proposed', 'principal', true],
  ['approve', 'draft', 'principal', false],
  ['acknowledge', 'approved', 'communeOfficer', true],
  ['acknowledge', 'approved', 'specialist', false],
  ['return', 'approved', 'principal', false],
  ['publish', 'approved', 'principal', true],
  ['publish', 'proposed', 'principal', false],
  ['amend', 'published', 'vicePrincipal', true],
  ['edit', 'published', 'principal', false],
  ['edit', 'draft', 'teacher', false],
] as const)('%s of a %s plan by %s: %s', (step, state, role, may) => {
  expect(mayStep(step, plan(state), role)).toBe(may);
});

test('the department takes note of the schools it manages', () => {
  expect(mayStep('acknowledge', plan('approved', 'department'), 'divisionHead')).toBe(true);
  expect(mayStep('acknowledge', plan('approved', 'department'), 'communeLeader')).toBe(false);
});

test('faults, open teams and warnings without a reason all stand in the way at once', () => {
  const findings = [{ severity: 'mustFix' }, { severity: 'warning' }];
  const teams = [{ name: 'Tổ Toán', state: 'proposed' as const }];
  expect(approvalProblems(findings, teams, ' ')).toHaveLength(3);
  expect(approvalProblems([{ severity: 'warning' }], [], 'Thiếu giáo viên, đã mời dạy liên trường')).toEqual(
    [],
  );
});

test('a revision shows what was added, changed and left out', () => {
  const before = [
    { id: 'a', copiedFrom: null, position: 0, title: 'Một' },
    { id: 'b', copiedFrom: null, position: 1, title: 'Hai' },
    { id: 'c', copiedFrom: null, position: 2, title: 'Ba' },
  ];
  const after = [
    { id: 'x', copiedFrom: 'b', position: 0, title: 'Hai' },
    { id: 'y', copiedFrom: 'a', position: 1, title: 'Một sửa' },
    { id: 'z', copiedFrom: null, position: 2, title: 'Mới' },
  ];
  expect(compareRows(before, after).map(({ what, fields }) => [what, ...fields])).toEqual([
    ['changed', 'title'],
    ['added'],
    ['removed'],
  ]);
  expect(compareRows(before, [])).toHaveLength(3);
});
