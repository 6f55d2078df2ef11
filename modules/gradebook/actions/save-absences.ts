import type { WriteTx } from '#platform/db';
import { type Absence, replaceAbsences } from '../data/absences.ts';
import { selectBookClassOptional } from '../data/class-book.ts';
import { listRosterOn } from '../data/roster.ts';
import { gradebookErrors } from '../errors.ts';

/**
 * Who was away from a class on a day: replaces what stood there for the pupils named. Written by the teachers of the class; a day to come
 * is refused, and so is a pupil who was not in the class that day.
 * @throws Refusal gradebook.noSheet, pupilNotHere, badCells
 */
export async function saveAbsences(
  tx: WriteTx,
  today: string,
  classId: string,
  day: string,
  pupils: readonly { readonly pupilId: string; readonly absences: readonly Omit<Absence, 'pupilId'>[] }[],
): Promise<{ saved: number }> {
  const schoolClass = await selectBookClassOptional(tx, classId);
  if (!schoolClass) throw gradebookErrors.noSheet();
  if (day > today) {
    throw gradebookErrors.badCells([{ path: 'day', message: 'Chưa đến ngày này. Hãy chọn ngày đã học.' }]);
  }
  const roster = new Set((await listRosterOn(tx, classId, day)).map(({ pupilId }) => pupilId));
  if (pupils.some(({ pupilId }) => !roster.has(pupilId))) throw gradebookErrors.pupilNotHere();
  await replaceAbsences(
    tx,
    { ...schoolClass, day },
    pupils.map(({ pupilId }) => pupilId),
    pupils.flatMap(({ pupilId, absences }) => absences.map((absence) => ({ ...absence, pupilId }))),
  );
  return { saved: pupils.length };
}
