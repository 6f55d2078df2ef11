import { findSubject, type Programme } from '#reference/curriculum-2018';
import { yearlyMean } from '#rules/curriculum';
import type { Assignment, TaughtClass, Teacher } from '../rules/index.ts';

export interface PrintedTeacher extends Teacher {
  readonly teamName: string | null;
  readonly post: string;
  readonly reductions: readonly { label: string; periods: number }[];
}

/** What a paper or sheet of the assignment is made from. */
export interface PrintedAssignment {
  readonly schoolName: string;
  readonly schoolYear: string;
  readonly programme: Programme;
  readonly classes: readonly TaughtClass[];
  readonly teachers: readonly PrintedTeacher[];
  readonly assignments: readonly Assignment[];
}

/** One teacher with everything she does, as papers list it. */
export interface TeacherLine {
  readonly name: string;
  readonly team: string;
  /** "Toán 7A1, 7A2 (4 tiết); Tin học 6A1 (1 tiết)". */
  readonly teaches: string;
  readonly duties: string;
  /** Periods a week, mean over the year. */
  readonly load: number;
  readonly norm: number;
}

const decimal = (value: number) => (Math.round(value * 10) / 10).toString().replace('.', ',');

/** Name of a subject, with the strand behind it when it is one. */
export function subjectName(programme: Programme, code: string, strand: string): string {
  const subject = findSubject(programme, code);
  const part = subject?.strands.find((one) => one.code === strand);
  return part ? `${subject?.name} (${part.name})` : (subject?.name ?? code);
}

/** Periods a week as people write them: "4", or "1 (HKI), 2 (HKII)" where the semesters differ. */
export function periodsText({ 1: first, 2: second }: Assignment['periods']): string {
  return first === second ? decimal(first) : `${decimal(first)} (HKI), ${decimal(second)} (HKII)`;
}

/** The teachers in the order of the list, each with classes by subject, duties and load. */
export function teacherLines({
  programme,
  classes,
  teachers,
  assignments,
}: PrintedAssignment): TeacherLine[] {
  const nameOf = new Map(classes.map(({ id, name }) => [id, name]));
  const order = new Map(classes.map(({ id }, index) => [id, index]));
  const own = Map.groupBy(assignments, ({ staffId }) => staffId);
  return teachers.map((teacher) => {
    const rows = [...(own.get(teacher.id) ?? [])].sort(
      (a, b) => (order.get(a.classId) ?? 0) - (order.get(b.classId) ?? 0),
    );
    const groups = Map.groupBy(rows, (row) => `${row.subjectCode} ${row.strand} ${periodsText(row.periods)}`);
    return {
      name: teacher.name,
      team: teacher.teamName ?? '',
      teaches: [...groups.values()]
        .map(([first, ...more]) => {
          const names = [first!, ...more].map(({ classId }) => nameOf.get(classId) ?? '').join(', ');
          return `${subjectName(programme, first!.subjectCode, first!.strand)} ${names} (${periodsText(first!.periods)} tiết)`;
        })
        .join('; '),
      duties: teacher.reductions.map(({ label, periods }) => `${label} (-${decimal(periods)})`).join('; '),
      load:
        Math.round(
          (teacher.elsewhere + rows.reduce((sum, { periods }) => sum + yearlyMean(programme, periods), 0)) *
            10,
        ) / 10,
      norm: teacher.norm,
    };
  });
}
