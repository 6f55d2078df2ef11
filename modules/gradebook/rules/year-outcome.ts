import { academicResult, type Reached } from './academic-result.ts';
import type { CommentResult, ResultLevel } from './level.ts';
import type { Tenths } from './score.ts';

export type Honour = 'excellent' | 'outstanding';
export const decisions = ['promoted', 'retest', 'summerTraining', 'retained'] as const;
export type Decision = (typeof decisions)[number];

/** Most sessions a pupil may miss in a year, with or without leave, one session a day counted (ASM-20, ASM-24). */
export const mostAbsentSessions = 45;

/** The year of a pupil, on which honour and promotion stand. */
export interface YearFacts {
  /** Averages of the year; a subject judged by comments: that of semester 2. */
  readonly reached: Reached;
  readonly academic: ResultLevel;
  readonly conduct: ResultLevel;
  /** Sessions missed in the year, 0 or more. */
  readonly absentSessions: number;
}

export interface YearOutcome {
  readonly honour: Honour | null;
  readonly decision: Decision;
  /** Codes, in the order of their letters; filled only for a re-test. */
  readonly retestSubjects: readonly string[];
}

/**
 * Title of the year (Circular 22/2021 Điều 15): Giỏi for conduct and academic result Tốt, Xuất sắc when moreover at least 6 scored subjects reach
 * 9.0. None for who stays down for absence.
 */
export function honourOf({ reached, academic, conduct, absentSessions }: YearFacts): Honour | null {
  if (academic !== 'excellent' || conduct !== 'excellent' || absentSessions > mostAbsentSessions) return null;
  let nine = 0;
  for (const score of reached.scores.values()) if (score >= 90) nine += 1;
  return nine >= 6 ? 'outstanding' : 'excellent';
}

/** Subjects open to a re-test: comments Chưa đạt and scores of the year under 5.0, by code (Điều 14; ASM-22). */
export function retestSubjectsOf({ scores, comments }: Reached): string[] {
  const codes: string[] = [];
  for (const [code, score] of scores) if (score < 50) codes.push(code);
  for (const [code, result] of comments) if (result === 'fail') codes.push(code);
  return codes.sort();
}

/**
 * What follows from a year (Điều 12-15): more than 45 sessions missed: stays down (ASM-24); conduct and academic result both Chưa đạt: stays
 * down (ASM-23); conduct Chưa đạt: summer training (ASM-21); academic result Chưa đạt: re-test (ASM-22); else promoted (ASM-20).
 */
export function yearOutcome(facts: YearFacts): YearOutcome {
  const decision = decisionOf(facts);
  return {
    honour: honourOf(facts),
    decision,
    retestSubjects: decision === 'retest' ? retestSubjectsOf(facts.reached) : [],
  };
}

function decisionOf({ academic, conduct, absentSessions }: YearFacts): Decision {
  if (absentSessions > mostAbsentSessions) return 'retained';
  if (conduct === 'fail') return academic === 'fail' ? 'retained' : 'summerTraining';
  return academic === 'fail' ? 'retest' : 'promoted';
}

/** What was reached again in summer: re-tests by subject, and conduct judged anew after the training. */
export interface Summer {
  readonly scores: ReadonlyMap<string, Tenths>;
  readonly comments: ReadonlyMap<string, CommentResult>;
  readonly conduct: ResultLevel | null;
}

/**
 * Promoted or not after the summer (Điều 12-14): a re-test replaces the year's result of its subject for this decision only (ASM-22);
 * conduct is what the training ended with (ASM-21). Results of subjects that were not open to a re-test are not looked at. Whoever was
 * promoted or had to stay down in spring keeps that.
 */
export function outcomeAfterSummer(facts: YearFacts, summer: Summer): 'promoted' | 'retained' {
  const { decision, retestSubjects } = yearOutcome(facts);
  if (decision === 'promoted' || decision === 'retained') return decision;
  if (decision === 'summerTraining') {
    return summer.conduct !== null && summer.conduct !== 'fail' ? 'promoted' : 'retained';
  }
  const scores = new Map(facts.reached.scores);
  const comments = new Map(facts.reached.comments);
  for (const code of retestSubjects) {
    const score = summer.scores.get(code);
    if (scores.has(code) && score !== undefined) scores.set(code, score);
    const result = summer.comments.get(code);
    if (comments.has(code) && result !== undefined) comments.set(code, result);
  }
  return academicResult({ scores, comments }).level === 'fail' ? 'retained' : 'promoted';
}
