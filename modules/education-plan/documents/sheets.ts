import type { Sheet } from '#platform/documents';
import { halfWords, type RuleId, ruleWords, stateWords, weekdayName } from '../rules/index.ts';
import { type PlanPaper, periodsTable } from './plan-document.ts';

/** The periods of the plan and its frame of the week, as figures that can be calculated with. */
export function planSheets(paper: PlanPaper): Sheet[] {
  return [
    {
      name: 'Số tiết',
      columns: [
        { title: 'Khối', kind: 'integer' },
        { title: 'Lớp', kind: 'text' },
        { title: 'Môn học, hoạt động', kind: 'text' },
        { title: 'Học kì I', kind: 'integer' },
        { title: 'Học kì II', kind: 'integer' },
        { title: 'Cả năm', kind: 'integer' },
        { title: 'Tiết/tuần HK I', kind: 'decimal' },
        { title: 'Tiết/tuần HK II', kind: 'decimal' },
      ],
      rows: periodsTable(paper).map((row) => [
        row.grade,
        row.className,
        row.subject,
        row.semester1,
        row.semester2,
        row.total,
        row.weekly1,
        row.weekly2,
      ]),
    },
    {
      name: 'Khung tuần',
      columns: [
        { title: 'Khối', kind: 'integer' },
        { title: 'Ngày', kind: 'text' },
        { title: 'Buổi', kind: 'text' },
        { title: 'Tiết chính khoá', kind: 'integer' },
        { title: 'Tiết buổi 2', kind: 'integer' },
      ],
      rows: paper.rows.dayLoads.map((row) => [
        row.grade,
        weekdayName(row.weekday),
        halfWords[row.half],
        row.programme,
        row.support,
      ]),
    },
  ];
}

/** A school on the board. */
interface BoardLine {
  readonly unitName: string;
  readonly communeName: string | null;
  readonly revision: number | null;
  readonly state: keyof typeof stateWords;
  readonly mustFix: number;
  readonly warnings: number;
  readonly rules: readonly string[];
  readonly publishedOn: string | null;
  readonly onTime: boolean | null;
}

/** The board of all schools, a line each. */
export function boardSheet(rows: readonly BoardLine[]): Sheet {
  return {
    name: 'Kế hoạch giáo dục',
    columns: [
      { title: 'Trường', kind: 'text' },
      { title: 'Xã, phường', kind: 'text' },
      { title: 'Bước', kind: 'text' },
      { title: 'Bản', kind: 'integer' },
      { title: 'Lỗi phải sửa', kind: 'integer' },
      { title: 'Cảnh báo', kind: 'integer' },
      { title: 'Ngày công khai', kind: 'date' },
      { title: 'Đúng hạn', kind: 'text' },
      { title: 'Quy định chưa đạt', kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.unitName,
      row.communeName ?? '',
      stateWords[row.state],
      row.revision,
      row.mustFix,
      row.warnings,
      row.publishedOn,
      row.onTime === null ? '' : row.onTime ? 'Có' : 'Không',
      row.rules.map((rule) => ruleWords[rule as RuleId] ?? rule).join('; '),
    ]),
  };
}
