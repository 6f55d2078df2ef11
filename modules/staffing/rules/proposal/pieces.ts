import { findSubject, type Programme } from '#reference/curriculum-2018';
import { type BySemester, yearlyMean } from '#rules/curriculum';
import {
  type Assignment,
  cellDifference,
  isComplete,
  isQualified,
  type TaughtClass,
  type Teacher,
} from '../assignment.ts';
import { loadTolerance, openSubjects } from '../settings.ts';
import { shareOverStrands } from '../strands.ts';

/** One piece of teaching that exactly one teacher takes: a class and a subject, or a strand of it. */
export interface Piece {
  readonly classIndex: number;
  readonly subjectCode: string;
  readonly strand: string;
  readonly periods: BySemester;
  /** Mean periods a week over the year. */
  readonly mean: number;
  /** Same number: prepared once (subject, strand and grade). */
  readonly preparation: number;
  /** Indexes of teachers who may take it. */
  readonly candidates: readonly number[];
  /** Goes to the homeroom teacher whatever the load: class hour and flag salute. */
  readonly homeroomOnly: boolean;
  /** Anybody may take it; dealt out last, to whoever has periods free. */
  readonly open: boolean;
}

/** Strands of the activities that belong to the homeroom teacher. */
const homeroomStrands = ['flag', 'class'];

/**
 * Cuts what is not yet assigned into pieces. A subject of several strands stays whole for as many classes (lower grades first) as
 * those trained for the whole of it can carry; the rest is shared by strand, where each strand has somebody. Cells in `split`
 * (`${class id} ${subject}`) are shared by strand in any case.
 */
export function cutIntoPieces(
  programme: Programme,
  classes: readonly TaughtClass[],
  teachers: readonly Teacher[],
  kept: readonly Assignment[],
  split: ReadonlySet<string> = new Set(),
): Piece[] {
  const pieces: Piece[] = [];
  const preparations = new Map<string, number>();
  const wholeLeft = new Map<string, number>();
  const keptByCell = Map.groupBy(kept, (row) => `${row.classId} ${row.subjectCode}`);

  function qualifiedFor(schoolClass: TaughtClass, subjectCode: string, strand: string): number[] {
    const level = schoolClass.grade <= 9 ? 'lower' : 'upper';
    const open = openSubjects.value.includes(subjectCode);
    return teachers.flatMap((teacher, index) => {
      if (teacher.norm <= 0) return [];
      const ofLevel = teacher.qualifications.length === 0 || teacher.qualifications.some((one) => one[level]);
      return isQualified(teacher, schoolClass.grade, subjectCode, strand) && (!open || ofLevel)
        ? [index]
        : [];
    });
  }

  function add(classIndex: number, subjectCode: string, strand: string, periods: BySemester): void {
    const schoolClass = classes[classIndex]!;
    const mean = yearlyMean(programme, periods);
    if (mean <= 0) return;
    const homeroomOnly = subjectCode === 'EXP' && homeroomStrands.includes(strand);
    const homeroom = teachers.findIndex(({ id }) => id === schoolClass.homeroomStaffId);
    const key = `${subjectCode} ${strand} ${schoolClass.grade}`;
    const preparation = preparations.get(key) ?? preparations.size;
    preparations.set(key, preparation);
    pieces.push({
      classIndex,
      subjectCode,
      strand,
      periods,
      mean,
      preparation,
      candidates: homeroomOnly && homeroom >= 0 ? [homeroom] : qualifiedFor(schoolClass, subjectCode, strand),
      homeroomOnly: homeroomOnly && homeroom >= 0,
      open: openSubjects.value.includes(subjectCode),
    });
  }

  /** Whether somebody trained for the whole subject can still carry one more class of it. */
  function takeWhole(schoolClass: TaughtClass, subjectCode: string, mean: number): boolean {
    const key = `${subjectCode} ${schoolClass.grade <= 9}`;
    if (!wholeLeft.has(key)) {
      const whole = qualifiedFor(schoolClass, subjectCode, '');
      const room = whole.reduce((sum, at) => sum + teachers[at]!.norm + loadTolerance.value, 0);
      const busy = kept.filter((row) => whole.some((at) => teachers[at]!.id === row.staffId));
      wholeLeft.set(key, room - busy.reduce((sum, row) => sum + yearlyMean(programme, row.periods), 0));
    }
    const left = wholeLeft.get(key)!;
    if (left < mean) return false;
    wholeLeft.set(key, left - mean);
    return true;
  }

  for (const [classIndex, schoolClass] of classes.entries()) {
    for (const need of schoolClass.needs) {
      const rows = keptByCell.get(`${schoolClass.id} ${need.subjectCode}`) ?? [];
      if (isComplete(need, rows)) continue;
      const difference = cellDifference(need, rows);
      const rest = { 1: Math.max(0, -difference[1]), 2: Math.max(0, -difference[2]) };
      const subject = findSubject(programme, need.subjectCode);
      const parts = subject && subject.strands.length > 0 ? shareOverStrands(subject, need.weekly) : [];
      const byStrand =
        need.subjectCode === 'EXP' ||
        (parts.length > 0 &&
          (!takeWhole(schoolClass, need.subjectCode, yearlyMean(programme, rest)) ||
            split.has(`${schoolClass.id} ${need.subjectCode}`)) &&
          parts.some(({ strand }) => qualifiedFor(schoolClass, need.subjectCode, strand).length > 0));
      const open = parts.filter(({ strand }) => !rows.some((row) => row.strand === strand));
      if (byStrand && rows.every(({ strand }) => strand !== '') && open.length > 0) {
        for (const { strand, periods } of open) add(classIndex, need.subjectCode, strand, periods);
      } else {
        add(classIndex, need.subjectCode, '', rest);
      }
    }
  }
  return pieces;
}
