import { commentResult, regularAssessments } from './assessments.ts';
import { type CellValue, type Judged, missed, type Place, placeName } from './cell.ts';
import type { CommentResult } from './level.ts';
import { semesterAverage, type Tenths } from './score.ts';

/** Everything a pupil has in a subject in a semester. */
export interface MarksRow {
  /** By number of the regular assessment; may be shorter than the number required. */
  readonly regular: readonly CellValue[];
  readonly midterm: CellValue;
  readonly final: CellValue;
}

export const emptyRow: MarksRow = { regular: [], midterm: null, final: null };

/** Columns of the grid of a subject by how it is judged and its periods a year (ASM-04..06). */
export function sheetPlaces(judged: Judged, periodsPerYear: number): Place[] {
  const regular = Array.from(
    { length: regularAssessments(judged, periodsPerYear) },
    (_, index) => `regular${index + 1}` as Place,
  );
  return [...regular, 'midterm', 'final'];
}

function numberOf(place: Place): number {
  return Number(place.slice('regular'.length)) - 1;
}

export function cellOf(row: MarksRow, place: Place): CellValue {
  if (place === 'midterm' || place === 'final') return row[place];
  return row.regular[numberOf(place)] ?? null;
}

/** The row with one cell changed. */
export function withCell(row: MarksRow, place: Place, value: CellValue): MarksRow {
  if (place === 'midterm' || place === 'final') return { ...row, [place]: value };
  const at = numberOf(place);
  const regular = Array.from({ length: Math.max(row.regular.length, at + 1) }, (_, index) =>
    index === at ? value : (row.regular[index] ?? null),
  );
  // The end of the list says nothing: an emptied last cell leaves no trace.
  while (regular.length > 0 && regular.at(-1) === null) regular.pop();
  return { ...row, regular };
}

/** Columns of `wanted` that still hold no mark, or wait for a make-up test. */
export function openPlaces(row: MarksRow, wanted: readonly Place[]): Place[] {
  return wanted.filter((place) => {
    const value = cellOf(row, place);
    return value === null || value === missed;
  });
}

export type RowResult =
  | { readonly kind: 'score'; readonly average: Tenths }
  | { readonly kind: 'comment'; readonly result: CommentResult }
  | { readonly kind: 'open'; readonly open: readonly Place[] };

/**
 * The semester's result of a row, once every required assessment has its mark: a missing one blocks it, it is no absent weight (ASM-09,
 * ASM-10, ASM-12).
 */
export function rowResult(judged: Judged, row: MarksRow, wanted: readonly Place[]): RowResult {
  const open = openPlaces(row, wanted);
  if (open.length > 0) return { kind: 'open', open };
  if (judged === 'score') {
    const regular = row.regular.filter((value): value is number => value !== null && value !== missed);
    return { kind: 'score', average: semesterAverage(regular, row.midterm as Tenths, row.final as Tenths) };
  }
  const results = wanted.map((place) => (cellOf(row, place) === 1 ? 'pass' : 'fail') as CommentResult);
  return { kind: 'comment', result: commentResult(results, wanted.length) };
}

/** 'còn thiếu TX 2, Cuối kì'. */
export function openWords(open: readonly Place[]): string {
  return `còn thiếu ${open.map(placeName).join(', ')}`;
}
