/**
 * One file of the OneRoster CSV binding (RFC 4180, UTF-8 without a mark, CRLF). A text that a spreadsheet would read as a formula gets an
 * apostrophe before it, unless it is a number: identifiers, days and scores never begin so, names of people and classes do not either.
 */
export function csvFile(headers: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return [headers, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const plain = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
