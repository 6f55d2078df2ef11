import type { Block, Cell, OfficialDocument, Run, Table } from './official.ts';
import { columnWidths, leastTableWidth } from './table-widths.ts';
import { manyLines, oneLine, safeLink } from './text.ts';

/** Millimetres; within Nghị định 30/2020/NĐ-CP, Phụ lục I: top and bottom 20-25, left 30-35, right 15-20. */
export const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const;
export const uprightWidth = page.width - page.left - page.right;
const turnedWidth = page.height - page.left - page.right;

export const motto = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  words: 'Độc lập - Tự do - Hạnh phúc',
} as const;

export interface LaidTable {
  type: 'table';
  caption: string | null;
  columns: { title: string; width: number; align: 'left' | 'center' | 'right' }[];
  rows: { text: string; link?: string }[][];
  /** In smaller letters, because its words do not fit otherwise. */
  dense: boolean;
}

export type LaidBlock =
  | { type: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'item'; runs: Run[] }
  | LaidTable;

/** A stretch of the body on pages of one direction. */
export interface LaidSection {
  /** On pages turned on their side. */
  turned: boolean;
  blocks: LaidBlock[];
}

/** An official document with every text cleaned and completed by the rules: what is left is to draw it. */
export interface LaidDocument {
  /** In one line or two. */
  superior: string | null;
  agency: string;
  numberLine: string;
  dateLine: string;
  date: { year: number; month: number; day: number };
  kind: string | null;
  abstract: string;
  addressees: string[];
  legalBases: string[];
  sections: LaidSection[];
  signature: { lines: string[]; name: string };
  recipients: string[];
}

/**
 * Applies the wording rules of Nghị định 30/2020/NĐ-CP, Phụ lục I to a document.
 * @throws RangeError when the date is not a day of the calendar
 */
export function layOut(document: OfficialDocument): LaidDocument {
  const [year, month, day] = document.date.split('-').map(Number) as [number, number, number];
  const number = document.number === null ? '' : oneLine(document.number);
  return {
    superior: document.superior ? nameLines(oneLine(document.superior).toUpperCase()) : null,
    agency: nameLines(oneLine(document.agency).toUpperCase()),
    // A paper without a number yet keeps room for writing it by hand.
    numberLine: number ? `Số: ${number}` : 'Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/',
    dateLine: placeAndDate(oneLine(document.place), document.date),
    date: { year, month, day },
    kind: document.kind === null ? null : oneLine(document.kind).toUpperCase(),
    abstract: oneLine(document.abstract),
    addressees: addresseeLines(document.addressee ?? ''),
    legalBases: endLines((document.legalBases ?? []).map(oneLine)),
    sections: laySections(document.body, document.landscapeTables ?? false),
    signature: {
      lines: [document.signature.authority ?? '', document.signature.position]
        .map((line) => oneLine(line).toUpperCase())
        .filter((line) => line !== ''),
      name: oneLine(document.signature.name),
    },
    recipients: recipientLines(document.recipients.map(oneLine)),
  };
}

/** Capitals of 12 points that fit beside the name of the country with room between them. */
const nameLength = 25;

/**
 * Breaks a long name of an agency where people break it: before the place of a committee ("ỦY BAN NHÂN DÂN" / "XÃ
 * MƯỜNG PỒN"), else near three fifths, so that no single word is left for the second line.
 */
function nameLines(name: string): string {
  if (name.length <= nameLength) return name;
  const place = name.search(/ (?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ) /u);
  const spaces = [...name.matchAll(/ /g)].map((space) => space.index);
  const wanted = name.length * 0.6;
  const nearest = spaces.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? -1;
  const at = place > 0 ? place : nearest;
  return at < 0 ? name : `${name.slice(0, at)}\n${name.slice(at + 1)}`;
}

/**
 * "Điện Biên, ngày 05 tháng 02 năm 2026": days under 10 and months 1 and 2 take a leading zero, so that nobody can
 * write a digit before them (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4).
 * @param date 'YYYY-MM-DD'
 * @throws RangeError when it is not a day of the calendar
 */
