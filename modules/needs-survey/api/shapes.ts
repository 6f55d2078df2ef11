import { rolesWith } from '#rules/identity-access';
import type { AskedRow } from '../data/answering.ts';
import { type Question, questionsFor } from '../rules/question.ts';
import { surveyState } from '../rules/survey-state.ts';

/** A question with lists of its own, as the API gives it. */
export function questionShape({ grades, options, ...rest }: Question) {
  return {
    ...rest,
    ...(grades ? { grades: [...grades] } : {}),
    ...(options ? { options: [...options] } : {}),
  };
}

/** What a pupil is asked, with what is kept of it; null: nothing. */
export function askedShape(row: AskedRow, now: Date) {
  if (row.surveyId === null) return null;
  return {
    surveyId: row.surveyId,
    title: row.title,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    state: surveyState(row, now),
    questions: questionsFor(row.questions, row.grade).map(questionShape),
    answered: row.answers
      ? {
          answers: { ...row.answers } as Record<string, string | number | string[]>,
          by: row.answeredBy,
          at: row.answeredAt,
          version: row.responseVersion,
        }
      : null,
  };
}

/** Of these operations, those the role may do. */
export function mayOf(role: string | null, operations: readonly string[]): string[] {
  return operations.filter((operation) => rolesWith(operation).some((allowed) => allowed === role));
}
