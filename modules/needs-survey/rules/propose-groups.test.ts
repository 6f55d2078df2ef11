import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answered,
  type Entitlement,
  type Proposal,
  proposeGroups,
  type StandingGroup,
} from './propose-groups.ts';
import type { Answers } from './question.ts';
import { templateQuestions } from './template.ts';

const survey = { title: 'Nhu cầu buổi 2', questions: templateQuestions({ lower: true, upper: false }) };

const answer = (at: number, grade: number, answers: Answers): Answered => ({
  responseId: `answer-${at}`,
  pupilId: `pupil-${at}`,
  name: `Em ${at}`,
  className: `${grade}A`,
  grade,
  answers,
});
const entitled = (
  at: number,
  grade: number,
  kind: Entitlement['kind'],
  subjectCode = 'MATH',
): Entitlement => ({
  pupilId: `pupil-${at}`,
  name: `Em ${at}`,
  className: `${grade}A`,
  grade,
  subjectCode,
  kind,
  basis: 'Học kì II: 4,2',
});
const propose = (
  answered: Answered[],
  entitlements: Entitlement[] = [],
  standing: StandingGroup[] = [],
  size?: number,
): Proposal => proposeGroups(survey, answered, entitlements, standing, size);

const membersOf = ({ groups }: Proposal) =>
  groups.map(({ members }) => members.map(({ pupilId }) => pupilId));

describe('who comes into a group', () => {
  test('of tutoring: who asked and is below requirement; the reason says both', () => {
    const { groups, leftOut } = propose(
      [answer(1, 6, { reinforce: ['MATH'] }), answer(2, 6, { reinforce: ['MATH', 'LIT'] })],
      [entitled(1, 6, 'belowRequirement')],
    );
    expect(groups).toMatchObject([
      { kind: 'remedial', subjectCode: 'MATH', grade: 6, name: 'Phụ đạo Toán 6', joins: null },
    ]);
    expect(groups[0]!.members).toMatchObject([{ pupilId: 'pupil-1', reason: 'belowRequirement' }]);
    expect(groups[0]!.members[0]!.reasonText).toBe(
      'Môn Toán chưa đạt (Học kì II: 4,2); đăng ký trong “Nhu cầu buổi 2”',
    );
    expect(leftOut).toMatchObject([
      { subjectCode: 'MATH', why: 'notEntitled', pupils: [{ pupilId: 'pupil-2' }] },
      { subjectCode: 'LIT', why: 'notEntitled', pupils: [{ pupilId: 'pupil-2' }] },
    ]);
  });

  test('below requirement without a wish: in no group, but named to the school', () => {
    const { groups, leftOut } = propose(
      [answer(1, 6, { lunch: 'yes' })],
      [entitled(1, 6, 'belowRequirement')],
    );
    expect(groups).toEqual([]);
    expect(leftOut).toMatchObject([{ kind: 'remedial', why: 'notAsked', pupils: [{ pupilId: 'pupil-1' }] }]);
  });

  test('being below requirement in one subject opens no group of another, nor of gifted training', () => {
    const { groups } = propose(
      [answer(1, 6, { reinforce: ['LIT'], gifted: ['MATH'] })],
      [entitled(1, 6, 'belowRequirement')],
    );
    expect(groups).toEqual([]);
  });

  test('gifted training takes who was chosen; revision takes the final year that volunteers, nobody else', () => {
    const { groups } = propose(
      [
        answer(1, 8, { gifted: ['MATH'] }),
        answer(2, 9, { revision: ['LIT'] }),
        answer(3, 8, { revision: ['LIT'] }),
      ],
      [entitled(1, 8, 'chosenGifted')],
    );
    expect(groups.map(({ name, members }) => [name, members.map(({ reason }) => reason)])).toEqual([
      ['Bồi dưỡng học sinh giỏi Toán 8', ['chosenGifted']],
      ['Ôn thi Ngữ văn 9', ['finalYearVolunteer']],
    ]);
  });

  test('clubs and sport take every wish across grades; "none" and what is no option count for nothing', () => {
    const { groups } = propose([
      answer(1, 6, { club: ['reading'], sport: ['none'] }),
      answer(2, 9, { club: ['reading', 'chess'] }),
    ]);
    expect(groups).toMatchObject([{ kind: 'club', grade: null, name: 'Câu lạc bộ Đọc sách' }]);
    expect(membersOf({ groups, leftOut: [], placed: 0 })).toEqual([['pupil-1', 'pupil-2']]);
  });
});

