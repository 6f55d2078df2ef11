import type { Register, RegisterColumn, RegisterPart } from '#platform/documents';
import {
  type AssessedSubject,
  levelNames,
  type MarksRow,
  type PupilResults,
  printedDay,
  type RegisterNames,
  type RegisterPupil,
  resultLevels,
} from '../rules/index.ts';
import { markCells, markColumns, pupilColumns, resultText } from './mark-columns.ts';
import { decisionNames, honourNames } from './words.ts';

/** A pupil's year as the book prints it. */
export interface BookLine {
  readonly pupilId: string;
  readonly name: string;
  readonly rollNumber: number | null;
  readonly marks: readonly (MarksRow & { readonly subjectCode: string; readonly semester: 1 | 2 })[];
  readonly notAssessed: readonly string[];
  /** Subjects the pupil takes. */
  readonly subjects: readonly { readonly code: string }[];
  readonly comment1: string | null;
  readonly comment2: string | null;
  readonly absentSessions: number;
  readonly results: PupilResults;
}

export interface ClassRegister {
  readonly className: string;
  readonly schoolYear: string;
  readonly names: RegisterNames;
  readonly subjects: readonly (AssessedSubject & { readonly teachers: readonly string[] })[];
  readonly pupils: readonly BookLine[];
  readonly facts: ReadonlyMap<string, RegisterPupil>;
}

/**
 * The book of a class for following and assessing pupils (sổ theo dõi và đánh giá học sinh theo lớp học, Circular 22/2021 Điều 16 and its
 * annex): list, absences by month, marks of each subject, results of both semesters and the year, the homeroom teacher's comments. The ethnic
 * group is left out: it is sensitive and no result stands on it.
 */
export function classRegister(book: ClassRegister): Register {
  const { className, schoolYear, names } = book;
  return {
    superior: names.superior ?? '',
    owner: names.school,
    title: 'Sổ theo dõi và đánh giá học sinh',
    subtitle: '(Theo lớp học)',
    facts: [
      { label: 'Lớp', value: className },
      { label: 'Năm học', value: schoolYear },
      { label: 'Giáo viên chủ nhiệm', value: names.homeroom ?? '' },
    ],
    parts: [
      list(book),
      absences(book),
      ...book.subjects.map((subject) => subjectPart(book, subject)),
      results(book, 'semester1', 'Tổng hợp kết quả đánh giá học kì I'),
      results(book, 'semester2', 'Tổng hợp kết quả đánh giá học kì II'),
      results(book, 'year', 'Tổng hợp kết quả đánh giá cả năm học'),
      comments(book),
    ],
  };
}

const beginning = ({ rollNumber, name }: BookLine, at: number) => [String(rollNumber ?? at + 1), name];

function list({ pupils, facts, names }: ClassRegister): RegisterPart {
  const girls = pupils.filter(({ pupilId }) => facts.get(pupilId)?.sex === 'female').length;
  return {
    title: 'Danh sách học sinh',
    subtitle: '',
    turned: false,
    columns: [
      ...pupilColumns,
      { title: 'Ngày sinh', group: '', width: 24 },
      { title: 'Nam/Nữ', group: '', width: 16 },
      { title: 'Ghi chú', group: '' },
    ],
    rows: pupils.map((pupil, at) => {
      const fact = facts.get(pupil.pupilId);
      const sex = fact?.sex === 'female' ? 'Nữ' : 'Nam';
      return [...beginning(pupil, at), fact ? printedDay(fact.birthDate) : '', fact ? sex : '', ''];
    }),
    remarks: [`Tổng số: ${pupils.length} học sinh, trong đó nữ: ${girls}.`],
    signers: homeroomAndHead(names),
  };
}

function homeroomAndHead({ homeroom, principal }: RegisterNames) {
  return [
    { position: 'GIÁO VIÊN CHỦ NHIỆM', name: homeroom ?? '' },
    { position: 'HIỆU TRƯỞNG', name: principal ?? '' },
  ];
}

/** '2025-2026' → September to May, as '2025-09'. */
function monthsOf(schoolYear: string): string[] {
  const [first, second] = schoolYear.split('-');
  return [
    ...['09', '10', '11', '12'].map((month) => `${first}-${month}`),
    ...['01', '02', '03', '04', '05'].map((month) => `${second}-${month}`),
  ];
}

