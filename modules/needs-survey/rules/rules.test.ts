import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programmeOn } from '#reference/curriculum-2018';
import { checkAnswers, formProblems, type Question, questionsFor, templateQuestions } from './index.ts';
import { readResults } from './read-results.ts';
import { suppressSmall } from './suppress-small.ts';
import { surveyState } from './survey-state.ts';
import { wishQuestion } from './template.ts';

const programme = programmeOn('2025-10-01');
const elective = wishQuestion('elective', programme);
const template = [...templateQuestions({ lower: true, upper: true }), elective];
const plainAnswers = { lunch: 'yes', boarding: 'none', transport: 'walk' };

describe('the ready form', () => {
  test.each([
    { lower: true, upper: false },
    { lower: false, upper: true },
    { lower: true, upper: true },
  ])('can be asked as it stands: %j', (levels) => {
    expect(formProblems(templateQuestions(levels), programme)).toEqual([]);
  });

  test.each(['elective', 'topic'] as const)(
    'is joined by one about each %s that the programme offers',
    (kind) => {
      const question = wishQuestion(kind, programme);
      expect(formProblems([question], programme)).toEqual([]);
      expect(question.options).toHaveLength(kind === 'elective' ? 9 : 12);
    },
  );

  test('asks only the final grades of revision, and each level of its own subjects', () => {
    const about = (grade: number) =>
      questionsFor(template, grade).flatMap(({ id, meaning }) => (meaning === 'revision' ? [id] : []));
    expect([6, 9, 11, 12].map(about)).toEqual([[], ['revisionLower'], [], ['revisionUpper']]);
  });
});

describe('a form that cannot be asked', () => {
  const single: Question = { id: 'a', type: 'single', title: 'A', required: true };
  test.each<[string, readonly Question[]]>([
    [
      'one id twice',
      [
        { id: 'a', type: 'text', title: 'A', required: false },
        { id: 'a', type: 'text', title: 'B', required: false },
      ],
    ],
    ['a choice of nothing', [single]],
    [
      'two choices that read alike',
      [
        {
          ...single,
          options: [
            { value: 'x', label: 'Có' },
            { value: 'y', label: 'có' },
          ],
        },
      ],
    ],
    [
      'a subject that is none',
      [
        {
          ...single,
          meaning: 'gifted',
          options: [
            { value: 'MATH', label: 'Toán' },
            { value: 'x', label: 'X' },
          ],
        },
      ],
    ],
    ['a scale upside down', [{ id: 'a', type: 'scale', title: 'A', required: false, min: 5, max: 1 }]],
    ['a scale of a hundred', [{ id: 'a', type: 'scale', title: 'A', required: false, min: 0, max: 99 }]],
    ['an elective asked of grade 9', [{ ...elective, grades: [9, 10] }]],
    ['an elective asked of everybody', [{ ...elective, grades: undefined }]],
    ['an elective without a second wish', [{ ...elective, type: 'multi' }]],
    ['wishes for clubs', [{ ...elective, meaning: 'club' }]],
    [
      'an elective that the programme does not offer',
      [{ ...elective, options: [...(elective.options ?? []), { value: 'MATH', label: 'Toán' }] }],
    ],
  ])('%s', (_what, questions) => {
    expect(formProblems(questions, programme)).toHaveLength(1);
  });
});

