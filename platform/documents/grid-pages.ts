import type { GridSheet } from './grids.ts';

/** What of a grid stands on one page; row headings are repeated on each. */
export interface GridPart {
  /** Rows from the first on, up to but without the last. */
  readonly rows: readonly [number, number];
  /** Columns after the row headings, counted like the columns of the grid. */
  readonly columns: readonly [number, number];
}

/** The rows where pages begin: the rows with a stronger line nearest to equal parts. */
export function rowStarts({ rows, pages }: Pick<GridSheet, 'rows' | 'pages'>): number[] {
  const strong = rows.flatMap(({ begins }, at) => (begins && at > 0 ? [at] : []));
  const down = pages?.down ?? 1;
  const wanted = Array.from({ length: down - 1 }, (_, index) => ((index + 1) * rows.length) / down);
  const nearest = wanted.flatMap((at) =>
    strong.toSorted((one, other) => Math.abs(one - at) - Math.abs(other - at)).slice(0, 1),
  );
  return [0, ...new Set(nearest)];
}

/** The columns where pages begin: equal parts of those after the row headings. */
export function columnStarts({
  columns,
  headings,
  pages,
}: Pick<GridSheet, 'columns' | 'headings' | 'pages'>): number[] {
  const free = columns.length - headings;
  const across = Math.max(1, Math.min(pages?.across ?? 1, free));
  return Array.from({ length: across }, (_, index) => headings + Math.ceil((index * free) / across));
}

/** The pages of a grid: first down, then across. */
export function partsOf(sheet: GridSheet): GridPart[] {
  const rows = rowStarts(sheet);
  const columns = columnStarts(sheet);
  return columns.flatMap((from, across) =>
    rows.map((first, down) => ({
      rows: [first, rows[down + 1] ?? sheet.rows.length] as const,
      columns: [from, columns[across + 1] ?? sheet.columns.length] as const,
    })),
  );
}
