import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDayCursor, readInstantCursor, writeCursor } from './cursor.ts';

const id = fc.uuid();
const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

test('a cursor leads back to the row it was written from', () => {
  fc.assert(
    fc.property(moment, id, (at, row) => {
      const day = { on: at.toISOString().slice(0, 10), id: row };
      const instant = { on: at.toISOString(), id: row };
      expect(readDayCursor(writeCursor(day))).toEqual(day);
      expect(readInstantCursor(writeCursor(instant))).toEqual(instant);
    }),
  );
});

test('anything else is none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => readDayCursor(text) === null && readInstantCursor(text) === null),
  );
  const row = '0198f0a0-0000-7000-8000-000000000000';
  for (const on of ['2025-02-30', '2025-13-01', '2025-2-3', '2025-08-05x', '']) {
    expect(readDayCursor(`${on}|${row}`)).toBeNull();
  }
  for (const on of ['2025-08-05', '2025-08-05T25:00:00Z', '2025-08-05T08:00:00', 'now']) {
    expect(readInstantCursor(`${on}|${row}`)).toBeNull();
  }
});
