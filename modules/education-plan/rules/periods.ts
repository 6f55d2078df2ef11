import type { Programme } from '#reference/curriculum-2018';
import { classProgramme, type SubjectNeed, semesterPeriods } from '#rules/curriculum';
import type { ClassFact } from './facts.ts';
import type { PeriodsRow } from './rows.ts';

/** Grades that have a class, ascending. */
export function gradesOf(classes: readonly Pick<ClassFact, 'grade'>[]): number[] {
  return [...new Set(classes.map(({ grade }) => grade))].sort((a, b) => a - b);
}

/** What the programme asks of a class in a year. */
export function needsOf(programme: Programme, fact: ClassFact): SubjectNeed[] {
  return classProgramme(
    programme,
    { grade: fact.grade, specialisedSubject: fact.specialisedSubject },
    fact.choices,
  );
}

/**
 * Proposes the periods of every subject: one row for a grade where all its classes are taught alike, else one for each class
 * (electives of upper secondary). Shared over 18 + 17 weeks by `semesterPeriods` (CUR-05, CUR-10).
 */
export function draftPeriods(programme: Programme, classes: readonly ClassFact[]): PeriodsRow[] {
  return gradesOf(classes).flatMap((grade) => {
    const own = classes.filter((one) => one.grade === grade);
    const needs = own.map((one) => ({ one, needs: needsOf(programme, one) }));
    return programme.subjects.flatMap(({ code }) => {
      const found = needs.flatMap(({ one, needs: list }) => {
        const need = list.find(({ subjectCode }) => subjectCode === code);
        return need ? [{ one, periods: need.periodsPerYear }] : [];
      });
      if (found.length === 0) return [];
      const alike = found.length === own.length && new Set(found.map(({ periods }) => periods)).size === 1;
      return (alike ? found.slice(0, 1) : found).map(({ one, periods }) => {
        const split = semesterPeriods(programme, periods);
        return {
          grade,
          classId: alike ? null : one.id,
          subjectCode: code,
          semester1: split[1],
          semester2: split[2],
        };
      });
    });
  });
}

/** Rows that hold for a class: its own, and those of the grade for subjects without an own one. */
export function rowsOfClass(
  rows: readonly PeriodsRow[],
  fact: Pick<ClassFact, 'id' | 'grade'>,
): PeriodsRow[] {
  const own = rows.filter((row) => row.classId === fact.id);
  const taken = new Set(own.map(({ subjectCode }) => subjectCode));
  return [
    ...own,
    ...rows.filter((row) => row.classId === null && row.grade === fact.grade && !taken.has(row.subjectCode)),
  ];
}

/** Periods a week of a class in the fuller semester (18 and 17 weeks, CUR-10), not rounded. */
export function weeklyOfClass(
  { semesterWeeks }: Pick<Programme, 'semesterWeeks'>,
  rows: readonly PeriodsRow[],
  fact: Pick<ClassFact, 'id' | 'grade'>,
): number {
  const own = rowsOfClass(rows, fact);
  const sum = (of: (row: PeriodsRow) => number) => own.reduce((total, row) => total + of(row), 0);
  return Math.max(
    sum((row) => row.semester1) / semesterWeeks[1],
    sum((row) => row.semester2) / semesterWeeks[2],
  );
}
