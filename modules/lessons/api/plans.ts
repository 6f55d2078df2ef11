import { type Actor, bind } from '#modules/identity-access';
import { findUnit } from '#modules/organisation';
import { officialHeading } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { renderOfficialDocx, renderOfficialPdf, renderWorkbook } from '#platform/documents';
import { readFileContent } from '#platform/files';
import type { AnyRoute } from '#platform/http';
import { type LessonTag, lessonMethods, lessonTopics, tagsOfYear } from '#reference/lesson-tags';
import { decidePlans } from '../actions/decide-plans.ts';
import { addFile, addLink, removeMaterial } from '../actions/materials.ts';
import { ownRecord, placeOf, weekOf, yearOf } from '../actions/place.ts';
import {
  createPlan,
  proposePlan,
  readPlan,
  removePlan,
  reopenPlan,
  savePlan,
  sharePlan,
  stepsOf,
} from '../actions/write-plan.ts';
import * as contract from '../contract.ts';
import { listFigures } from '../data/figures.ts';
import { listCopies, listOwnPlans, listQueue } from '../data/lesson-plans.ts';
import { listMaterials, selectMaterialOptional } from '../data/materials.ts';
import { listOwnLessons, listTaught } from '../data/programme.ts';
import { figureSheets } from '../documents/figure-sheets.ts';
import { lessonPlanDocument } from '../documents/lesson-plan-document.ts';
import { lessonErrors } from '../errors.ts';
import { excel, headShape, materialShape, mayOf, subjectNames, word } from './shapes.ts';

const tagShape = ({ code, name, source }: LessonTag) => ({ code, name, source });

/** Tags asked for in the year, and those the plan carries from another. */
function tagsFor(tags: readonly LessonTag[], schoolYear: string, carried: readonly string[]) {
  const asked = new Set(tagsOfYear(tags, schoolYear));
  return tags.filter((tag) => asked.has(tag) || carried.includes(tag.code)).map(tagShape);
}

async function describePlan(tx: ReadTx, actor: Actor, planId: string) {
  const plan = await readPlan(tx, planId);
  const materials = await listMaterials(tx, planId);
  const { note, decidedBy, decidedAt, requirement, copiedFrom, mine } = plan;
  const { knowledge, competence, qualities, equipment, activities } = plan;
  return {
    plan: {
      ...headShape(plan),
      ...{ knowledge, competence, qualities, equipment, activities: [...activities] },
      ...{ note, decidedBy, decidedAt, requirement, copiedFrom, mine },
      materialList: materials.map(materialShape),
      may: stepsOf({ actor }, plan),
    },
    topics: tagsFor(lessonTopics, plan.schoolYear, plan.topics),
    methods: tagsFor(lessonMethods, plan.schoolYear, plan.methods),
  };
}

async function figuresOf(tx: ReadTx, actor: Actor, schoolYear: string | undefined) {
  const year = await yearOf(tx, schoolYear);
  const by =
    actor.scope === 'department'
      ? 'commune'
      : actor.unitKind === 'school' || actor.unitKind === 'subjectTeam'
        ? 'team'
        : 'school';
  return { year, groups: await listFigures(tx, year.id, by) };
}

