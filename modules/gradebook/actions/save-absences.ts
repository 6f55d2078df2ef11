import { tellPersons } from '#modules/plan';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { type Absence, replaceAbsences } from '../data/absences.ts';
import { selectBookClassOptional } from '../data/class-book.ts';
import { listGuardianAccounts, listRosterOn } from '../data/roster.ts';
import { gradebookErrors } from '../errors.ts';
import { printedDay } from '../rules/index.ts';

/**
 * Who was away from a class on a day: replaces what stood there for the pupils named. Written by the teachers of the class; a day to come
 * is refused, and so is a pupil who was not in the class that day. Guardians who have an account are told of a missed session, once.
 * @throws Refusal gradebook.noSheet, pupilNotHere, badCells
 */
export async function saveAbsences(
  tx: WriteTx,
  now: Date,
  classId: string,
  day: string,
  pupils: readonly { readonly pupilId: string; readonly absences: readonly Omit<Absence, 'pupilId'>[] }[],
): Promise<{ saved: number }> {
  const schoolClass = await selectBookClassOptional(tx, classId);
  if (!schoolClass) throw gradebookErrors.noSheet();
  const today = localDate(now);
  if (day > today) {
    throw gradebookErrors.badCells([{ path: 'day', message: 'Chưa đến ngày này. Hãy chọn ngày đã học.' }]);
  }
  const roster = new Map((await listRosterOn(tx, classId, day)).map((pupil) => [pupil.pupilId, pupil]));
  if (pupils.some(({ pupilId }) => !roster.has(pupilId))) throw gradebookErrors.pupilNotHere();
  await replaceAbsences(
    tx,
    { ...schoolClass, day },
    pupils.map(({ pupilId }) => pupilId),
    pupils.flatMap(({ pupilId, absences }) => absences.map((absence) => ({ ...absence, pupilId }))),
  );
  const away = pupils.flatMap(({ pupilId, absences }) =>
    absences
      .filter(({ period }) => period === 0)
      .map(({ session, excused }) => ({ pupilId, session, excused })),
  );
  const guardians = await listGuardianAccounts(
    tx,
    away.map(({ pupilId }) => pupilId),
  );
  for (const { pupilId, session, excused } of away) {
    await tellPersons(tx, schoolClass.departmentId, guardians.get(pupilId) ?? [], {
      kind: 'gradebook.absence',
      title: `${roster.get(pupilId)?.name} nghỉ học ${session === 1 ? 'buổi sáng' : 'buổi chiều'} ngày ${printedDay(day)}`,
      body: excused
        ? 'Nghỉ có phép.'
        : 'Nghỉ không phép. Gia đình liên hệ giáo viên chủ nhiệm nếu có nhầm lẫn.',
      link: `/hoc-sinh/${pupilId}`,
      now,
      onceKey: `gradebook.absence:${pupilId}:${day}:${session}`,
    });
  }
  return { saved: pupils.length };
}
