import { v7 as uuidv7 } from 'uuid';
import { localDate } from '#platform/clock';
import { databaseRefusal, type WriteTx } from '#platform/db';
import {
  classesInRoom,
  insertRoom,
  isSiteOf,
  type RoomFields,
  selectRoomOptional,
  updateRoom,
} from '../data/rooms.ts';
import { peopleErrors } from '../errors.ts';
import { type Acting, schoolOf } from './acting.ts';

/** Adds a room to the own school. Throws Refusal people.badGround, people.roomNameTaken. */
export async function createRoom(tx: WriteTx, acting: Acting, input: RoomFields): Promise<{ id: string }> {
  const school = await schoolOf(tx, acting, undefined);
  await refuseStrangeSite(tx, school.id, input.siteId);
  const id = uuidv7();
  const { departmentId } = acting.actor;
  await named(input.name, () => insertRoom(tx, { ...input, id, unitId: school.id, departmentId }));
  return { id };
}

/**
 * Changes a room; `closed` takes it out of use from today, or puts it back.
 * @throws Refusal people.roomNotFound, badGround, roomNameTaken, roomInUse when classes still sit there, changedMeanwhile
 */
export async function changeRoom(
  tx: WriteTx,
  { now }: Acting,
  roomId: string,
  input: RoomFields & { readonly closed: boolean; readonly version: number },
): Promise<{ version: number }> {
  const current = await selectRoomOptional(tx, roomId);
  if (!current) throw peopleErrors.roomNotFound();
  await refuseStrangeSite(tx, current.unitId, input.siteId);
  const today = localDate(now);
  if (input.closed && current.closedOn === null) {
    const classNames = await classesInRoom(tx, roomId, today);
    if (classNames.length > 0) throw peopleErrors.roomInUse(classNames);
  }
  const closedOn = input.closed ? (current.closedOn ?? today) : null;
  const saved =
    input.version === current.version &&
    (await named(input.name, () => updateRoom(tx, { ...input, id: roomId, closedOn })));
  if (!saved) throw peopleErrors.changedMeanwhile(input, await selectRoomOptional(tx, roomId));
  return { version: input.version + 1 };
}

async function refuseStrangeSite(tx: WriteTx, unitId: string, siteId: string | null): Promise<void> {
  if (siteId !== null && !(await isSiteOf(tx, unitId, siteId))) {
    throw peopleErrors.badGround([{ path: 'siteId', message: 'Hãy chọn một điểm trường của trường.' }]);
  }
}

async function named<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (databaseRefusal(error)?.constraint === 'room_name') throw peopleErrors.roomNameTaken(name);
    throw error;
  }
}
