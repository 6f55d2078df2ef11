import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDayCursor, writeCursor } from './cursor.ts';
import { findingMay, inspectionMay, inspectionStanding, questionOf } from './inspection.ts';

const inspection = {
  unitId: 'division',
  unitKind: 'division',
  inspectedUnitId: 'school',
  leaderId: 'leader',
  memberIds: ['member'],
};

test('the team and the people of the department inspect, the inspected school answers, its commune watches', () => {
  const standing = (accountId: string, unitId: string, scope: string) =>
    inspectionStanding({ accountId, unitId, scope }, inspection);
  expect(standing('member', 'other school', 'own')).toBe('inspecting');
  expect(standing('head', 'department', 'department')).toBe('inspecting');
  expect(standing('principal', 'school', 'subtree')).toBe('inspected');
  expect(standing('officer', 'commune', 'subtree')).toBe('watching');
  expect(standing('teacher', 'school', 'own')).toBe('watching');
});

test("the department does not interfere with a commune's inspection", () => {
  const ofCommune = { ...inspection, unitId: 'commune', unitKind: 'commune' };
  expect(
    inspectionStanding({ accountId: 'head', unitId: 'department', scope: 'department' }, ofCommune),
  ).toBe('watching');
});

test('nothing is written after the conclusion, and only the inspecting side writes', () => {
  expect(inspectionMay('inspecting', 'concluded')).toEqual(['plan.downloadInspectionMinutes']);
  expect(inspectionMay('inspecting', 'cancelled')).toEqual([]);
  expect(inspectionMay('inspected', 'underway')).toEqual(['plan.downloadInspectionMinutes']);
  expect(inspectionMay('inspecting', 'planned')).not.toContain('plan.addFinding');
});

test('a finding goes from the unit to the inspector and back', () => {
  expect(findingMay('inspected', 'open')).toEqual(['plan.attachFindingFile', 'plan.answerFinding']);
  expect(findingMay('inspected', 'resolved')).toEqual([]);
  expect(findingMay('inspecting', 'resolved')).toEqual(['plan.closeFinding', 'plan.reopenFinding']);
  expect(findingMay('inspecting', 'closed')).toEqual(['plan.reopenFinding']);
  expect(findingMay('watching', 'open')).toEqual([]);
});

test('a question never outgrows its column', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 300 }),
      fc.string({ maxLength: 2000 }),
      (title, done) => {
        expect(questionOf({ title, definitionOfDone: done }).length).toBeLessThanOrEqual(1000);
      },
    ),
  );
});

test('a cursor is read back, anything else is not one', () => {
  const row = { on: '2026-01-31', id: '01900000-0000-7000-8000-000000000001' };
  expect(readDayCursor(writeCursor(row))).toEqual(row);
  expect(readDayCursor("2026-01-31|' OR true --")).toBeNull();
  expect(readDayCursor('2026-13-01|01900000-0000-7000-8000-000000000001')).toBeNull();
});
