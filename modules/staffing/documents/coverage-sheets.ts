import type { Sheet } from '#platform/documents';

/** One school of the coverage as a line of the sheet. Periods are mean periods a week. */
export interface CoverageLine {
  readonly name: string;
  readonly place: string | null;
  readonly classes: number;
  readonly pupils: number;
  readonly teachers: number;
  readonly quota: number;
  readonly total: { readonly need: number; readonly have: number };
  readonly subjects: Readonly<Record<string, { readonly needFte: number; readonly haveFte: number }>>;
}

/** Surplus (+) and shortage (-) of teachers by school and subject, in full posts. */
export function coverageSheets(
  lines: readonly CoverageLine[],
  subjects: readonly { code: string; name: string }[],
): Sheet[] {
  return [
    {
      name: 'Thừa thiếu giáo viên',
      columns: [
        { title: 'Trường', kind: 'text', width: 36 },
        { title: 'Xã, phường', kind: 'text', width: 24 },
        { title: 'Số lớp', kind: 'integer' },
        { title: 'Số học sinh', kind: 'integer' },
        { title: 'Số giáo viên', kind: 'integer' },
        { title: 'Định mức số giáo viên', kind: 'decimal' },
        { title: 'Tiết cần/tuần', kind: 'decimal' },
        { title: 'Tiết có/tuần', kind: 'decimal' },
        ...subjects.map(({ name }) => ({
          title: `${name}: thừa (+), thiếu (-) giáo viên`,
          kind: 'decimal' as const,
        })),
      ],
      rows: lines.map((line) => [
        line.name,
        line.place ?? '',
        line.classes,
        line.pupils,
        line.teachers,
        line.quota,
        line.total.need,
        line.total.have,
        ...subjects.map(({ code }) => {
          const one = line.subjects[code];
          return one ? Math.round((one.haveFte - one.needFte) * 10) / 10 : null;
        }),
      ]),
    },
  ];
}
