import type { WriteTx } from '#platform/db';
import { type Absence, listAbsences, replaceAbsences } from '../data/absences.ts';
import { selectBookClassOptional } from '../data/class-book.ts';
import { listRosterOn } from '../data/roster.ts';
import { gradebookErrors } from '../errors.ts';

type OwnAbsence = Omit<Absence, 'pupilId'>;

interface PupilAbsences {
  readonly pupilId: string;
  readonly absences: readonly OwnAbsence[];
  /** What the person saw; absent: it is not compared. */
  readonly was?: readonly OwnAbsence[] | undefined;
}

/**
 * Who was away from a class on a day: replaces what stood there for the pupils named. Written by the teachers of the class; a day to come
 * is refused, and so is a pupil who was not in the class that day.
 * What somebody else wrote meanwhile is told with both, and nothing is overwritten.
 * @throws Refusal gradebook.noSheet, pupilNotHere, badCells, changedMeanwhile
 */
export async function saveAbsences(
  tx: WriteTx,
  today: string,
  classId: string,
  day: string,
  pupils: readonly PupilAbsences[],
): Promise<{ saved: number }> {
  const schoolClass = await selectBookClassOptional(tx, classId);
  if (!schoolClass) throw gradebookErrors.noSheet();
  if (day > today) {
    throw gradebookErrors.badCells([{ path: 'day', message: 'Chưa đến ngày này. Hãy chọn ngày đã học.' }]);
  }
  const roster = new Map((await listRosterOn(tx, classId, day)).map(({ pupilId, name }) => [pupilId, name]));
  if (pupils.some(({ pupilId }) => !roster.has(pupilId))) throw gradebookErrors.pupilNotHere();
  if (pupils.some(({ was }) => was !== undefined)) {
    const stored = Map.groupBy(await listAbsences(tx, classId, day), ({ pupilId }) => pupilId);
    for (const { pupilId, was, absences } of pupils) {
      const current = (stored.get(pupilId) ?? []).map(({ pupilId: _, ...absence }) => absence);
      if (was === undefined || same(current, was) || same(current, absences)) continue;
      const name = roster.get(pupilId);
      throw gradebookErrors.changedMeanwhile(
        { pupilId, name, absences },
        { pupilId, name, absences: current },
      );
    }
  }
  await replaceAbsences(
    tx,
    { ...schoolClass, day },
    pupils.map(({ pupilId }) => pupilId),
    pupils.flatMap(({ pupilId, absences }) => absences.map((absence) => ({ ...absence, pupilId }))),
  );
  return { saved: pupils.length };
}

function same(one: readonly OwnAbsence[], other: readonly OwnAbsence[]): boolean {
  const text = (list: readonly OwnAbsence[]) =>
    list
      .map(({ session, period, excused, reason }) => JSON.stringify([session, period, excused, reason]))
      .sort()
      .join();
  return text(one) === text(other);
}
