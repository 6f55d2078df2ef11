/**
 * What must leave a text before it enters a file: control characters (a NUL ends an XML file's life), lone
 * halves of surrogate pairs, characters XML forbids, and the marks that turn writing direction round (they make
 * a text read other than what it is). Tab, line feed and carriage return are kept here.
 */
const unwanted =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Removes what no file may carry and composes letters with their marks (NFC); every other character is kept. */
export function dropUnwanted(text: string): string {
  return text.replace(unwanted, '').normalize('NFC');
}

/** As {@link dropUnwanted}, and on one line: tabs and line ends become one space, the ends are trimmed. */
export function oneLine(text: string): string {
  return dropUnwanted(text)
    .split(/[\t\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** As {@link dropUnwanted}, with '\n' as the only line end, tabs as spaces and the ends trimmed. */
export function manyLines(text: string): string {
  return dropUnwanted(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .trim();
}

/**
 * Keeps an address only when opening it from a file is harmless: absolute http, https or mailto.
 * @returns the address in its escaped form, or undefined (the text then stands without a link)
 */
export function safeLink(link: string | undefined): string | undefined {
  if (!link || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
