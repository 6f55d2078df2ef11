import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AssessedSubject,
  assessPupil,
  type MarksRow,
  type PupilBook,
  pupilResults,
  sheetPlaces,
} from './index.ts';

const subjects: readonly AssessedSubject[] = [
  ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((code) => ({
    code,
    name: `Môn ${code}`,
    shortName: code,
    judged: 'score' as const,
    wanted: sheetPlaces('score', 70),
  })),
  { code: 'PE', name: 'Thể chất', shortName: 'TD', judged: 'comment', wanted: sheetPlaces('comment', 70) },
];
const same = (value: number, judged: 'score' | 'comment' = 'score'): MarksRow => ({
  regular: judged === 'score' ? [value, value, value] : [value, value],
  midterm: value,
  final: value,
});
const rows = (value: number, change: Readonly<Record<string, MarksRow>> = {}) =>
  new Map(
    Object.entries({
      ...Object.fromEntries(
        subjects.map(({ code, judged }) => [code, judged === 'score' ? same(value) : same(1, 'comment')]),
      ),
      ...change,
    }),
  );
const book = (change: Partial<PupilBook> = {}): PupilBook => ({
  semester1: rows(70),
  semester2: rows(80),
  notAssessed: new Set(),
  conduct1: 'good',
  conduct2: 'excellent',
  conductAfterSummer: null,
  absentSessions: 3,
  retests: new Map(),
  ...change,
});

describe('Results of a pupil in the gradebook', () => {
  test('of a complete year are those of the command line', () => {
    const score = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 16, maxLength: 16 }), fc.nat(60), (scores, absentSessions) => {
        const semester = (from: number) =>
          rows(
            0,
            Object.fromEntries(subjects.slice(0, 8).map(({ code }, at) => [code, same(scores[from + at]!)])),
          );
        const given = book({ semester1: semester(0), semester2: semester(8), absentSessions });
        const full = (row: MarksRow) => ({
          regular: row.regular as number[],
          midterm: row.midterm as number,
          final: row.final as number,
        });
        const command = assessPupil(
          {
            absentSessions,
            conduct: { semester1: 'good', semester2: 'excellent' },
            subjects: [
              ...subjects.slice(0, 8).map(({ code }) => ({
                code,
                kind: 'scored' as const,
                semester1: full(given.semester1.get(code)!),
                semester2: full(given.semester2.get(code)!),
              })),
              {
                code: 'PE',
                kind: 'comment',
                semester1: { results: ['pass'] },
                semester2: { results: ['pass'] },
              },
            ],
          },
          (code) => subjects.find((one) => one.code === code)?.name ?? code,
        );
        const { year, semester1, semester2 } = pupilResults(subjects, given);
        expect({ semester1: semester1.level, semester2: semester2.level, year: year.level }).toEqual(
          command.academic,
        );
        expect(year.outcome).toEqual(command.outcome);
        expect(year.reasons).toEqual(command.reasons);
      }),
    );
  });
  test('a missing mark leaves the semester and the year open and is named', () => {
    const open = book({ semester2: rows(80, { C: { ...same(80), final: null } }) });
    const { semester1, semester2, year } = pupilResults(subjects, open);
    expect(semester1.level).toBe('good');
    expect(semester2).toMatchObject({
      level: null,
      reasons: ['Chưa có kết quả học tập học kì II: Môn C còn thiếu Cuối kì.'],
    });
    expect(year).toMatchObject({ level: null, outcome: null });
    expect(year.reached.scores.has('C')).toBe(false);
  });
  test('a subject from which the pupil is exempt is not assessed and blocks nothing', () => {
    const { year } = pupilResults(
      subjects,
      book({
        notAssessed: new Set(['PE']),
        semester1: rows(90, { PE: { regular: [], midterm: null, final: null } }),
        semester2: rows(90),
      }),
    );
    expect(year.level).toBe('excellent');
    expect(year.reached.comments.has('PE')).toBe(false);
  });
  test('a level that is not reached says how many subjects are high enough, in words where there is none', () => {
    const reasonsOf = (semester: ReadonlyMap<string, MarksRow>) =>
      pupilResults(subjects, book({ semester1: semester })).semester1.reasons[0];
    expect(reasonsOf(rows(40))).toContain('chưa có môn nào từ 5,0 trở lên, cần 6 môn');
    expect(reasonsOf(rows(70, { A: same(85) }))).toContain('chỉ 1 môn từ 8,0 trở lên, cần 6 môn');
  });
  test('without conduct of both semesters nobody is promoted yet', () => {
    const { year } = pupilResults(subjects, book({ conduct2: null }));
    expect(year).toMatchObject({ level: 'good', conduct: null, outcome: null });
    expect(year.reasons.at(-1)).toContain('rèn luyện');
  });
  test('a re-test in summer decides, and only for who had one to take', () => {
    const weak = book({
      semester1: rows(60, { A: same(30), B: same(40) }),
      semester2: rows(60, { A: same(32), B: same(42) }),
    });
    expect(pupilResults(subjects, weak).year).toMatchObject({
      outcome: { decision: 'retest', retestSubjects: ['A', 'B'] },
      afterSummer: null,
    });
    expect(pupilResults(subjects, { ...weak, retests: new Map([['A', 55]]) }).year.afterSummer).toBe(
      'promoted',
    );
    expect(pupilResults(subjects, { ...weak, retests: new Map([['A', 20]]) }).year.afterSummer).toBe(
      'retained',
    );
    expect(pupilResults(subjects, book({ retests: new Map([['A', 20]]) })).year.afterSummer).toBeNull();
  });
});
