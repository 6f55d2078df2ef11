import { describe, expect, test } from 'vitest';
import { birthDateProblem, circumstanceProblems, guardianProblems, needsOf, possibleMoves } from './pupil.ts';

describe('the birth date of a pupil', () => {
  test.each(['2030-01-01', '2025-10-02', '2020-05-01', '1979-12-31'])('%s is told to be wrong', (day) => {
    expect(birthDateProblem(day, '2025-10-01')).toBeDefined();
  });
  test.each(['2014-10-01', '2007-02-28', '1990-01-01'])('%s can be', (day) => {
    expect(birthDateProblem(day, '2025-10-01')).toBeUndefined();
  });
});

describe('the moves offered', () => {
  test('fit where the pupil stands', () => {
    const at = (status: 'learning' | 'away' | 'graduated' | 'left', classId: string | null) =>
      possibleMoves({ status, classId, hasOpenTransfer: false });
    expect(at('learning', null)).toEqual(['enrolled']);
    expect(at('learning', 'c')).toEqual(['classChanged', 'droppedOut', 'leftProvince']);
    expect(at('away', null)).toEqual(['returned']);
    expect(at('graduated', null)).toEqual([]);
    expect(at('left', null)).toEqual([]);
  });
  test('leave out going away while another school is asked to take the pupil', () => {
    expect(possibleMoves({ status: 'learning', classId: 'c', hasOpenTransfer: true })).toEqual([
      'classChanged',
    ]);
  });
  test('ask for a reason whenever somebody leaves or comes back', () => {
    expect(needsOf('droppedOut')).toEqual({ class: false, reason: true });
    expect(needsOf('returned')).toEqual({ class: true, reason: true });
    expect(needsOf('classChanged')).toEqual({ class: true, reason: false });
  });
});

test('the same guardian twice is told at the second, whatever the capitals', () => {
  const mother = { relation: 'mother' as const, fullName: 'Lò Thị Ban' };
  expect(guardianProblems([mother, { ...mother, relation: 'guardian' }])).toEqual([]);
  expect(guardianProblems([mother, { ...mother, fullName: 'LÒ THỊ BAN' }])).toMatchObject([
    { path: 'guardians.1.fullName' },
  ]);
});

test('a circumstance cannot end before it begins nor stand twice', () => {
  const poor = { kind: 'poorHousehold' as const, startsOn: '2025-01-01', endsOn: null };
  expect(circumstanceProblems([poor, { ...poor, startsOn: '2026-01-01' }])).toEqual([]);
  expect(circumstanceProblems([poor, { ...poor, endsOn: '2024-12-31' }]).map(({ path }) => path)).toEqual([
    'circumstances.1.kind',
    'circumstances.1.endsOn',
  ]);
});
