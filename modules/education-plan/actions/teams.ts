import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#modules/identity-access';
import type { ReadTx, WriteTx } from '#platform/db';
import { replaceRows, selectTeamRows } from '../data/parts.ts';
import { listTeamPlans, type Plan, saveTeamPlan, type TeamPlan } from '../data/plans.ts';
import { educationPlanErrors } from '../errors.ts';
import { mayStep, rowProblems, type TeamPart, type TeamState } from '../rules/index.ts';
import { type Acting, notNow, readFacts, readPlan } from './acting.ts';
import { checkAndKeep } from './check-plan.ts';

export interface TeamOfPlan {
  readonly plan: Plan;
  readonly team: TeamPlan;
  readonly mayEdit: boolean;
  readonly mayPropose: boolean;
  readonly mayDecide: boolean;
}

/** A team's part with what the person may do to it: its lead writes and proposes (the office may help), the principal decides. */
export async function readTeam(
  tx: ReadTx,
  actor: Actor,
  planId: string,
  teamId: string,
): Promise<TeamOfPlan> {
  const plan = await readPlan(tx, planId);
  const team = (await listTeamPlans(tx, plan)).find(({ id }) => id === teamId);
  if (!team) throw educationPlanErrors.teamNotFound();
  const open = plan.state === 'draft' || plan.state === 'proposed';
  const leads = actor.role === 'teamLead' && actor.unitId === teamId;
  const writes = open && (leads || mayStep('edit', plan, actor.role));
  const heads = actor.role === 'principal' || actor.role === 'vicePrincipal';
  const unfinished = team.state === 'draft' || team.state === 'returned';
  return {
    plan,
    team,
    mayEdit: writes && unfinished,
    mayPropose: writes && unfinished,
    mayDecide: open && heads && (team.state === 'proposed' || team.state === 'accepted'),
  };
}

async function keep(
  tx: WriteTx,
  { actor, now }: Acting,
  { plan, team }: TeamOfPlan,
  version: number,
  change: { state: TeamState; note?: string | null; proposed?: true },
): Promise<{ version: number }> {
  const saved = await saveTeamPlan(tx, {
    id: uuidv7(),
    planId: plan.id,
    unitId: team.id,
    departmentId: plan.departmentId,
    state: change.state,
    note: change.note === undefined ? team.note : change.note,
    proposedBy: change.proposed ? actor.accountId : null,
    proposedAt: change.proposed ? now : null,
    version,
  });
  if (saved === undefined) {
    throw educationPlanErrors.changedMeanwhile({ version }, await selectTeamRows(tx, plan.id, team.id));
  }
  return { version: saved };
}

/** Makes the given rows the rows of a part of Annex 1 or 2. `version` 0: the team writes for the first time. */
export async function saveTeamRows(
  tx: WriteTx,
  acting: Acting,
  place: { planId: string; teamId: string },
  input: {
    part: TeamPart;
    version: number;
    rows: readonly (Readonly<Record<string, unknown>> & { id?: string | undefined })[];
  },
): Promise<{ version: number }> {
  const found = await readTeam(tx, acting.actor, place.planId, place.teamId);
  if (!found.mayEdit) throw notNow(found.plan);
  const { programme } = await readFacts(tx, found.plan);
  const problems = rowProblems(input.part, input.rows, { programme, classIds: new Set() });
  if (problems.length > 0) throw educationPlanErrors.badRows(problems);
  const saved = await keep(tx, acting, found, input.version, { state: found.team.state });
  await replaceRows(
    tx,
    input.part,
    { planId: place.planId, unitId: place.teamId, departmentId: found.plan.departmentId },
    input.rows.map((row) => ({ ...row, id: row.id ?? uuidv7() })),
  );
  return saved;
}

export async function proposeTeamPlan(
  tx: WriteTx,
  acting: Acting,
  place: { planId: string; teamId: string },
  version: number,
): Promise<{ version: number }> {
  const found = await readTeam(tx, acting.actor, place.planId, place.teamId);
  if (!found.mayPropose) throw notNow(found.plan);
  if (found.team.lessons === 0) throw educationPlanErrors.nothingToPropose();
  return keep(tx, acting, found, version, { state: 'proposed', note: null, proposed: true });
}

/** The head of the school accepts a team's part or gives it back with a remark. */
export async function decideTeamPlan(
  tx: WriteTx,
  acting: Acting,
  place: { planId: string; teamId: string },
  input: { version: number; decision: 'accept' | 'return'; note?: string | undefined },
): Promise<{ version: number }> {
  const found = await readTeam(tx, acting.actor, place.planId, place.teamId);
  if (!found.mayDecide) throw notNow(found.plan);
  const saved = await keep(tx, acting, found, input.version, {
    state: input.decision === 'accept' ? 'accepted' : 'returned',
    note: input.note || null,
  });
  await checkAndKeep(tx, found.plan);
  return saved;
}
