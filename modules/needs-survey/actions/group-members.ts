import { localDate } from '#platform/clock';
import { databaseRefusal, type WriteTx } from '#platform/db';
import {
  deleteMember,
  type GroupHead,
  insertDecidedMembers,
  isOwnPupil,
  leaveBlock,
  numberRequests,
  receiveRequests as receive,
} from '../data/groups.ts';
import { needsSurveyErrors } from '../errors.ts';
import type { Acting } from './acting.ts';
import { entitlementsOf, keepResults } from './entitlements.ts';
import { ownGroup } from './keep-groups.ts';
import { keepFirstResults } from './progress.ts';

/**
 * Puts a pupil who did not ask into a group, by a recorded decision of the head of the school. The decision stands for the wish; the
 * result, the choice or the final year that a tutoring group wants must still be there. Who sat in another group of the same block goes
 * over from there.
 * @throws Refusal needsSurvey.groupNotFound, groupFull, notEntitled, inGroupAlready, inSubjectAlready, pupilNotOurs
 */
export async function addByDecision(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  { pupilId, decision }: { readonly pupilId: string; readonly decision: string },
): Promise<{ pupils: number }> {
  const group = await ownGroup(tx, acting, groupId);
  if (group.pupils >= group.sizeLimit) throw needsSurveyErrors.groupFull(group.sizeLimit);
  const { actor, now } = acting;
  const place = { unitId: group.unitId, departmentId: actor.departmentId };
  const one = { groupId, by: actor.accountId, at: now };
  if (!(await isOwnPupil(tx, group.unitId, pupilId))) throw needsSurveyErrors.pupilNotOurs();
  if (group.kind === 'remedial' && group.subjectCode) {
    const { subjectCode } = group;
    const entitled = (await entitlementsOf(tx, group)).filter(
      (right) =>
        right.kind === 'belowRequirement' && right.subjectCode === subjectCode && right.pupilId === pupilId,
    );
    if (entitled.length === 0) throw needsSurveyErrors.notEntitled();
    const { unitId, schoolYearId } = group;
    await keepResults(tx, acting, { unitId, schoolYearId, subjectCode }, entitled);
  }
  if (group.block !== null) await leaveBlock(tx, group, pupilId);
  const added = await insertDecidedMembers(tx, place, one, [{ pupilId, reasonText: decision }]).catch(
    (error: unknown) => {
      // Judged by the table, which holds the group while it counts.
      const constraint = databaseRefusal(error)?.constraint;
      if (constraint === 'group_member_entitled') throw needsSurveyErrors.notEntitled();
      if (constraint === 'group_member_subject') throw needsSurveyErrors.inSubjectAlready();
      if (constraint === 'group_member_room') throw needsSurveyErrors.groupFull(group.sizeLimit);
      throw error;
    },
  );
  if (added === 0) throw needsSurveyErrors.inGroupAlready();
  await keepFirstResults(tx, group, [{ ...group, pupilIds: [pupilId] }]);
  return { pupils: group.pupils + 1 };
}

/** Takes a pupil out of a group. Throws Refusal needsSurvey.groupNotFound, memberNotFound. */
export async function removeMember(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  pupilId: string,
): Promise<void> {
  await ownGroup(tx, acting, groupId);
  if (!(await deleteMember(tx, groupId, pupilId))) throw needsSurveyErrors.memberNotFound();
}

/**
 * Gives every member without one a number in the register of requests of the school and year; the numbers of the others stay.
 * @throws Refusal needsSurvey.groupNotFound, groupEmpty
 */
export async function numberGroupRequests(tx: WriteTx, acting: Acting, groupId: string): Promise<GroupHead> {
  const group = await ownGroup(tx, acting, groupId);
  if (group.pupils === 0) throw needsSurveyErrors.groupEmpty();
  await numberRequests(tx, group, {
    register: `/ĐK-${group.schoolYear.slice(0, 4)}`,
    today: localDate(acting.now),
  });
  return group;
}

/**
 * Writes down that requests came back signed, or, without a day, that they did not.
 * @throws Refusal needsSurvey.groupNotFound, badReceipt for a day that has not come, requestsNotPrinted
 */
export async function receiveRequests(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  { pupilIds, receivedOn }: { readonly pupilIds: readonly string[]; readonly receivedOn: string | null },
): Promise<{ received: number }> {
  await ownGroup(tx, acting, groupId);
  if (receivedOn !== null && receivedOn > localDate(acting.now)) throw needsSurveyErrors.badReceipt();
  const wanted = [...new Set(pupilIds)];
  const received = await receive(tx, groupId, wanted, receivedOn);
  if (received < wanted.length) throw needsSurveyErrors.requestsNotPrinted(wanted.length - received);
  return { received };
}
