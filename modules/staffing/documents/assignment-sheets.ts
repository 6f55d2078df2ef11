import type { Sheet } from '#platform/documents';
import { type PrintedAssignment, subjectName, teacherLines } from './assignment-lines.ts';

/** The assignment as three sheets: classes x subjects, one line a teacher, one line an assignment (which can be imported again). */
export function assignmentSheets(printed: PrintedAssignment): Sheet[] {
  const { programme, classes, teachers, assignments } = printed;
  const nameOf = new Map(teachers.map(({ id, name }) => [id, name]));
  const cells = Map.groupBy(assignments, ({ classId, subjectCode }) => `${classId} ${subjectCode}`);
  const subjects = programme.subjects.filter(({ code }) =>
    classes.some(({ needs }) => needs.some((need) => need.subjectCode === code)),
  );
  return [
    {
      name: 'Lớp - môn',
      columns: [
        { title: 'Lớp', kind: 'text', width: 10 },
        ...subjects.map(({ shortName }) => ({ title: shortName, kind: 'text' as const, width: 18 })),
      ],
      rows: classes.map(({ id, name }) => [
        name,
        ...subjects.map(({ code }) =>
          (cells.get(`${id} ${code}`) ?? []).map(({ staffId }) => nameOf.get(staffId) ?? '').join(', '),
        ),
      ]),
    },
    {
      name: 'Giáo viên',
      columns: [
        { title: 'TT', kind: 'integer', width: 6 },
        { title: 'Họ và tên', kind: 'text', width: 26 },
        { title: 'Tổ', kind: 'text', width: 22 },
        { title: 'Giảng dạy', kind: 'text', width: 60 },
        { title: 'Kiêm nhiệm, giảm trừ', kind: 'text', width: 36 },
        { title: 'Số tiết/tuần', kind: 'decimal', width: 12 },
        { title: 'Định mức', kind: 'decimal', width: 12 },
        { title: 'Thừa (+), thiếu (-)', kind: 'decimal', width: 16 },
      ],
      rows: teacherLines(printed).map((line, index) => [
        index + 1,
        line.name,
        line.team,
        line.teaches,
        line.duties,
        line.load,
        line.norm,
        Math.round((line.load - line.norm) * 10) / 10,
      ]),
    },
    {
      name: 'Chi tiết',
      columns: [
        { title: 'Lớp', kind: 'text', width: 10 },
        { title: 'Môn', kind: 'text', width: 36 },
        { title: 'Giáo viên', kind: 'text', width: 26 },
        { title: 'Số tiết/tuần HKI', kind: 'decimal', width: 16 },
        { title: 'Số tiết/tuần HKII', kind: 'decimal', width: 16 },
        { title: 'Lí do ngoại lệ', kind: 'text', width: 36 },
      ],
      rows: classes.flatMap(({ id, name }) =>
        assignments
          .filter(({ classId }) => classId === id)
          .map((row) => [
            name,
            subjectName(programme, row.subjectCode, row.strand),
            nameOf.get(row.staffId) ?? '',
            row.periods[1],
            row.periods[2],
            row.exceptionReason ?? '',
          ]),
      ),
    },
  ];
}