/** Lesson plans: own, the queue of the group head, files, figures. */
export const planRoutes: AnyRoute[] = [
  bind(contract.listPlans, async ({ tx, actor, query, now }) => {
    const [place, me] = await Promise.all([placeOf(tx, query), ownRecord(tx)]);
    const [lessons, plans, taught] = await Promise.all([
      listOwnLessons(tx, place, me.staffId),
      listOwnPlans(tx, me.staffId, place.year.id),
      listTaught(tx, place, me.staffId),
    ]);
    const byId = new Map(plans.map((plan) => [plan.id, plan]));
    const bound = new Set(lessons.map(({ planId }) => planId));
    const nameOf = subjectNames(place.year.name);
    return {
      schoolYear: place.year.name,
      week: place.year.weeks.length > 0 ? weekOf(place.year.weeks, localDate(now)).number : null,
      lessons: lessons.map(({ planId, requirement: _, equipment: __, ...lesson }) => {
        const plan = planId ? byId.get(planId) : undefined;
        return { ...lesson, subjectName: nameOf(lesson.subjectCode), plan: plan ? headShape(plan) : null };
      }),
      others: plans.filter(({ id }) => !bound.has(id)).map(headShape),
      taught: taught.map((one) => ({ ...one, subjectName: nameOf(one.subjectCode) })),
      may: mayOf(actor.role, ['lessons.createPlan']),
    };
  }),
  bind(contract.getPlan, ({ tx, actor, params }) => describePlan(tx, actor, params.planId)),
  bind(contract.createPlan, ({ tx, actor, now, body }) => createPlan(tx, { actor, now }, body)),
  bind(contract.savePlan, ({ tx, actor, now, params, body }) =>
    savePlan(tx, { actor, now }, params.planId, body),
  ),
  bind(contract.sharePlan, ({ tx, actor, now, params, body }) =>
    sharePlan(tx, { actor, now }, params.planId, body),
  ),
  bind(contract.proposePlan, ({ tx, actor, now, params, body }) =>
    proposePlan(tx, { actor, now }, params.planId, body.version),
  ),
  bind(contract.reopenPlan, ({ tx, actor, now, params, body }) =>
    reopenPlan(tx, { actor, now }, params.planId, body.version),
  ),
  bind(contract.removePlan, async ({ tx, actor, now, params }) => {
    await removePlan(tx, { actor, now }, params.planId);
    return undefined;
  }),
  bind(contract.listQueue, async ({ tx, actor, query }) => {
    const year = await yearOf(tx, query.schoolYear);
    const items = await listQueue(tx, year.id, query.state);
    return {
      items: items.map((plan) => ({ ...headShape(plan), mine: plan.mine })),
      may: mayOf(actor.role, ['lessons.decidePlans']),
    };
  }),
  bind(contract.decidePlans, ({ tx, actor, now, body }) => decidePlans(tx, { actor, now }, body)),
  bind(contract.listCopies, async ({ tx, query }) => {
    const items = await listCopies(tx, query.subjectCode, query.grade);
    return {
      items: items.map((plan) => ({ ...headShape(plan), mine: plan.mine, schoolYear: plan.schoolYear })),
    };
  }),
  bind(contract.downloadPlan, async ({ tx, now, params, query }) => {
    const plan = await readPlan(tx, params.planId);
    const [head, materials, unit] = await Promise.all([
      officialHeading(tx, plan.schoolId),
      listMaterials(tx, plan.id),
      findUnit(tx, plan.unitId),
    ]);
    const document = lessonPlanDocument(
      head,
      subjectNames(plan.schoolYear)(plan.subjectCode),
      {
        ...plan,
        team: unit && unit.kind === 'subjectTeam' ? unit.name : null,
        decidedBy: plan.state === 'approved' ? plan.decidedBy : null,
        materials,
      },
      localDate(plan.decidedAt ? new Date(plan.decidedAt) : now),
    );
    const name = `Kế hoạch bài dạy - ${plan.title}`.slice(0, 120);
    return query.kind === 'pdf'
      ? {
          fileName: `${name}.pdf`,
          mediaType: 'application/pdf',
          bytes: await renderOfficialPdf(document),
          inline: true,
        }
      : { fileName: `${name}.docx`, mediaType: word, bytes: await renderOfficialDocx(document) };
  }),
  bind(contract.addFile, async ({ tx, actor, now, params, query, file, services }) =>
    materialShape(
      await addFile(tx, { actor, now }, services.filesFolder, params.planId, { kind: query.kind, ...file }),
    ),
  ),
  bind(contract.addLink, async ({ tx, actor, now, params, body }) =>
    materialShape(await addLink(tx, { actor, now }, params.planId, body)),
  ),
  bind(contract.removeMaterial, async ({ tx, actor, now, params }) => {
    await removeMaterial(tx, { actor, now }, params.materialId);
    return undefined;
  }),
  bind(contract.downloadMaterial, async ({ tx, params, services }) => {
    const material = await selectMaterialOptional(tx, params.materialId);
    if (!material?.sha256 || !material.mediaType) throw lessonErrors.materialNotFound();
    const bytes = await readFileContent(services.filesFolder, material.sha256);
    return { fileName: material.title, mediaType: material.mediaType, bytes };
  }),
  bind(contract.getFigures, async ({ tx, actor, query }) => {
    const { year, groups } = await figuresOf(tx, actor, query.schoolYear);
    return {
      schoolYear: year.name,
      topics: tagsOfYear(lessonTopics, year.name).map(tagShape),
      methods: tagsOfYear(lessonMethods, year.name).map(tagShape),
      groups: groups.map((group) => ({ ...group, byTag: { ...group.byTag } })),
    };
  }),
  bind(contract.downloadFigures, async ({ tx, actor, query }) => {
    const { year, groups } = await figuresOf(tx, actor, query.schoolYear);
    return {
      fileName: `Thống kê bài dạy ${year.name}.xlsx`,
      mediaType: excel,
      bytes: await renderWorkbook(figureSheets(year.name, groups)),
    };
  }),
];
