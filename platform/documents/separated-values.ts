/**
 * Splits text of separated values (RFC 4180: quotes around a cell, doubled inside) into rows of cells. Without
 * `separator` the one that occurs most in the first lines is taken: comma, semicolon (Excel in Vietnamese) or tab.
 */
export function parseSeparated(text: string, separator?: ',' | ';' | '\t'): string[][] {
  const body = text.replace(/^\ufeff/, '');
  const between = separator ?? guessSeparator(body);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const sign = body[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (body[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === between) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && body[at + 1] === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** Titles may stand above the table, so the first lines count together. */
function guessSeparator(text: string): string {
  const lines = text.slice(0, 20_000).split(/[\r\n]+/, 20);
  const count = (sign: string) => lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0);
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
