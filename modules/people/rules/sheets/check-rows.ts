import { bad, type Finding, warning } from './finding.ts';
import type { ColumnFields } from './map-columns.ts';
import { foldWords } from './match-words.ts';
import { canBeSwapped, swapDayAndMonth } from './read-date.ts';
import { tidy } from './read-text.ts';
import {
  columnLetters,
  type SheetColumn,
  type SheetContext,
  type SheetKind,
  type Values,
} from './sheet-kind.ts';

/** A row of a sheet on its way in; `line` as the spreadsheet counts, from 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Left out by the person. */
  readonly skipped?: boolean;
}

/** A finding in its place: 'D14', or 'Dòng 14' when no column gives the field. */
export interface PlacedFinding extends Finding {
  readonly field: string;
  readonly column: number | null;
  readonly cell: string;
}

/** A record of the school that a row may belong to, with the same fields. */
export interface KnownRecord {
  readonly id: string;
  readonly name: string;
  readonly values: Values;
  /** Why the sheet may not change it ('Em đã thôi học'); absent: it may. */
  readonly closed?: string;
}

export interface FieldChange {
  readonly field: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string;
}

export interface CheckedRow {
  readonly line: number;
  readonly state: 'new' | 'changed' | 'unchanged' | 'faulty' | 'skipped';
  /** What the row says, by field; null: nothing. */
  readonly values: Values;
  readonly findings: readonly PlacedFinding[];
  /** The record it belongs to; null: a new one. */
  readonly known: KnownRecord | null;
  /** What it changes of the known record. */
  readonly changes: readonly FieldChange[];
}

/** Reads and judges every row, and finds what each would change. Empty cells keep what is recorded. */
export function checkRows(
  kind: SheetKind,
  fields: ColumnFields,
  rows: readonly SheetRow[],
  known: readonly KnownRecord[],
  context: SheetContext,
): CheckedRow[] {
  const places = placesOf(kind, fields);
  const read = rows.map((row) => readRow(kind, places, row, context));
  warnSwappedDates(read, places);
  checkDuplicates(kind, read, places);
  const records = recordsByKey(kind, known);
  const taken = new Map<string, number>();
  return read.map((row) => {
    if (row.skipped) return { ...plain(row), state: 'skipped', known: null, changes: [] };
    checkHolder(row, places, context);
    const record = findRecord(kind, row, records, places, taken);
    if (!record) requireFields(row, places);
    const changes = record ? changesOf(kind, row.values, record, context) : [];
    const isFaulty = row.findings.some(({ severity }) => severity === 'must');
    const state = isFaulty ? 'faulty' : !record ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
    return { ...plain(row), state, known: record ?? null, changes };
  });
}

interface ReadRow {
  readonly line: number;
  readonly skipped: boolean;
  readonly typed: Readonly<Record<string, string>>;
  readonly values: Record<string, string | null>;
  readonly findings: PlacedFinding[];
}

const plain = ({ line, values, findings }: ReadRow) => ({
  line,
  values,
  findings: findings.sort((left, right) => (left.column ?? 100) - (right.column ?? 100)),
});

interface Place {
  readonly column: SheetColumn;
  /** Columns of the sheet that give it, a whole one or its parts by field. */
  readonly at: readonly { readonly field: string; readonly index: number }[];
}

/** Where the fields of a kind stand in a sheet. */
export function placesOf(kind: SheetKind, fields: ColumnFields): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const column of kind.columns) {
    if (column.partOf !== undefined) continue;
    const own = fields.indexOf(column.field);
    const parts = kind.columns
      .filter(({ partOf }) => partOf === column.field)
      .map(({ field }) => ({ field, index: fields.indexOf(field) }))
      .filter(({ index }) => index >= 0);
    const at = own >= 0 ? [{ field: column.field, index: own }] : parts;
    places.set(column.field, { column, at });
  }
  return places;
}

