import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PupilResults } from '#rules/gradebook';
import { facts, form, subjects } from '../testing.ts';
import { chainFaults } from './chain.ts';
import { codeOf, printedCode, readCode } from './code.ts';
import { ageOn, type ClassFacts, type Draft, drawUp, type PupilFacts } from './draw-up.ts';
import { canonicalText, comparableText, contentText, type PageContent, printedMark } from './index.ts';

const reached = { scores: new Map([['MATH', 75]]), comments: new Map([['PE', 'pass' as const]]) };
const results: PupilResults = {
  semester1: { reached, level: 'good', conduct: 'good', reasons: [] },
  semester2: { reached, level: 'good', conduct: 'excellent', reasons: [] },
  year: {
    reached,
    level: 'good',
    conduct: 'excellent',
    outcome: { honour: null, decision: 'promoted', retestSubjects: [] },
    afterSummer: null,
    reasons: [],
  },
};
const withYear = (change: Partial<PupilResults['year']>): PupilResults => ({
  ...results,
  year: { ...results.year, ...change },
});
const draw = (
  change: {
    form?: Partial<ClassFacts>;
    facts?: Partial<PupilFacts>;
    results?: PupilResults;
    summerIsOver?: boolean;
  } = {},
) =>
  drawUp(
    { ...form, ...change.form },
    subjects,
    change.results ?? results,
    { ...facts, ...change.facts },
    { summerIsOver: change.summerIsOver ?? false, latestAge: 21 },
  );
function drafted(change: Parameters<typeof draw>[0] = {}): Draft {
  const drawn = draw(change);
  if ('missing' in drawn) throw new Error(drawn.missing.join(' '));
  return drawn.draft;
}

describe('A page', () => {
  test('says what the results say, nothing typed again', () => {
    expect(drafted()).toMatchObject({
      subjects: [
        {
          code: 'MATH',
          semester1: '7.5',
          year: '7.5',
          retest: null,
          comment: 'Nhanh.',
          teachers: ['Vàng A Toán'],
        },
        { code: 'PE', semester1: 'pass', year: 'pass' },
      ],
      academic: { year: 'good' },
      conduct: { semester1: 'good', year: 'excellent' },
      outcome: 'promoted',
      completes: null,
      comment: 'Ngoan.',
    });
  });
  test('is not drawn up while something is missing, and every missing thing is named', () => {
    const drawn = draw({
      form: { homeroomTeacher: null, teachers: new Map([['MATH', ['A']]]) },
      facts: { comment: null },
      results: withYear({
        level: null,
        outcome: null,
        reasons: ['Chưa có kết quả cả năm: chưa đủ kết quả học tập hai học kì.'],
      }),
    });
    expect('missing' in drawn && drawn.missing).toEqual([
      'Lớp 6A1 chưa có giáo viên chủ nhiệm.',
      'Chưa phân công giáo viên dạy Giáo dục thể chất ở lớp 6A1.',
      'Chưa có nhận xét của giáo viên chủ nhiệm.',
      'Chưa có kết quả cả năm: chưa đủ kết quả học tập hai học kì.',
    ]);
  });
  test('waits for the summer until it is said to be over', () => {
    const again = withYear({ outcome: { honour: null, decision: 'retest', retestSubjects: ['MATH'] } });
    expect(draw({ results: again })).toEqual({ missing: ['Chưa có kết quả kiểm tra lại trong hè.'] });
    expect(drafted({ results: again, summerIsOver: true }).outcome).toBe('retained');
    const passed = withYear({
      outcome: { honour: null, decision: 'retest', retestSubjects: ['MATH'] },
      afterSummer: 'promoted',
    });
    const page = drafted({ results: passed, facts: { retests: new Map([['MATH', 60]]) } });
    expect(page.outcome).toBe('promoted');
    expect(page.subjects[0]?.retest).toBe('6.0');
  });
  test('of grade 9 completes the lower-secondary programme within the age, of grade 12 the whole (ASM-44, ASM-45)', () => {
    expect(drafted({ form: { grade: 9 } }).completes).toBe('lowerSecondary');
    const old = { pupil: { ...facts.pupil, birthDate: '2004-05-30' } };
    expect(drafted({ form: { grade: 9 }, facts: old }).completes).toBeNull();
    expect(drafted({ form: { grade: 12 } }).completes).toBe('upperSecondary');
    expect(drafted({ form: { grade: 11 } }).completes).toBeNull();
    const stays = withYear({ outcome: { honour: null, decision: 'retained', retestSubjects: [] } });
    expect(drafted({ form: { grade: 9 }, results: stays }).completes).toBeNull();
  });
  test('shows a subject the pupil is exempt from, and asks no teacher for it', () => {
    const [, pe] = drafted({
      facts: { notAssessed: new Set(['PE']) },
      form: { teachers: new Map([['MATH', ['A']]]) },
    }).subjects;
    expect(pe).toMatchObject({ exempt: true, teachers: [] });
  });
  test('drawn up twice differs only in code and version', () => {
    const one: PageContent = { ...drafted(), code: 'A', number: 1, previous: null };
    const other = { ...one, code: 'B', number: 2, previous: { number: 1, digest: 'x', reason: 'r' } };
    expect(comparableText(one)).toBe(comparableText(other));
    expect(contentText(one)).not.toBe(contentText(other));
    expect(comparableText({ ...one, comment: 'Khác' })).not.toBe(comparableText(one));
  });
});