export function placeAndDate(place: string, date: string): string {
  const moment = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Not a calendar day: ${JSON.stringify(date)}`);
  }
  const [year, month, day] = date.split('-') as [string, string, string];
  return `${place}, ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

/** Parts the body into upright and turned stretches; headings right above a turned table go with it. */
function laySections(body: Block[], mayTurn: boolean): LaidSection[] {
  const sections: LaidSection[] = [{ turned: false, blocks: [] }];
  for (const block of body) {
    const current = sections.at(-1)!;
    const turned = mayTurn && block.type === 'table' && isWide(block);
    // Between two wide tables a heading stays on the turned pages.
    if (turned === current.turned || (current.turned && block.type === 'heading')) {
      current.blocks.push(...layBlock(block, turned));
      continue;
    }
    const above = current.blocks.findLastIndex((placed) => placed.type !== 'heading') + 1;
    sections.push({ turned, blocks: [...current.blocks.splice(above), ...layBlock(block, turned)] });
  }
  return sections.filter((section, index) => index === 0 || section.blocks.length > 0);
}

function isWide(table: Table): boolean {
  return leastTableWidth(table) > uprightWidth || table.columns.length > 8;
}

function layBlock(block: Block, turned: boolean): LaidBlock[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', level: block.level, text: oneLine(block.text) }];
    case 'paragraph':
      return [{ type: 'paragraph', runs: layRuns(block.runs) }];
    case 'list':
      return block.items.map((item) => ({
        type: 'item',
        runs: layRuns(typeof item === 'string' ? [{ text: item }] : item),
      }));
    case 'table':
      return block.columns.length === 0 ? [] : [layTable(block, turned ? turnedWidth : uprightWidth)];
  }
}

/** Runs keep a space at their ends: it parts the words of neighbouring runs. */
function layRuns(runs: Run[]): Run[] {
  return runs.map((run) => {
    const text = manyLines(run.text);
    const before = /^\s/.test(run.text) ? ' ' : '';
    const after = text !== '' && /\s$/.test(run.text) ? ' ' : '';
    return {
      text: `${before}${text}${after}`,
      bold: run.bold ?? false,
      italic: run.italic ?? false,
      link: safeLink(run.link),
    };
  });
}

function layTable(table: Table, available: number): LaidTable {
  const widths = columnWidths(table, available);
  return {
    type: 'table',
    caption: table.caption ? oneLine(table.caption) : null,
    columns: table.columns.map((column, index) => ({
      title: manyLines(column.title),
      width: widths[index]!,
      align: column.align ?? 'left',
    })),
    rows: table.rows.map((row) => table.columns.map((_, index) => layCell(row[index] ?? ''))),
    dense: leastTableWidth(table) > available,
  };
}

function layCell(cell: Cell): { text: string; link?: string } {
  if (typeof cell === 'string') return { text: manyLines(cell) };
  return { text: manyLines(cell.text), link: safeLink(cell.link) };
}

/** Each line ends with ";", the last with "." (Phụ lục I, mục II.6 and II.9). */
function endLines(lines: string[]): string[] {
  const bare = lines.map((line) => line.replace(/[\s;.,]+$/, '')).filter((line) => line !== '');
  return bare.map((line, index) => `${line}${index === bare.length - 1 ? '.' : ';'}`);
}

/** One addressee stands beside "Kính gửi:", more than one below it as a list. */
function addresseeLines(addressee: string): string[] {
  const lines = manyLines(addressee)
    .split('\n')
    .map((line) => line.replace(/^[-–•\s]+/, '').trim())
    .filter((line) => line !== '');
  return lines.length > 1 ? endLines(lines).map((line) => `- ${line}`) : lines;
}

function recipientLines(recipients: string[]): string[] {
  const bare = recipients.map((line) => line.replace(/^[-–•\s]+/, ''));
  const kept = bare.some((line) => /^lưu\b/i.test(line)) ? bare : [...bare, 'Lưu: VT'];
  return endLines(kept).map((line) => `- ${line}`);
}
