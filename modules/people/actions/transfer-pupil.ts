import { v7 as uuidv7 } from 'uuid';
import { findUnit } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { selectPupilOptional } from '../data/pupils.ts';
import * as transfers from '../data/transfers.ts';
import { peopleErrors } from '../errors.ts';
import type { Acting } from './acting.ts';

/**
 * Asks another school of the province to take a pupil over.
 * @throws Refusal people.pupilNotFound, transferUnfit (who is not in class; a unit that is no other school or does not teach the
 *   grade), transferOpen when a request waits already
 */
export async function askTransfer(
  tx: WriteTx,
  { actor, now }: Acting,
  input: { pupilId: string; toUnitId: string; reason: string },
): Promise<transfers.Transfer> {
  const pupil = await selectPupilOptional(tx, input.pupilId, 'lock');
  if (!pupil) throw peopleErrors.pupilNotFound();
  if (pupil.grade === null || pupil.status !== 'learning') {
    throw peopleErrors.transferUnfit('Chỉ chuyển trường cho học sinh đang ở một lớp.');
  }
  const school = await findUnit(tx, input.toUnitId);
  if (school?.kind !== 'school' || school.closedOn !== null || school.id === pupil.unitId) {
    throw peopleErrors.transferUnfit('Hãy chọn một trường khác trong tỉnh, đang hoạt động.');
  }
  if (!(pupil.grade <= 9 ? school.teachesLower : school.teachesUpper)) {
    throw peopleErrors.transferUnfit(`${school.name} không dạy lớp ${pupil.grade}.`);
  }
  const id = uuidv7();
  const written = await transfers.insertTransfer(tx, {
    id,
    pupilId: pupil.id,
    pupilName: pupil.fullName,
    grade: pupil.grade,
    unitId: pupil.unitId,
    toUnitId: school.id,
    departmentId: pupil.departmentId,
    reason: input.reason,
    askedBy: actor.accountId,
    askedAt: now,
  });
  if (!written) throw peopleErrors.transferOpen();
  const made = await transfers.selectTransferOptional(tx, id);
  if (!made) throw peopleErrors.transferNotFound();
  return made;
}

/**
 * The receiving school takes the pupil into a class: the record moves in one step. Of two who accept at once one wins, the other
 * hears that it is decided.
 * @throws Refusal people.transferNotFound, transferDecided, transferMoved, transferWrongClass, transferBadDay
 */
export async function acceptTransfer(
  tx: WriteTx,
  { now }: Acting,
  transferId: string,
  into: { classId: string; on: string },
): Promise<{ pupilId: string }> {
  const transfer = await transfers.selectTransferOptional(tx, transferId);
  if (!transfer) throw peopleErrors.transferNotFound();
  if (into.on > localDate(now)) throw peopleErrors.transferBadDay();
  const answer = await transfers.acceptTransfer(tx, transferId, { ...into, now });
  if (answer === 'accepted') return { pupilId: transfer.pupilId };
  throw {
    notFound: peopleErrors.transferNotFound,
    decided: peopleErrors.transferDecided,
    moved: peopleErrors.transferMoved,
    wrongClass: peopleErrors.transferWrongClass,
    badDay: peopleErrors.transferBadDay,
  }[answer]();
}

/** The receiving school says no, with the reason. Throws Refusal people.transferNotFound, transferDecided. */
export async function refuseTransfer(
  tx: WriteTx,
  { now }: Acting,
  transferId: string,
  note: string,
): Promise<void> {
  const answer = await transfers.refuseTransfer(tx, transferId, { note, now });
  if (answer === 'notFound') throw peopleErrors.transferNotFound();
  if (answer === 'decided') throw peopleErrors.transferDecided();
}

/** The giving school takes its request back. Throws Refusal people.transferNotFound, transferDecided. */
export async function withdrawTransfer(
  tx: WriteTx,
  { actor, now }: Acting,
  transferId: string,
): Promise<void> {
  const transfer = await transfers.selectTransferOptional(tx, transferId);
  if (!transfer || transfer.toUnitId === actor.unitId) throw peopleErrors.transferNotFound();
  const done = await transfers.withdrawTransfer(tx, transferId, { accountId: actor.accountId, now });
  if (!done) throw peopleErrors.transferDecided();
}
