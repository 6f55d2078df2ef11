import type { Sheet } from '#platform/documents';
import { formatDate } from '#platform/i18n';
import { assignmentLink, reportRowsLink } from '../rules/links.ts';
import {
  type Figure,
  type FigureGroup,
  narrativeSections,
  outcomeNames,
  outcomeOf,
} from '../rules/report.ts';
import type { ReportPaper } from './report-document.ts';

const groupNames: Record<FigureGroup, string> = {
  total: 'Cả kỳ',
  section: 'Phần của kế hoạch',
  month: 'Tháng',
  acceptedInPeriod: 'Được công nhận trong kỳ',
  difficulty: 'Khó khăn, vướng mắc',
  finding: 'Kiến nghị sau kiểm tra',
  indicator: 'Chỉ số',
  form: 'Số liệu từ phiếu',
};

/** What of a report an Excel file shows. */
export type ReportSheets = Pick<
  ReportPaper,
  'reportId' | 'title' | 'periodLabel' | 'asOf' | 'figures' | 'evidence' | 'narrative' | 'publicUrl'
> & { readonly unitName: string };

/** An amount stands in the column of its kind, a share as a share: both can be calculated with. */
function amountAndShare(figure: Figure, value: number | null): [number | null, number | null] {
  return figure.measure === 'share' ? [null, value] : [value, null];
}

/** A report as sheets to calculate with: its figures with the address of their rows, its duties, its words. */
export function reportSheets(report: ReportSheets): Sheet[] {
  const { evidence, publicUrl } = report;
  return [
    {
      name: 'Số liệu',
      columns: [
        { title: 'Nhóm', kind: 'text', width: 26 },
        { title: 'Dòng', kind: 'text', width: 34 },
        { title: 'Nội dung', kind: 'text', width: 44 },
        { title: 'Số liệu', kind: 'decimal', width: 12 },
        { title: 'Tỷ lệ', kind: 'percent', width: 10 },
        { title: 'Tử số', kind: 'decimal', width: 10 },
        { title: 'Mẫu số', kind: 'decimal', width: 10 },
        { title: 'Ngưỡng số liệu', kind: 'decimal', width: 10 },
        { title: 'Ngưỡng tỷ lệ', kind: 'percent', width: 10 },
        { title: 'Đạt', kind: 'text', width: 8 },
        { title: 'Các dòng tạo nên số liệu', kind: 'text', width: 60 },
      ],
      rows: report.figures.map((figure) => [
        groupNames[figure.group],
        figure.row,
        figure.label,
        ...amountAndShare(figure, figure.value),
        figure.numerator,
        figure.denominator,
        ...amountAndShare(figure, figure.threshold),
        figure.met,
        `${publicUrl}${reportRowsLink(report.reportId, figure.key)}`,
      ]),
    },
    {
      name: 'Nhiệm vụ',
      columns: [
        { title: 'Mã', kind: 'text', width: 8 },
        { title: 'Nhiệm vụ', kind: 'text', width: 60 },
        { title: 'Phần của kế hoạch', kind: 'text', width: 40 },
        { title: 'Hạn', kind: 'date', width: 12 },
        { title: 'Kết quả', kind: 'text', width: 20 },
        { title: 'Ngày công nhận', kind: 'date', width: 12 },
        { title: 'Lý do', kind: 'text', width: 40 },
        { title: 'Trang việc', kind: 'text', width: 50 },
      ],
      rows: evidence.duties.map((duty) => [
        duty.code,
        duty.title,
        duty.section,
        duty.dueOn,
        outcomeNames[outcomeOf(duty, report.asOf)],
        duty.decidedOn,
        duty.note,
        `${publicUrl}${assignmentLink(duty.assignmentId)}`,
      ]),
    },
    {
      name: 'Phần lời',
      columns: [
        { title: 'Mục', kind: 'text', width: 40 },
        { title: 'Nội dung', kind: 'text', width: 100 },
      ],
      rows: [
        ['Báo cáo', report.title],
        ['Đơn vị', report.unitName],
        ['Kỳ', report.periodLabel],
        ['Số liệu tính đến ngày', formatDate(report.asOf)],
        ...narrativeSections.map(({ key, title }) => [title, report.narrative[key]]),
      ],
    },
  ];
}
