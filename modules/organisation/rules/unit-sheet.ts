import type { CommuneKind, ManagingAuthority, SchoolKind } from './unit-kinds.ts';
import {
  authorityWords,
  findWord,
  foldWords,
  kindWords,
  listWords,
  type SheetKind,
  schoolKindWords,
  yesNoWords,
  zoneWords,
} from './unit-words.ts';

/** A fault of the sheet: the cell ("C7") and what to do about it, in Vietnamese. */
export interface SheetFault {
  readonly cell: string;
  readonly message: string;
}

/** One line of the sheet. `null`: the cell is empty, what is known stays. */
export interface UnitEntry {
  /** Number of the line in the sheet. */
  readonly line: number;
  readonly kind: SheetKind;
  /** Subject teams have none: a team is known by its name in its school. */
  readonly code: string | null;
  readonly name: string;
  readonly communeKind: CommuneKind | null;
  readonly schoolKind: SchoolKind | null;
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
  readonly managingAuthority: ManagingAuthority | null;
  readonly communeCode: string | null;
  readonly schoolCode: string | null;
  readonly zone: number | null;
  readonly border: boolean | null;
  /** Village or address of the main teaching site. */
  readonly mainSite: string | null;
}

export interface UnitSheet {
  readonly entries: readonly UnitEntry[];
  readonly faults: readonly SheetFault[];
  /** Every unit that a line names, faulty lines too (keys as of `unitKey`): others may refer to it. */
  readonly named: ReadonlySet<string>;
}

/** The columns in the order of the template. Columns may stand in any order; those that are not required may be missing. */
export const unitColumns = [
  { field: 'kind', title: 'Loại đơn vị', required: true },
  { field: 'code', title: 'Mã', required: true },
  { field: 'name', title: 'Tên', required: true },
  { field: 'schoolKind', title: 'Loại trường', required: false },
  { field: 'managingAuthority', title: 'Cấp quản lý', required: false },
  { field: 'communeCode', title: 'Mã xã, phường', required: false },
  { field: 'schoolCode', title: 'Mã trường', required: false },
  { field: 'zone', title: 'Khu vực', required: false },
  { field: 'border', title: 'Biên giới', required: false },
  { field: 'mainSite', title: 'Địa chỉ điểm chính', required: false },
  { field: 'note', title: 'Ghi chú', required: false },
] as const;

type Field = (typeof unitColumns)[number]['field'];

const mostUnits = 10_000;
const headingLines = 20;

/** Which columns say something about which kind of unit. */
const fieldsOf: Readonly<Record<SheetKind, readonly Field[]>> = {
  department: ['code', 'name'],
  division: ['code', 'name'],
  commune: ['code', 'name', 'zone', 'border'],
  school: ['code', 'name', 'schoolKind', 'managingAuthority', 'communeCode', 'zone', 'border', 'mainSite'],
  subjectTeam: ['name', 'schoolCode'],
};

