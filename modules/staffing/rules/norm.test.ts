import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dutyProblems, type NormPerson, proposedReduction, weeklyNorm } from './norm.ts';
import { teacherQuota } from './quota.ts';
import { dutyKinds, dutyRules, type SchoolKind } from './settings.ts';

const school = (schoolKind: SchoolKind, classes = 12, zone = 1) => ({ schoolKind, zone, classes });
const teacher: NormPerson = {
  post: 'teacher',
  level: 'lower',
  onProbation: false,
  withInfant: false,
  homerooms: [],
  duties: [],
};

describe('Weekly norm (TT 05/2025/TT-BGDĐT)', () => {
  test.each<[SchoolKind, 'lower' | 'upper', number]>([
    ['lowerSecondary', 'lower', 19],
    ['upperSecondary', 'upper', 17],
    ['ethnicSemiBoarding', 'lower', 17],
    ['ethnicBoardingLower', 'lower', 17],
    ['ethnicBoardingUpper', 'upper', 15],
    ['combinedSecondary', 'upper', 17],
  ])('a teacher of %s, %s level, teaches %i periods a week', (kind, level, norm) => {
    expect(weeklyNorm(school(kind), { ...teacher, level }).norm).toBe(norm);
  });

  test('principal 2, vice principal 4, others none; the Youth League organiser less in a large school', () => {
    const norm = (post: string, classes = 12) =>
      weeklyNorm(school('lowerSecondary', classes), { ...teacher, post }).norm;
    expect(['principal', 'vicePrincipal', 'clerk'].map((post) => norm(post))).toEqual([2, 4, 0]);
    expect(norm('youthLeader', 19)).toBe(2);
    expect(norm('youthLeader', 18)).toBe(9.5);
  });

  test('homeroom, duties, probation and a small child take their periods off, and say so', () => {
    const norm = weeklyNorm(school('lowerSecondary'), {
      ...teacher,
      homerooms: ['7A'],
      duties: [{ kind: 'teamLead', periods: 3, paid: true }],
      onProbation: true,
      withInfant: true,
    });
    expect(norm).toEqual({
      base: 19,
      reductions: [
        { label: 'Chủ nhiệm 7A', periods: 4 },
        { label: 'Tổ trưởng chuyên môn', periods: 3 },
        { label: 'Tập sự', periods: 2 },
        { label: 'Con dưới 12 tháng', periods: 3 },
      ],
      norm: 7,
    });
  });

  test('a duty already paid reduces nothing, unless the circular says so (STF-29)', () => {
    const norm = (kind: 'library' | 'partySecretary') =>
      weeklyNorm(school('lowerSecondary'), { ...teacher, duties: [{ kind, periods: 3, paid: true }] }).norm;
    expect(norm('library')).toBe(19);
    expect(norm('partySecretary')).toBe(16);
  });

  test('the party secretary of a large school has one period more (STF-23)', () => {
    expect(proposedReduction('partySecretary', school('lowerSecondary', 19, 1))).toBe(4);
    expect(proposedReduction('partySecretary', school('lowerSecondary', 19, 2))).toBe(3);
  });

  test('the norm is never below 0, whatever somebody holds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            kind: fc.constantFrom(...dutyKinds),
            periods: fc.integer({ min: 0, max: 19 }),
            paid: fc.boolean(),
          }),
        ),
        fc.constantFrom('teacher', 'principal', 'youthLeader', 'nurse'),
        (duties, post) => {
          const { norm, base } = weeklyNorm(school('upperSecondary'), { ...teacher, post, duties });
          expect(norm).toBeGreaterThanOrEqual(0);
          expect(norm).toBeLessThanOrEqual(base);
        },
      ),
    );
  });

  test('a third duty is refused with the names of the two held; homeroom is one of them (STF-29)', () => {
    const held = { homerooms: ['7A'], duties: [{ kind: 'teamLead' as const, periods: 3, paid: false }] };
    expect(dutyProblems(held, { kind: 'library', periods: 3, paid: false })).toEqual([
      { path: 'kind', message: expect.stringContaining('chủ nhiệm 7A, tổ trưởng chuyên môn') },
    ]);
    expect(dutyProblems(held, { kind: 'teamLead', periods: 3, paid: true })).toEqual([]);
  });

  test('a number the circular fixes cannot be another', () => {
    expect(dutyProblems(teacher, { kind: 'teamLead', periods: 5, paid: false })).toEqual([
      { path: 'periods', message: expect.stringContaining(`giảm ${dutyRules.teamLead.reduction} tiết`) },
    ]);
  });
});

describe('Teachers a school may have (TT 20/2023/TT-BGDĐT)', () => {
  test('notional classes of the zone times the rate, and one for each group left over', () => {
    // Zone 1: 400 pupils are 11 classes of 35 and 15 left: 11 x 1.9 = 20.9.
    const school = { schoolKind: 'lowerSecondary', zone: 1, pupils: { lower: 400, upper: 0 } } as const;
    expect(teacherQuota(school)).toEqual({ exact: 20.9, teachers: 21, youthLeaders: 1 });
    expect(teacherQuota({ ...school, pupils: { lower: 402, upper: 0 } }).exact).toBe(21.9);
    expect(teacherQuota({ ...school, zone: 3 }).exact).toBe(8 * 1.9 + 1);
  });
  test('levels are added; boarding and chuyên schools have classes of 35 in any zone', () => {
    expect(
      teacherQuota({ schoolKind: 'combinedSecondary', zone: 2, pupils: { lower: 80, upper: 80 } }).exact,
    ).toBe(2 * 1.9 + 2 * 2.25);
    expect(teacherQuota({ schoolKind: 'specialised', zone: 3, pupils: { lower: 0, upper: 70 } })).toEqual({
      exact: 6.2,
      teachers: 6,
      youthLeaders: 0,
    });
  });
  test('more pupils never mean fewer teachers within a class, and pupils cannot be fewer than none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(1, 2, 3), (pupils, zone) => {
        const { exact } = teacherQuota({
          schoolKind: 'upperSecondary',
          zone,
          pupils: { lower: 0, upper: pupils },
        });
        const size = [35, 40, 45][zone - 1]!;
        expect(exact).toBeGreaterThanOrEqual(Math.floor(pupils / size) * 2.25 - 0.01);
        expect(exact).toBeLessThanOrEqual((Math.floor(pupils / size) + 1) * 2.25 + 0.01);
      }),
    );
    expect(() =>
      teacherQuota({ schoolKind: 'upperSecondary', zone: 1, pupils: { lower: -1, upper: 0 } }),
    ).toThrow(RangeError);
  });
});
