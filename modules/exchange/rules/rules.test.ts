import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvFile, minuteLimiter, pageLinks, readFilter } from './index.ts';

const fields = { name: 'text', startDate: 'date', grades: 'number' } as const;

describe('A filter of OneRoster', () => {
  test('is a list of conditions joined by one word', () => {
    expect(readFilter("name='Toán' AND startDate>='2025-09-05'", fields)).toEqual({
      joined: 'AND',
      conditions: [
        { field: 'name', operator: '=', value: 'Toán' },
        { field: 'startDate', operator: '>=', value: '2025-09-05' },
      ],
    });
  });

  test.each([
    "secret='x'",
    'name=x',
    "name='x' AND name='y' OR name='z'",
    "grades~'6'",
    "startDate='05/09/2025'",
    '',
  ])('is refused, not guessed: %s', (text) =>
    expect(readFilter(text, fields)).toHaveProperty('fault', 'filter'),
  );

  test('keeps any value as it is, quotes too', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), (value) => {
        const read = readFilter(`name='${value.replaceAll("'", "''")}'`, fields);
        expect(read).toEqual({ joined: 'AND', conditions: [{ field: 'name', operator: '=', value }] });
      }),
    );
  });
});

test('links lead to every page and to no page that is not there', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(500), fc.nat(400), (limit, offset, total) => {
      const links = pageLinks('http://hoaban.test/x?fields=name', { limit, offset }, total);
      expect(links.includes('rel="next"')).toBe(offset + limit < total);
      const last = Number(/offset=(\d+)>; rel="last"/.exec(links)?.[1]);
      expect(last).toBeLessThanOrEqual(Math.max(0, total - 1));
      expect(total - last).toBeLessThanOrEqual(limit);
    }),
  );
});

test('a limiter lets so many through in a minute and says how long the others wait', () => {
  const limiter = minuteLimiter(3);
  const times = [0, 1, 2, 3, 30_000, 60_000].map((now) => limiter.wait('a', now));
  expect(times).toEqual([0, 0, 0, 60, 30, 0]);
  expect(limiter.wait('b', 3)).toBe(0);
});

describe('A cell of a CSV file', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM', "'@SUM"],
    ['-7.5', '-7.5'],
    ['Lò Thị "Mẹ", bản', '"Lò Thị ""Mẹ"", bản"'],
    [null, ''],
    [0, '0'],
  ])('%j is written %j', (value, written) => expect(csvCell(value)).toBe(written));

  test('a file has a line for the headings and one for each row', () => {
    expect(csvFile(['a', 'b'], [[1, 'x']])).toBe('a,b\r\n1,x\r\n');
  });
});
