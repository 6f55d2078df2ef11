import type { operations } from '#api';

export type WorkItem =
  operations['plan.listMyWork']['responses'][200]['content']['application/json']['items'][number];
export type AssignmentDetail =
  operations['plan.getAssignment']['responses'][200]['content']['application/json'];
export type DifficultyItem =
  operations['plan.listDifficulties']['responses'][200]['content']['application/json']['items'][number];

/** Whole days from today to the deadline; negative when it has passed. */
export function daysLeft(dueOn: string, today: string): number {
  return Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
}
