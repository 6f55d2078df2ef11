import { cleanHtmlFragments } from '../rules/reader/html-fragments.ts';
import type { SourceBlock } from '../rules/reader/source.ts';

const LABEL_ONLY = /^(?:[IVX]+[.)]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)]|[-–•+*])$/iu;

/**
 * Plain text to blocks. Each line that is not blank is a paragraph; lines with tabs inside are rows of one table until
 * another kind of line comes (blank lines between rows do not end the table: page breaks leave them).
 */
export function readTextBlocks(text: string): SourceBlock[] {
  return collectBlocks(splitLines(text), (line, inTable) => {
    const cells = line.split('\t');
    const filled = cells.filter((cell) => cell.trim() !== '');
    if (cells.length < 2) return undefined;
    if (filled.length < 2) return inTable && line.startsWith('\t') && filled.length === 1 ? cells : undefined;
    return LABEL_ONLY.test(filled[0]!.trim()) && filled.length === 2 && !inTable ? undefined : cells;
  });
}

/** Markdown to blocks: # headings with their level, | tables, lists and marks of emphasis removed. */
export function readMarkdownBlocks(text: string): SourceBlock[] {
  const blocks = collectBlocks(
    splitLines(text).filter((line) => !/^\s*([-*_])(?:\s*\1){2,}\s*$/u.test(line) && !/^\s*```/u.test(line)),
    (line) => {
      if (!/^\s*\|.*\|\s*$/u.test(line)) return line.trim().includes('\t') ? line.split('\t') : undefined;
      return splitPipeRow(line);
    },
  );
  return blocks.map((block) => {
    if (block.kind === 'table') {
      const rows = block.rows.filter((row) => !row.every((cell) => /^\s*:?-+:?\s*$/u.test(cell)));
      return { kind: 'table', rows: rows.map((row) => row.map(removeMarks)) };
    }
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u.exec(block.text);
    if (heading)
      return { kind: 'paragraph', text: removeMarks(heading[2]!), headingLevel: heading[1]!.length };
    return {
      kind: 'paragraph',
      text: removeMarks(block.text.replace(/^\s*>\s?/u, '').replace(/^(\s*)[*+]\s+/u, '$1- ')),
    };
  });
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029\f\v]/u);
}

function collectBlocks(
  lines: string[],
  readRow: (line: string, inTable: boolean) => string[] | undefined,
): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const last = blocks.at(-1);
    const cells = readRow(line, last?.kind === 'table');
    if (!cells) blocks.push({ kind: 'paragraph', text: line });
    else if (last?.kind === 'table') last.rows.push(cells);
    else blocks.push({ kind: 'table', rows: [cells] });
  }
  return blocks;
}

function splitPipeRow(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replace(/\\\|/gu, '|'));
}

function removeMarks(text: string): string {
  return text
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`]+)`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/gu, '$1');
}

/** Cleans one text: HTML fragments, odd spaces, invisible characters; lines stay apart by "\n" when `keepLines`. */
export function cleanText(text: string, keepLines: boolean): string {
  const cleaned = cleanHtmlFragments(text)
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/gu, '')
    .normalize('NFC');
  const lines = cleaned.split('\n').map(
    (
      line, // Two simple passes: one greedy pattern overflows the stack on megabytes of blanks.
    ) =>
      line
        .replace(/\s(?=\s)/gu, '')
        .replace(/\s/gu, ' ')
        .trim(),
  );
  return lines.filter((line) => line !== '').join(keepLines ? '\n' : ' ');
}
