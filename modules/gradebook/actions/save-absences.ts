import { tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { type Absence, listAbsences, replaceAbsences } from '../data/absences.ts';
import { selectBookClassOptional } from '../data/class-book.ts';
import { listGuardianAccounts, listRosterOn } from '../data/roster.ts';
import { gradebookErrors } from '../errors.ts';
import { printedDay } from '../rules/index.ts';

type OwnAbsence = Omit<Absence, 'pupilId'>;

interface PupilAbsences {
  readonly pupilId: string;
  readonly absences: readonly OwnAbsence[];
  /** What the person saw; absent: it is not compared. */
  readonly was?: readonly OwnAbsence[] | undefined;
}

/**
 * Who was away from a class on a day: replaces what stood there for the pupils named. Written by the teachers of the class; a day to come
 * is refused, and so is a pupil who was not in the class that day. What somebody else wrote meanwhile is told with both, and nothing is
 * overwritten. Guardians who have an account are told of a missed session, once.
 * @throws Refusal gradebook.noSheet, pupilNotHere, badCells, changedMeanwhile
 */
export async function saveAbsences(
  tx: WriteTx,
  now: Date,
  classId: string,
  day: string,
  pupils: readonly PupilAbsences[],
): Promise<{ saved: number }> {
  const schoolClass = await selectBookClassOptional(tx, classId);
  if (!schoolClass) throw gradebookErrors.noSheet();
  const today = localDate(now);
  if (day > today) {
    throw gradebookErrors.badCells([{ path: 'day', message: 'Chưa đến ngày này. Hãy chọn ngày đã học.' }]);
  }
  const roster = new Map((await listRosterOn(tx, classId, day)).map((pupil) => [pupil.pupilId, pupil]));
  if (pupils.some(({ pupilId }) => !roster.has(pupilId))) throw gradebookErrors.pupilNotHere();
  if (pupils.some(({ was }) => was !== undefined)) {
    const stored = Map.groupBy(await listAbsences(tx, classId, day), ({ pupilId }) => pupilId);
    for (const { pupilId, was, absences } of pupils) {
      const current = (stored.get(pupilId) ?? []).map(({ pupilId: _, ...absence }) => absence);
      if (was === undefined || same(current, was) || same(current, absences)) continue;
      const name = roster.get(pupilId)?.name;
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
  const away = pupils.flatMap(({ pupilId, absences }) =>
    absences
      .filter(({ period }) => period === 0)
      .map(({ session, excused, online }) => ({ pupilId, session, excused, online })),
  );
  const guardians = await listGuardianAccounts(
    tx,
    away.map(({ pupilId }) => pupilId),
  );
  for (const { pupilId, session, excused, online } of away) {
    await tellPersons(tx, schoolClass.departmentId, guardians.get(pupilId) ?? [], {
      kind: 'gradebook.absence',
      title: `${roster.get(pupilId)?.name} ${online ? 'không kết nối được để học trực tuyến' : 'nghỉ học'} ${session === 1 ? 'buổi sáng' : 'buổi chiều'} ngày ${printedDay(day)}`,
      body: online
        ? 'Không tính là nghỉ không phép. Gia đình liên hệ giáo viên chủ nhiệm để được học lại phần đã lỡ.'
        : excused
          ? 'Nghỉ có phép.'
          : 'Nghỉ không phép. Gia đình liên hệ giáo viên chủ nhiệm nếu có nhầm lẫn.',
      link: `/gia-dinh/ket-qua/${pupilId}`,
      now,
      onceKey: `gradebook.absence:${pupilId}:${day}:${session}`,
    });
  }
  return { saved: pupils.length };
}

function same(one: readonly OwnAbsence[], other: readonly OwnAbsence[]): boolean {
  const text = (list: readonly OwnAbsence[]) =>
    list
      .map(({ session, period, excused, reason, online }) =>
        JSON.stringify([session, period, excused, reason, online]),
      )
      .sort()
      .join();
  return text(one) === text(other);
}
