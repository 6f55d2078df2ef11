/** A register (sổ) that is printed, bound and signed: a cover, then tables with a place to sign below each. */
export interface Register {
  /** Above the owner on the cover; '' for nothing. */
  readonly superior: string;
  readonly owner: string;
  readonly title: string;
  /** Under the title. */
  readonly subtitle: string;
  /** On the cover, a line each. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly parts: readonly RegisterPart[];
}

/** One table of a register, beginning on a new page; its head comes again on each page. */
export interface RegisterPart {
  readonly title: string;
  /** Under the title; '' for nothing. */
  readonly subtitle: string;
  /** On a page turned on its side. */
  readonly turned: boolean;
  readonly columns: readonly RegisterColumn[];
  /** A text for each column. */
  readonly rows: readonly (readonly string[])[];
  /** Lines below the table. */
  readonly remarks: readonly string[];
  /** Side by side below the remarks, each with room for a signature. */
  readonly signers: readonly { readonly position: string; readonly name: string }[];
}

export interface RegisterColumn {
  readonly title: string;
  /** Columns beside each other with the same group stand under one heading; '' for none. */
  readonly group: string;
  /** Millimetres; without it the column shares what is left. */
  readonly width?: number;
  readonly align?: 'left' | 'center';
}

export const registerPage = { width: 210, height: 297, top: 13, bottom: 13, left: 18, right: 9 } as const;

/** Millimetres of each column, filling the page. */
export function registerWidths({ turned, columns }: RegisterPart): number[] {
  const { width, height, left, right, top, bottom } = registerPage;
  const room = turned ? height - top - bottom - 6 : width - left - right;
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const free = columns.filter((column) => column.width === undefined).length;
  const share = free > 0 ? Math.max(5, (room - fixed) / free) : 0;
  const widths = columns.map((column) => column.width ?? share);
  const whole = widths.reduce((sum, one) => sum + one, 0);
  return whole > room ? widths.map((one) => (one / whole) * room) : widths;
}

/** Points of the letters of a table: a class of up to 45 fits one upright page, many columns fit a turned one. */
export function registerLetters({ turned, columns, rows }: RegisterPart): number {
  if (turned && columns.length > 12) return 8;
  return rows.length > 34 ? 9 : 10;
}

/** The upper line of a table's head: headings over several columns, and null for a column whose title takes both lines. */
export function headingGroups(
  columns: readonly RegisterColumn[],
): { readonly title: string | null; readonly span: number }[] {
  const groups: { title: string | null; span: number }[] = [];
  let last = '';
  for (const { group } of columns) {
    if (group !== '' && group === last) groups.at(-1)!.span += 1;
    else groups.push({ title: group === '' ? null : group, span: 1 });
    last = group;
  }
  return groups;
}
