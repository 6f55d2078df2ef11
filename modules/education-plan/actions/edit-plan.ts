import { v7 as uuidv7 } from 'uuid';
import { sql, type WriteTx } from '#platform/db';
import { replaceRows, selectSchoolRows } from '../data/parts.ts';
import { type Done, type Plan, updatePlan } from '../data/plans.ts';
import { educationPlanErrors } from '../errors.ts';
import { type Calendar, mayStep, rowProblems, type SchoolPart } from '../rules/index.ts';
import { type Acting, notNow, readFacts, readPlan } from './acting.ts';
import { checkAndKeep } from './check-plan.ts';

/** The plan when it may be edited and is as the person saw it. */
async function openForEdit(tx: WriteTx, { actor }: Acting, planId: string): Promise<Plan> {
  const plan = await readPlan(tx, planId);
  if (!mayStep('edit', plan, actor.role)) throw notNow(plan);
  return plan;
}

async function count(
  tx: WriteTx,
  plan: Plan,
  version: number,
  yours: unknown,
  current: () => Promise<unknown>,
) {
  const done = await updatePlan(tx, { id: plan.id, version }, sql`returned_note = returned_note`);
  if (!done) throw educationPlanErrors.changedMeanwhile(yours, await current());
  return done;
}

/** Makes the given rows the rows of a part of the plan. All faults at once; a plan changed meanwhile answers both texts. */
export async function saveRows(
  tx: WriteTx,
  acting: Acting,
  planId: string,
  input: {
    part: SchoolPart;
    version: number;
    rows: readonly (Readonly<Record<string, unknown>> & { id?: string | undefined })[];
  },
): Promise<Done> {
  const plan = await openForEdit(tx, acting, planId);
  const { facts, programme } = await readFacts(tx, plan);
  const problems = rowProblems(input.part, input.rows, {
    programme,
    classIds: new Set(facts.classes.map(({ id }) => id)),
  });
  if (problems.length > 0) throw educationPlanErrors.badRows(problems);
  const done = await count(
    tx,
    plan,
    input.version,
    input.rows,
    async () => (await selectSchoolRows(tx, planId))[input.part],
  );
  const place = { planId, unitId: plan.unitId, departmentId: plan.departmentId };
  await replaceRows(
    tx,
    input.part,
    place,
    input.rows.map((row) => ({ ...row, id: row.id ?? uuidv7() })),
  );
  await checkAndKeep(tx, plan);
  return done;
}

/** Sets the first and last days of teaching. */
export async function updateCalendar(
  tx: WriteTx,
  acting: Acting,
  planId: string,
  { version, ...calendar }: Calendar & { version: number },
): Promise<Done> {
  const plan = await openForEdit(tx, acting, planId);
  const done = await updatePlan(
    tx,
    { id: planId, version },
    sql`lessons_from = ${calendar.lessonsFrom}, semester1_to = ${calendar.semester1To}, semester2_from = ${calendar.semester2From},
      lessons_to = ${calendar.lessonsTo}`,
  );
  if (!done) throw educationPlanErrors.changedMeanwhile(calendar, plan.calendar);
  await checkAndKeep(tx, { ...plan, calendar });
  return done;
}
