import { type CommentResult, levelOfRank, type ResultLevel, rankOf } from './level.ts';
import { fullScore, type Tenths } from './score.ts';

/** What a pupil has reached in each subject, over a semester or a year. Order does not matter. */
export interface Reached {
  /** Averages in tenths. */
  readonly scores: ReadonlyMap<string, Tenths>;
  readonly comments: ReadonlyMap<string, CommentResult>;
}

export interface AcademicResult {
  readonly level: ResultLevel;
  /** Before the adjustment for one single subject. */
  readonly raw: ResultLevel;
  /** The one subject that pulled the result down by two levels or more, when it was adjusted (ASM-13). */
  readonly adjustedFor: string | null;
}

/** Subjects that must reach the higher mark of each level: an absolute number, not a share. */
const atLeast = 6;

interface Counts {
  eight: number;
  sixHalf: number;
  five: number;
  below65: number;
  below50: number;
  below35: number;
  commentsFailed: number;
}

function count(counts: Counts, score: Tenths, by: 1 | -1): void {
  if (score >= 80) counts.eight += by;
  if (score >= 65) counts.sixHalf += by;
  else counts.below65 += by;
  if (score >= 50) counts.five += by;
  else counts.below50 += by;
  if (score < 35) counts.below35 += by;
}

function levelOf(counts: Counts): ResultLevel {
  if (counts.commentsFailed === 0) {
    if (counts.below65 === 0 && counts.eight >= atLeast) return 'excellent';
    if (counts.below50 === 0 && counts.sixHalf >= atLeast) return 'good';
  }
  return counts.commentsFailed <= 1 && counts.below35 === 0 && counts.five >= atLeast ? 'pass' : 'fail';
}

/**
 * Academic result of a semester or a year (Circular 22/2021 Điều 9 khoản 2). Tốt: every comment Đạt, every score from 6.5, at least 6 from
 * 8.0. Khá: every comment Đạt, every score from 5.0, at least 6 from 6.5. Đạt: at most one comment Chưa đạt, at least 6 from 5.0, none
 * under 3.5. Adjustment (ASM-13): where one single subject, had it met every requirement, would have given Tốt or Khá and the result lies
 * two levels or more below that, it rises by one level.
 */
export function academicResult({ scores, comments }: Reached): AcademicResult {
  const counts: Counts = {
    eight: 0,
    sixHalf: 0,
    five: 0,
    below65: 0,
    below50: 0,
    below35: 0,
    commentsFailed: 0,
  };
  for (const score of scores.values()) count(counts, score, 1);
  for (const result of comments.values()) if (result === 'fail') counts.commentsFailed += 1;
  const raw = levelOf(counts);
  const rank = rankOf(raw);
  if (rank > 1) return { level: raw, raw, adjustedFor: null };

  const otherwise = (without: Counts) => rankOf(levelOf(without)) - rank >= 2;
  for (const [code, score] of scores) {
    // Only a score under 5.0 can cost two levels.
    if (score >= 50) continue;
    const met = { ...counts };
    count(met, score, -1);
    count(met, fullScore, 1);
    if (otherwise(met)) return { level: levelOfRank(rank + 1), raw, adjustedFor: code };
  }
  for (const [code, result] of comments) {
    if (result === 'fail' && otherwise({ ...counts, commentsFailed: counts.commentsFailed - 1 })) {
      return { level: levelOfRank(rank + 1), raw, adjustedFor: code };
    }
  }
  return { level: raw, raw, adjustedFor: null };
}
