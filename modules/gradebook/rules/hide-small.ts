/** Cells whose sum a reader knows: it is public (null), or stands in another cell of the same tables. */
export interface SumLine {
  readonly parts: readonly number[];
  readonly total: number | null;
}

/** Up to so many hidden cells it is proved that none can be computed; beyond it the rule of two alone holds. */
const mostProved = 600;
/** A prime under 2^26: products of two stay exact. */
const prime = 67_108_859;

/**
 * Which counts must not be shown, so that no count of 1 to `least` - 1 is told nor can be computed from sums that are (primary and
 * complementary suppression). In each line at least two cells are unknown, and where its total is shown the hidden parts add up to `least` or
 * more; then what the sums still determine is hidden further. Zeros tell of nobody and stay, unless a neighbour needs the cover. `told`: cells
 * that other tables show, so that hiding them here would cover nothing; `known`: cells hidden already.
 */
export function hiddenCells(
  counts: readonly number[],
  lines: readonly SumLine[],
  least: number,
  told: ReadonlySet<number> = new Set(),
  known: Iterable<number> = [],
): ReadonlySet<number> {
  const hidden = new Set(
    counts.flatMap((count, at) => (count > 0 && count < least && !told.has(at) ? [at] : [])),
  );
  for (const at of known) hidden.add(at);
  const candidate = coverFor(counts, hidden, told);
  for (;;) {
    coverLines(counts, lines, least, hidden, candidate);
    if (hidden.size === 0 || hidden.size > mostProved) return hidden;
    const open = determinedCells(lines, hidden);
    const before = hidden.size;
    for (const at of open) {
      const line = lines.find((one) => touches(one, at) && candidate(one) !== undefined);
      const cover = line && candidate(line);
      if (cover !== undefined) hidden.add(cover);
    }
    if (hidden.size === before) return hidden;
  }
}

function touches({ parts, total }: SumLine, at: number): boolean {
  return total === at || parts.includes(at);
}

function coverLines(
  counts: readonly number[],
  lines: readonly SumLine[],
  least: number,
  hidden: Set<number>,
  candidate: Candidate,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      while (needsCover(counts, line, least, hidden)) {
        const cover = candidate(line);
        if (cover === undefined) break;
        hidden.add(cover);
        changed = true;
      }
    }
  }
}

function needsCover(
  counts: readonly number[],
  { parts, total }: SumLine,
  least: number,
  hidden: Set<number>,
) {
  const unknown = parts.filter((at) => hidden.has(at));
  if (total !== null && hidden.has(total)) return unknown.length === 0;
  if (unknown.length === 0) return false;
  return unknown.length < 2 || unknown.reduce((sum, at) => sum + (counts[at] ?? 0), 0) < least;
}

type Candidate = (line: SumLine) => number | undefined;

/** The cell of a line that costs least to hide: the smallest count shown, else a zero, else the total. */
function coverFor(
  counts: readonly number[],
  hidden: ReadonlySet<number>,
  told: ReadonlySet<number>,
): Candidate {
  const weight = (at: number) => counts[at] || Number.MAX_SAFE_INTEGER;
  const free = (at: number) => !hidden.has(at) && !told.has(at);
  return ({ parts, total }) =>
    parts.filter(free).sort((a, b) => weight(a) - weight(b))[0] ??
    (total !== null && free(total) ? total : undefined);
}

/** Hidden cells that the sums determine: those that stand alone in a row of the reduced system (Gauss, over a prime field). */
function determinedCells(lines: readonly SumLine[], hidden: ReadonlySet<number>): number[] {
  const cells = [...hidden];
  const column = new Map(cells.map((at, index) => [at, index]));
  const rows = lines
    .map(({ parts, total }) => {
      const row = new Float64Array(cells.length);
      for (const at of parts) if (column.has(at)) row[column.get(at)!]! += 1;
      if (total !== null && column.has(total)) row[column.get(total)!] = prime - 1;
      return row;
    })
    .filter((row) => row.some((value) => value !== 0));
  let rank = 0;
  for (let at = 0; at < cells.length && rank < rows.length; at += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[at] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const own = rows[rank]!;
    const factor = inverse(own[at]!);
    for (let k = at; k < own.length; k += 1) own[k] = (own[k]! * factor) % prime;
    for (const [index, row] of rows.entries()) {
      const times = row[at]!;
      if (index === rank || times === 0) continue;
      for (let k = at; k < row.length; k += 1) {
        if (own[k] !== 0) row[k] = (row[k]! + (prime - times) * own[k]!) % prime;
      }
    }
    rank += 1;
  }
  return rows.slice(0, rank).flatMap((row) => {
    const held = [...row.keys()].filter((k) => row[k] !== 0);
    return held.length === 1 ? [cells[held[0]!]!] : [];
  });
}

function inverse(value: number): number {
  let [result, base] = [1, value % prime];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
