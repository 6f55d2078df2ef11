/** One page with one grid: what hangs on a wall. */
export interface GridSheet {
  readonly title: string;
  /** Under the title; '' for nothing. */
  readonly subtitle: string;
  /** Headings of the columns; the first ones belong to the row headings. */
  readonly columns: readonly string[];
  /** How many of the first columns are row headings. */
  readonly headings: number;
  readonly rows: readonly GridRow[];
  /** Under the grid: what signs in it mean. */
  readonly legend?: string;
  /** On how many pages it is laid, where one would be too small to read: down and across. One without. */
  readonly pages?: { readonly down: number; readonly across: number };
  /** In letters of ordinary weight: a book to read, not a chart on a wall. */
  readonly plain?: boolean;
}

export interface GridRow {
  /** One text for each column; a row heading that spans the rows below it stands in the first, '' in the others. */
  readonly cells: readonly GridCell[];
  /** A stronger line above the row. */
  readonly begins: boolean;
}

export interface GridCell {
  /** In strong letters, but for plain sheets. */
  readonly text: string;
  /** Below it, smaller; '' for nothing. */
  readonly note: string;
}

/** A booklet of grids on paper of one size, laid across: as PDF a page each, as a sheet of a workbook one below the other. */
export interface GridBook {
  readonly paper: 'a4' | 'a3';
  /** In the head of each page. */
  readonly owner: string;
  /** In the foot of each page. */
  readonly foot: string;
  readonly sheets: readonly GridSheet[];
}
