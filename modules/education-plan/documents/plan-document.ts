import type { Block, OfficialDocument } from '#platform/documents';
import { formatDate, formatNumber } from '#platform/i18n';
import { findSubject, type Programme } from '#reference/curriculum-2018';
import {
  type Calendar,
  contentWords,
  type Figures,
  fundingWords,
  halfWords,
  type SchoolRows,
  weekdayName,
} from '../rules/index.ts';

/** What a paper says of the plan it is of. */
export interface PlanOnPaper {
  readonly schoolYear: string;
  readonly revision: number;
  readonly managedBy: string | null;
  readonly amendmentReason: string | null;
  readonly councilMinute: string | null;
  readonly warningsReason: string | null;
  readonly calendar: Calendar;
}

/** Head of the school's papers. */
export interface PaperHead {
  readonly superior: string | null;
  readonly agency: string;
  readonly place: string;
}

export interface PlanPaper {
  readonly head: PaperHead;
  readonly plan: PlanOnPaper;
  /** Day written on it, 'YYYY-MM-DD'. */
  readonly date: string;
  readonly rows: SchoolRows;
  readonly figures: Figures;
  readonly programme: Programme;
  readonly classNames: ReadonlyMap<string, string>;
}

const roman = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
];
const left = (title: string) => ({ title });
const right = (title: string, width = 20) => ({ title, align: 'right' as const, width });

/** Paragraphs of a text people wrote, a line each. */
export function paragraphs(text: string): Block[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ type: 'paragraph', runs: [{ text: line }] }));
}

/** Periods of every subject: semesters, year, periods a week to one decimal; the weeks are those of the programme. */
export function periodsTable({
  rows,
  programme,
  classNames,
}: Pick<PlanPaper, 'rows' | 'programme' | 'classNames'>) {
  const weekly = (periods: number, semester: 1 | 2) =>
    Math.round((periods / programme.semesterWeeks[semester]) * 10) / 10;
  return rows.periods.map((row) => ({
    grade: row.grade,
    className: row.classId ? (classNames.get(row.classId) ?? '') : '',
    subject: findSubject(programme, row.subjectCode)?.name ?? row.subjectCode,
    semester1: row.semester1,
    semester2: row.semester2,
    total: row.semester1 + row.semester2,
    weekly1: weekly(row.semester1, 1),
    weekly2: weekly(row.semester2, 2),
  }));
}

function figureBlocks({ figures }: PlanPaper): Block[] {
  const sum = (of: (row: Figures['classes'][number]) => number) =>
    figures.classes.reduce((total, row) => total + of(row), 0);
  return [
    {
      type: 'table',
      caption: 'Quy mô lớp, học sinh',
      columns: [
        left('Khối'),
        ...['Số lớp', 'Lớp 2 buổi', 'Học sinh', 'Nữ', 'Dân tộc thiểu số'].map((title) => right(title, 24)),
      ],
      rows: [
        ...figures.classes.map((row) => [
          `Khối ${row.grade}`,
          ...[row.classes, row.twoSessions, row.pupils, row.female, row.ethnic].map(String),
        ]),
        [
          'Cộng',
          ...[
            sum((row) => row.classes),
            sum((row) => row.twoSessions),
            sum((row) => row.pupils),
            sum((row) => row.female),
            sum((row) => row.ethnic),
          ].map(String),
        ],
      ],
    },
    ...paragraphs(
      `Đội ngũ: ${figures.managers} cán bộ quản lí, ${figures.teachers} giáo viên, ${figures.employees} nhân viên; nữ ${figures.femaleStaff}; giáo viên chưa đạt chuẩn đào tạo ${figures.belowStandard}.\nCơ sở vật chất: ${figures.classrooms} phòng học, ${figures.subjectRooms} phòng bộ môn.`,
    ),
  ];
}

