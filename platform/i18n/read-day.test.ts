import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from './format.ts';
import { readDay } from './read-day.ts';

const autumn = { today: '2025-10-14', period: { from: '2025-09-05', to: '2026-05-31' } };
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

describe('a typed day', () => {
  test('is read in the ways people type and paste it', () => {
    for (const typed of [
      '5/9/2025',
      '05/09/2025',
      ' 5-9-2025 ',
      '5.9.2025',
      '5 / 9 / 2025',
      '5 9 2025',
      '05-09-25',
      '5/9/25',
      '05092025',
      '050925',
      '5.9',
      '5/9/',
      '05-09',
      '0509',
      '2025-09-05',
      '2025-9-5',
      'ngày 05 tháng 9 năm 2025',
      'Ngày 5 tháng 9',
      'Nga\u0300y 5 tha\u0301ng 9 na\u0306m 2025',
    ]) {
      expect(readDay(typed, autumn), typed).toEqual({ day: '2025-09-05' });
    }
  });

  test('reads back as it is written, whatever today is', () => {
    fc.assert(
      fc.property(day, day, (date, today) => {
        expect(readDay(formatDate(date), { today })).toEqual({ day: date });
        expect(readDay(date, { today })).toEqual({ day: date });
      }),
    );
  });

  test('without a year lies in the school year', () => {
    expect(readDay('20/11', autumn)).toEqual({ day: '2025-11-20' });
    expect(readDay('8/3', autumn)).toEqual({ day: '2026-03-08' });
    expect(readDay('31.5', autumn)).toEqual({ day: '2026-05-31' });
  });

  test('without a year, outside the school year, is the one next to it', () => {
    expect(readDay('15/6', autumn)).toEqual({ day: '2026-06-15' });
    expect(readDay('15/8', autumn)).toEqual({ day: '2025-08-15' });
  });

  test('without a year and without a school year is the one nearest to today', () => {
    expect(readDay('2/1', { today: '2025-12-30' })).toEqual({ day: '2026-01-02' });
    expect(readDay('30/12', { today: '2026-01-02' })).toEqual({ day: '2025-12-30' });
  });

  test('without a year may be the leap day when one is near', () => {
    expect(readDay('29/2', { today: '2025-03-01' })).toEqual({ day: '2024-02-29' });
    expect(readDay('29/2', { today: '2026-03-01' })).toEqual({ fault: 'impossible' });
  });

  test('takes the century nearest to today for two digits', () => {
    expect(readDay('1/1/60', autumn)).toEqual({ day: '2060-01-01' });
    expect(readDay('1/1/85', autumn)).toEqual({ day: '1985-01-01' });
  });
});

describe('what is not a day', () => {
  test('is impossible when the calendar lacks it', () => {
    for (const typed of [
      '31/4/2025',
      '29/2/2025',
      '0/1/2025',
      '5/13',
      '32.1',
      '310225',
      '2025-02-30',
      '5/9/0025',
    ]) {
      expect(readDay(typed, autumn), typed).toEqual({ fault: 'impossible' });
    }
  });

  test('is unreadable when it is written otherwise', () => {
    for (const typed of [
      '',
      'mai',
      '5',
      '9/2025',
      '5/9-2025',
      '2025/9/5',
      '5/9/202',
      '5/9/20255',
      '-5/9',
      '５/９',
    ]) {
      expect(readDay(typed, autumn), typed).toEqual({ fault: 'unreadable' });
    }
  });

  test('never becomes a day that is not in the calendar', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9/. -]{0,10}$/), day, (typed, today) => {
        const read = readDay(typed, { today });
        if (read.day) expect(formatDate(read.day)).toMatch(/^\d\d\/\d\d\/\d{4}$/);
      }),
    );
  });
});
