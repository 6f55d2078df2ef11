import { v7 as uuidv7 } from 'uuid';
import { settingsOf } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { ReadTx, WriteTx } from '#platform/db';
import type { GroupEntryInput } from '../contract.ts';
import { selectReachedInBlocks } from '../data/entries.ts';
import {
  countWeek,
  deleteGroupEntry,
  type GroupEntry,
  type GroupHead,
  type GroupPupil,
  type GroupSlot,
  isWeekSigned,
  listGroupEntries,
  listPeriodsOfDay,
  listRoster,
  replaceAbsences,
  selectGroupEntryOptional,
  selectGroupHeadOptional,
  upsertGroupEntry,
} from '../data/group-log.ts';
import { type Place, selectMeOptional } from '../data/place.ts';
import { selectProgrammes } from '../data/programme.ts';
import { type Days, listSlots } from '../data/slots.ts';
import { lessonErrors } from '../errors.ts';
import {
  fillWeek,
  freePeriod,
  isLate,
  lateLogDays,
  type PlannedSlot,
  type ProgrammeLesson,
  periodOf,
  periodsBefore,
  programmeKey,
} from '../rules/index.ts';
import { type Acting, isHead, placeOf } from './place.ts';

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
  /** The newest first, each with the number of the period of the programme that it would go on with (null: none), as in the books of classes. */
  readonly due: readonly (GroupSlot & { readonly nextPeriod: number | null })[];
  /** A period of today for what the timetable has not: the first that is not written; null: all are. */
  readonly free: Pick<GroupSlot, 'half' | 'period'> | null;
  /** Distribution of the programme of a group of a block, and the number of the period that comes next; empty: there is none, null: it is over. */
  readonly programme: readonly ProgrammeLesson[];
  readonly nextPeriod: number | null;
}

const placeOfGroup = (tx: ReadTx, { unitId, schoolYear }: GroupHead) =>
  placeOf(tx, { schoolId: unitId, schoolYear });

/** Periods of a group by the published timetable that are held on some days, where they are held. */
async function slotsOf(tx: ReadTx, group: GroupHead, place: Place, days: Days): Promise<PlannedSlot[]> {
  const slots = await listSlots(tx, place, days, { groupId: group.id });
  return slots.filter(({ change }) => change !== 'cancelled' && change !== 'madeUp');
}

const keyOfProgramme = ({ subjectCode, grade }: GroupHead) => programmeKey(subjectCode ?? '', grade ?? 0);

async function programmeOf(tx: ReadTx, group: GroupHead, place: Place): Promise<readonly ProgrammeLesson[]> {
  if (!group.inBlock) return [];
  const key = keyOfProgramme(group);
  return (await selectProgrammes(tx, place, [key]))[key] ?? [];
}

/** The log of a group with the attendance of each pupil, and what the timetable of the last two weeks has and nobody wrote. */
export async function readGroupLog(tx: ReadTx, acting: Acting, groupId: string): Promise<GroupLog> {
  const group = await groupInSight(tx, acting, groupId);
  const today = localDate(acting.now);
  const place = await placeOfGroup(tx, group);
  const fromDay = new Date(Date.parse(today) - daysBack * 86_400_000).toISOString().slice(0, 10);
  const [roster, entries, slots, programme, reached, { lateDays }, periods] = await Promise.all([
    listRoster(tx, groupId),
    listGroupEntries(tx, groupId),
    slotsOf(tx, group, place, { fromDay, toDay: today }),
    programmeOf(tx, group, place),
    selectReachedInBlocks(tx, fromDay, [groupId]),
    settingsOf(tx, { lateDays: lateLogDays }),
    listPeriodsOfDay(tx, place),
  ]);
  const last = entries.find(({ held, programmePeriod }) => held !== 'notTaught' && programmePeriod !== null);
  const week = slots.map((slot) => slot.week).sort((one, other) => one - other)[0];
  const next = (last?.programmePeriod ?? (week ? periodsBefore(programme, week) : 0)) + 1;
  const ofThread = { classId: groupId, subjectCode: group.subjectCode, strand: '' };
  const lines = fillWeek(
    slots,
    entries.filter(({ day }) => day >= fromDay).map((entry) => ({ ...entry, ...ofThread })),
    { programmes: { [keyOfProgramme(group)]: programme }, reached, today },
  );
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
    due: lines
      .filter(({ state }) => state === 'due')
      .map(({ slot: { day, half, period }, next: goesOn }) => ({
        ...{ day, half, period },
        nextPeriod: goesOn?.number ?? null,
      }))
      .reverse(),
    free: freePeriod(
      periods,
      entries.filter(({ day }) => day === today),
      group.inBlock ? 'morning' : 'afternoon',
    ),
    programme,
    nextPeriod: periodOf(programme, next)?.number ?? null,
  };
}

