import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstYearOf, moveIntoYear, schoolYearName } from './school-year.ts';

const yearOf = (first: number) => ({
  name: schoolYearName(first),
  startsOn: `${first}-09-05`,
  endsOn: `${first + 1}-05-31`,
});

test('a month of the wrong year becomes the same month of the right one, February whole', () => {
  const [from, to] = [yearOf(2025), yearOf(2027)];
  expect(moveIntoYear({ startsOn: '2025-10-01', dueOn: '2025-10-31' }, from, to)).toEqual({
    startsOn: '2027-10-01',
    dueOn: '2027-10-31',
  });
  expect(moveIntoYear({ startsOn: '2026-02-01', dueOn: '2026-02-28' }, from, to)).toEqual({
    startsOn: '2028-02-01',
    dueOn: '2028-02-29',
  });
});

test('what takes the whole year takes the whole of the right year, whatever its days', () => {
  const to = { ...yearOf(2026), startsOn: '2026-08-24', endsOn: '2027-06-05' };
  const from = yearOf(2025);
  expect(moveIntoYear({ startsOn: from.startsOn, dueOn: from.endsOn }, from, to)).toEqual({
    startsOn: '2026-08-24',
    dueOn: '2027-06-05',
  });
});

test('a deadline written out in the right year, or in a far one, stays', () => {
  for (const dueOn of ['2026-11-30', '2030-12-31']) {
    const window = { startsOn: '2026-08-01', dueOn };
    expect(moveIntoYear(window, yearOf(2025), yearOf(2026))).toEqual(window);
  }
});

test('a window never turns round, and there and back is where it was', () => {
  const day = fc
    .date({ min: new Date('2025-08-01'), max: new Date('2026-07-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.integer({ min: 2020, max: 2035 }), (one, other, first) => {
      const [startsOn, dueOn] = [one, other].sort() as [string, string];
      const [here, there] = [yearOf(2025), yearOf(first)];
      const moved = moveIntoYear({ startsOn, dueOn }, here, there);
      expect(moved.startsOn <= moved.dueOn).toBe(true);
      expect(firstYearOf(there.name)).toBe(first);
      expect(moveIntoYear(moved, there, here)).toEqual({ startsOn, dueOn });
    }),
  );
});
