import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCounts, type Counts, emptyCounts, foldBoard } from './board.ts';

const anyCounts: fc.Arbitrary<Counts> = fc.record(
  Object.fromEntries(Object.keys(emptyCounts).map((key) => [key, fc.nat(50)])),
) as never;

const anyBoard = fc
  .record({
    units: fc.uniqueArray(fc.stringMatching(/^u\d{1,2}$/), { maxLength: 8 }),
    columns: fc.uniqueArray(fc.stringMatching(/^c\d$/), { maxLength: 5 }),
  })
  .chain(({ units, columns }) => {
    const places = units.flatMap((unitId) => columns.map((column) => ({ unitId, column })));
    return fc.record({
      units: fc.constant(units.map((id) => ({ id, name: `Trường ${id}`, kind: 'school' }))),
      columns: fc.constant(columns.map((key) => ({ key }))),
      cells: fc
        .subarray(places)
        .chain((chosen) =>
          fc.tuple(...chosen.map((place) => anyCounts.map((counts) => ({ ...counts, ...place })))),
        ),
    });
  });

test('the total of a row is the sum of its cells, and the board’s total the sum of all of them', () => {
  fc.assert(
    fc.property(anyBoard, ({ units, columns, cells }) => {
      const { rows, total } = foldBoard(units, columns, cells as never);
      expect(rows.map((row) => row.unit)).toEqual(units);
      for (const row of rows) {
        expect(row.cells).toHaveLength(columns.length);
        expect(row.total).toEqual(addCounts(row.cells.filter((cell) => cell !== null)));
      }
      const all = (cells as (Counts & { unitId: string; column: string })[]).map(
        ({ unitId: _, column: __, ...counts }) => counts,
      );
      expect(total).toEqual(addCounts(all));
    }),
  );
});

test('a cell is null where nothing is asked, and counted where it was put', () => {
  const one = { ...emptyCounts, total: 3, overdue: 1 };
  const units = [
    { id: 'a', name: 'A', kind: 'school' },
    { id: 'b', name: 'B', kind: 'school' },
  ];
  const { rows, total } = foldBoard(
    units,
    [{ key: 'x' }, { key: 'y' }],
    [{ ...one, unitId: 'b', column: 'y' }],
  );
  expect(rows.map((row) => row.cells)).toEqual([
    [null, null],
    [null, one],
  ]);
  expect(total).toEqual(one);
});

test('a cell of a unit or column that is not on the board is in no row and in no total', () => {
  const strange = { ...emptyCounts, total: 7, unitId: 'lost', column: 'x' };
  const { rows, total } = foldBoard([{ id: 'a', name: 'A', kind: 'school' }], [{ key: 'x' }], [strange]);
  expect(rows[0]?.total.total).toBe(0);
  expect(total.total).toBe(0);
});
