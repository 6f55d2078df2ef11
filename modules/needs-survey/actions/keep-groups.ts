import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { databaseRefusal, type ReadTx, type WriteTx } from '#platform/db';
import { listAnswered } from '../data/eligibility.ts';
import {
  type AskedMember,
  confirmGroup as confirm,
  type GroupHead,
  insertAskedMembers,
  insertGroups,
  listStandingGroups,
  deleteGroup as remove,
  selectGroupOptional,
  updateGroup,
} from '../data/groups.ts';
import { type SurveyHead, selectSurveyOptional } from '../data/surveys.ts';
import { isOwnTeacher } from '../data/teachers.ts';
import { needsSurveyErrors } from '../errors.ts';
import { groupLimits, isTutoring, mostPeriods } from '../rules/group.ts';
import { type Entitlement, type Proposal, proposeGroups } from '../rules/propose-groups.ts';
import { type Acting, ownSchool } from './acting.ts';
import { entitlementsOf, keepResults } from './entitlements.ts';
import { keepFirstResults } from './progress.ts';

/** A survey of the own school; groups are made by the school alone. Throws Refusal needsSurvey.surveyNotFound. */
export async function ownSurvey(tx: ReadTx, acting: Acting, surveyId: string) {
  const survey = await selectSurveyOptional(tx, surveyId);
  if (!survey || survey.unitId !== (await ownSchool(tx, acting)).id) throw needsSurveyErrors.surveyNotFound();
  return survey;
}

async function proposalOf(
  tx: ReadTx,
  survey: SurveyHead & Parameters<typeof proposeGroups>[0],
  size: number,
): Promise<Proposal & { readonly entitlements: readonly Entitlement[] }> {
  const answered = await listAnswered(tx, survey.id);
  const entitlements = await entitlementsOf(tx, survey);
  const standing = await listStandingGroups(tx, survey);
  return { ...proposeGroups(survey, answered, entitlements, standing, size), entitlements };
}

/** Names what a person saw of a group, or of several: another member, another reason, another name is another group. */
export function fingerprintOf(seen: object): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 32);
}

/**
 * Groups as answers and results of a survey of the own school give them; nothing is kept.
 * @throws Refusal needsSurvey.schoolNeeded, surveyNotFound
 */
export async function proposeForSurvey(
  tx: ReadTx,
  acting: Acting,
  surveyId: string,
  size: number,
): Promise<Proposal> {
  return proposalOf(tx, await ownSurvey(tx, acting, surveyId), size);
}

/**
 * Makes the chosen groups of the proposal, all or none, exactly as they were seen.
 * @throws Refusal needsSurvey.surveyNotFound, proposalChanged when answers, results or groups have changed since
 */
export async function createGroups(
  tx: WriteTx,
  acting: Acting,
  surveyId: string,
  wanted: { readonly size: number; readonly groups: readonly { key: string; fingerprint: string }[] },
): Promise<{ groups: number; pupils: number }> {
  const survey = await ownSurvey(tx, acting, surveyId);
  const { groups, entitlements } = await proposalOf(tx, survey, wanted.size);
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const chosen = wanted.groups.flatMap(({ key, fingerprint }) => {
    const group = byKey.get(key);
    return group && fingerprintOf(group) === fingerprint ? [group] : [];
  });
  if (chosen.length < wanted.groups.length) {
    throw needsSurveyErrors.proposalChanged(wanted.groups.length - chosen.length);
  }
  const place = { unitId: survey.unitId, departmentId: acting.actor.departmentId };
  const made = chosen.map((group) => ({ ...group, id: group.joins ?? uuidv7() }));
  await insertGroups(
    tx,
    { ...place, schoolYearId: survey.schoolYearId, surveyId },
    made
      .filter(({ joins }) => joins === null)
      .map(({ members, ...group }) => ({
        ...group,
        sizeLimit: Math.max(members.length, Math.min(wanted.size, groupLimits.pupils)),
        periodsPerWeek: 2,
      })),
  );
  const below = Map.groupBy(
    entitlements.filter(({ kind }) => kind === 'belowRequirement'),
    ({ subjectCode }) => subjectCode,
  );
  for (const { kind, subjectCode, members } of made) {
    if (kind !== 'remedial' || subjectCode === null) continue;
    const seated = new Set(members.map(({ pupilId }) => pupilId));
    const results = (below.get(subjectCode) ?? []).filter(({ pupilId }) => seated.has(pupilId));
    const { unitId, schoolYearId } = survey;
    await keepResults(tx, acting, { unitId, schoolYearId, subjectCode }, results);
  }
  const members = made.flatMap((group): AskedMember[] =>
    group.members.map(({ name: _, className: __, ...member }) => ({ ...member, groupId: group.id })),
  );
  await insertAskedMembers(tx, place, members);
  await keepFirstResults(
    tx,
    survey,
    made.map((group) => ({ ...group, pupilIds: group.members.map(({ pupilId }) => pupilId) })),
  );
  return { groups: made.length, pupils: members.length };
}

