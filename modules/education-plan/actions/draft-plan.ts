import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { programmeOn } from '#reference/curriculum-2018';
import { selectSchoolFacts, selectSchoolOptional } from '../data/facts.ts';
import { listGuidanceFor } from '../data/guidance.ts';
import { copyRows, moveActivities, replaceRows } from '../data/parts.ts';
import {
  copyTeamsAndTeachers,
  type Done,
  insertPlan,
  listPlansOf,
  type Plan,
  selectLastYearOptional,
  selectMySchool,
} from '../data/plans.ts';
import { educationPlanErrors } from '../errors.ts';
import {
  calendarOf,
  draftPeriods,
  frameActivities,
  frameSections,
  frameTargets,
  gradesOf,
  mayStep,
  type Part,
  type SchoolPart,
  schoolParts,
  spreadWeek,
  teamParts,
  weeklyOfClass,
} from '../rules/index.ts';
import { type Acting, notNow, readPlan, readYear } from './acting.ts';
import { checkAndKeep } from './check-plan.ts';

/** Texts, goals and programmes that a new year takes over; periods and weeks are made from the classes there are. */
const takenOver: readonly Part[] = [
  'sections',
  'targets',
  'secondSession',
  'activities',
  'integratedTopics',
  ...teamParts,
];

/**
 * Drafts the plan of the own school in one press: from the frame (or the template the level above has published), or from the plan
 * of the year before. Figures, periods, frame of the week and calendar come from the rows of the school and the province's frame.
 */
export async function draftPlan(
  tx: WriteTx,
  { actor, now }: Acting,
  input: { schoolYear?: string | undefined; from: 'framework' | 'lastYear' },
): Promise<Done> {
  const schoolId = await selectMySchool(tx);
  const school = schoolId ? await selectSchoolOptional(tx, schoolId) : undefined;
  if (!school) throw educationPlanErrors.notASchool();
  const year = await readYear(tx, input.schoolYear);
  const last = await selectLastYearOptional(tx, school.id, year.name);
  if (input.from === 'lastYear' && !last) throw educationPlanErrors.noPlanLastYear();
  if ((await listPlansOf(tx, school.id, year.id)).length > 0) throw educationPlanErrors.planExists();

  const place = { planId: uuidv7(), unitId: school.id, departmentId: school.departmentId };
  const calendar = calendarOf(year);
  const fresh = await insertPlan(tx, {
    id: place.planId,
    unitId: school.id,
    departmentId: school.departmentId,
    schoolYearId: year.id,
    revision: 1,
    basedOn: null,
    reason: null,
    minute: null,
    calendar,
    draftedBy: actor.accountId,
    at: now,
  });
  if (!fresh) throw educationPlanErrors.planExists();
  const put = (part: SchoolPart, rows: readonly object[]) =>
    replaceRows(
      tx,
      part,
      place,
      rows.map((row) => ({ ...row, id: uuidv7() })),
    );

  if (input.from === 'lastYear' && last) {
    await copyRows(tx, takenOver, last.id, place.planId);
    const days = Math.round((Date.parse(year.opensOn) - Date.parse(last.opensOn)) / 86_400_000);
    await moveActivities(tx, place.planId, days);
  } else {
    const templates = await listGuidanceFor(tx, school.id, year.id);
    const template = templates.find(({ sections }) => sections.length > 0);
    await put('sections', template?.sections ?? frameSections());
    await put('activities', frameActivities(year));
  }
  const facts = await selectSchoolFacts(tx, school, year.id);
  if (!(input.from === 'lastYear' && last)) await put('targets', frameTargets(gradesOf(facts.classes)));
  const programme = programmeOn(year.opensOn);
  const periods = draftPeriods(programme, facts.classes);
  await put('periods', periods);
  const weeks = gradesOf(facts.classes).map((grade) => {
    const own = facts.classes.filter((one) => one.grade === grade);
    return {
      grade,
      weekly: Math.max(...own.map((one) => weeklyOfClass(programme, periods, one))),
      twoSessions: own.some((one) => one.twoSessions),
      classes: own.length,
    };
  });
  await put('dayLoads', spreadWeek(weeks, facts.classrooms));
  const plan = await readPlan(tx, place.planId);
  await checkAndKeep(tx, plan);
  return { id: plan.id, state: plan.state, version: plan.version };
}

/** A revision within the year (CUR-32): a copy of the published plan to change, with the reason and the minute of the council. */
export async function amendPlan(
  tx: WriteTx,
  { actor, now }: Acting,
  planId: string,
  input: { reason: string; minute: string },
): Promise<Done> {
  const old: Plan = await readPlan(tx, planId);
  if (!mayStep('amend', old, actor.role)) throw notNow(old);
  const [latest] = await listPlansOf(tx, old.unitId, old.schoolYearId);
  const id = uuidv7();
  const fresh = await insertPlan(tx, {
    ...old,
    id,
    revision: (latest?.revision ?? old.revision) + 1,
    basedOn: old.id,
    reason: input.reason,
    minute: input.minute,
    draftedBy: actor.accountId,
    at: now,
  });
  if (!fresh) throw educationPlanErrors.planExists();
  await copyRows(tx, [...schoolParts, ...teamParts], old.id, id);
  await copyTeamsAndTeachers(tx, old.id, id);
  const plan = await readPlan(tx, id);
  await checkAndKeep(tx, plan);
  return { id, state: plan.state, version: plan.version };
}
