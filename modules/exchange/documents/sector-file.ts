import { renderWorkbook } from '#platform/documents';
import { csvFile, isRefused, type SectorKind, type SectorMapping, type SectorRow } from '../rules/index.ts';

interface Sheet {
  readonly kind: SectorKind;
  readonly mapping: SectorMapping;
  readonly rows: readonly (SectorRow & { readonly name: string; readonly place: string })[];
}

const names = { pupils: 'Học sinh', staff: 'Cán bộ, giáo viên' } as const;

/**
 * The file for the sector database. Excel: every cell a text, so that codes keep their zeros, and a second sheet with the rows kept back
 * and why. CSV: UTF-8 with a mark, which Excel needs to read Vietnamese; texts that begin like a formula get an apostrophe in both.
 */
export async function sectorFile(
  { kind, mapping, rows }: Sheet,
  format: 'xlsx' | 'csv',
): Promise<Uint8Array> {
  const headings = mapping.columns.map(({ heading }) => heading);
  const written = rows.filter((row) => !isRefused(row)).map(({ cells }) => [...cells]);
  if (format === 'csv') return new TextEncoder().encode(`\ufeff${csvFile(headings, written)}`);
  const refused = rows.filter(isRefused).map(({ name, place, faults }) => [
    name,
    place,
    faults
      .filter(({ severity }) => severity === 'error')
      .map(({ heading, message }) => `${heading}: ${message}`)
      .join(' '),
  ]);
  const text = (title: string) => ({ title, kind: 'text' as const });
  return renderWorkbook([
    { name: names[kind], columns: headings.map(text), rows: written },
    ...(refused.length > 0
      ? [{ name: 'Chưa xuất', columns: ['Họ và tên', 'Lớp, vị trí', 'Lí do'].map(text), rows: refused }]
      : []),
  ]);
}
