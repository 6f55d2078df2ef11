import { bind } from '#modules/identity-access';
import { findUnit } from '#modules/organisation';
import { officialHeading } from '#modules/plan';
import type { ReadTx } from '#platform/db';
import { renderPetitions, renderWorkbook } from '#platform/documents';
import type { AnyRoute } from '#platform/http';
import { gradesTaught } from '#rules/people';
import { type Acting, ownSchool, yearIdOf } from '../actions/acting.ts';
import { askedWishesOf, createElectiveBlock, proposeElectiveBlock } from '../actions/elective-block.ts';
import { candidatesOf, recordEntitlements } from '../actions/entitlements.ts';
import {
  addByDecision,
  numberGroupRequests,
  receiveRequests,
  removeMember,
} from '../actions/group-members.ts';
import {
  changeGroup,
  confirmGroup,
  createGroups,
  deleteGroup,
  fingerprintOf,
  proposeForSurvey,
} from '../actions/keep-groups.ts';
import { withProgress } from '../actions/progress.ts';
import { createRemedialGroup } from '../actions/remedial-group.ts';
import * as contract from '../contract/groups.ts';
import {
  type GroupHead,
  listFirstResults,
  listGroups,
  listMembers,
  selectGroupOptional,
} from '../data/groups.ts';
import { blockSheets, groupSheets } from '../documents/group-sheets.ts';
import { requestPetitions } from '../documents/requests.ts';
import { needsSurveyErrors } from '../errors.ts';
import { isTutoring, mostPeriods } from '../rules/group.ts';
import { surveyState } from '../rules/survey-state.ts';
import { lowerSubjects, subjectName, upperSubjects } from '../rules/template.ts';
import { mayOf } from './shapes.ts';

function named({ subjectCode }: { readonly subjectCode: string | null }) {
  return subjectCode === null ? null : subjectName(subjectCode);
}

function headShape({ unitId: _, schoolYearId: __, schoolYear: ___, surveyId: ____, ...head }: GroupHead) {
  return { ...head, subjectName: named(head) };
}

/** The school a list is about: the one asked for, else the own. */
async function schoolOf(tx: ReadTx, acting: Acting, unitId: string | undefined) {
  if (!unitId || unitId === acting.actor.unitId) return ownSchool(tx, acting);
  const school = await findUnit(tx, unitId);
  if (school?.kind !== 'school') throw needsSurveyErrors.schoolNeeded();
  return school;
}

/** Steps on groups, of those the role may do and the group is ready for. */
function stepsOf(group: GroupHead, role: string | null): string[] {
  const steps = mayOf(role, [
    'needsSurvey.changeGroup',
    'needsSurvey.deleteGroup',
    'needsSurvey.removeMember',
    'needsSurvey.addByDecision',
    'needsSurvey.printRequests',
    'needsSurvey.receiveRequests',
  ]);
  return group.state === 'proposed' ? [...steps, ...mayOf(role, ['needsSurvey.confirmGroup'])] : steps;
}