/** A group of the own school. Throws Refusal needsSurvey.groupNotFound. */
export async function ownGroup(tx: ReadTx, acting: Acting, groupId: string): Promise<GroupHead> {
  const group = await selectGroupOptional(tx, groupId);
  if (!group || group.unitId !== (await ownSchool(tx, acting)).id) throw needsSurveyErrors.groupNotFound();
  return group;
}

function shownOf({ name, sizeLimit, periodsPerWeek, teacherId, teacherName, version }: GroupHead) {
  return { name, sizeLimit, periodsPerWeek, teacherId, teacherName, version };
}

/**
 * Changes name, room, periods a week and teacher of a group.
 * @throws Refusal needsSurvey.groupNotFound, badGroup with every fault, changedMeanwhile with both
 */
export async function changeGroup(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  input: {
    readonly name: string;
    readonly sizeLimit: number;
    readonly periodsPerWeek: number;
    readonly teacherId: string | null;
    readonly version: number;
  },
): Promise<{ version: number }> {
  const group = await ownGroup(tx, acting, groupId);
  const most = mostPeriods(group.kind);
  const problems = [
    ...(input.periodsPerWeek > most
      ? [
          {
            path: 'periodsPerWeek',
            message: `Nhóm dạy thêm một môn có nhiều nhất ${most} tiết/tuần (Thông tư 29/2024/TT-BGDĐT).`,
          },
        ]
      : []),
    ...(input.sizeLimit < group.pupils
      ? [{ path: 'sizeLimit', message: `Nhóm đang có ${group.pupils} em. Hãy đưa bớt ra trước.` }]
      : []),
    ...(input.teacherId && !(await isOwnTeacher(tx, group.unitId, input.teacherId))
      ? [{ path: 'teacherId', message: 'Người này không dạy ở trường. Hãy chọn lại.' }]
      : []),
  ];
  if (problems.length > 0) throw needsSurveyErrors.badGroup(problems);
  if (!(await updateGroup(tx, { ...input, id: groupId }))) {
    throw needsSurveyErrors.changedMeanwhile(input, shownOf(group));
  }
  return { version: input.version + 1 };
}

/**
 * The head of the school decides that a group is taught: somebody sits in it, and in extra teaching every written request is back
 * (CUR-41, Thông tư 29/2024/TT-BGDĐT, Điều 5).
 * @throws Refusal needsSurvey.groupNotFound, groupEmpty, requestsMissing, changedMeanwhile
 */
export async function confirmGroup(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  version: number,
): Promise<{ version: number }> {
  const group = await ownGroup(tx, acting, groupId);
  if (group.pupils === 0) throw needsSurveyErrors.groupEmpty();
  const missing = group.pupils - group.received;
  if (isTutoring(group.kind) && missing > 0) throw needsSurveyErrors.requestsMissing(missing);
  const { actor, now } = acting;
  if (!(await confirm(tx, { id: groupId, version, by: actor.accountId, at: now }))) {
    throw needsSurveyErrors.changedMeanwhile({ version }, shownOf(group));
  }
  return { version: version + 1 };
}

/** Takes a group with its list away; the trail keeps both. Throws Refusal needsSurvey.groupNotFound, changedMeanwhile, groupTaught. */
export async function deleteGroup(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  version: number,
): Promise<void> {
  const group = await ownGroup(tx, acting, groupId);
  const removed = await remove(tx, groupId, version).catch((error: unknown) => {
    // Lessons of it are kept in the log of groups.
    if (databaseRefusal(error)?.constraint === 'group_entry_group') throw needsSurveyErrors.groupTaught();
    throw error;
  });
  if (!removed) {
    throw needsSurveyErrors.changedMeanwhile({ version }, shownOf(group));
  }
}
