import type { AssessedSubject, PeriodResult, PupilResults } from './class-results.ts';
import { type ResultLevel, resultLevels } from './level.ts';
import { decisions } from './year-outcome.ts';

export type Period = 0 | 1 | 2;

/** How many pupils of a class have which result. */
export interface ClassFigure {
  readonly period: Period;
  readonly pupils: number;
  /** Tốt, Khá, Đạt, Chưa đạt. */
  readonly academic: readonly number[];
  readonly conduct: readonly number[];
  /** Giỏi, Xuất sắc; of the year only. */
  readonly honours: readonly number[];
  /** promoted, retest, summerTraining, retained; of the year only. */
  readonly decisions: readonly number[];
}

/** Distribution of a subject in a class. */
export interface SubjectFigure {
  readonly period: Period;
  readonly subjectCode: string;
  readonly sumTenths: number;
  /** Averages under 3.5, under 5.0, under 6.5, under 8.0, from 8.0. */
  readonly bands: readonly number[];
  /** Đạt, Chưa đạt. */
  readonly comments: readonly number[];
}

/** Upper ends of the bands in tenths; the last band has none. */
const bandEnds = [35, 50, 65, 80];

/** Counts the results of a class: three periods, and each subject in each of them. Who has no result yet is counted in `pupils` only. */
export function classFigures(
  subjects: readonly AssessedSubject[],
  pupils: readonly PupilResults[],
): { classes: ClassFigure[]; subjects: SubjectFigure[] } {
  const periods: readonly (readonly [Period, (pupil: PupilResults) => PeriodResult])[] = [
    [1, ({ semester1 }) => semester1],
    [2, ({ semester2 }) => semester2],
    [0, ({ year }) => year],
  ];
  return {
    classes: periods.map(([period, of]) => ({
      period,
      pupils: pupils.length,
      academic: countLevels(pupils.map((pupil) => of(pupil).level)),
      conduct: countLevels(pupils.map((pupil) => of(pupil).conduct)),
      honours: ['excellent', 'outstanding'].map((honour) =>
        period === 0 ? count(pupils, ({ year }) => year.outcome?.honour === honour) : 0,
      ),
      decisions: decisions.map((decision) =>
        period === 0 ? count(pupils, ({ year }) => year.outcome?.decision === decision) : 0,
      ),
    })),
    subjects: periods.flatMap(([period, of]) =>
      subjects.map(({ code }) => subjectFigure(period, code, pupils.map(of))),
    ),
  };
}

function subjectFigure(period: Period, subjectCode: string, results: readonly PeriodResult[]): SubjectFigure {
  const bands = [0, 0, 0, 0, 0];
  const comments = [0, 0];
  let sumTenths = 0;
  for (const { reached } of results) {
    const score = reached.scores.get(subjectCode);
    if (score !== undefined) {
      sumTenths += score;
      const at = bandEnds.findIndex((end) => score < end);
      bands[at < 0 ? 4 : at]! += 1;
    }
    const result = reached.comments.get(subjectCode);
    if (result !== undefined) comments[result === 'pass' ? 0 : 1]! += 1;
  }
  return { period, subjectCode, sumTenths, bands, comments };
}

function countLevels(levels: readonly (ResultLevel | null)[]): number[] {
  return resultLevels.map((level) => count(levels, (one) => one === level));
}

function count<One>(list: readonly One[], fits: (one: One) => boolean): number {
  return list.reduce((sum, one) => sum + (fits(one) ? 1 : 0), 0);
}