describe('The canonical text', () => {
  test('is one for a value, whatever the order it was built in, and reads back as the value', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        const text = canonicalText(one as never);
        expect(canonicalText(JSON.parse(text))).toBe(text);
        if (one && typeof one === 'object' && !Array.isArray(one)) {
          expect(canonicalText(Object.fromEntries(Object.entries(one).reverse()) as never)).toBe(text);
        }
      }),
    );
  });
  test('composes letters and refuses fractions', () => {
    expect(canonicalText({ b: 'ệ', a: 1 })).toBe('{"a":1,"b":"ệ"}');
    expect(() => canonicalText(1.5)).toThrow(RangeError);
  });
});

describe('The chain of versions', () => {
  const one = { content: { code: 'A', number: 1, previous: null }, digest: 'd1' };
  const two = {
    content: { code: 'B', number: 2, previous: { number: 1, digest: 'd1', reason: 'r' } },
    digest: 'd2',
  };
  test('holds when each names the one before it', () => {
    expect(chainFaults([two, one])).toEqual([]);
  });
  test('breaks when one is missing, changed, or followed twice', () => {
    expect(chainFaults([two])).toEqual([{ code: 'B', number: 2, fault: 'missing' }]);
    expect(chainFaults([{ ...one, digest: 'dX' }, two])).toMatchObject([{ fault: 'missing' }]);
    const third = { content: { ...two.content, code: 'C' }, digest: 'd3' };
    expect(chainFaults([one, two, third])).toEqual([{ code: 'C', number: 2, fault: 'double' }]);
    const jump = { content: { ...two.content, number: 3 }, digest: 'd3' };
    expect(chainFaults([one, jump])).toEqual([{ code: 'B', number: 3, fault: 'broken' }]);
  });
});

describe('A code', () => {
  test('is read as people type it', () => {
    const code = codeOf(new Uint8Array(20).map((_, at) => at * 13));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
    expect(readCode(printedCode(code).toLowerCase())).toBe(code);
    expect(readCode('O123 4567 89AB CDEF GHJL')).toBe('0123456789ABCDEFGHJ1');
    expect(readCode('quá ngắn')).toBeUndefined();
    expect(readCode(`${code}U`)).toBeUndefined();
  });
});

test('Marks are printed as people write them', () => {
  expect(['7.5', '10.0', 'pass', 'fail', null].map(printedMark)).toEqual(['7,5', '10', 'Đ', 'CĐ', '']);
});
test('An age counts from birthday to birthday', () => {
  expect(ageOn('2004-05-31', '2026-05-31')).toBe(22);
  expect(ageOn('2004-06-01', '2026-05-31')).toBe(21);
});