describe('sizes', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => answer(at, 9, { revision: ['MATH'] }));

  test('46 are two even groups in the order of the classes', () => {
    const { groups } = propose(many(46));
    expect(groups.map(({ name, members }) => [name, members.length])).toEqual([
      ['Ôn thi Toán 9 – nhóm 1', 23],
      ['Ôn thi Toán 9 – nhóm 2', 23],
    ]);
    expect(groups[1]!.members[0]!.pupilId).toBe('pupil-23');
  });

  test('room in a standing group is filled before a new one is made; who sits there stays', () => {
    const standing: StandingGroup = {
      id: 'group',
      name: 'Ôn thi Toán 9',
      kind: 'finalYearReview',
      subjectCode: 'MATH',
      grade: 9,
      chosen: 'MATH',
      sizeLimit: 3,
      pupilIds: ['pupil-0'],
    };
    const { groups, placed } = propose(many(4), [], [standing]);
    expect(placed).toBe(1);
    expect(groups.map(({ joins, members }) => [joins, members.length])).toEqual([
      ['group', 2],
      [null, 1],
    ]);
    expect(groups[1]!.name).toBe('Ôn thi Toán 9 – nhóm 2');
  });
});

const anyAnswered = fc
  .array(
    fc.record({
      grade: fc.integer({ min: 6, max: 9 }),
      reinforce: fc.subarray(['MATH', 'LIT', 'none']),
      gifted: fc.subarray(['MATH', 'LIT']),
      revision: fc.subarray(['MATH', 'LIT']),
      club: fc.subarray(['reading', 'arts', 'none']),
      below: fc.boolean(),
      chosen: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map((rows) => ({
    answered: rows.map(({ grade, below: _, chosen: __, ...answers }, at) => answer(at, grade, answers)),
    entitlements: rows.flatMap(({ grade, below, chosen }, at) => [
      ...(below ? [entitled(at, grade, 'belowRequirement')] : []),
      ...(chosen ? [entitled(at, grade, 'chosenGifted', 'LIT')] : []),
    ]),
  }));

test('always: nobody without the own wish, nobody without the right, nobody twice, no group over its size or empty', () => {
  fc.assert(
    fc.property(anyAnswered, fc.integer({ min: 1, max: 60 }), ({ answered, entitlements }, size) => {
      const { groups } = propose(answered, entitlements, [], size);
      const seen = new Set<string>();
      for (const group of groups) {
        expect(group.members.length).toBeGreaterThan(0);
        expect(group.members.length).toBeLessThanOrEqual(Math.min(size, 45));
        for (const { pupilId, questionId, chosen } of group.members) {
          const own = answered.find((one) => one.pupilId === pupilId)!;
          expect(own.answers[questionId]).toContain(chosen);
          const right = { remedial: 'belowRequirement', gifted: 'chosenGifted' }[group.kind as string];
          if (right) {
            expect(entitlements).toContainEqual(
              expect.objectContaining({ pupilId, kind: right, subjectCode: group.subjectCode }),
            );
          }
          if (group.kind === 'finalYearReview') expect(own.grade).toBe(9);
          const place = `${pupilId} ${group.kind} ${chosen}`;
          expect(seen.has(place)).toBe(false);
          seen.add(place);
        }
      }
    }),
    { numRuns: 60 },
  );
});
