import { describe, expect, test } from 'vitest';
import { boardQuery, cellAddress, cellQuery, excelAddress } from './board-address.ts';
import { heatTone } from './heat-tone.ts';
import { meetsAll, thresholdsOf } from './indicator-state.ts';
import type { Indicator } from './overview-words.ts';

const unit = '0198aa00-0000-7000-8000-000000000001';
const none = {
  total: 0,
  notStarted: 0,
  inProgress: 0,
  submitted: 0,
  returned: 0,
  accepted: 0,
  notApplicable: 0,
  overdue: 0,
  blocked: 0,
};

describe('the question of the board in the address', () => {
  test('an empty address asks for the rows of the person and every section', () => {
    expect(boardQuery({}, 'communes')).toEqual({ rows: 'communes', columns: 'section', show: 'all' });
  });

  test('a unit is drilled into by its own parts unless rows are chosen', () => {
    expect(boardQuery({ 'don-vi': unit }, 'communes')).toMatchObject({ rows: 'all', unitId: unit });
    expect(boardQuery({ 'don-vi': unit, hang: 'truong' }, 'communes').rows).toBe('schools');
  });

  test('what is not understood is left out instead of being sent', () => {
    expect(boardQuery({ 'don-vi': 'x', thang: '2025-9', cap: 'mam-non', chi: '?' }, 'all')).toEqual({
      rows: 'all',
      columns: 'section',
      show: 'all',
    });
  });

  test('a cell asks for its row and column within the filters of the board', () => {
    const query = boardQuery({ cot: 'thang', chi: 'qua-han', muc: 'I. A|B' }, 'communes');
    expect(cellQuery(query, cellAddress(unit, '2025-12'))).toEqual({
      unitId: unit,
      rows: 'communes',
      month: '2025-12',
      section: 'I. A|B',
      show: 'overdue',
    });
  });

  test('a section with the separator in its name stays whole', () => {
    const query = boardQuery({}, 'communes');
    expect(cellQuery(query, cellAddress(unit, 'I. A|B'))?.section).toBe('I. A|B');
  });

  test('an address that names no cell asks nothing', () => {
    const query = boardQuery({}, 'communes');
    for (const cell of [undefined, '', unit, 'x|I']) expect(cellQuery(query, cell)).toBeUndefined();
  });

  test('the Excel file answers the same question', () => {
    expect(excelAddress(boardQuery({ cap: 'thcs' }, 'communes'))).toBe(
      '/api/plan/board.xlsx?rows=communes&columns=section&show=all&level=lowerSecondary',
    );
  });
});

describe('the look of a cell', () => {
  test.each([
    [
      { total: 9, overdue: 2, blocked: 1, accepted: 7 },
      { tone: 'late', mark: '2!' },
    ],
    [
      { total: 300, overdue: 200, accepted: 100 },
      { tone: 'late', mark: '99+' },
    ],
    [
      { total: 9, blocked: 2, accepted: 7 },
      { tone: 'due', mark: '!2' },
    ],
    [
      { total: 3, returned: 1, accepted: 2 },
      { tone: 'due', mark: '↩1' },
    ],
    [
      { total: 3, accepted: 2, notApplicable: 1 },
      { tone: 'done', mark: '✓' },
    ],
    [
      { total: 3, notApplicable: 3 },
      { tone: 'none', mark: '–' },
    ],
    [
      { total: 3, submitted: 1, accepted: 2 },
      { tone: 'accent', mark: '↑' },
    ],
    [
      { total: 3, notStarted: 3 },
      { tone: 'none', mark: '·' },
    ],
    [
      { total: 4, notStarted: 3, accepted: 1 },
      { tone: 'wait', mark: '25' },
    ],
    [
      { total: 1000, notStarted: 1, accepted: 999 },
      { tone: 'wait', mark: '99' },
    ],
  ])('%j reads %j', (counts, look) => {
    expect(heatTone({ ...none, ...counts })).toEqual(look);
  });

  test('never takes more than three characters', () => {
    const mark = heatTone({ ...none, total: 5000, overdue: 5000, blocked: 5000 }).mark;
    expect(mark.length).toBeLessThanOrEqual(3);
  });
});

describe('an indicator against the duties it settles', () => {
  const indicator = (direction: Indicator['direction'], ...thresholds: number[]) =>
    ({ direction, duties: thresholds.map((threshold) => ({ threshold })) }) as unknown as Indicator;

  test('is met only when the strictest threshold is reached', () => {
    expect(meetsAll(indicator('atLeast', 1, 0.9), 0.95)).toBe(false);
    expect(meetsAll(indicator('atLeast', 1, 0.9), 1)).toBe(true);
    expect(meetsAll(indicator('atMost', 0.1, 0.2), 0.15)).toBe(false);
    expect(meetsAll(indicator('atMost', 0.1, 0.2), 0.1)).toBe(true);
  });

  test('is neither met nor missed when no duty depends on it', () => {
    expect(meetsAll(indicator('atLeast'), 0)).toBeUndefined();
  });

  test('names each threshold once, the mildest first', () => {
    expect(thresholdsOf(indicator('atLeast', 1, 0.9, 1))).toEqual([0.9, 1]);
    expect(thresholdsOf(indicator('atMost', 0.1, 0.2))).toEqual([0.2, 0.1]);
  });
});