describe('answers', () => {
  test('whatever is given, what is kept names only questions asked and values offered', () => {
    const ids = fc.constantFrom(...template.map(({ id }) => id), 'strange', '__proto__');
    const values = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.array(fc.constantFrom('MATH', 'LIT', 'none', 'reading', 'x'), { maxLength: 5 }),
      fc.constantFrom('yes', 'none', 'walk'),
    );
    fc.assert(
      fc.property(fc.dictionary(ids, values), fc.integer({ min: 6, max: 12 }), (given, grade) => {
        const checked = checkAnswers(template, grade, { ...plainAnswers, ...given });
        if (!checked.ok) return;
        const asked = new Map(questionsFor(template, grade).map((question) => [question.id, question]));
        for (const [id, value] of Object.entries(checked.answers)) {
          const question = asked.get(id);
          expect(question).toBeDefined();
          if (question?.type === 'text') continue;
          const offered = (question?.options ?? []).map((option) => option.value);
          expect(offered).toEqual(expect.arrayContaining([value].flat() as string[]));
          if (Array.isArray(value) && value.length > 1) expect(value).not.toContain('none');
        }
        // What is kept is accepted again, unchanged.
        expect(checkAnswers(template, grade, checked.answers)).toEqual(checked);
      }),
    );
  });

  test.each<[string, readonly string[], boolean]>([
    ['a first wish', ['PHY'], true],
    ['a second one in its order', ['PHY', 'ECL'], true],
    ['the same twice', ['PHY', 'PHY'], false],
    ['a third', ['PHY', 'ECL', 'GEO'], false],
    ['what is not offered', ['MATH'], false],
  ])('wishes: %s', (_what, wishes, kept) => {
    const checked = checkAnswers([elective], 10, { elective: wishes });
    expect(checked.ok ? checked.answers : null).toEqual(kept ? { elective: wishes } : null);
  });

  test('every fault is told at once', () => {
    const checked = checkAnswers(template, 6, { strange: 'x', lunch: 'maybe' });
    expect(checked.ok ? [] : checked.problems.map(({ path }) => path)).toEqual([
      'answers.strange',
      'answers.lunch',
      'answers.boarding',
      'answers.transport',
    ]);
  });
});

describe('small numbers by place', () => {
  test('no hidden number follows from the others and the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 12 }), (counts) => {
        const shown = suppressSmall(counts);
        for (const [at, count] of shown.entries()) {
          if (count !== null) expect(count === 0 || count >= 5).toBe(true);
          expect(count === null || count === counts[at]).toBe(true);
        }
        const others = counts.filter((count) => count > 0).length;
        if (others > 1) expect(shown.filter((count) => count === null)).not.toHaveLength(1);
      }),
    );
  });

  test('places of a few pupils stand together, and the totals stay', () => {
    const parts = [
      { key: 'a', name: 'Bản A', asked: 20, answered: 15 },
      { key: 'b', name: 'Bản B', asked: 3, answered: 3 },
      { key: 'c', name: 'Bản C', asked: 9, answered: 9 },
    ];
    const choices = parts.map(({ key }) => ({ key, questionId: 'lunch', value: 'yes', count: 3 }));
    const results = readResults(template, { parts, choices }, { discreet: true });
    expect(results.parts).toEqual([
      { key: 'a', name: 'Bản A', asked: 20, answered: 15 },
      { key: 'other', name: 'Các nơi khác', asked: 12, answered: 12 },
    ]);
    const lunch = results.questions.find(({ id }) => id === 'lunch');
    expect(lunch?.options[0]).toEqual({ value: 'yes', label: 'Có', count: 9, byPart: [null, null] });
  });
});

test('results tell first wishes from second ones', () => {
  const part = { key: '10', name: 'Khối 10', asked: 9, answered: 7 };
  const choices = [
    { key: '10', questionId: 'elective', value: '1.PHY', count: 5 },
    { key: '10', questionId: 'elective', value: '2.PHY', count: 2 },
  ];
  const [asked] = readResults([elective], { parts: [part], choices }, { discreet: false }).questions;
  expect(asked?.options.filter(({ count }) => count > 0).map(({ label, count }) => [label, count])).toEqual([
    ['Vật lí (nguyện vọng 1)', 5],
    ['Vật lí (nguyện vọng 2)', 2],
  ]);
});

test('a survey opens and closes to the second', () => {
  const survey = { opensAt: '2025-10-01T00:00:00Z', closesAt: '2025-10-02T00:00:00Z' };
  const at = (iso: string) => surveyState(survey, new Date(iso));
  expect([at('2025-09-30T23:59:59Z'), at('2025-10-01T00:00:00Z'), at('2025-10-02T00:00:00Z')]).toEqual([
    'waiting',
    'open',
    'closed',
  ]);
});