/** Lays the plan out by CV 5512/BGDĐT-GDTrH as an official document of kind KẾ HOẠCH (Nghị định 30/2020/NĐ-CP). */
export function planDocument(paper: PlanPaper): OfficialDocument {
  const { plan, rows, programme } = paper;
  const chapters: { title: string; body: Block[] }[] = [
    ...rows.sections.map((section) => ({ title: section.title, body: paragraphs(section.body) })),
    { title: 'Bối cảnh, điều kiện của nhà trường', body: figureBlocks(paper) },
    {
      title: 'Chỉ tiêu năm học',
      body: [
        {
          type: 'table',
          columns: [left('Chỉ tiêu'), left('Phạm vi'), right('Mức', 30)],
          rows: rows.targets.map((row) => [
            row.label,
            row.grade ? `Khối ${row.grade}` : 'Toàn trường',
            `${formatNumber(row.value)} ${row.unit}`,
          ]),
        },
      ],
    },
    {
      title: 'Thời gian năm học',
      body: paragraphs(
        `Học kì I (${programme.semesterWeeks[1]} tuần): từ ${formatDate(plan.calendar.lessonsFrom)} đến ${formatDate(plan.calendar.semester1To)}.\nHọc kì II (${programme.semesterWeeks[2]} tuần): từ ${formatDate(plan.calendar.semester2From)} đến ${formatDate(plan.calendar.lessonsTo)}.`,
      ),
    },
    {
      title: 'Phân phối số tiết các môn học, hoạt động giáo dục',
      body: [...Map.groupBy(periodsTable(paper), ({ grade }) => grade)].map(([grade, list]) => ({
        type: 'table',
        caption: `Khối ${grade}`,
        columns: [
          left('Môn học, hoạt động giáo dục'),
          right('HK I'),
          right('HK II'),
          right('Cả năm'),
          right('Tiết/tuần HK I', 26),
          right('Tiết/tuần HK II', 26),
        ],
        rows: [
          ...list.map((row) => [
            row.className ? `${row.subject} (lớp ${row.className})` : row.subject,
            `${row.semester1}`,
            `${row.semester2}`,
            `${row.total}`,
            formatNumber(row.weekly1),
            formatNumber(row.weekly2),
          ]),
        ],
      })),
    },
    {
      title: 'Khung tuần: buổi 1 và buổi 2',
      body: [
        {
          type: 'table',
          columns: [
            left('Khối'),
            left('Ngày'),
            left('Buổi'),
            right('Tiết chính khoá', 30),
            right('Tiết buổi 2', 26),
          ],
          rows: rows.dayLoads.map((row) => [
            `Khối ${row.grade}`,
            weekdayName(row.weekday),
            halfWords[row.half],
            `${row.programme}`,
            `${row.support}`,
          ]),
        },
      ],
    },
    {
      title: 'Dạy học buổi 2',
      body: [
        {
          type: 'table',
          columns: [
            left('Khối'),
            left('Nội dung'),
            left('Môn'),
            right('Tiết/tuần', 22),
            right('Sĩ số nhóm', 24),
            left('Kinh phí'),
          ],
          rows: rows.secondSession.map((row) => [
            `Khối ${row.grade}`,
            contentWords[row.content],
            row.subjectCode ? (findSubject(programme, row.subjectCode)?.name ?? row.subjectCode) : '',
            formatNumber(row.periodsPerWeek),
            `${row.groupSize}`,
            fundingWords[row.funding],
          ]),
        },
      ],
    },
    {
      title: 'Kế hoạch hoạt động giáo dục trong năm',
      body: [
        {
          type: 'table',
          columns: [left('Thời gian'), left('Hoạt động'), left('Khối'), left('Chủ trì'), left('Địa điểm')],
          rows: rows.activities.map((row) => [
            row.startsOn === row.endsOn
              ? formatDate(row.startsOn)
              : `${formatDate(row.startsOn)} – ${formatDate(row.endsOn)}`,
            row.title,
            row.grades ?? 'Toàn trường',
            row.lead ?? '',
            row.place ?? '',
          ]),
        },
      ],
    },
    {
      title: 'Nội dung giáo dục tích hợp',
      body: [
        {
          type: 'table',
          columns: [left('Khối'), left('Môn'), left('Chủ đề'), right('Số tiết')],
          rows: rows.integratedTopics.map((row) => [
            `Khối ${row.grade}`,
            findSubject(programme, row.subjectCode)?.name ?? row.subjectCode,
            row.topic,
            `${row.periods}`,
          ]),
        },
      ],
    },
    ...(plan.warningsReason
      ? [{ title: 'Điểm cần lưu ý và cách xử lí', body: paragraphs(plan.warningsReason) }]
      : []),
  ];
  const kept = chapters.filter(({ body }) =>
    body.some((block) => block.type !== 'table' || block.rows.length > 0),
  );
  const amendment = plan.amendmentReason
    ? paragraphs(
        `Kế hoạch điều chỉnh lần ${plan.revision - 1}. Lí do: ${plan.amendmentReason} (${plan.councilMinute}).`,
      )
    : [];
  return {
    ...(paper.head.superior ? { superior: paper.head.superior } : {}),
    agency: paper.head.agency,
    number: null,
    place: paper.head.place,
    date: paper.date,
    kind: 'KẾ HOẠCH',
    abstract: `Giáo dục nhà trường năm học ${plan.schoolYear}`,
    body: [
      ...amendment,
      ...kept.flatMap(({ title, body }, at): Block[] => [
        { type: 'heading', level: 1, text: `${roman[at] ?? at + 1}. ${title}` },
        ...body,
      ]),
    ],
    signature: { position: 'Hiệu trưởng', name: '' },
    recipients: [
      plan.managedBy === 'communePC' ? 'UBND xã, phường' : 'Sở Giáo dục và Đào tạo',
      'Các tổ chuyên môn',
      'Công khai',
    ],
    landscapeTables: true,
  };
}
