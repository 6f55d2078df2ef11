import type { Cell, Table } from './official.ts';

/** Average width of a letter of Times at 12 pt, rounded up for capitals and wide letters. */
const letter = 2.3;
const cellPadding = 3.4;
/** A cell longer than this wraps; asking for more room would starve the other columns. */
const longestWish = 45;

/** The text of a table cell, with or without a link. */
export function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/**
 * Shares the width of a page among the columns of a table: columns with a width keep it, the others get room for
 * their longest word first and then what is left by how much text they hold. Both file kinds use it, so that a
 * table looks the same in both and no program guesses.
 * @param available width of the text on the page, millimetres
 * @returns millimetres for each column; the sum is `available`, or less when every column has its own smaller width
 */
export function columnWidths(table: Table, available: number): number[] {
  const needs = columnNeeds(table);
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least >= available) return needs.map((need) => (need.least / least) * available);

  // What is left goes round in equal parts; who wants less than a part leaves the remainder to the others.
  let left = available - least;
  const extra = needs.map(() => 0);
  const hungry = needs.map((need, index) => ({ index, wants: need.wish - need.least }));
  hungry.sort((a, b) => a.wants - b.wants);
  for (const [place, { index, wants }] of hungry.entries()) {
    extra[index] = Math.min(wants, left / (hungry.length - place));
    left -= extra[index];
  }
  // Everybody has enough: the table still fills the page, in proportion to what the columns hold.
  const free = needs.reduce((sum, need) => sum + (need.fixed ? 0 : need.wish), 0);
  return needs.map(
    (need, index) => need.least + extra[index]! + (need.fixed || free === 0 ? 0 : (left * need.wish) / free),
  );
}

/** The narrowest width, in millimetres, at which no word of the table has to be cut. */
export function leastTableWidth(table: Table): number {
  return columnNeeds(table).reduce((sum, need) => sum + need.least, 0);
}

function columnNeeds(table: Table): { least: number; wish: number; fixed: boolean }[] {
  return table.columns.map((column, index) => {
    if (column.width !== undefined) return { least: column.width, wish: column.width, fixed: true };
    // A title may stand on two lines.
    let line = Math.max(2, column.title.length / 2);
    let word = Math.max(2, longestWord(column.title));
    for (const row of table.rows) {
      const text = cellText(row[index] ?? '');
      line = Math.max(line, Math.min(longestWish, text.length));
      word = Math.max(word, longestWord(text));
    }
    return {
      least: word * letter + cellPadding,
      wish: Math.max(word, line) * letter + cellPadding,
      fixed: false,
    };
  });
}

/**
 * Length of the longest word in average letters, a capital counting for nearly one and a half.
 * Words longer than 24 are cut: no address may take half the page.
 */
function longestWord(text: string): number {
  let longest = 0;
  for (const word of text.split(/\s+/)) {
    if (word.length <= longest / 1.4) continue;
    const capitals = word.match(/\p{Lu}/gu)?.length ?? 0;
    longest = Math.max(longest, Math.min(24, word.length + capitals * 0.4));
  }
  return longest;
}
