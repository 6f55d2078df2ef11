import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkTeams } from './teams.ts';
import { programme, rightPlan } from './testing.ts';

const plan = rightPlan();

test('a subject of a grade without Annex 1 is named', () => {
  const lessons = plan.lessons.filter((row) => !(row.grade === 7 && row.subjectCode === 'SCI'));
  expect(checkTeams({ ...plan, lessons }, programme)).toMatchObject([
    { rule: 'annex1', place: 'Khoa học tự nhiên lớp 7' },
  ]);
});

test('leaving any lesson out breaks the sum of its subject', () => {
  fc.assert(
    fc.property(fc.nat(plan.lessons.length - 1), (out) => {
      const lessons = plan.lessons.filter((_, at) => at !== out);
      expect(checkTeams({ ...plan, lessons }, programme)).toMatchObject([{ rule: 'annex1Sum' }]);
    }),
  );
});

test('a test missing and a test written twice are told apart', () => {
  const [first] = plan.tests;
  expect(checkTeams({ ...plan, tests: plan.tests.slice(1) }, programme)).toMatchObject([
    { rule: 'tests', message: expect.stringContaining('Thiếu bài kiểm tra: giữa học kì I.') },
  ]);
  expect(checkTeams({ ...plan, tests: [...plan.tests, first!] }, programme)).toMatchObject([
    { message: expect.stringContaining('ghi hai lần') },
  ]);
});
