import { describe, expect, test } from 'vitest';
import { frameTargets } from '../frame-texts.ts';
import { checkTargets } from './targets.ts';
import { rightPlan } from './testing.ts';

const rows = (numbers: readonly number[], unit = 'học sinh') =>
  frameTargets([6]).map((row, at) => ({
    ...row,
    ...(row.grade === null ? {} : { value: numbers[(at - 2) % 4]!, unit }),
  }));

describe('targets by level', () => {
  const facts = rightPlan();
  const pupils = facts.classes.filter(({ grade }) => grade === 6).reduce((sum, one) => sum + one.pupils, 0);
  const of = (targets: ReturnType<typeof rows>) =>
    checkTargets({ ...facts, targets }).filter(({ place }) => place.startsWith('Khối 6'));

  test('that add up to the pupils of the grade, or to 100 %, say nothing', () => {
    expect(of(rows([pupils, 0, 0, 0]))).toEqual([]);
    expect(of(rows([25.5, 40, 30, 4.5], '%'))).toEqual([]);
  });

  test('as a fresh plan has them are named with the grade, the sum and where to write', () => {
    expect(of(rows([0, 0, 0, 0]))).toMatchObject([
      { rule: 'targets', severity: 'warning', place: 'Khối 6, kết quả học tập' },
      { place: 'Khối 6, kết quả rèn luyện', message: expect.stringContaining(`phải là ${pupils} học sinh`) },
    ]);
  });

  test('that are missing are asked for', () => {
    expect(of([])[0]?.message).toContain('Chưa có chỉ tiêu theo mức');
  });
});
