import { v7 as uuidv7 } from 'uuid';
import { settingsOf } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import type { GroupEntryInput } from '../contract.ts';
import {
  countWeek,
  deleteGroupEntry,
  type GroupEntry,
  type GroupHead,
  type GroupPupil,
  type GroupSlot,
  listGroupEntries,
  listGroupSlots,
  listRoster,
  replaceAbsences,
  selectGroupHeadOptional,
  upsertGroupEntry,
} from '../data/group-log.ts';
import { lessonErrors } from '../errors.ts';
import { isLate, lateLogDays } from '../rules/index.ts';
import { type Acting, isHead } from './place.ts';

const daysBack = 14;

/** A group that the person teaches, or of the school whose office she works in. @throws Refusal lessons.groupNotFound */
async function groupInSight(tx: ReadTx, { actor }: Acting, groupId: string): Promise<GroupHead> {
  const group = await selectGroupHeadOptional(tx, groupId);
  if (!group?.confirmed || (actor.scope === 'own' && !group.mine)) throw lessonErrors.groupNotFound();
  return group;
}

export interface GroupLog {
  readonly group: GroupHead;
  readonly today: string;
  readonly lateDays: number;
  readonly roster: readonly (GroupPupil & { readonly absent: number; readonly excused: number })[];
  readonly entries: readonly GroupEntry[];
  readonly due: readonly GroupSlot[];
}

/** The log of a group with the attendance of each pupil, and what the timetable of the last two weeks has and nobody wrote. */
export async function readGroupLog(tx: ReadTx, acting: Acting, groupId: string): Promise<GroupLog> {
  const group = await groupInSight(tx, acting, groupId);
  const today = localDate(acting.now);
  const fromDay = new Date(Date.parse(today) - daysBack * 86_400_000).toISOString().slice(0, 10);
  const [roster, entries, slots, { lateDays }] = await Promise.all([
    listRoster(tx, groupId),
    listGroupEntries(tx, groupId),
    listGroupSlots(tx, groupId, { fromDay, toDay: today }),
    settingsOf(tx, { lateDays: lateLogDays }),
  ]);
  const written = new Set(entries.map(keyOf));
  const missed = entries.filter(({ held }) => held !== 'notTaught').flatMap(({ absent }) => absent);
  return {
    group,
    today,
    lateDays,
    entries,
    roster: roster.map((pupil) => {
      const own = missed.filter(({ pupilId }) => pupilId === pupil.pupilId);
      return { ...pupil, absent: own.length, excused: own.filter(({ excused }) => excused).length };
    }),
    due: slots.filter((slot) => !written.has(keyOf(slot))),
  };
}

function keyOf({ day, half, period }: GroupSlot): string {
  return `${day} ${half} ${period}`;
}

/**
 * Writes a lesson of a group with who was away: by its teacher, or a head of the school for that teacher. Not for a day to come or outside the
 * year; late with a reason; not more periods a week than the group has (CUR-42, Thông tư 29/2024/TT-BGDĐT, Điều 5).
 * @throws Refusal lessons.groupNotFound, notYourGroup, groupWithoutTeacher, notYetHeld, lateReasonNeeded, pupilNotInGroup, weekFull,
 * entryChangedMeanwhile
 */
export async function saveGroupEntry(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  input: GroupEntryInput,
): Promise<{ id: string; version: number }> {
  const { actor, now } = acting;
  const group = await groupInSight(tx, acting, groupId);
  if (!group.teacherId) throw lessonErrors.groupWithoutTeacher();
  if (!group.mine && !isHead(actor)) throw lessonErrors.notYourGroup(group.teacherName ?? '');
  const today = localDate(now);
  if (input.day > today || input.day < group.startsOn) throw lessonErrors.notYetHeld();
  const [roster, { lateDays }, taught] = await Promise.all([
    listRoster(tx, groupId),
    settingsOf(tx, { lateDays: lateLogDays }),
    countWeek(tx, groupId, input),
  ]);
  if (input.was === 0 && input.lateReason === null && isLate(input.day, today, lateDays)) {
    throw lessonErrors.lateReasonNeeded(lateDays);
  }
  if (input.held !== 'notTaught' && taught >= group.periodsPerWeek) {
    throw lessonErrors.weekFull(group.periodsPerWeek);
  }
  const absent = new Map(input.absent.map((one) => [one.pupilId, one]));
  const known = new Set(roster.map(({ pupilId }) => pupilId));
  // Who has left the group since stays in the lines of that time.
  const before = (await listGroupEntries(tx, groupId)).find((one) => keyOf(one) === keyOf(input));
  for (const { pupilId } of before?.absent ?? []) known.add(pupilId);
  if ([...absent.keys()].some((pupilId) => !known.has(pupilId))) throw lessonErrors.pupilNotInGroup();
  const { title, held, remark, homework, lateReason, day, half, period } = input;
  const saved = await upsertGroupEntry(
    tx,
    {
      ...{ id: uuidv7(), group, staffId: group.teacherId, day, half, period, title, held, remark, homework },
      ...{ lateReason, accountId: actor.accountId, now },
    },
    input.was,
  );
  if (!saved) {
    throw lessonErrors.entryChangedMeanwhile(
      { title, held, remark, homework, version: input.was },
      before
        ? { title: before.title, held: before.held, remark: before.remark, version: before.version }
        : null,
    );
  }
  await replaceAbsences(tx, group, saved.id, held === 'notTaught' ? [] : [...absent.values()]);
  return saved;
}

/** Removes a line written by mistake. @throws Refusal lessons.groupNotFound, notYourGroup, entryNotFound */
export async function removeGroupEntry(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  entryId: string,
): Promise<void> {
  const group = await groupInSight(tx, acting, groupId);
  if (!group.mine && !isHead(acting.actor)) throw lessonErrors.notYourGroup(group.teacherName ?? '');
  if (!(await deleteGroupEntry(tx, groupId, entryId))) throw lessonErrors.entryNotFound();
}
