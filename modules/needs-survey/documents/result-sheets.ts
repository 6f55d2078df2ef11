import type { Sheet } from '#platform/documents';
import type { readResults } from '../rules/read-results.ts';

type Results = ReturnType<typeof readResults>;

/** Results as sheets: who answered by class, and each question's choices by grade and by class. */
export function resultSheets(byClass: Results, byGrade: Results): Sheet[] {
  return [
    {
      name: 'Tỷ lệ trả lời',
      columns: [
        { title: 'Lớp', kind: 'text', width: 12 },
        { title: 'Số học sinh', kind: 'integer', width: 14 },
        { title: 'Đã trả lời', kind: 'integer', width: 14 },
        { title: 'Tỷ lệ', kind: 'percent', width: 10 },
      ],
      rows: byClass.parts.map(({ name, asked, answered }) => [
        name,
        asked,
        answered,
        asked > 0 ? answered / asked : '',
      ]),
    },
    needSheet('Theo khối', byGrade),
    needSheet('Theo lớp', byClass),
  ];
}

function needSheet(name: string, results: Results): Sheet {
  return {
    name,
    columns: [
      { title: 'Câu hỏi', kind: 'text', width: 44 },
      { title: 'Lựa chọn', kind: 'text', width: 30 },
      { title: 'Tổng số', kind: 'integer', width: 10 },
      ...results.parts.map((part) => ({ title: part.name, kind: 'integer' as const, width: 10 })),
    ],
    rows: results.questions.flatMap((question) =>
      question.options.map((option) => [
        question.title,
        option.label,
        option.count,
        ...option.byPart.map((count) => count ?? ''),
      ]),
    ),
  };
}

/** Pupils to remind, as a sheet. */
export function unansweredSheet(rows: readonly { name: string; className: string }[]): Sheet {
  return {
    name: 'Chưa trả lời',
    columns: [
      { title: 'STT', kind: 'integer', width: 6 },
      { title: 'Họ và tên', kind: 'text', width: 32 },
      { title: 'Lớp', kind: 'text', width: 12 },
    ],
    rows: rows.map(({ name, className }, at) => [at + 1, name, className]),
  };
}
