import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SecondSessionRow } from '../rows.ts';
import { checkSecondSession } from './second-session.ts';
import { programme, rightPlan } from './testing.ts';

const right: SecondSessionRow = {
  grade: 9,
  content: 'tutoring',
  subjectCode: 'MATH',
  periodsPerWeek: 2,
  groupSize: 45,
  funding: 'stateBudget',
};
const rules = (row: Partial<SecondSessionRow>) =>
  checkSecondSession({ ...rightPlan(), secondSession: [{ ...right, ...row }] }, programme).map(
    ({ rule }) => rule,
  );

describe('session 2', () => {
  test('a group within all limits is fine', () => expect(rules({})).toEqual([]));
  test.each([
    ['paid by pupils', { funding: 'pupilFee' as const }, 'freeOfCharge'],
    ['a subject for everybody', { content: 'stem' as const }, 'groupKinds'],
    ['tutoring without a subject', { subjectCode: null }, 'groupKinds'],
    ['review for grade 8', { content: 'examReview' as const, grade: 8 }, 'groupKinds'],
    ['46 pupils', { groupSize: 46 }, 'groupSize'],
    ['3 periods a week', { periodsPerWeek: 3 }, 'tutoringPeriods'],
  ])('%s must be put right', (_, row, rule) => expect(rules(row)).toEqual([rule]));
  test('clubs may be larger and longer', () => {
    expect(rules({ content: 'sports', subjectCode: null, groupSize: 90, periodsPerWeek: 4 })).toEqual([]);
  });
  test('money from pupils is never allowed, whatever the content', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('tutoring', 'gifted', 'stem', 'arts', 'ai'),
        fc.integer({ min: 6, max: 12 }),
        (content, grade) => {
          expect(
            rules({ content: content as SecondSessionRow['content'], grade, funding: 'pupilFee' }),
          ).toContain('freeOfCharge');
        },
      ),
    );
  });
});
