import { v7 as uuidv7 } from 'uuid';
import type { ReadTx, WriteTx } from '#platform/db';
import { lessonMethods, lessonTopics, tagsOfYear } from '#reference/lesson-tags';
import type { PlanSource, PlanWritten } from '../contract.ts';
import {
  deletePlan,
  insertPlan,
  type LessonPlan,
  type PlanContent,
  selectPlanOptional,
  updateContent,
  updateProposed,
  updateShared,
} from '../data/lesson-plans.ts';
import { copyMaterials, listMaterials } from '../data/materials.ts';
import { listOwnLessons } from '../data/programme.ts';
import { lessonErrors } from '../errors.ts';
import { emptyActivities, missingParts, type PlanStep, planSteps } from '../rules/index.ts';
import { type Acting, isHead, ownRecord, placeOf } from './place.ts';

/** A plan in reach. @throws Refusal lessons.planNotFound */
export async function readPlan(tx: ReadTx, planId: string): Promise<LessonPlan> {
  const plan = await selectPlanOptional(tx, planId);
  if (!plan) throw lessonErrors.planNotFound();
  return plan;
}

/** Steps the person may take with a plan now: the group head decides in the own group, a head of the school in the whole school. */
export function stepsOf({ actor }: Pick<Acting, 'actor'>, plan: LessonPlan): PlanStep[] {
  const leads = actor.role === 'teamLead' && actor.unitId === plan.unitId;
  const heads = leads || (isHead(actor) && actor.unitId === plan.schoolId);
  return planSteps({ state: plan.state, mine: plan.mine, heads });
}

async function ready(tx: ReadTx, acting: Acting, planId: string, step: PlanStep): Promise<LessonPlan> {
  const plan = await readPlan(tx, planId);
  if (!stepsOf(acting, plan).includes(step)) throw lessonErrors.notNow(plan.state);
  return plan;
}

async function changed(tx: ReadTx, planId: string, yours: unknown): Promise<never> {
  throw lessonErrors.planChangedMeanwhile(yours, await readPlan(tx, planId));
}

const nothing: PlanContent = {
  ...{ knowledge: '', competence: '', qualities: '', equipment: '', methods: [], topics: [] },
  activities: emptyActivities,
};

/**
 * Begins a plan for a lesson of the programme that the person teaches (subject, grade, title, periods, week, requirement and equipment
 * come from there), or for none; with `copyOf` the contents, tags and materials of an own or shared plan.
 * @throws Refusal lessons.lessonNotFound, planExists, planNotFound, noStaffRecord, noPlace
 */
export async function createPlan(tx: WriteTx, { now }: Acting, source: PlanSource): Promise<{ id: string }> {
  const [place, me] = await Promise.all([placeOf(tx), ownRecord(tx)]);
  const lesson =
    'lessonId' in source ? (await listOwnLessons(tx, place, me.staffId, source.lessonId))[0] : undefined;
  if ('lessonId' in source && !lesson) throw lessonErrors.lessonNotFound();
  if (lesson?.planId) throw lessonErrors.planExists(lesson.planId);
  const copy = source.copyOf ? await readPlan(tx, source.copyOf) : undefined;
  const content = copy ?? {
    ...nothing,
    knowledge: lesson?.requirement ?? '',
    equipment: lesson?.equipment ?? '',
  };
  const free = 'lessonId' in source ? undefined : source;
  const id = uuidv7();
  const own = { id, unitId: me.unitId, departmentId: place.school.departmentId };
  const { knowledge, competence, qualities, equipment, activities, methods, topics } = content;
  await insertPlan(tx, {
    ...own,
    schoolYearId: place.year.id,
    staffId: me.staffId,
    programmeLessonId: lesson?.lessonId ?? null,
    copiedFrom: copy?.id ?? null,
    subjectCode: lesson?.subjectCode ?? free!.subjectCode,
    grade: lesson?.grade ?? free!.grade,
    title: lesson?.title ?? free!.title,
    periods: lesson?.periods ?? free!.periods,
    week: lesson?.week ?? null,
    ...{ knowledge, competence, qualities, equipment, activities, methods, topics, now },
  });
  if (copy) await copyMaterials(tx, copy.id, own, now);
  return { id };
}

/** Keeps what the author wrote. @throws Refusal lessons.planNotFound, notNow, unknownTag, planChangedMeanwhile */
export async function savePlan(
  tx: WriteTx,
  acting: Acting,
  planId: string,
  given: PlanWritten,
): Promise<{ version: number }> {
  const plan = await ready(tx, acting, planId, 'save');
  // What the plan carries already stays, also when it is no longer asked for.
  const known = new Set(
    [
      ...tagsOfYear(lessonTopics, plan.schoolYear).map(({ code }) => code),
      ...tagsOfYear(lessonMethods, plan.schoolYear).map(({ code }) => code),
    ].concat(plan.topics, plan.methods),
  );
  const unknown = [...given.topics, ...given.methods].find((code) => !known.has(code));
  if (unknown) throw lessonErrors.unknownTag(unknown);
  const version = await updateContent(tx, planId, { ...given, now: acting.now });
  if (version === undefined) return changed(tx, planId, given);
  return { version };
}

/** Lets the colleagues of the team read and copy the plan, or no longer. @throws Refusal lessons.planNotFound, notNow, planChangedMeanwhile */
export async function sharePlan(
  tx: WriteTx,
  acting: Acting,
  planId: string,
  given: { shared: boolean; version: number },
): Promise<{ version: number }> {
  await ready(tx, acting, planId, 'share');
  const version = await updateShared(tx, planId, given);
  if (version === undefined) return changed(tx, planId, given);
  return { version };
}

/** Proposes a plan to the group head. @throws Refusal lessons.planNotFound, notNow, incomplete, planChangedMeanwhile */
export async function proposePlan(
  tx: WriteTx,
  acting: Acting,
  planId: string,
  version: number,
): Promise<{ version: number }> {
  const plan = await ready(tx, acting, planId, 'propose');
  const materials = await listMaterials(tx, planId);
  const problems = missingParts({
    activities: plan.activities,
    hasDocument: materials.some(({ kind }) => kind === 'document'),
  });
  if (problems.length > 0) throw lessonErrors.incomplete(problems);
  const next = await updateProposed(tx, planId, { state: 'proposed', version, now: acting.now });
  if (next === undefined) return changed(tx, planId, { version });
  return { version: next };
}

/** Takes a proposed plan back, or opens an approved one for changes: it must be approved again. @throws as proposePlan */
export async function reopenPlan(
  tx: WriteTx,
  acting: Acting,
  planId: string,
  version: number,
): Promise<{ version: number }> {
  await ready(tx, acting, planId, 'reopen');
  const next = await updateProposed(tx, planId, { state: 'draft', version, now: acting.now });
  if (next === undefined) return changed(tx, planId, { version });
  return { version: next };
}

/** Removes a plan that is not proposed. @throws Refusal lessons.planNotFound, notNow */
export async function removePlan(tx: WriteTx, acting: Acting, planId: string): Promise<void> {
  await ready(tx, acting, planId, 'remove');
  await deletePlan(tx, planId);
}
