import type { Register } from '#platform/documents';
import type { AssessedSubject, MarksRow, PeriodResult, RegisterNames } from '../rules/index.ts';
import { markCells, markColumns, pupilColumns } from './mark-columns.ts';

export interface TeacherRegister {
  readonly schoolYear: string;
  readonly names: RegisterNames & { readonly teacher: string };
  readonly sheets: readonly TeacherSheet[];
}

/** One class and subject of the teacher over the year. */
export interface TeacherSheet {
  readonly className: string;
  readonly subject: AssessedSubject;
  readonly pupils: readonly {
    readonly name: string;
    readonly rollNumber: number | null;
    readonly exempt: boolean;
    readonly marks: readonly [MarksRow, MarksRow];
    readonly results: readonly [PeriodResult, PeriodResult, PeriodResult];
    /** The teacher's remarks of both semesters. */
    readonly remark: string;
  }[];
}

/** The book of a teacher (sổ theo dõi và đánh giá học sinh của giáo viên, Circular 22/2021 Điều 16): marks and remarks, a class and subject a part. */
export function teacherRegister({ schoolYear, names, sheets }: TeacherRegister): Register {
  const subjects = [...new Set(sheets.map(({ subject }) => subject.name))].join(', ');
  return {
    superior: names.superior ?? '',
    owner: names.school,
    title: 'Sổ theo dõi và đánh giá học sinh',
    subtitle: '(Của giáo viên)',
    facts: [
      { label: 'Giáo viên', value: names.teacher },
      { label: 'Môn học', value: subjects },
      { label: 'Năm học', value: schoolYear },
    ],
    parts: sheets.map(({ className, subject, pupils }) => ({
      title: subject.name,
      subtitle: `Lớp ${className}`,
      turned: true,
      columns: [
        ...pupilColumns,
        ...markColumns(subject).map((column) => ({ ...column, width: column.width ?? 9.5 })),
        { title: 'Nhận xét', group: '', align: 'left' as const },
      ],
      rows: pupils.map((pupil, at) => {
        const cells = markCells(subject, pupil.marks, pupil.results);
        return [
          String(pupil.rollNumber ?? at + 1),
          pupil.name,
          ...(pupil.exempt ? cells.map(() => 'M') : cells),
          pupil.remark,
        ];
      }),
      remarks: pupils.some(({ exempt }) => exempt) ? ['M: được miễn.'] : [],
      signers: [
        { position: 'GIÁO VIÊN', name: names.teacher },
        { position: 'HIỆU TRƯỞNG', name: names.principal ?? '' },
      ],
    })),
  };
}
