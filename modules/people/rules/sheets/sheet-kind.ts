import type { Finding, Reading } from './finding.ts';
import type { Word } from './read-text.ts';

export const sheetKinds = ['pupils', 'staff', 'classes', 'assignments'] as const;
export type SheetKindName = (typeof sheetKinds)[number];

/** What a sheet is read against: the rows of the school and the lists of the department. */
export interface SheetContext {
  readonly unitId: string;
  /** 'YYYY-MM-DD' */
  readonly today: string;
  /** The calendar year in which the school year begins. */
  readonly firstYear: number;
  readonly classes: readonly { readonly id: string; readonly name: string; readonly grade: number }[];
  readonly grades: readonly number[];
  readonly communes: readonly { readonly id: string; readonly name: string }[];
  readonly villages: readonly string[];
  readonly ethnicGroups: readonly Word[];
  readonly subjects: readonly Word[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly staff: readonly { readonly id: string; readonly name: string; readonly code: string | null }[];
  readonly rooms: readonly { readonly id: string; readonly name: string }[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** Who holds the identity numbers of the sheet, in whichever school. */
  readonly holders: ReadonlyMap<string, IdentityHolder>;
}

export interface IdentityHolder {
  readonly person: 'pupil' | 'staff';
  readonly unitId: string;
  readonly unitName: string;
}

/** A column that a kind of sheet may have. */
export interface SheetColumn {
  readonly field: string;
  /** The heading in our own template. */
  readonly title: string;
  /** Other headings found in school sheets and exports of csdl.moet.gov.vn. */
  readonly synonyms: readonly string[];
  /** A new record cannot do without it. */
  readonly required?: boolean;
  /** What to write, for the page of instructions. */
  readonly explanation: string;
  readonly read: (typed: string, context: SheetContext) => Reading;
  /** How a value is shown beside another; without it, as it is. */
  readonly show?: (value: string, context: SheetContext) => string;
  /** The values to choose from in the template. */
  readonly options?: (context: SheetContext) => readonly string[];
  /** The column gives a part of this field and is not in our template ('Họ đệm' and 'Tên'; 'Nữ' with a mark). */
  readonly partOf?: string;
}

/** Values of a row by field; null: the cell says nothing. */
export type Values = Readonly<Record<string, string | null>>;

export interface FieldFinding extends Finding {
  readonly field: string;
}

/** A kind of sheet: its columns and what must hold between them. */
export interface SheetKind {
  readonly kind: SheetKindName;
  readonly columns: readonly SheetColumn[];
  /** Texts of a field made from the texts of its part columns (by field). */
  readonly join?: Readonly<Record<string, (parts: Readonly<Record<string, string>>) => string>>;
  /** Ways to find the record of a row, the strongest first; each a list of fields that must all agree. */
  readonly keys: readonly (readonly string[])[];
  /** Fields no two rows may share. */
  readonly unique: readonly string[];
  /** Checks between the cells of a row; `drop` names fields that cannot be kept. */
  readonly checkRow?: (
    values: Values,
    context: SheetContext,
  ) => { findings: FieldFinding[]; drop?: string[] };
}

/** The letters of a column: 0 → 'A', 27 → 'AB'. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
