import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isDay, weekdayOf } from './days.ts';
import { buildSchoolWeeks, type SchoolBreak, schoolWeeksProblems, semesterSpans } from './school-weeks.ts';

const frame2025 = {
  opensOn: '2025-09-05',
  semester1Weeks: 18,
  semester2Weeks: 17,
  breaks: [{ from: '2026-02-16', to: '2026-02-22', name: 'Nghỉ Tết Nguyên đán' }],
};
const limits2025 = { semester1EndsBefore: '2026-01-18', endsBefore: '2026-05-31' };

const days = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2020-01-01', offset));
const breaksIn = (opensOn: string): fc.Arbitrary<SchoolBreak[]> =>
  fc.array(
    fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 20 })).map(([start, length]) => ({
      from: addDays(opensOn, start),
      to: addDays(opensOn, start + length),
      name: 'Nghỉ',
    })),
    { maxLength: 4 },
  );
const frames = days.chain((opensOn) =>
  breaksIn(opensOn).map((breaks) => ({ opensOn, semester1Weeks: 18, semester2Weeks: 17, breaks })),
);

describe('the teaching weeks of 2025-2026', () => {
  const weeks = buildSchoolWeeks(frame2025);

  test('start on the Monday after the opening day and end in May', () => {
    expect(weeks).toHaveLength(35);
    expect(weeks[0]).toEqual({ number: 1, semester: 1, startsOn: '2025-09-08', endsOn: '2025-09-14' });
    expect(weeks.at(-1)?.endsOn).toBe('2026-05-17');
  });

  test('leave out the Tết week', () => {
    expect(weeks.map((week) => week.startsOn)).not.toContain('2026-02-16');
    expect(weeks.map((week) => week.startsOn)).toContain('2026-02-23');
  });

  test('keep within the national frame', () => {
    expect(schoolWeeksProblems(frame2025, limits2025)).toEqual([]);
    expect(semesterSpans(weeks)).toEqual([
      { number: 1, startsOn: '2025-09-08', endsOn: '2026-01-11', weeks: 18 },
      { number: 2, startsOn: '2026-01-12', endsOn: '2026-05-17', weeks: 17 },
    ]);
  });

  test('a year that opens on a Monday starts teaching that day', () => {
    expect(buildSchoolWeeks({ ...frame2025, opensOn: '2025-09-01' })[0]?.startsOn).toBe('2025-09-01');
  });

  test('two days off cost no teaching week, three do', () => {
    const off = (to: string) =>
      buildSchoolWeeks({ ...frame2025, breaks: [{ from: '2025-10-06', to, name: 'Nghỉ bão' }] });
    expect(off('2025-10-07').at(-1)?.endsOn).toBe('2026-05-10');
    expect(off('2025-10-08').at(-1)?.endsOn).toBe('2026-05-17');
  });
});

describe('any school year', () => {
  test('has 35 weeks in order, Monday to Sunday, never overlapping, break weeks skipped', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const weeks = buildSchoolWeeks(frame);
        expect(weeks.map((week) => week.number)).toEqual(Array.from({ length: 35 }, (_, at) => at + 1));
        expect(weeks.filter((week) => week.semester === 1).every((week) => week.number <= 18)).toBe(true);
        weeks.forEach((week, at) => {
          expect(weekdayOf(week.startsOn)).toBe(1);
          expect(week.endsOn).toBe(addDays(week.startsOn, 6));
          expect(week.startsOn >= frame.opensOn).toBe(true);
          const next = weeks[at + 1];
          if (next) expect(next.startsOn > week.endsOn).toBe(true);
          const offs = [0, 1, 2, 3, 4].filter((offset) => {
            const day = addDays(week.startsOn, offset);
            return frame.breaks.some((gap) => gap.from <= day && day <= gap.to);
          });
          expect(offs.length).toBeLessThan(3);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('skips nothing but break weeks', () => {
    fc.assert(
      fc.property(days, (opensOn) => {
        const weeks = buildSchoolWeeks({ opensOn, semester1Weeks: 18, semester2Weeks: 17, breaks: [] });
        expect(addDays(weeks[0]?.startsOn ?? '', 34 * 7)).toBe(weeks.at(-1)?.startsOn);
        expect((weeks[0]?.startsOn ?? '') < addDays(opensOn, 7)).toBe(true);
      }),
    );
  });
});

describe('wrong dates', () => {
  test('are told in Vietnamese, and refused when weeks are built anyway', () => {
    const wrong = {
      opensOn: '2025-09-31',
      semester1Weeks: 0,
      semester2Weeks: 17,
      breaks: [
        { from: '2026-02-22', to: '2026-02-16', name: 'Tết' },
        { from: '2026-01-01', to: '2027-01-01', name: 'Hè' },
      ],
    };
    expect(schoolWeeksProblems(wrong)).toHaveLength(4);
    expect(() => buildSchoolWeeks(wrong)).toThrow(RangeError);
  });

  test('include a year that runs past the national frame', () => {
    const long = {
      ...frame2025,
      breaks: [
        { from: '2025-12-01', to: '2025-12-07', name: 'Nghỉ lũ' },
        { from: '2026-02-09', to: '2026-03-01', name: 'Nghỉ Tết' },
      ],
    };
    expect(schoolWeeksProblems(long, limits2025)).toHaveLength(1);
    expect(schoolWeeksProblems({ ...long, semester1Weeks: 19 }, limits2025)).toHaveLength(2);
  });

  test.each(['2025-2-1', '2025-02-30', '2025-13-01', '', 'hôm nay'])('%s is not a day', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
