/** Folding counted cells into the rows and columns of a board. */

export interface Counts {
  readonly total: number;
  readonly notStarted: number;
  readonly inProgress: number;
  readonly submitted: number;
  readonly returned: number;
  readonly accepted: number;
  readonly notApplicable: number;
  readonly overdue: number;
  readonly blocked: number;
}

export const emptyCounts: Counts = {
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

/** Adds counts up, state by state. */
export function addCounts(counts: readonly Counts[]): Counts {
  const sum = { ...emptyCounts } as Record<keyof Counts, number>;
  for (const one of counts) {
    for (const key of Object.keys(emptyCounts) as (keyof Counts)[]) sum[key] += one[key];
  }
  return sum;
}

export interface BoardRow {
  readonly unit: { readonly id: string; readonly name: string; readonly kind: string };
  readonly total: Counts;
  readonly cells: (Counts | null)[];
}

/**
 * One row a unit in the order given, one cell a column; null where nothing is asked. The sum of all rows' totals is
 * the board's total, and each row's total is the sum of its cells.
 */
export function foldBoard(
  units: readonly { id: string; name: string; kind: string }[],
  columns: readonly { key: string }[],
  cells: readonly (Counts & { unitId: string; column: string })[],
): { rows: BoardRow[]; total: Counts } {
  const place = new Map(columns.map((column, index) => [column.key, index]));
  const byUnit = new Map(units.map((unit) => [unit.id, columns.map((): Counts | null => null)]));
  for (const { unitId, column, ...counts } of cells) {
    const index = place.get(column);
    const row = byUnit.get(unitId);
    if (index !== undefined && row) row[index] = counts;
  }
  const rows = units.map((unit) => {
    const own = byUnit.get(unit.id) ?? [];
    return { unit, total: addCounts(own.filter((cell) => cell !== null)), cells: own };
  });
  return { rows, total: addCounts(rows.map((row) => row.total)) };
}
