import { decodeEntities } from '../rules/reader/html-fragments.ts';
import type { SourceBlock } from '../rules/reader/source.ts';

const TOKEN = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/gu;

/**
 * Turns the HTML mammoth writes into blocks. A line break inside a paragraph starts a new paragraph (people press
 * Shift+Enter between two duties); inside a table cell it is "\n". A cell that spans rows or columns keeps its text in
 * its first place and leaves the others empty.
 */
export function readHtmlBlocks(html: string): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  const tables: TableBuilder[] = [];
  let text = '';
  let headingLevel: number | undefined;
  const flush = (): void => {
    const table = tables.at(-1);
    if (table) table.write(`${text}\n`);
    else if (text.trim() !== '')
      blocks.push(
        headingLevel === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, headingLevel },
      );
    text = '';
  };
  for (const [, closing, name, attributes, characters] of html.matchAll(TOKEN)) {
    if (characters !== undefined) {
      text += decodeEntities(characters);
    } else if (name === 'table') {
      flush();
      if (!closing) {
        tables.push(new TableBuilder());
      } else {
        const table = tables.pop();
        if (!table) continue;
        const outer = tables.at(-1);
        // A table inside a cell: its words stay in that cell.
        if (outer) outer.write(table.rows.map((row) => row.join(' ')).join('\n'));
        else blocks.push({ kind: 'table', rows: table.rows });
      }
    } else if (name === 'tr' && !closing) {
      tables.at(-1)?.startRow();
    } else if (name === 'td' || name === 'th') {
      flush();
      if (!closing) tables.at(-1)?.startCell(spanOf(attributes, 'colspan'), spanOf(attributes, 'rowspan'));
    } else if (name === 'br') {
      flush();
    } else if (/^(p|li|h[1-6])$/u.test(name!)) {
      flush();
      headingLevel = name![0] === 'h' && !closing ? Number(name![1]) : undefined;
      if (name === 'li' && !closing) text = '- ';
    }
  }
  flush();
  return blocks;
}

function spanOf(attributes: string | undefined, name: string): number {
  return Math.min(Number(new RegExp(`${name}="(\\d{1,3})"`, 'u').exec(attributes ?? '')?.[1] ?? 1), 100);
}

class TableBuilder {
  readonly rows: string[][] = [];
  /** Column → number of coming rows it still covers. */
  private readonly covered = new Map<number, number>();
  private column = 0;

  startRow(): void {
    if (this.rows.length > 0) {
      for (const [column, left] of this.covered) this.covered.set(column, left - 1);
    }
    this.rows.push([]);
    this.column = -1;
  }

  startCell(columns: number, rows: number): void {
    const row = this.rows.at(-1);
    if (!row) return;
    while ((this.covered.get(row.length) ?? 0) > 0) row.push('');
    this.column = row.length;
    for (let index = 0; index < columns; index++) {
      row.push('');
      if (rows > 1) this.covered.set(this.column + index, rows);
    }
  }

  write(text: string): void {
    const row = this.rows.at(-1);
    if (!row || this.column < 0) return;
    row[this.column] = `${row[this.column] ?? ''}${text}`;
  }
}
