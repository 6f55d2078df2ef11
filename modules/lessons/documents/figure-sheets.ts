import type { Sheet } from '#platform/documents';
import { lessonMethods, lessonTopics, tagsOfYear } from '#reference/lesson-tags';

interface Row {
  readonly unit: { readonly name: string };
  readonly teachers: number;
  readonly withApproved: number;
  readonly written: number;
  readonly approved: number;
  readonly digital: number;
  readonly byTag: Readonly<Record<string, number>>;
}

/** Lesson plans in numbers as a sheet: a row for each team, school or commune, a column for each tag. */
export function figureSheets(schoolYear: string, rows: readonly Row[]): Sheet[] {
  const tags = [...tagsOfYear(lessonTopics, schoolYear), ...tagsOfYear(lessonMethods, schoolYear)];
  return [
    {
      name: `Bài dạy ${schoolYear}`,
      columns: [
        { title: 'Đơn vị', kind: 'text', width: 40 },
        { title: 'Giáo viên có tiết dạy', kind: 'integer' },
        { title: 'Giáo viên có bài được duyệt', kind: 'integer' },
        { title: 'Bài đã soạn', kind: 'integer' },
        { title: 'Bài đã duyệt', kind: 'integer' },
        { title: 'Bài có học liệu số', kind: 'integer' },
        ...tags.map(({ name }) => ({ title: name, kind: 'integer' as const })),
      ],
      rows: rows.map((row) => [
        row.unit.name,
        row.teachers,
        row.withApproved,
        row.written,
        row.approved,
        row.digital,
        ...tags.map(({ code }) => row.byTag[code] ?? 0),
      ]),
    },
  ];
}
