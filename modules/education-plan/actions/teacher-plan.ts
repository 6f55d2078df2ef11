import type { ReadTx, WriteTx } from '#platform/db';
import type { Plan } from '../data/plans.ts';
import {
  addAssignedLessons,
  removeOtherStrands,
  selectTeacherOptional,
  type Teacher,
  updateTeacherLessons,
} from '../data/teacher-lessons.ts';
import { educationPlanErrors } from '../errors.ts';
import { readPlan } from './acting.ts';

/** A plan and a teacher of its school; without id the person asking. */
export async function readTeacher(
  tx: ReadTx,
  planId: string,
  staffId: string | undefined,
): Promise<{ plan: Plan; teacher: Teacher }> {
  const plan = await readPlan(tx, planId);
  const teacher = await selectTeacherOptional(tx, plan.unitId, staffId);
  if (!teacher) throw educationPlanErrors.staffNotFound();
  return { plan, teacher };
}

/** Draws the lessons of Annex 1 that the teaching assignment gives the person asking into the own Annex 3, and takes strands out that others teach. */
export async function drawTeacherPlan(
  tx: WriteTx,
  planId: string,
): Promise<{ added: number; removed: number }> {
  const { plan, teacher } = await readTeacher(tx, planId, undefined);
  const added = await addAssignedLessons(tx, plan, teacher.id);
  const removed = await removeOtherStrands(tx, plan, teacher.id);
  if (added + removed === 0) throw educationPlanErrors.nothingAssigned();
  return { added, removed };
}

/** Keeps week, equipment and place of the own Annex 3. */
export async function saveTeacherPlan(
  tx: WriteTx,
  planId: string,
  rows: readonly { id: string; week: number; equipment: string | null; place: string | null }[],
): Promise<{ saved: number }> {
  const { teacher } = await readTeacher(tx, planId, undefined);
  return { saved: await updateTeacherLessons(tx, planId, teacher.id, rows) };
}
