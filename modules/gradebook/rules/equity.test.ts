import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EquityNode, shownEquity } from './equity.ts';
import { hiddenCells, type SumLine } from './hide-small.ts';

const least = 5;
const parts = ['female', 'male', 'unknown'];

/** A school with classes below it: the counts of the school are those of its classes. */
function schoolOf(classes: readonly (readonly (readonly number[])[])[]): EquityNode[] {
  const node = (
    key: string,
    parents: readonly string[],
    counts: readonly (readonly number[])[],
  ): EquityNode => ({
    key,
    parents,
    parts: new Map(
      parts.map((part, at) => {
        const outcomes = counts[at] ?? [];
        return [part, { pupils: outcomes.reduce((sum, one) => sum + one, 0), outcomes }];
      }),
    ),
  });
  const sums = parts.map((_, part) =>
    [0, 1].map((outcome) => classes.reduce((sum, one) => sum + (one[part]?.[outcome] ?? 0), 0)),
  );
  return [node('school', [], sums), ...classes.map((counts, at) => node(`class ${at}`, ['school'], counts))];
}

describe('Figures by circumstances', () => {
  test('with few pupils are hidden, and another with them, else the total would tell', () => {
    const [school] = [
      ...shownEquity(
        schoolOf([
          [
            [10, 20],
            [2, 30],
            [0, 0],
          ],
        ]).slice(0, 1),
        parts,
        2,
        least,
      ).values(),
    ];
    const female = school?.find(({ part }) => part === 'female');
    const male = school?.find(({ part }) => part === 'male');
    expect(male?.outcomes[0]).toBeNull();
    expect(female?.outcomes[0]).toBeNull();
    expect(male).toMatchObject({ pupils: 32 });
  });

  test('with many pupils everywhere are all shown', () => {
    const shown = shownEquity(
      schoolOf([
        [
          [10, 20],
          [12, 30],
          [0, 0],
        ],
      ]),
      parts,
      2,
      least,
    );
    expect(shown.get('school')).toEqual([
      { part: 'female', pupils: 30, outcomes: [10, 20, 0] },
      { part: 'male', pupils: 42, outcomes: [12, 30, 0] },
      { part: 'unknown', pupils: 0, outcomes: [0, 0, 0] },
    ]);
  });

  test('two hidden counts that add up to two would both be one: a third covers them', () => {
    const line: SumLine = { parts: [0, 1, 2, 3], total: null };
    expect([...hiddenCells([1, 1, 9, 30], [line], least)].sort()).toEqual([0, 1, 2]);
  });

  test('a cell between two squares of hidden cells, alone known by the sums, does not stay alone', () => {
    // Hidden cells as edges of a graph of lines: two squares joined by one edge, which the sums would determine.
    const edges = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
      [4, 5],
      [5, 6],
      [6, 7],
      [7, 4],
      [0, 4],
    ] as const;
    const lines = Array.from({ length: 8 }, (_, vertex): SumLine => {
      const own = edges.flatMap((edge, at) => ((edge as readonly number[]).includes(vertex) ? [at] : []));
      return { parts: [...own, 9 + vertex], total: null };
    });
    const counts = [...edges.map(() => 3), ...lines.map(() => 40)];
    const hidden = hiddenCells(counts, lines, least);
    expect(hidden.size).toBeGreaterThan(edges.length);
  });

  test('show the same numbers of pupils whatever outcome is asked for', () => {
    const count = fc.integer({ min: 0, max: 12 });
    const classOf = fc.tuple(...parts.map(() => fc.tuple(count, count)));
    fc.assert(
      fc.property(fc.array(classOf, { minLength: 1, maxLength: 4 }), (classes) => {
        const pupils = (of: typeof classes) =>
          [...shownEquity(schoolOf(of), parts, 2, least).values()].map((list) =>
            list.map((one) => one.pupils),
          );
        const other = classes.map((one) => one.map(([a, b]) => [0, a + b] as [number, number]));
        expect(pupils(other as unknown as typeof classes)).toEqual(pupils(classes));
      }),
      { numRuns: 60 },
    );
  });

  test('never tell a small count, neither themselves nor by any sum of them', () => {
    const count = fc.integer({ min: 0, max: 12 });
    const classOf = fc.tuple(...parts.map(() => fc.tuple(count, count)));
    fc.assert(
      fc.property(fc.array(classOf, { minLength: 1, maxLength: 4 }), (classes) => {
        const nodes = schoolOf(classes);
        const shown = shownEquity(nodes, parts, 2, least);
        const unknown = new Map<string, number>();
        const cell = (key: string, part: string, at: number) => {
          const found = shown.get(key)!.find((one) => one.part === part)!;
          const value = at === 0 ? found.pupils : found.outcomes[at - 1]!;
          if (value === null) unknown.set(`${key} ${part} ${at}`, unknown.size);
          else expect(value === 0 || value >= least).toBe(true);
          return value === null ? [`${key} ${part} ${at}`] : [];
        };
        const columns = [0, 1, 2, 3];
        const sums: (readonly [readonly string[], number])[][] = [];
        for (const { key } of nodes) {
          for (const part of parts) {
            sums.push([
              [columns.slice(1).flatMap((at) => cell(key, part, at)), 1],
              [cell(key, part, 0), -1],
            ]);
          }
          for (const at of columns) sums.push([[parts.flatMap((part) => cell(key, part, at)), 1]]);
        }
        for (const part of parts) {
          for (const at of columns) {
            const below = nodes.slice(1).flatMap(({ key }) => cell(key, part, at));
            sums.push([
              [below, 1],
              [cell('school', part, at), -1],
            ]);
          }
        }
        const rows = sums.map((terms) => {
          const row = Array<number>(unknown.size).fill(0);
          for (const [names, sign] of terms) for (const name of names) row[unknown.get(name)!]! += sign;
          return row;
        });
        expect(determined(rows)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

/** How many unknowns the equations fix, by elimination with fractions. */
function determined(rows: number[][]): number {
  let rank = 0;
  for (let at = 0; at < (rows[0]?.length ?? 0); at += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[at]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const own = rows[rank]!.map((value) => value / rows[rank]![at]!);
    rows[rank] = own;
    for (const [index, row] of rows.entries()) {
      if (index === rank || row[at] === 0) continue;
      const times = row[at]!;
      rows[index] = row.map((value, k) => value - times * own[k]!);
    }
    rank += 1;
  }
  return rows.slice(0, rank).filter((row) => row.filter((value) => Math.abs(value) > 1e-9).length === 1)
    .length;
}