function readRow(
  kind: SheetKind,
  places: ReadonlyMap<string, Place>,
  row: SheetRow,
  context: SheetContext,
): ReadRow {
  const values: Record<string, string | null> = {};
  const typed: Record<string, string> = {};
  const findings: PlacedFinding[] = [];
  const out: ReadRow = { line: row.line, skipped: row.skipped === true, typed, values, findings };
  for (const [field, { column, at }] of places) {
    if (at.length === 0) continue;
    const isWhole = at[0]!.field === field;
    typed[field] = isWhole
      ? (row.cells[at[0]!.index] ?? '')
      : kind.join![field]!(Object.fromEntries(at.map(({ field, index }) => [field, row.cells[index] ?? ''])));
    if (out.skipped) continue;
    const reading = column.read(typed[field]!, context);
    values[field] = reading.value;
    for (const finding of reading.findings) place(out, places, field, finding);
  }
  if (out.skipped) return out;
  const checked = kind.checkRow?.(values, context);
  for (const finding of checked?.findings ?? []) place(out, places, finding.field, finding);
  for (const field of checked?.drop ?? []) values[field] = null;
  return out;
}

function place(row: ReadRow, places: ReadonlyMap<string, Place>, field: string, finding: Finding): void {
  const index = places.get(field)?.at[0]?.index ?? null;
  const cell = index === null ? `Dòng ${row.line}` : `${columnLetters(index)}${row.line}`;
  row.findings.push({ ...finding, field, column: index, cell });
}

/** Where some days of a column are American, those that could be either are in doubt. */
function warnSwappedDates(rows: readonly ReadRow[], places: ReadonlyMap<string, Place>): void {
  const american = new Set(
    rows.flatMap(({ findings }) =>
      findings.filter(({ code }) => code === 'dateOrder').map(({ field }) => field),
    ),
  );
  for (const field of american) {
    for (const row of rows) {
      const value = row.values[field];
      if (!value || !canBeSwapped(row.typed[field] ?? '')) continue;
      const message = 'Cột này có ngày viết kiểu Mỹ (tháng trước ngày); ngày này có thể bị hiểu ngược.';
      place(
        row,
        places,
        field,
        warning('dateDoubt', message, 'Hãy đối chiếu giấy khai sinh.', swapDayAndMonth(value)),
      );
    }
  }
}

function checkDuplicates(
  kind: SheetKind,
  rows: readonly ReadRow[],
  places: ReadonlyMap<string, Place>,
): void {
  for (const fields of [
    ...kind.unique.map((field) => [field]),
    ...kind.keys.filter((key) => key.length > 1),
  ]) {
    const isStrong = fields.length === 1;
    const first = new Map<string, ReadRow>();
    for (const row of rows) {
      const key = row.skipped ? null : keyOf(fields, row.values);
      if (key === null) continue;
      const other = first.get(key);
      if (!other) {
        first.set(key, row);
        continue;
      }
      const differs = kind.unique.some(
        (field) => row.values[field] && other.values[field] && row.values[field] !== other.values[field],
      );
      if (!isStrong && differs) {
        const message = `Trùng họ tên và ngày sinh với dòng ${other.line}.`;
        place(
          row,
          places,
          fields[0]!,
          warning('duplicatePerson', message, 'Số định danh khác nhau nên coi là hai người; hãy xem lại.'),
        );
      } else {
        const what = fields.map((field) => places.get(field)!.column.title.toLowerCase()).join(', ');
        const said = bad(
          'duplicateInFile',
          `Trùng ${what} với dòng ${other.line}.`,
          'Hãy sửa một trong hai dòng, hoặc bỏ bớt một dòng.',
        );
        place(row, places, fields[0]!, said.findings[0]!);
      }
    }
  }
}

function checkHolder(row: ReadRow, places: ReadonlyMap<string, Place>, context: SheetContext): void {
  const number = row.values.identityNumber;
  const holder = number ? context.holders.get(number) : undefined;
  if (!holder || holder.unitId === context.unitId) return;
  const remedy =
    holder.person === 'pupil'
      ? 'Nếu em chuyển trường, hãy làm thủ tục chuyển trường; nếu không, hãy kiểm tra lại số.'
      : 'Nếu người này dạy liên trường, hãy ghi ở trường chính; nếu không, hãy kiểm tra lại số.';
  const said = bad('otherSchool', `Số định danh này đang có ở ${holder.unitName}.`, remedy);
  place(row, places, 'identityNumber', said.findings[0]!);
}

/** Fields of a person that are compared without case and marks. */
const folded = new Set(['fullName', 'name']);

function keyOf(fields: readonly string[], values: Values): string | null {
  const parts: string[] = [];
  for (const field of fields) {
    const value = values[field];
    if (!value) return null;
    parts.push(folded.has(field) ? foldWords(value).replaceAll(' ', '') : value);
  }
  return parts.join('/');
}

type Records = readonly ReadonlyMap<string, readonly KnownRecord[]>[];