function keyOf({ day, half, period }: GroupSlot): string {
  return `${day} ${half} ${period}`;
}

/**
 * Writes a lesson of a group with who was away: by whoever teaches it that day, or a head of the school for that teacher. Not for a day to
 * come or outside the year; late with a reason. A group of session 2 has not more periods a week than it is to have (CUR-42, Thông tư
 * 29/2024/TT-BGDĐT, Điều 5); one of an elective block those of the timetable, until the school has signed the week of one of its classes.
 * @throws Refusal lessons.groupNotFound, notYourGroup, groupWithoutTeacher, notYetHeld, lateReasonNeeded, pupilNotInGroup, weekFull,
 * noSuchLesson, weekSigned, entryChangedMeanwhile
 */
export async function saveGroupEntry(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  input: GroupEntryInput,
): Promise<{ id: string; version: number }> {
  const { actor, now } = acting;
  const group = await groupInSight(tx, acting, groupId);
  const today = localDate(now);
  if (input.day > today || input.day < group.startsOn) throw lessonErrors.notYetHeld();
  const place = await placeOfGroup(tx, group);
  const [roster, { lateDays }, taught, slots, before, me] = await Promise.all([
    listRoster(tx, groupId),
    settingsOf(tx, { lateDays: lateLogDays }),
    countWeek(tx, groupId, input),
    slotsOf(tx, group, place, { fromDay: input.day, toDay: input.day }),
    selectGroupEntryOptional(tx, groupId, input),
    selectMeOptional(tx),
  ]);
  const slot = slots.find((one) => keyOf(one) === keyOf(input));
  const teachers = slot && slot.substituteIds.length > 0 ? slot.staffIds : [group.teacherId];
  const staffId = teachers.find((id) => id === me?.staffId) ?? teachers[0];
  if (!staffId) throw lessonErrors.groupWithoutTeacher();
  if (staffId !== me?.staffId && !isHead(actor)) throw lessonErrors.notYourGroup(group.teacherName ?? '');
  if (group.inBlock) {
    if (!slot && !before) throw lessonErrors.noSuchLesson();
    if (await isWeekSigned(tx, groupId, input.day)) throw lessonErrors.weekSigned();
  } else if (input.held !== 'notTaught' && taught >= group.periodsPerWeek) {
    throw lessonErrors.weekFull(group.periodsPerWeek);
  }
  if (input.was === 0 && input.lateReason === null && isLate(input.day, today, lateDays)) {
    throw lessonErrors.lateReasonNeeded(lateDays);
  }
  const absent = new Map(input.absent.map((one) => [one.pupilId, one]));
  const known = new Set(roster.map(({ pupilId }) => pupilId));
  // Who has left the group since stays in the lines of that time.
  for (const { pupilId } of before?.absent ?? []) known.add(pupilId);
  if ([...absent.keys()].some((pupilId) => !known.has(pupilId))) throw lessonErrors.pupilNotInGroup();
  const { title, held, remark, homework, lateReason, day, half, period, programmeLessonId, programmePeriod } =
    input;
  const saved = await upsertGroupEntry(
    tx,
    {
      ...{ id: uuidv7(), group, staffId, day, half, period, title, held, remark, homework },
      ...{ programmeLessonId, programmePeriod, lateReason, accountId: actor.accountId, now },
      standsIn: slot?.substituteIds.includes(staffId) ?? false,
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

/** Removes a line written by mistake. @throws Refusal lessons.groupNotFound, notYourGroup, entryNotFound, weekSigned */
export async function removeGroupEntry(
  tx: WriteTx,
  acting: Acting,
  groupId: string,
  entryId: string,
): Promise<void> {
  const group = await groupInSight(tx, acting, groupId);
  if (!group.mine && !isHead(acting.actor)) throw lessonErrors.notYourGroup(group.teacherName ?? '');
  const entry = await selectGroupEntryOptional(tx, groupId, entryId);
  if (!entry) throw lessonErrors.entryNotFound();
  if (await isWeekSigned(tx, groupId, entry.day)) throw lessonErrors.weekSigned();
  await deleteGroupEntry(tx, entry.id);
}