function absences({ pupils, facts, schoolYear, names }: ClassRegister): RegisterPart {
  const months = monthsOf(schoolYear);
  const columns: RegisterColumn[] = [...months, 'year'].flatMap((month) => {
    const group = month === 'year' ? 'Cả năm' : `Tháng ${Number(month.slice(5))}`;
    return [
      { title: 'P', group },
      { title: 'K', group },
    ];
  });
  return {
    title: 'Theo dõi chuyên cần',
    subtitle: 'Số buổi nghỉ học, mỗi ngày tính một buổi (P: có phép, K: không phép)',
    turned: true,
    columns: [...pupilColumns, ...columns, { title: 'Tổng số', group: '', width: 14 }],
    rows: pupils.map((pupil, at) => {
      const of = Object.entries(facts.get(pupil.pupilId)?.months ?? {});
      const shown = (count: number) => (count > 0 ? String(count) : '');
      const sum = (kind: 'excused' | 'unexcused') => of.reduce((whole, [, month]) => whole + month[kind], 0);
      const byMonth = new Map(of);
      return [
        ...beginning(pupil, at),
        ...months.flatMap((month) => [
          shown(byMonth.get(month)?.excused ?? 0),
          shown(byMonth.get(month)?.unexcused ?? 0),
        ]),
        shown(sum('excused')),
        shown(sum('unexcused')),
        shown(pupil.absentSessions),
      ];
    }),
    remarks: [],
    signers: homeroomAndHead(names).slice(0, 1),
  };
}

function subjectPart(
  { pupils, className }: ClassRegister,
  subject: ClassRegister['subjects'][number],
): RegisterPart {
  return {
    title: `Kết quả đánh giá: ${subject.name}`,
    subtitle: `Lớp ${className}`,
    turned: false,
    columns: [...pupilColumns, ...markColumns(subject)],
    rows: pupils.map((pupil, at) => {
      const marks = (semester: 1 | 2) =>
        pupil.marks.find((one) => one.subjectCode === subject.code && one.semester === semester);
      const { semester1, semester2, year } = pupil.results;
      const free = pupil.notAssessed.includes(subject.code);
      const takes = pupil.subjects.some(({ code }) => code === subject.code);
      const cells = markCells(subject, [marks(1), marks(2)], [semester1, semester2, year]);
      return [...beginning(pupil, at), ...(takes && !free ? cells : cells.map(() => (takes ? 'M' : '')))];
    }),
    remarks: pupils.some(({ notAssessed }) => notAssessed.includes(subject.code)) ? ['M: được miễn.'] : [],
    signers: [{ position: 'GIÁO VIÊN MÔN HỌC', name: subject.teachers.join(', ') }],
  };
}

function results(
  { pupils, subjects, names }: ClassRegister,
  period: keyof PupilResults,
  title: string,
): RegisterPart {
  const year = period === 'year';
  const count = (of: 'level' | 'conduct') =>
    resultLevels
      .map(
        (level) =>
          `${levelNames[level]} ${pupils.filter(({ results }) => results[period][of] === level).length}`,
      )
      .join(', ');
  return {
    title,
    subtitle: '',
    turned: true,
    columns: [
      ...pupilColumns,
      ...subjects.map(({ shortName }) => ({ title: shortName, group: 'Kết quả các môn học' })),
      { title: 'Học tập', group: 'Kết quả', width: 15 },
      { title: 'Rèn luyện', group: 'Kết quả', width: 15 },
      ...(year
        ? [
            { title: 'Buổi nghỉ', group: '', width: 11 },
            { title: 'Xét cuối năm', group: '', width: 22 },
            { title: 'Danh hiệu', group: '', width: 19 },
          ]
        : []),
    ],
    rows: pupils.map((pupil, at) => {
      const result = pupil.results[period];
      const { outcome, afterSummer } = pupil.results.year;
      const decision = outcome ? decisionNames[outcome.decision] : '';
      const after =
        afterSummer && outcome?.decision !== afterSummer
          ? `; ${decisionNames[afterSummer].toLowerCase()}`
          : '';
      return [
        ...beginning(pupil, at),
        ...subjects.map(({ code, judged }) =>
          pupil.notAssessed.includes(code) ? 'M' : resultText(code, judged, result),
        ),
        result.level ? levelNames[result.level] : '',
        result.conduct ? levelNames[result.conduct] : '',
        ...(year
          ? [
              String(pupil.absentSessions),
              `${decision}${after}`,
              outcome?.honour ? honourNames[outcome.honour] : '',
            ]
          : []),
      ];
    }),
    remarks: [`Học tập: ${count('level')}. Rèn luyện: ${count('conduct')}.`],
    signers: homeroomAndHead(names),
  };
}

function comments({ pupils, names }: ClassRegister): RegisterPart {
  return {
    title: 'Nhận xét của giáo viên chủ nhiệm',
    subtitle: '',
    turned: false,
    columns: [
      ...pupilColumns,
      { title: 'Học kì I', group: '', align: 'left' },
      { title: 'Học kì II', group: '', align: 'left' },
    ],
    rows: pupils.map((pupil, at) => [...beginning(pupil, at), pupil.comment1 ?? '', pupil.comment2 ?? '']),
    remarks: [],
    signers: homeroomAndHead(names),
  };
}