function recordsByKey(kind: SheetKind, known: readonly KnownRecord[]): Records {
  return kind.keys.map((fields) => {
    const map = new Map<string, KnownRecord[]>();
    for (const record of known) {
      const key = keyOf(fields, record.values);
      if (key !== null) map.set(key, [...(map.get(key) ?? []), record]);
    }
    return map;
  });
}

function findRecord(
  kind: SheetKind,
  row: ReadRow,
  records: Records,
  places: ReadonlyMap<string, Place>,
  taken: Map<string, number>,
): KnownRecord | undefined {
  const found: KnownRecord[] = [];
  for (const [at, fields] of kind.keys.entries()) {
    const key = keyOf(fields, row.values);
    const hits = (key === null ? undefined : records[at]!.get(key)) ?? [];
    const isStrong = fields.length === 1;
    // A namesake born the same day with other numbers is another person.
    const same = isStrong ? hits : hits.filter((hit) => agree(kind.unique, row.values, hit.values));
    if (!isStrong && found.length > 0) break;
    if (!isStrong && same.length > 1) {
      say(
        row,
        places,
        fields[0]!,
        `Trường có ${same.length} người cùng họ tên và ngày sinh.`,
        'Hãy ghi thêm số định danh hoặc mã.',
      );
      return undefined;
    }
    found.push(...same.slice(0, 1));
  }
  const record = found[0];
  if (!record) return undefined;
  const other = found.find(({ id }) => id !== record.id);
  const field = kind.keys[0]![0]!;
  if (other) {
    say(
      row,
      places,
      field,
      `Các số của dòng này thuộc hai người: ${record.name} và ${other.name}.`,
      'Hãy kiểm tra lại các số.',
    );
  }
  const earlier = taken.get(record.id);
  if (earlier !== undefined) {
    say(
      row,
      places,
      field,
      `Dòng này và dòng ${earlier} là cùng một hồ sơ (${record.name}).`,
      'Hãy bỏ bớt một dòng.',
    );
  } else taken.set(record.id, row.line);
  if (record.closed) say(row, places, field, record.closed, 'Hãy cập nhật ở trang hồ sơ, hoặc bỏ dòng này.');
  return record;
}

function agree(fields: readonly string[], left: Values, right: Values): boolean {
  return fields.every((field) => !left[field] || !right[field] || left[field] === right[field]);
}

function say(
  row: ReadRow,
  places: ReadonlyMap<string, Place>,
  field: string,
  message: string,
  remedy: string,
): void {
  place(row, places, field, bad('twoRecords', message, remedy).findings[0]!);
}

function requireFields(row: ReadRow, places: ReadonlyMap<string, Place>): void {
  for (const [field, { column, at }] of places) {
    if (!column.required || row.values[field]) continue;
    if (row.findings.some((finding) => finding.field === field && finding.severity === 'must')) continue;
    const where =
      at.length === 0 ? `Chưa chọn cột "${column.title}".` : `Thiếu ${column.title.toLowerCase()}.`;
    place(row, places, field, bad('missing', where, column.explanation).findings[0]!);
  }
}

function changesOf(
  kind: SheetKind,
  values: Values,
  record: KnownRecord,
  context: SheetContext,
): FieldChange[] {
  return kind.columns.flatMap(({ field, title, show }) => {
    const after = values[field];
    const before = record.values[field] ?? null;
    if (!after || after === before) return [];
    const shown = (value: string) => show?.(value, context) ?? value;
    return [{ field, title, before: before === null ? null : shown(before), after: shown(after) }];
  });
}

/** Cells to write when a proposal is accepted: one, or the parts of a name that stands in two columns. */
export function cellsOfProposal(
  places: ReadonlyMap<string, Place>,
  finding: Pick<PlacedFinding, 'field' | 'proposal'>,
): { column: number; text: string }[] {
  const at = places.get(finding.field)?.at ?? [];
  const proposal = finding.proposal;
  if (proposal === null || at.length === 0) return [];
  if (at[0]!.field === finding.field) return [{ column: at[0]!.index, text: proposal }];
  const words = tidy(proposal).split(' ');
  const parts: Record<string, string> = {
    familyName: words.slice(0, -1).join(' '),
    givenName: words.at(-1) ?? '',
  };
  return at.flatMap(({ field, index }) =>
    parts[field] === undefined ? [] : [{ column: index, text: parts[field] }],
  );
}
