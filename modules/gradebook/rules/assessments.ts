import type { CommentResult } from './level.ts';

/** How a pupil's work was assessed (Điều 5, 6; ASM-08, ASM-11); a topic cluster counts as one regular assessment (ASM-07). */
export const assessmentForms = [
  'oral',
  'written',
  'presentation',
  'practice',
  'experiment',
  'product',
  'project',
  'online',
  'topicCluster',
] as const;
export type AssessmentForm = (typeof assessmentForms)[number];

/**
 * How many regular assessments a subject has in a semester: by its periods a year for a scored one, up to 35: 2, up to 70: 3, more: 4
 * (Circular 22/2021 Điều 6; ASM-04); 2 for a subject judged by comments (ASM-05).
 */
export function regularAssessments(judged: 'score' | 'comment', periodsPerYear: number): 2 | 3 | 4 {
  if (judged === 'comment' || periodsPerYear <= 35) return 2;
  return periodsPerYear <= 70 ? 3 : 4;
}

/**
 * Result of a subject judged by comments over a semester: Đạt when all that is required was held and every one is Đạt, else Chưa đạt
 * (Điều 9; ASM-12). `required` 1 or more; the year's result is that of semester 2.
 */
export function commentResult(results: readonly CommentResult[], required: number): CommentResult {
  return results.length >= required && results.every((result) => result === 'pass') ? 'pass' : 'fail';
}
