import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareByGivenName,
  foldVietnamese,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  parseDate,
} from './format.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

const name = fc
  .array(
    fc.constantFrom(
      'Lò',
      'Văn',
      'Thị',
      'Ánh',
      'An',
      'Ân',
      'Ăn',
      'Đức',
      'Dũng',
      'Giàng',
      'A',
      'Páo',
      'Ế',
      'ế',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '));

describe('dates', () => {
  test('a day is written day first with two digits', () => {
    expect(formatDate('2025-09-05')).toBe('05/09/2025');
  });

  test('any written day reads back as the same day', () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(parseDate(formatDate(date))).toBe(date);
      }),
    );
  });

  test('a day that is not in the calendar is an error, not a guess', () => {
    for (const wrong of [
      '2025-02-29',
      '2025-13-01',
      '2025-00-10',
      '05/09/2025',
      '2025-9-5',
      '',
      '2025-04-31',
    ]) {
      expect(() => formatDate(wrong), wrong).toThrow(RangeError);
    }
    expect(formatDate('2024-02-29')).toBe('29/02/2024');
  });

  test('a moment is written with the clock of Việt Nam, also across midnight', () => {
    expect(formatDateTime('2025-09-05T00:30:00Z')).toBe('05/09/2025 07:30');
    expect(formatDateTime('2025-12-31T17:00:00Z')).toBe('01/01/2026 00:00');
    expect(formatDateTime(new Date('2025-09-05T07:30:00+07:00'))).toBe('05/09/2025 07:30');
    expect(() => formatDateTime('hôm qua')).toThrow(RangeError);
  });

  test('typed days are read in the ways people type them', () => {
    for (const typed of ['5/9/2025', '05/09/2025', ' 5-9-2025 ', '5.9.2025', '5 / 9 / 2025', '2025-09-05']) {
      expect(parseDate(typed), typed).toBe('2025-09-05');
    }
  });

  test('typed text that is not a day is refused', () => {
    for (const typed of [
      '',
      '31/4/2025',
      '29/2/2025',
      '5/9/25',
      '9/2025',
      '5/9-2025',
      '2025/9/5',
      '0/1/2025',
      '5/9/0025',
    ]) {
      expect(parseDate(typed), typed).toBeNull();
    }
    fc.assert(
      fc.property(fc.string(), (text) => [null, text.trim()].includes(parseDate(text)) || /\d/.test(text)),
    );
  });
});

describe('numbers', () => {
  test('thousands have a point and decimals a comma', () => {
    expect(formatNumber(1234.5)).toBe('1.234,5');
    expect(formatNumber(1000000)).toBe('1.000.000');
    expect(formatNumber(8, 1)).toBe('8,0');
    expect(formatNumber(-0.001)).toBe('0');
    expect(formatNumber(2 / 3)).toBe('0,67');
  });

  test('any amount with two decimals reads back unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        const written = formatNumber(cents / 100, 2);
        expect(Math.round(Number(written.replaceAll('.', '').replace(',', '.')) * 100)).toBe(cents || 0);
      }),
    );
  });

  test('a share becomes a percentage with at most one decimal', () => {
    expect(formatPercent(0.125)).toBe('12,5%');
    expect(formatPercent(1)).toBe('100%');
    expect(formatPercent(0.98765)).toBe('98,8%');
    expect(formatPercent(0.285)).toBe('28,5%');
  });

  test('what is not a number is an error', () => {
    expect(() => formatNumber(Number.NaN)).toThrow(RangeError);
    expect(() => formatPercent(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('words', () => {
  test('search text loses case, marks and the stroke of đ', () => {
    expect(foldVietnamese('Điện Biên Đông')).toBe('dien bien dong');
    expect(foldVietnamese('NGUYỄN Thị ƯỚC')).toBe('nguyen thi uoc');
    expect(foldVietnamese('Ðặng')).toBe('dang');
  });

  test('every Vietnamese vowel folds to its bare letter, composed or decomposed', () => {
    for (const vowel of 'aăâeêioôơuưy') {
      for (const tone of ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']) {
        const letter = (vowel + tone).normalize('NFC');
        const bare = vowel.normalize('NFD')[0];
        expect(foldVietnamese(letter)).toBe(bare);
        expect(foldVietnamese(letter.toUpperCase())).toBe(bare);
        expect(foldVietnamese(letter.normalize('NFD'))).toBe(bare);
      }
    }
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text));
      }),
    );
  });

  test('class lists go by given name, then by the rest, in Vietnamese letters', () => {
    const names = [
      'Lò Văn Đức',
      'Giàng A Dũng',
      'Vàng Thị Ân',
      'Quàng Thị An',
      'Cà Thị An',
      'Lò Văn Ăn',
      'Sùng A Ánh',
    ];
    expect(names.sort(compareByGivenName)).toEqual([
      'Cà Thị An',
      'Quàng Thị An',
      'Sùng A Ánh',
      'Lò Văn Ăn',
      'Vàng Thị Ân',
      'Giàng A Dũng',
      'Lò Văn Đức',
    ]);
  });

  test('a different given name decides before any family name', () => {
    expect(compareByGivenName('Vừ A Bình', 'An Thị Cúc')).toBeLessThan(0);
    expect(compareByGivenName('An Thị Cúc', 'Vừ A Bình')).toBeGreaterThan(0);
  });

  test('the order of names is an order', () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareByGivenName(a, b))).toBe(-Math.sign(compareByGivenName(b, a)) || 0);
        expect(compareByGivenName(a, ` ${a.normalize('NFD')} `)).toBe(0);
        if (compareByGivenName(a, b) <= 0 && compareByGivenName(b, c) <= 0) {
          expect(compareByGivenName(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
