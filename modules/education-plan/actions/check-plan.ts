import type { ReadTx, WriteTx } from '#platform/db';
import { listFindings, replaceFindings } from '../data/findings.ts';
import type { Plan } from '../data/plans.ts';
import { checkPlan, type Figures, type Finding, figuresOf } from '../rules/index.ts';
import { readFacts } from './acting.ts';

export interface Checked {
  readonly findings: readonly Finding[];
  readonly figures: Figures;
}

/** Findings and figures of a plan: of today while it is open, as they stood on approval afterwards. */
export async function readChecks(tx: ReadTx, plan: Plan): Promise<Checked> {
  if (plan.figures) return { findings: await listFindings(tx, plan.id), figures: plan.figures as Figures };
  const { facts, programme } = await readFacts(tx, plan);
  return { findings: checkPlan(facts, programme), figures: figuresOf(facts, programme) };
}

/** Checks the plan as it is now and keeps what was found, for the board. */
export async function checkAndKeep(tx: WriteTx, plan: Plan): Promise<Checked> {
  const { facts, programme } = await readFacts(tx, plan);
  const findings = checkPlan(facts, programme);
  await replaceFindings(tx, plan, findings);
  return { findings, figures: figuresOf(facts, programme) };
}
