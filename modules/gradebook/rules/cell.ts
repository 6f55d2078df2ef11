import type { CommentResult } from './level.ts';
import { printedScore, readScore } from './score.ts';

export type Judged = 'score' | 'comment';

/** Columns of a grid: regular assessments by number, midterm, final. */
export const places = [
  'regular1',
  'regular2',
  'regular3',
  'regular4',
  'regular5',
  'regular6',
  'regular7',
  'regular8',
  'midterm',
  'final',
] as const;
export type Place = (typeof places)[number];

/**
 * What a cell holds: a score in tenths; 1 (Đạt) or 0 (Chưa đạt) in a subject judged by comments; `missed`: away for a good reason, a make-up
 * test is to come (ASM-09); null: nothing yet.
 */
export type CellValue = number | null;

/** Missed for a good reason; written V. */
export const missed = -1;

const passed = new Set(['đ', 'đạt']);
const failed = new Set(['cđ', 'c', 'chưa đạt']);

/** What is wrong with what was typed into a cell, in Vietnamese, with what to type instead. */
export interface CellFault {
  readonly fault: string;
}

/** Reads a result as people type it; small and capital letters alike. Empty text is none. */
export function readResult(judged: Judged, text: string): { readonly value: CellValue } | CellFault {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (plain === '') return { value: null };
  if (judged === 'comment') {
    if (passed.has(plain)) return { value: 1 };
    if (failed.has(plain)) return { value: 0 };
    return { fault: 'Môn nhận xét: ghi Đ (đạt) hoặc CĐ (chưa đạt).' };
  }
  const score = readScore(plain);
  if (score !== undefined) return { value: score };
  return { fault: 'Điểm từ 0 đến 10, nhiều nhất một chữ số thập phân.' };
}

/** Reads a cell of the grid as people type it: a result, or V. Empty text empties the cell. */
export function readCell(judged: Judged, text: string): { readonly value: CellValue } | CellFault {
  if (text.normalize('NFKC').trim().toLowerCase() === 'v') return { value: missed };
  const read = readResult(judged, text);
  return 'fault' in read ? { fault: `${read.fault} Vắng có lí do, chờ kiểm tra bù: ghi V.` } : read;
}

/** A cell as the grid shows it: '7,5', 'Đ', 'CĐ', 'V', ''. Reads back to the same value. */
export function cellText(judged: Judged, value: CellValue): string {
  if (value === null) return '';
  if (value === missed) return 'V';
  if (judged === 'comment') return value === 1 ? 'Đ' : 'CĐ';
  return printedScore(value);
}

/** 'Đ' or 'CĐ'. */
export function commentText(result: CommentResult): string {
  return cellText('comment', result === 'pass' ? 1 : 0);
}

/** 'TX 1', 'Giữa kì', 'Cuối kì'. */
export function placeName(place: Place): string {
  if (place === 'midterm') return 'Giữa kì';
  return place === 'final' ? 'Cuối kì' : `TX ${place.slice('regular'.length)}`;
}
