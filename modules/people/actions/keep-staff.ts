import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import { databaseRefusal, type WriteTx } from '#platform/db';
import { holderOfIdentityNumber } from '../data/pupil-private.ts';
import {
  insertStaff,
  isTeamOf,
  listStaffSubjects,
  openHomerooms,
  replaceStaffSubjects,
  type StaffFields,
  type StaffPrivate,
  type StaffRecord,
  selectStaffOptional,
  selectStaffPrivateOptional,
  setStaffLeft,
  updateStaff,
  updateStaffPrivate,
} from '../data/staff.ts';
import { peopleErrors } from '../errors.ts';
import { type IdentityNumberFault, identityNumberFaults } from '../rules/identity-number.ts';
import { type StaffSubject, staffProblems } from '../rules/staff.ts';
import { type Acting, schoolOf } from './acting.ts';

type StaffInput = StaffFields & { readonly subjects: readonly StaffSubject[] };

/**
 * Adds a staff member to the own school. Oddities of the identity number come back as warnings.
 * @throws Refusal people.badGround with every fault, staffCodeTaken, staffNumberTaken
 */
export async function createStaff(
  tx: WriteTx,
  acting: Acting,
  input: StaffInput & Omit<StaffPrivate, 'version'>,
): Promise<{ id: string; warnings: IdentityNumberFault[] }> {
  const school = await schoolOf(tx, acting, undefined);
  await refuseFaults(tx, acting, { unitId: school.id, input, keepsTeam: null });
  const one = { id: uuidv7(), unitId: school.id, departmentId: acting.actor.departmentId };
  await told(() => insertStaff(tx, { ...input, ...one }));
  await replaceStaffSubjects(tx, one, input.subjects);
  const { identityNumber, ethnicGroup } = input;
  if (identityNumber !== null || ethnicGroup !== null) {
    await storePrivate(tx, one.id, { identityNumber, ethnicGroup, version: 1 });
  }
  return { id: one.id, warnings: numberWarnings(identityNumber, input) };
}

/**
 * Changes a staff record and puts the subjects as given.
 * @throws Refusal people.staffNotFound, badGround, staffCodeTaken, changedMeanwhile with both records
 */
export async function changeStaff(
  tx: WriteTx,
  acting: Acting,
  staffId: string,
  input: StaffInput & { readonly version: number },
): Promise<{ version: number }> {
  const current = await own(tx, acting, staffId);
  await refuseFaults(tx, acting, { unitId: current.unitId, input, keepsTeam: current.teamId });
  if (current.version !== input.version) {
    throw peopleErrors.changedMeanwhile(input, {
      ...current,
      subjects: await listStaffSubjects(tx, staffId),
    });
  }
  if (!(await told(() => updateStaff(tx, { ...input, id: staffId })))) throw peopleErrors.staffNotFound();
  await replaceStaffSubjects(tx, current, input.subjects);
  return { version: input.version + 1 };
}

/**
 * Writes that somebody no longer works at the school from `on`, or (null) does again. Says which classes then lack a homeroom
 * teacher; the account is not touched.
 * @throws Refusal people.staffNotFound, badGround, changedMeanwhile
 */
export async function leaveStaff(
  tx: WriteTx,
  acting: Acting,
  staffId: string,
  { on, version }: { readonly on: string | null; readonly version: number },
): Promise<{ version: number; classesWithoutHomeroom: string[] }> {
  const current = await own(tx, acting, staffId);
  if (on !== null && on < current.joinedOn) {
    throw peopleErrors.badGround([{ path: 'on', message: 'Ngày thôi làm việc trước ngày về trường.' }]);
  }
  const saved = current.version === version && (await setStaffLeft(tx, { id: staffId, version, leftOn: on }));
  if (!saved) throw peopleErrors.changedMeanwhile({ leftOn: on }, { leftOn: current.leftOn });
  const classes = on === null ? [] : await openHomerooms(tx, staffId, localDate(acting.now));
  return { version: version + 1, classesWithoutHomeroom: classes };
}

/**
 * Changes the sensitive part; oddities of the number come back as warnings (PRV-32).
 * @throws Refusal people.staffNotFound, staffNumberTaken, changedMeanwhile
 */
export async function changeStaffPrivate(
  tx: WriteTx,
  acting: Acting,
  staffId: string,
  input: StaffPrivate,
): Promise<{ version: number; warnings: IdentityNumberFault[] }> {
  const member = await own(tx, acting, staffId);
  const current = await selectStaffPrivateOptional(tx, staffId);
  if (!current) throw peopleErrors.staffNotFound();
  if (current.version !== input.version) throw peopleErrors.changedMeanwhile(input, current);
  await storePrivate(tx, staffId, input);
  return { version: input.version + 1, warnings: numberWarnings(input.identityNumber, member) };
}

/** What does not fit in the identity number of a person; nothing when there is none. */
export function numberWarnings(
  identityNumber: string | null,
  person: { readonly sex: 'female' | 'male'; readonly birthDate: string },
): IdentityNumberFault[] {
  return identityNumber === null ? [] : identityNumberFaults(identityNumber, person);
}

/** The record, locked, when it is one of the own school: those posted here are seen but belong to their school. */
export async function own(tx: WriteTx, acting: Acting, staffId: string): Promise<StaffRecord> {
  const current = await selectStaffOptional(tx, staffId, 'lock');
  if (!current || current.unitId !== acting.actor.unitId) throw peopleErrors.staffNotFound();
  return current;
}

async function storePrivate(tx: WriteTx, staffId: string, part: StaffPrivate): Promise<void> {
  if (part.identityNumber !== null) {
    const elsewhere = await holderOfIdentityNumber(tx, part.identityNumber, staffId);
    if (elsewhere) throw peopleErrors.staffNumberTaken(elsewhere);
  }
  if (!(await updateStaffPrivate(tx, staffId, part))) throw peopleErrors.staffNotFound();
}

async function refuseFaults(
  tx: WriteTx,
  { now }: Acting,
  { unitId, input, keepsTeam }: { unitId: string; input: StaffInput; keepsTeam: string | null },
): Promise<void> {
  const problems = staffProblems(input, localDate(now));
  if (input.teamId !== null && input.teamId !== keepsTeam && !(await isTeamOf(tx, unitId, input.teamId))) {
    problems.push({ path: 'teamId', message: 'Hãy chọn một tổ chuyên môn của trường.' });
  }
  if (problems.length > 0) throw peopleErrors.badGround(problems);
}

/** Says in words what the database refuses: a code that another school's staff has cannot be looked up before. */
async function told<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (databaseRefusal(error)?.constraint === 'staff_code') throw peopleErrors.staffCodeTaken();
    throw error;
  }
}
