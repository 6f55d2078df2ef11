import type { Block, OfficialDocument } from '#platform/documents';
import { type PrintedAssignment, teacherLines } from './assignment-lines.ts';

/** Head of the paper, as the school writes itself. */
export interface PaperHead {
  readonly superior?: string | null | undefined;
  readonly agency: string;
  readonly place: string;
  /** 'YYYY-MM-DD' */
  readonly date: string;
}

const decimal = (value: number) => value.toString().replace('.', ',');

/** Lays out the teaching assignment of a year as an official document (bảng phân công giảng dạy). */
export function assignmentPaper(printed: PrintedAssignment, head: PaperHead): OfficialDocument {
  const lines = teacherLines(printed);
  const teams = Map.groupBy(lines, ({ team }) => team || 'Chưa xếp tổ');
  const body: Block[] = [
    {
      type: 'paragraph',
      runs: [
        {
          text: `Phân công giảng dạy và kiêm nhiệm năm học ${printed.schoolYear}: ${printed.classes.length} lớp, ${lines.length} cán bộ quản lí và giáo viên. Số tiết là bình quân một tuần của 35 tuần.`,
        },
      ],
    },
    ...[...teams].map(
      ([team, members]): Block => ({
        type: 'table',
        caption: team,
        columns: [
          { title: 'TT', width: 10, align: 'center' },
          { title: 'Họ và tên', width: 40 },
          { title: 'Giảng dạy' },
          { title: 'Kiêm nhiệm, giảm trừ', width: 46 },
          { title: 'Số tiết', width: 18, align: 'center' },
          { title: 'Định mức', width: 18, align: 'center' },
        ],
        rows: members.map((line, index) => [
          String(index + 1),
          line.name,
          line.teaches || 'Chưa phân công',
          line.duties,
          decimal(line.load),
          decimal(line.norm),
        ]),
      }),
    ),
  ];
  return {
    ...(head.superior ? { superior: head.superior } : {}),
    agency: head.agency,
    number: null,
    place: head.place,
    date: head.date,
    kind: 'BẢNG PHÂN CÔNG',
    abstract: `Giảng dạy năm học ${printed.schoolYear}`,
    body,
    signature: { position: 'HIỆU TRƯỞNG', name: '' },
    recipients: ['Các tổ chuyên môn', 'Giáo viên'],
    landscapeTables: true,
  };
}
