import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellOf,
  cellText,
  emptyRow,
  type MarksRow,
  missed,
  places,
  readCell,
  rowResult,
  sheetPlaces,
  withCell,
} from './index.ts';

describe('A cell', () => {
  test.each([
    ['score', '7,5', 75],
    ['score', '７．５', 75],
    ['score', '', null],
    ['score', ' v ', missed],
    ['comment', 'đ', 1],
    ['comment', 'Đạt', 1],
    ['comment', 'CĐ', 0],
    ['comment', 'chưa đạt', 0],
    ['comment', 'V', missed],
  ] as const)('of a %s subject reads "%s" as %s', (judged, text, value) => {
    expect(readCell(judged, text)).toEqual({ value });
  });
  test.each([
    ['score', '999'],
    ['score', 'Đ'],
    ['score', '7.25'],
    ['comment', '8'],
    ['comment', 'đ đ'],
  ] as const)('of a %s subject refuses "%s" and says what to type', (judged, text) => {
    expect(readCell(judged, text)).toEqual({ fault: expect.stringMatching(/ghi V\.$/) });
  });
  test('reads back what it shows', () => {
    for (const value of [null, missed, 0, 5, 75, 100])
      expect(readCell('score', cellText('score', value))).toEqual({ value });
    for (const value of [null, missed, 0, 1])
      expect(readCell('comment', cellText('comment', value))).toEqual({ value });
  });
});

describe('A row', () => {
  const wanted = sheetPlaces('score', 140);
  const full: MarksRow = { regular: [70, 80, 60, 90], midterm: 75, final: 80 };

  test('of 140 periods a year has four regular columns, midterm and final', () => {
    expect(wanted).toEqual(['regular1', 'regular2', 'regular3', 'regular4', 'midterm', 'final']);
    expect(sheetPlaces('comment', 105)).toEqual(['regular1', 'regular2', 'midterm', 'final']);
  });
  test('has an average only when nothing is missing; a missing mark is named, not left out', () => {
    expect(rowResult('score', full, wanted)).toEqual({ kind: 'score', average: 77 });
    expect(rowResult('score', withCell(full, 'regular2', null), wanted)).toEqual({
      kind: 'open',
      open: ['regular2'],
    });
    expect(rowResult('score', withCell(full, 'final', missed), wanted)).toMatchObject({ open: ['final'] });
  });
  test('of comments is Đạt only when all are', () => {
    const four = sheetPlaces('comment', 70);
    const row: MarksRow = { regular: [1, 1], midterm: 1, final: 1 };
    expect(rowResult('comment', row, four)).toEqual({ kind: 'comment', result: 'pass' });
    expect(rowResult('comment', withCell(row, 'midterm', 0), four)).toMatchObject({ result: 'fail' });
    expect(rowResult('comment', withCell(row, 'final', null), four)).toMatchObject({ kind: 'open' });
  });
  test('gives back what was put in, leaves the other cells alone, and forgets what was emptied', () => {
    const value = fc.option(fc.integer({ min: -1, max: 100 }), { nil: null });
    const change = fc.tuple(fc.constantFrom(...places), value);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const kept = new Map<string, number | null>();
        let row = emptyRow;
        for (const [place, one] of changes) {
          row = withCell(row, place, one);
          kept.set(place, one);
        }
        for (const place of places) expect(cellOf(row, place)).toBe(kept.get(place) ?? null);
        for (const place of places) row = withCell(row, place, null);
        expect(row).toEqual(emptyRow);
      }),
    );
  });
});