/** Proposing, making, keeping and printing the groups of session 2. */
export const groupRoutes: AnyRoute[] = [
  bind(contract.proposeGroups, async ({ tx, actor, now, params, query }) => {
    const { groups, leftOut, placed } = await proposeForSurvey(
      tx,
      { actor, now },
      params.surveyId,
      query.size,
    );
    return {
      groups: groups.map((group) => ({
        ...group,
        subjectName: named(group),
        fingerprint: fingerprintOf(group),
        members: group.members.map(({ pupilId, name, className, reason, reasonText }) => ({
          pupilId,
          name,
          className,
          reason,
          reasonText,
        })),
      })),
      leftOut: leftOut.map((one) => ({
        ...one,
        subjectName: subjectName(one.subjectCode),
        pupils: [...one.pupils],
      })),
      placed,
    };
  }),
  bind(contract.createGroups, ({ tx, actor, now, params, body }) =>
    createGroups(tx, { actor, now }, params.surveyId, body),
  ),
  bind(contract.listGroups, async ({ tx, actor, now, query }) => {
    const school = await schoolOf(tx, { actor, now }, query.unitId);
    const schoolYearId = await yearIdOf(tx, query.schoolYearId);
    const at = { unitId: school.id, schoolYearId };
    const heads = await listGroups(tx, at);
    const members = Map.groupBy(
      await listFirstResults(
        tx,
        heads.map(({ id }) => id),
      ),
      ({ groupId }) => groupId,
    );
    const items = await withProgress(
      tx,
      at,
      heads.map((head) => ({ head, members: members.get(head.id) ?? [] })),
    );
    const own = school.id === actor.unitId;
    return {
      items: items.map(({ head, progress }) => ({ ...headShape(head), progress })),
      may: mayOf(actor.role, [
        'needsSurvey.exportGroups',
        ...(own
          ? ['needsSurvey.createGroups', 'needsSurvey.recordEntitlements', 'needsSurvey.createElectiveBlock']
          : []),
      ]),
    };
  }),
  bind(contract.exportGroups, async ({ tx, actor, now, query }) => {
    const school = await schoolOf(tx, { actor, now }, query.unitId);
    const schoolYearId = await yearIdOf(tx, query.schoolYearId);
    const at = { unitId: school.id, schoolYearId };
    const heads = await listGroups(tx, at);
    const groups = [];
    for (const head of heads) groups.push({ head, members: await listMembers(tx, head.id) });
    return {
      fileName: `Nhóm buổi 2 ${school.name}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await renderWorkbook(groupSheets(await withProgress(tx, at, groups))),
    };
  }),
  bind(contract.getGroup, async ({ tx, actor, params }) => {
    const group = await selectGroupOptional(tx, params.groupId);
    if (!group) throw needsSurveyErrors.groupNotFound();
    const [one] = await withProgress(tx, group, [{ head: group, members: await listMembers(tx, group.id) }]);
    const { members = [], progress = null } = one ?? {};
    return {
      ...headShape(group),
      progress,
      mostPeriods: mostPeriods(group.kind),
      tutoring: isTutoring(group.kind),
      members: members.map(({ birthDate: _, firstResult: __, ...member }) => member),
      may: group.unitId === actor.unitId ? stepsOf(group, actor.role) : [],
    };
  }),
  bind(contract.changeGroup, ({ tx, actor, now, params, body }) =>
    changeGroup(tx, { actor, now }, params.groupId, body),
  ),
  bind(contract.confirmGroup, ({ tx, actor, now, params, body }) =>
    confirmGroup(tx, { actor, now }, params.groupId, body.version),
  ),
  bind(contract.deleteGroup, async ({ tx, actor, now, params, query }) => {
    await deleteGroup(tx, { actor, now }, params.groupId, query.version);
    return undefined;
  }),
  bind(contract.addByDecision, ({ tx, actor, now, params, body }) =>
    addByDecision(tx, { actor, now }, params.groupId, body),
  ),
  bind(contract.removeMember, async ({ tx, actor, now, params }) => {
    await removeMember(tx, { actor, now }, params.groupId, params.pupilId);
    return undefined;
  }),
  bind(contract.printRequests, async ({ tx, actor, now, params }) => {
    const group = await numberGroupRequests(tx, { actor, now }, params.groupId);
    const school = await ownSchool(tx, { actor, now });
    const { place } = await officialHeading(tx, school.id);
    const members = await listMembers(tx, group.id);
    return {
      fileName: `Đơn đăng ký ${group.name}.pdf`,
      mediaType: 'application/pdf',
      bytes: await renderPetitions(requestPetitions(group, members, { school: school.name, place })),
    };
  }),
  bind(contract.receiveRequests, ({ tx, actor, now, params, body }) =>
    receiveRequests(tx, { actor, now }, params.groupId, body),
  ),
  bind(contract.createRemedialGroup, ({ tx, actor, now, body }) =>
    createRemedialGroup(tx, { actor, now }, body),
  ),
  bind(contract.listAskedWishes, async ({ tx, actor, now, query }) => ({
    items: (await askedWishesOf(tx, { actor, now }, query)).map(
      ({ opensAt, closesAt, question, classIds, ...asked }) => ({
        ...asked,
        state: surveyState({ opensAt, closesAt }, now),
        questionId: question.id,
        question: question.title,
        subjectCodes: (question.options ?? []).map(({ value }) => value),
        classIds: [...classIds],
      }),
    ),
  })),
  bind(contract.proposeElectiveBlock, ({ tx, actor, now, query }) =>
    proposeElectiveBlock(tx, { actor, now }, { ...query, byWishes: query }),
  ),
  bind(contract.exportElectiveBlock, async ({ tx, actor, now, query }) => ({
    fileName: `Nhóm đề xuất ${query.block} khối ${query.grade}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await renderWorkbook(
      blockSheets(await proposeElectiveBlock(tx, { actor, now }, { ...query, byWishes: query })),
    ),
  })),
  bind(contract.createElectiveBlock, ({ tx, actor, now, body }) =>
    createElectiveBlock(tx, { actor, now }, body),
  ),
  bind(contract.listCandidates, async ({ tx, actor, now, query }) => {
    const { school, items } = await candidatesOf(tx, { actor, now }, query);
    return {
      grades: gradesTaught(school),
      subjects: (query.grade <= 9 ? lowerSubjects : upperSubjects).map(({ value, label }) => ({
        code: value,
        name: label,
      })),
      items,
    };
  }),
  bind(contract.recordEntitlements, ({ tx, actor, now, body }) =>
    recordEntitlements(tx, { actor, now }, body),
  ),
];
