import type { SectorMapping } from './sector-template.ts';

/** A fact of a person by the key of its field, as it stands in our rows; '' when there is none. */
export type Facts = Readonly<Record<string, string>>;

/** What is wrong with a row. An error keeps the row out of the file, a warning only tells. */
export interface RowFault {
  readonly heading: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface SectorRow {
  /** One text for each column of the template. */
  readonly cells: readonly string[];
  readonly faults: readonly RowFault[];
}

/**
 * One person by the columns of a template: what is missing where the template wants it, what has no code, and what does not
 * fit in an identity number (PRV-30 to PRV-33). `numberFaults` are the faults of the identity number that the records already know.
 */
export function sectorRow(
  mapping: SectorMapping,
  facts: Facts,
  numberFaults: readonly { readonly kind: string; readonly message: string }[],
): SectorRow {
  const faults: RowFault[] = [];
  const cells = mapping.columns.map(({ heading, field, required, codes }) => {
    const fault = (severity: RowFault['severity'], message: string) =>
      faults.push({ heading, severity, message });
    const own = facts[field] ?? '';
    if (own === '') {
      if (required) fault('error', 'Còn trống, mẫu bắt buộc có.');
      else if (field === 'identityNumber') fault('warning', 'Chưa có số định danh cá nhân.');
      return '';
    }
    if (field === 'identityNumber') {
      for (const { kind, message } of numberFaults) fault(kind === 'shape' ? 'error' : 'warning', message);
    }
    if (Object.keys(codes).length === 0) return own;
    const code = Object.hasOwn(codes, own) ? codes[own] : undefined;
    if (code === undefined) fault('error', `"${own}" chưa có mã trong mẫu.`);
    return code ?? '';
  });
  return { cells, faults };
}

/** How many rows there are, how many go out, how many are kept back, and how many of those that go out have a warning. */
export function countRows(rows: readonly SectorRow[]) {
  const refused = rows.filter(isRefused).length;
  const doubtful = rows.filter((row) => !isRefused(row) && row.faults.length > 0).length;
  return { asked: rows.length, written: rows.length - refused, refused, doubtful };
}

export function isRefused({ faults }: SectorRow): boolean {
  return faults.some(({ severity }) => severity === 'error');
}

/** Faults of a template itself; `known` are the fields of its kind. */
export function mappingFaults(
  { columns }: Pick<SectorMapping, 'columns'>,
  known: readonly string[],
): { readonly path: string; readonly message: string }[] {
  const headings = new Set<string>();
  return columns.flatMap(({ heading, field }, at) => {
    const name = heading.trim().toLowerCase();
    const twice = headings.has(name);
    headings.add(name);
    return [
      ...(twice ? [{ path: `columns.${at}.heading`, message: `Tên cột "${heading}" lặp lại.` }] : []),
      ...(field !== '' && !known.includes(field)
        ? [{ path: `columns.${at}.field`, message: `Không có mục dữ liệu "${field}".` }]
        : []),
    ];
  });
}
