import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import { databaseRefusal, type WriteTx } from '#platform/db';
import {
  type Circumstance,
  holderOfIdentityNumber,
  listCircumstances,
  type PupilPrivate,
  replaceCircumstances,
  selectPrivateOptional,
  updatePrivate,
} from '../data/pupil-private.ts';
import {
  type Guardian,
  insertPupil,
  listGuardians,
  type PupilFields,
  replaceGuardians,
  selectPupilOptional,
  updatePupil,
} from '../data/pupils.ts';
import { peopleErrors } from '../errors.ts';
import { birthDateProblem, circumstanceProblems, guardianProblems } from '../rules/pupil.ts';
import type { Acting } from './acting.ts';
import { schoolOf } from './acting.ts';
import { recordMovement } from './record-movement.ts';

type GuardianInput = Omit<Guardian, 'id'> & { readonly id?: string | undefined };
type PupilInput = PupilFields & { readonly guardians: readonly GuardianInput[] };

/**
 * Adds a pupil to the school of the person acting and, with `classId`, seats the pupil there from `on`.
 * @throws Refusal people.badPupil, sectorCodeTaken, identityNumberTaken, classNotFound, badMove
 */
export async function createPupil(
  tx: WriteTx,
  acting: Acting,
  input: PupilInput & {
    readonly classId: string | null;
    readonly on: string;
    readonly identityNumber: string | null;
    readonly ethnicGroup: string | null;
  },
): Promise<{ id: string }> {
  const school = await schoolOf(tx, acting, undefined);
  refuseFaults(input, acting);
  const pupil = { id: uuidv7(), unitId: school.id, departmentId: acting.actor.departmentId };
  await told(() => insertPupil(tx, { ...input, ...pupil }));
  await replaceGuardians(tx, pupil, withIds(input.guardians));
  if (input.identityNumber !== null || input.ethnicGroup !== null) {
    await storePrivate(tx, pupil.id, {
      identityNumber: input.identityNumber,
      ethnicGroup: input.ethnicGroup,
      birthPlace: null,
      address: null,
      version: 1,
    });
  }
  if (input.classId !== null) {
    const move = { kind: 'enrolled', classId: input.classId, on: input.on, reason: null } as const;
    await recordMovement(tx, acting, pupil.id, move);
  }
  return { id: pupil.id };
}

/**
 * Changes a pupil's record and puts the guardians as given.
 * @throws Refusal people.pupilNotFound, badPupil, sectorCodeTaken, pupilChanged with both records
 */
export async function changePupil(
  tx: WriteTx,
  acting: Acting,
  pupilId: string,
  input: PupilInput & { readonly version: number },
): Promise<{ version: number }> {
  const current = await selectPupilOptional(tx, pupilId, 'lock');
  if (!current) throw peopleErrors.pupilNotFound();
  refuseFaults(input, acting);
  if (current.version !== input.version) {
    const theirs = { ...current, guardians: await listGuardians(tx, pupilId) };
    throw peopleErrors.pupilChanged(input, theirs);
  }
  const known = new Set((await listGuardians(tx, pupilId)).map(({ id }) => id));
  const strange = input.guardians.findIndex(({ id }) => id !== undefined && !known.has(id));
  if (strange >= 0) {
    throw peopleErrors.badPupil([
      { path: `guardians.${strange}`, message: 'Người này vừa bị xoá. Hãy tải lại trang.' },
    ]);
  }
  const saved = await told(() => updatePupil(tx, { ...input, id: pupilId }));
  if (!saved) throw peopleErrors.pupilNotFound();
  await replaceGuardians(tx, current, withIds(input.guardians));
  return { version: input.version + 1 };
}

/**
 * Changes the sensitive part and puts the circumstances as given.
 * @throws Refusal people.pupilNotFound, badPupil, identityNumberTaken, pupilChanged with both parts
 */
export async function changePupilPrivate(
  tx: WriteTx,
  pupilId: string,
  input: PupilPrivate & { readonly circumstances: readonly Circumstance[] },
): Promise<{ version: number }> {
  const pupil = await selectPupilOptional(tx, pupilId, 'lock');
  const current = await selectPrivateOptional(tx, pupilId);
  if (!pupil || !current) throw peopleErrors.pupilNotFound();
  const problems = circumstanceProblems(input.circumstances);
  if (problems.length > 0) throw peopleErrors.badPupil(problems);
  if (current.version !== input.version) {
    throw peopleErrors.pupilChanged(input, {
      ...current,
      circumstances: await listCircumstances(tx, pupilId),
    });
  }
  await storePrivate(tx, pupilId, input);
  await replaceCircumstances(tx, pupil, input.circumstances);
  return { version: input.version + 1 };
}

async function storePrivate(tx: WriteTx, pupilId: string, part: PupilPrivate): Promise<void> {
  if (part.identityNumber !== null) {
    const elsewhere = await holderOfIdentityNumber(tx, part.identityNumber, pupilId);
    if (elsewhere) throw peopleErrors.identityNumberTaken(elsewhere);
  }
  if (!(await updatePrivate(tx, pupilId, part))) throw peopleErrors.pupilNotFound();
}

function refuseFaults(input: PupilInput, { now }: Acting): void {
  const birth = birthDateProblem(input.birthDate, localDate(now));
  const problems = [
    ...(birth ? [{ path: 'birthDate', message: birth }] : []),
    ...guardianProblems(input.guardians),
  ];
  if (problems.length > 0) throw peopleErrors.badPupil(problems);
}

function withIds(guardians: readonly GuardianInput[]): Guardian[] {
  return guardians.map((guardian) => ({ ...guardian, id: guardian.id ?? uuidv7() }));
}

/** Says in words what the database refuses: a code that another school's pupil has cannot be looked up before. */
async function told<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (refusal?.constraint === 'pupil_sector_code') throw peopleErrors.sectorCodeTaken();
    if (refusal?.constraint === 'pupil_commune_id_fkey') {
      throw peopleErrors.badPupil([{ path: 'communeId', message: 'Hãy chọn xã, phường trong danh sách.' }]);
    }
    throw error;
  }
}