/** The name of a cell: (1, 0) is "A1". */
export function cellName(line: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${line}`;
}

/** Whether a sheet has the headings of units: a workbook may hold others (instructions). */
export function isUnitSheet(rows: readonly (readonly string[])[]): boolean {
  return findHeadings(rows) >= 0;
}

function findHeadings(rows: readonly (readonly string[])[]): number {
  const wanted = foldWords(unitColumns[0].title);
  return rows.slice(0, headingLines).findIndex((row) => row.some((cell) => foldWords(cell) === wanted));
}

/**
 * Reads the lines of a sheet of units. Rows are texts, row 0 is line 1. Everything wrong is listed at once; a line with
 * a fault gives no entry. What depends on units already known is checked by `compareUnits`.
 */
export function readUnitSheet(rows: readonly (readonly string[])[]): UnitSheet {
  const at = findHeadings(rows);
  if (at < 0) {
    const titles = unitColumns.filter(({ required }) => required).map(({ title }) => `"${title}"`);
    const message = `Không thấy dòng tiêu đề. Hãy ghi các cột ${titles.join(', ')} như trong tệp mẫu.`;
    return empty([{ cell: 'A1', message }]);
  }
  const { columns, wrong: wrongHeadings } = readHeadings(rows[at]!, at + 1);
  if (wrongHeadings.length > 0) return empty(wrongHeadings);
  const lines = rows
    .map((cells, index) => ({ cells, line: index + 1 }))
    .filter(({ cells, line }) => line > at + 1 && cells.some((cell) => cell !== ''));
  if (lines.length > mostUnits) {
    const message = `Bảng có hơn ${mostUnits.toLocaleString('vi-VN')} dòng. Hãy chia thành nhiều tệp.`;
    return empty([{ cell: cellName(lines[mostUnits]!.line, 0), message }]);
  }
  const found = lines.map(({ cells, line }) => readLine(cells, line, columns));
  const units = found.flatMap(({ entry }) => (entry ? [entry] : []));
  const faults = [
    ...found.flatMap((read) => read.faults),
    ...departmentFaults(lines, columns, found),
    ...repeatedFaults(units, columns),
  ];
  const wrong = new Set(faults.map(({ cell }) => lineOf(cell)));
  return {
    entries: units.filter(({ line }) => !wrong.has(line)),
    faults: faults.sort((left, right) => lineOf(left.cell) - lineOf(right.cell)),
    named: new Set(units.map(unitKey)),
  };
}

function empty(faults: readonly SheetFault[]): UnitSheet {
  return { entries: [], faults, named: new Set() };
}

/** The line of a cell: 7 for "C7". */
export function lineOf(cell: string): number {
  return Number(cell.replace(/^[A-Z]+/, ''));
}

type Columns = ReadonlyMap<Field, number>;

function readHeadings(row: readonly string[], line: number): { columns: Columns; wrong: SheetFault[] } {
  const columns = new Map<Field, number>();
  const wrong: SheetFault[] = [];
  for (const [index, heading] of row.entries()) {
    if (heading === '') continue;
    const known = unitColumns.find(({ title }) => foldWords(title) === foldWords(heading));
    const cell = cellName(line, index);
    if (!known) {
      wrong.push({ cell, message: `Không có cột "${heading}". Hãy sửa theo tệp mẫu hoặc xóa cột này.` });
    } else if (columns.has(known.field)) {
      wrong.push({ cell, message: `Cột "${known.title}" có hai lần. Hãy xóa bớt một cột.` });
    } else columns.set(known.field, index);
  }
  for (const { field, title, required } of unitColumns) {
    if (required && !columns.has(field)) {
      wrong.push({ cell: cellName(line, row.length), message: `Thiếu cột "${title}". Hãy thêm cột này.` });
    }
  }
  return { columns, wrong };
}

interface ReadLine {
  readonly line: number;
  readonly kind: SheetKind | undefined;
  readonly entry: UnitEntry | undefined;
  readonly faults: readonly SheetFault[];
}

function readLine(cells: readonly string[], line: number, columns: Columns): ReadLine {
  const faults: SheetFault[] = [];
  const value = (field: Field): string => cells[columns.get(field) ?? -1] ?? '';
  const fault = (field: Field, message: string) => {
    faults.push({ cell: cellName(line, columns.get(field) ?? 0), message });
  };
  /** The word typed in a cell; undefined for an empty one and for one that is wrong. */
  function word<Entry extends { readonly word: string; readonly also?: readonly string[] }>(
    field: Field,
    entries: readonly Entry[],
  ): Entry | undefined {
    const typed = value(field);
    if (typed === '') return undefined;
    const found = findWord(entries, typed);
    if (!found) fault(field, `Không hiểu "${typed}". Hãy ghi một trong: ${listWords(entries)}.`);
    return found;
  }

  const kindWord = word('kind', kindWords);
  if (value('kind') === '')
    fault('kind', `Chưa ghi loại đơn vị. Hãy ghi một trong: ${listWords(kindWords)}.`);
  if (!kindWord) return { line, kind: undefined, entry: undefined, faults };
  const { kind } = kindWord;
  for (const { field, title } of unitColumns) {
    if (field === 'kind' || field === 'note' || fieldsOf[kind].includes(field) || value(field) === '')
      continue;
    const reason =
      field === 'code'
        ? 'Tổ không cần mã, được nhận ra theo tên và mã trường'
        : `${kindWord.word} không có mục "${title}"`;
    fault(field, `${reason}. Hãy xóa ô này.`);
  }

  const code = kind === 'subjectTeam' ? null : readCode(kind, value('code'), (text) => fault('code', text));
  const name = readName(kindWord, value('name'), (text) => fault('name', text));
  const schoolKind = kind === 'school' ? word('schoolKind', schoolKindWords) : undefined;
  if (kind === 'school' && value('schoolKind') === '') {
    fault('schoolKind', `Chưa ghi loại trường. Hãy ghi một trong: ${listWords(schoolKindWords)}.`);
  }
  const authority = kind === 'school' ? word('managingAuthority', authorityWords)?.authority : undefined;
  const managingAuthority = authority ?? schoolKind?.managedBy ?? null;
  const communeCode = readCommuneCode(value('communeCode'), (text) => fault('communeCode', text));
  if (managingAuthority === 'communePC' && value('communeCode') === '') {
    fault('communeCode', 'Trường do xã, phường quản lý. Hãy ghi mã xã, phường (5 chữ số).');
  }
  if (kind === 'subjectTeam' && value('schoolCode') === '') {
    fault('schoolCode', 'Hãy ghi mã của trường có tổ này.');
  }
  const zone = word('zone', zoneWords)?.zone ?? null;
  const border = word('border', yesNoWords)?.yes ?? null;
  const mainSite = value('mainSite') || null;
  if (mainSite && mainSite.length > 200) fault('mainSite', 'Địa chỉ dài nhất 200 ký tự. Hãy viết gọn lại.');
  const entry: UnitEntry = {
    line,
    kind,
    code,
    name,
    communeKind: kindWord.communeKind ?? null,
    schoolKind: schoolKind?.kind ?? null,
    teachesLower: schoolKind?.teachesLower ?? false,
    teachesUpper: schoolKind?.teachesUpper ?? false,
    managingAuthority,
    communeCode: kind === 'school' ? communeCode : null,
    schoolCode: kind === 'subjectTeam' ? value('schoolCode') : null,
    zone,
    border,
    mainSite,
  };
  return { line, kind, entry, faults };
}

function readCode(kind: SheetKind, typed: string, fault: (message: string) => void): string {
  if (typed === '') {
    fault(
      kind === 'commune'
        ? 'Hãy ghi mã đơn vị hành chính (5 chữ số).'
        : 'Hãy ghi mã: chữ, số, không có khoảng trắng.',
    );
    return '';
  }
  if (kind === 'commune') return readCommuneCode(typed, fault) ?? '';
  if (/^[\p{L}\d][\p{L}\d._-]{0,29}$/u.test(typed)) return typed;
  fault(`Mã "${typed}" chưa đúng. Hãy ghi 1-30 chữ, số, dấu chấm, gạch; không có khoảng trắng.`);
  return typed;
}

/** A spreadsheet drops the zero in front of a code that it takes for a number: four digits can only be that. */
function readCommuneCode(typed: string, fault: (message: string) => void): string | null {
  if (typed === '') return null;
  if (/^\d{5}$/.test(typed)) return typed;
  if (/^\d{4}$/.test(typed)) return `0${typed}`;
  fault(`Mã xã, phường "${typed}" chưa đúng. Hãy ghi đủ 5 chữ số của danh mục đơn vị hành chính.`);
  return null;
}

/** A commune is called by its full name, "Xã …" or "Phường …", also where only the rest was typed. */
function readName(
  { kind, word }: { kind: SheetKind; word: string },
  typed: string,
  fault: (message: string) => void,
): string {
  if (typed === '') {
    fault('Chưa ghi tên. Hãy ghi tên đầy đủ của đơn vị.');
    return '';
  }
  const isFull = kind !== 'commune' || /^(xã|phường)\s/iu.test(typed);
  const name = isFull ? typed : `${word} ${typed}`;
  if (name.length > 200) fault('Tên dài nhất 200 ký tự. Hãy viết gọn lại.');
  return name;
}

function departmentFaults(
  lines: readonly { readonly line: number }[],
  columns: Columns,
  found: readonly ReadLine[],
): SheetFault[] {
  const column = columns.get('kind')!;
  const departments = found.filter(({ kind }) => kind === 'department');
  if (departments.length === 0) {
    const line = lines[0]?.line ?? 2;
    return [
      { cell: cellName(line, column), message: 'Thiếu dòng "Sở". Hãy thêm một dòng cho Sở, có mã và tên.' },
    ];
  }
  const message = `Chỉ có một Sở (đã ở dòng ${departments[0]!.line}). Hãy xóa dòng này.`;
  return departments.slice(1).map(({ line }) => ({ cell: cellName(line, column), message }));
}

/** What tells a unit from the others: its kind and code, a team its school and name. */
export function unitKey(unit: {
  readonly kind: string;
  readonly code: string | null;
  readonly name: string;
  readonly schoolCode: string | null;
}): string {
  if (unit.kind === 'subjectTeam') return `team ${unit.schoolCode} ${foldWords(unit.name)}`;
  return unit.kind === 'department' ? 'department' : `${unit.kind} ${unit.code}`;
}

function repeatedFaults(entries: readonly UnitEntry[], columns: Columns): SheetFault[] {
  const first = new Map<string, number>();
  const faults: SheetFault[] = [];
  for (const entry of entries) {
    if (entry.kind === 'department' || entry.code === '' || entry.name === '') continue;
    const key = unitKey(entry);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, entry.line);
      continue;
    }
    const isTeam = entry.kind === 'subjectTeam';
    faults.push({
      cell: cellName(entry.line, columns.get(isTeam ? 'name' : 'code')!),
      message: isTeam
        ? `Trường này đã có tổ "${entry.name}" ở dòng ${before}. Hãy xóa dòng thừa.`
        : `Mã "${entry.code}" đã dùng ở dòng ${before}. Hãy sửa mã hoặc xóa dòng thừa.`,
    });
  }
  return faults;
}
