import { expect, test } from 'vitest';
import { readYearFile } from './index.ts';

const scores = { regular: ['8', '7,5'], midterm: '８.0', final: '9' };
const pupil = (change: object = {}) => ({
  id: 'HS1',
  level: 'THCS',
  subjects: [
    { code: 'MATH', kind: 'scored', semester1: scores, semester2: scores },
    { code: 'PE', kind: 'comment', semester1: { results: ['pass'] }, semester2: { results: ['pass'] } },
  ],
  conduct: { semester1: 'good', semester2: 'excellent' },
  absentSessions: 3,
  ...change,
});
const messages = (...pupils: unknown[]) => {
  const read = readYearFile({ pupils });
  return Array.isArray(read) ? [] : read.problems.map(({ message }) => message);
};

test('a right file gives its pupils, scores in tenths however they are written', () => {
  expect(readYearFile({ pupils: [pupil()] })).toMatchObject([
    {
      id: 'HS1',
      subjects: [{ semester1: { regular: [80, 75], midterm: 80, final: 90 } }, { kind: 'comment' }],
    },
  ]);
});

test.each([
  ['999 on ten points', { ...scores, midterm: '999' }, 'Học sinh "HS1", môn MATH, semester1.midterm'],
  ['two decimals', { ...scores, regular: ['8', '7.25'] }, 'môn MATH, semester1.regular.1'],
  ['no final score', { regular: ['8'], midterm: '8' }, 'môn MATH, semester1.final'],
  ['no regular score', { ...scores, regular: [] }, 'môn MATH, semester1.regular'],
  ['no semester', undefined, 'môn MATH, semester1'],
])('%s is told by pupil, subject and field', (_, semester1, place) => {
  const given = pupil({ subjects: [{ code: 'MATH', kind: 'scored', semester1, semester2: scores }] });
  expect(messages(given)[0]).toContain(place);
});

test.each([
  ['a level that does not exist', { level: 'TH' }, 'level'],
  ['absences below zero', { absentSessions: -1 }, 'absentSessions'],
  ['half a session', { absentSessions: 1.5 }, 'absentSessions'],
  ['conduct missing', { conduct: { semester1: 'good' } }, 'conduct.semester2'],
  ['no subjects', { subjects: [] }, 'subjects'],
  ['a kind that does not exist', { subjects: [{ code: 'X', kind: 'other' }] }, 'môn X, kind'],
  [
    'a comment that is neither',
    {
      subjects: [{ code: 'X', kind: 'comment', semester1: { results: ['yes'] }, semester2: { results: [] } }],
    },
    'môn X, semester1.results.0',
  ],
])('%s is refused', (_, change, place) => {
  expect(messages(pupil(change))).toEqual([expect.stringContaining(`"HS1", ${place}`)]);
});

test('a pupil or a subject twice is refused', () => {
  expect(messages(pupil(), pupil())).toEqual([expect.stringContaining('lặp lại')]);
  const twice = pupil();
  expect(messages({ ...twice, subjects: [twice.subjects[0], twice.subjects[0]] })).toEqual([
    expect.stringContaining('môn MATH, code: môn bị lặp lại'),
  ]);
});

test.each([[null], [[]], [{ pupils: {} }], ['text'], [{ pupils: [null] }]])(
  '%j is no file of marks',
  (content) => {
    expect(readYearFile(content)).toMatchObject({ problems: [expect.anything()] });
  },
);

test('a file full of faults names the first twenty', () => {
  const many = Array.from({ length: 100 }, (_, index) => pupil({ id: `HS${index}`, absentSessions: -1 }));
  expect(messages(...many)).toHaveLength(20);
});
