import type { operations } from '#api';

export type WorkItem =
  operations['plan.listMyWork']['responses'][200]['content']['application/json']['items'][number];
export type AssignmentDetail =
  operations['plan.getAssignment']['responses'][200]['content']['application/json'];
export type DifficultyItem =
  operations['plan.listDifficulties']['responses'][200]['content']['application/json']['items'][number];

/** Whole days from today to the deadline; negative when it has passed. */
export function daysLeft(dueOn: string): number {
  const today = new Date();
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.parse(dueOn) - start) / 86_400_000);
}
