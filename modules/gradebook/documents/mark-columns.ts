import type { RegisterColumn } from '#platform/documents';
import {
  type AssessedSubject,
  cellOf,
  cellText,
  commentText,
  emptyRow,
  type Judged,
  type MarksRow,
  type PeriodResult,
  placeName,
  printedScore,
} from '../rules/index.ts';

/** Roll number and name, as every table of the books begins. */
export const pupilColumns: readonly RegisterColumn[] = [
  { title: 'STT', group: '', width: 8 },
  { title: 'Họ và tên', group: '', width: 43, align: 'left' },
];

/** Columns of the marks of a subject over the year: each semester's assessments and its result, then the year (Điều 6, 7, 9). */
export function markColumns({ wanted }: Pick<AssessedSubject, 'wanted'>): RegisterColumn[] {
  const regular = wanted.filter((place) => place.startsWith('regular'));
  const semester = (name: string): RegisterColumn[] => [
    ...regular.map((place) => ({ title: placeName(place).replace('TX ', 'TX'), group: name })),
    { title: 'GK', group: name },
    { title: 'CK', group: name },
    { title: 'KQ', group: name, width: 10.5 },
  ];
  return [...semester('Học kì I'), ...semester('Học kì II'), { title: 'Cả năm', group: '', width: 12 }];
}

/** The cells of `markColumns` for one pupil; what is not there yet stays empty for writing by hand. */
export function markCells(
  { code, judged, wanted }: AssessedSubject,
  rows: readonly [MarksRow | undefined, MarksRow | undefined],
  results: readonly [PeriodResult, PeriodResult, PeriodResult],
): string[] {
  const order = [...wanted.filter((place) => place.startsWith('regular')), 'midterm', 'final'] as const;
  const semester = (at: 0 | 1) => [
    ...order.map((place) => cellText(judged, cellOf(rows[at] ?? emptyRow, place))),
    resultText(code, judged, results[at]),
  ];
  return [...semester(0), ...semester(1), resultText(code, judged, results[2])];
}

/** Average or Đ/CĐ of a subject in a period; '' while it is open. */
export function resultText(code: string, judged: Judged, { reached }: PeriodResult): string {
  if (judged === 'comment') {
    const result = reached.comments.get(code);
    return result === undefined ? '' : commentText(result);
  }
  const score = reached.scores.get(code);
  return score === undefined ? '' : printedScore(score);
}
