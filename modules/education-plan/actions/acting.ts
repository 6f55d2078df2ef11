import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { type Programme, programmeOn } from '#reference/curriculum-2018';
import { selectSchoolFacts, selectYearOptional, type YearRow } from '../data/facts.ts';
import { selectSchoolRows, selectTeamRows } from '../data/parts.ts';
import { type Plan, selectPlanOptional } from '../data/plans.ts';
import { educationPlanErrors } from '../errors.ts';
import { type PlanFacts, stateWords } from '../rules/index.ts';

/** Who does something and when. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/** A plan the person sees. @throws educationPlan.planNotFound */
export async function readPlan(tx: ReadTx, planId: string): Promise<Plan> {
  const plan = await selectPlanOptional(tx, planId);
  if (!plan) throw educationPlanErrors.planNotFound();
  return plan;
}

/** The year a list is about: the one named, else the current one. @throws educationPlan.noSchoolYear */
export async function readYear(tx: ReadTx, name: string | undefined): Promise<YearRow> {
  const year = await selectYearOptional(tx, { name });
  if (!year) throw educationPlanErrors.noSchoolYear();
  return year;
}

/** Everything the checks look at, with the programme in force when the year begins. */
export async function readFacts(tx: ReadTx, plan: Plan): Promise<{ facts: PlanFacts; programme: Programme }> {
  const year = await selectYearOptional(tx, { id: plan.schoolYearId });
  if (!year) throw educationPlanErrors.noSchoolYear();
  const school = await selectSchoolFacts(tx, { id: plan.unitId, schoolKind: plan.schoolKind }, year.id);
  const rows = await selectSchoolRows(tx, plan.id);
  const teams = await selectTeamRows(tx, plan.id);
  return {
    facts: { ...school, ...rows, ...teams, year, calendar: plan.calendar },
    programme: programmeOn(year.opensOn),
  };
}

/** Says at which step the plan stands instead. */
export function notNow(plan: Pick<Plan, 'state'>) {
  return educationPlanErrors.notNow(stateWords[plan.state]);
}
