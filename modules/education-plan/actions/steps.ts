import { sql, type WriteTx } from '#platform/db';
import {
  type Done,
  listTeamPlans,
  type Plan,
  saveReading,
  supersedePublished,
  updatePlan,
} from '../data/plans.ts';
import { educationPlanErrors } from '../errors.ts';
import { approvalProblems, mayStep, type PlanStep } from '../rules/index.ts';
import { type Acting, notNow, readPlan } from './acting.ts';
import { checkAndKeep } from './check-plan.ts';

type Change = ReturnType<typeof sql>;

/** Takes a step when state and role allow it and nobody changed the plan meanwhile. */
async function take(
  tx: WriteTx,
  { actor }: Acting,
  { planId, version }: { planId: string; version: number },
  step: PlanStep,
  change: (plan: Plan) => Promise<Change> | Change,
): Promise<Done> {
  const plan = await readPlan(tx, planId);
  if (!mayStep(step, plan, actor.role)) throw notNow(plan);
  if (plan.version !== version)
    throw educationPlanErrors.changedMeanwhile({ version }, { version: plan.version });
  const done = await updatePlan(tx, { id: planId, version }, await change(plan));
  if (!done) throw educationPlanErrors.changedMeanwhile({ version }, await readPlan(tx, planId));
  return done;
}

type At = { planId: string; version: number };

export function proposePlan(tx: WriteTx, acting: Acting, at: At): Promise<Done> {
  return take(tx, acting, at, 'propose', async (plan) => {
    await checkAndKeep(tx, plan);
    return sql`state = 'proposed', proposed_at = ${acting.now}, returned_note = NULL`;
  });
}

/**
 * The principal approves: nothing left that must be put right, every team that has written something accepted, warnings with a
 * reason. The figures are kept as they stand on this day.
 */
export function approvePlan(
  tx: WriteTx,
  acting: Acting,
  at: At,
  warningsReason: string | undefined,
): Promise<Done> {
  return take(tx, acting, at, 'approve', async (plan) => {
    const { findings, figures } = await checkAndKeep(tx, plan);
    const teams = (await listTeamPlans(tx, plan)).filter((team) => team.version > 0);
    const problems = approvalProblems(findings, teams, warningsReason ?? null);
    if (problems.length > 0) throw educationPlanErrors.notYet(problems);
    return sql`state = 'approved', approved_by = ${acting.actor.accountId}, approved_at = ${acting.now},
      warnings_reason = ${warningsReason || null}, figures = ${JSON.stringify(figures)}::jsonb`;
  });
}

/** Back to the draft with a remark: by the principal before approval, by the level above after it. */
export function returnPlan(tx: WriteTx, acting: Acting, at: At, note: string): Promise<Done> {
  return take(
    tx,
    acting,
    at,
    'return',
    () =>
      sql`state = 'draft', returned_note = ${note}, approved_by = NULL, approved_at = NULL, figures = NULL, warnings_reason = NULL`,
  );
}

/** The level that manages the school takes note (commune for lower secondary, department for the others). */
export function acknowledgePlan(
  tx: WriteTx,
  acting: Acting,
  at: At,
  note: string | undefined,
): Promise<Done> {
  return take(
    tx,
    acting,
    at,
    'acknowledge',
    () => sql`state = 'acknowledged', acknowledged_by = ${acting.actor.accountId}, acknowledged_at = ${acting.now},
      acknowledgement_note = ${note || null}`,
  );
}

/** Opens the plan to teachers, pupils, parents and the public page; the revision before is read no more. */
export function publishPlan(tx: WriteTx, acting: Acting, at: At): Promise<Done> {
  return take(tx, acting, at, 'publish', async (plan) => {
    await supersedePublished(tx, plan);
    return sql`state = 'published', published_by = ${acting.actor.accountId}, published_at = ${acting.now}`;
  });
}

/** Remembers once that the person has read a published plan. */
export async function confirmReading(
  tx: WriteTx,
  { actor, now }: Acting,
  planId: string,
): Promise<{ id: string }> {
  const plan = await readPlan(tx, planId);
  if (plan.state !== 'published' || !actor.role) throw notNow(plan);
  await saveReading(tx, {
    planId,
    accountId: actor.accountId,
    unitId: plan.unitId,
    departmentId: plan.departmentId,
    role: actor.role,
    at: now,
  });
  return { id: planId };
}
