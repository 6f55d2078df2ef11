import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import { databaseRefusal, type WriteTx } from '#platform/db';
import { deleteEntitlements, insertEntitlements, listSittingOn } from '../data/eligibility.ts';
import {
  deleteMember,
  type GroupHead,
  insertDecidedMember,
  isOwnPupil,
  numberRequests,
  receiveRequests as receive,
} from '../data/groups.ts';
import { needsSurveyErrors } from '../errors.ts';
import type { EligibilityKind } from '../rules/group.ts';
import { type Acting, ownSchool, yearIdOf } from './acting.ts';
import { ownGroup } from './keep-groups.ts';

/**
 * Puts a pupil who did not ask into a group, by a recorded decision of the head of the school. The decision stands for the wish; the
 * result, the choice or the final year that a tutoring group wants must still be there.
 * @throws Refusal needsSurvey.groupNotFound, groupFull, notEntitled, inGroupAlready, pupilNotOurs
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
  const one = { groupId, pupilId, reasonText: decision, by: actor.accountId, at: now };
  if (!(await isOwnPupil(tx, group.unitId, pupilId))) throw needsSurveyErrors.pupilNotOurs();
  const added = await insertDecidedMember(tx, place, one).catch((error: unknown) => {
    // Judged by the table, which holds the group while it counts.
    const constraint = databaseRefusal(error)?.constraint;
    if (constraint === 'group_member_entitled') throw needsSurveyErrors.notEntitled();
    if (constraint === 'group_member_room') throw needsSurveyErrors.groupFull(group.sizeLimit);
    throw error;
  });
  if (!added) throw needsSurveyErrors.inGroupAlready();
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

/**
 * Records which pupils of the own school are below requirement, or chosen for gifted training, in a subject, each with the result or
 * decision; or takes such records back.
 * @throws Refusal needsSurvey.schoolNeeded, noSchoolYear, stillInGroup
 */
export async function recordEntitlements(
  tx: WriteTx,
  acting: Acting,
  input: {
    readonly subjectCode: string;
    readonly kind: EligibilityKind;
    readonly pupils: readonly { readonly pupilId: string; readonly basis: string }[];
    readonly withdrawn: readonly string[];
  },
): Promise<{ recorded: number; withdrawn: number }> {
  const school = await ownSchool(tx, acting);
  const { actor, now } = acting;
  const { subjectCode, kind } = input;
  const schoolYearId = await yearIdOf(tx, undefined);
  const of = { unitId: school.id, schoolYearId, subjectCode, kind };
  const sitting = input.withdrawn.length > 0 ? await listSittingOn(tx, of, input.withdrawn) : [];
  if (sitting.length > 0) throw needsSurveyErrors.stillInGroup(sitting);
  const withdrawn = input.withdrawn.length > 0 ? await deleteEntitlements(tx, of, input.withdrawn) : 0;
  const recorded =
    input.pupils.length > 0
      ? await insertEntitlements(
          tx,
          { ...of, departmentId: actor.departmentId, by: actor.accountId, at: now },
          input.pupils.map((pupil) => ({ ...pupil, id: uuidv7() })),
        )
      : 0;
  return { recorded, withdrawn };
}
