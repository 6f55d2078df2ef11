import { describe, expect, test } from 'vitest';
import {
  cellKey,
  copied,
  kept,
  pasted,
  readClipboard,
  resultOf,
  type Sheet,
  withTexts,
} from './grid-model.ts';

const sheet = {
  subject: { code: 'MATH', name: 'Toán', judged: 'score', strands: [] },
  columns: ['regular1', 'regular2', 'midterm', 'final'].map((place) => ({ place })),
  rows: [
    { pupilId: 'a', name: 'A', cells: { regular1: '7,5' } },
    { pupilId: 'b', name: 'B', cells: {} },
  ],
} as unknown as Sheet;
const places = ['regular1', 'regular2', 'midterm', 'final'] as const;
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe('Typing', () => {
  test('writes the mark as the sheet does and remembers what stood there', () => {
    const edits = withTexts(sheet, new Map(), [{ pupilId: 'a', place: 'regular1', text: '8.5' }]);
    expect([...edits.values()]).toEqual([
      { pupilId: 'a', place: 'regular1', was: '7,5', value: '8,5', state: { kind: 'waiting' } },
    ]);
    const again = withTexts(sheet, edits, [{ pupilId: 'a', place: 'regular1', text: '9' }]);
    expect(again.get(cellKey('a', 'regular1'))).toMatchObject({ was: '7,5', value: '9,0' });
  });
  test('the value that stands there already is no change', () => {
    const edits = withTexts(sheet, new Map(), [{ pupilId: 'a', place: 'regular1', text: '7.5' }]);
    expect(edits.size).toBe(0);
  });
  test('999 stays as typed and says why it is refused', () => {
    const edits = withTexts(sheet, new Map(), [{ pupilId: 'b', place: 'final', text: '999' }]);
    expect([...edits.values()]).toMatchObject([
      { value: '999', state: { kind: 'refused', message: expect.stringContaining('0 đến 10') } },
    ]);
  });
});

describe('The clipboard', () => {
  test('of a spreadsheet is rows and cells', () => {
    expect(readClipboard('7,5\t8\r\n9\t\r\n')).toEqual([
      ['7,5', '8'],
      ['9', ''],
    ]);
  });
  test('is laid from the cell on; what runs over the edge is counted', () => {
    const { texts, over } = pasted(sheet, places, at(0, 2), [
      ['6', '7', '8'],
      ['9', '10', ''],
      ['1', '2', '3'],
    ]);
    expect(texts.map(({ pupilId, place, text }) => [pupilId, place, text])).toEqual([
      ['a', 'midterm', '6'],
      ['a', 'final', '7'],
      ['b', 'midterm', '9'],
      ['b', 'final', '10'],
    ]);
    expect(over).toBe(5);
  });
  test('with one value fills the whole selection', () => {
    expect(pasted(sheet, places, at(0, 0, 1, 1), [['8']]).texts).toHaveLength(4);
  });
  test('takes out what the grid shows', () => {
    const edits = withTexts(sheet, new Map(), [{ pupilId: 'b', place: 'regular2', text: '6' }]);
    expect(copied(sheet, places, at(0, 0, 1, 1), edits)).toBe('7,5\t\n\t6,0');
  });
});

test('the result of a row counts with what is typed, and names what is missing', () => {
  const [, b] = sheet.rows;
  const edits = withTexts(
    sheet,
    new Map(),
    places.map((place) => ({ pupilId: 'b', place, text: '8' })),
  );
  expect(resultOf(sheet, b!, edits)).toEqual({ text: '8,0', why: '' });
  expect(resultOf(sheet, b!, new Map())).toEqual({ text: '', why: 'TX 1, TX 2, Giữa kì, Cuối kì' });
});

test('kept cells are the server’s from then on, an emptied one is gone', () => {
  const next = kept(sheet, [
    { pupilId: 'a', place: 'regular1', was: '7,5', value: '' },
    { pupilId: 'b', place: 'final', was: '', value: '5,0' },
  ]);
  expect(next.rows.map(({ cells }) => cells)).toEqual([{}, { final: '5,0' }]);
});
