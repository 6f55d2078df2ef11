/** Lists of numbers one after another: list i lies from start[i] to start[i + 1]. */
export interface Lists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Puts rows of numbers one after another. */
export function lists(rows: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    start[i + 1] = (start[i] ?? 0) + row.length;
  });
  const items = new Int32Array(start[rows.length] ?? 0);
  rows.forEach((row, i) => {
    items.set(row, start[i]);
  });
  return { start, items };
}
