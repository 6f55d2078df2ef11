import { v7 as uuidv7 } from 'uuid';
import { settingsOf } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import { formatDateTime } from '#platform/i18n';
import type { EntryInput } from '../contract.ts';
import {
  deleteEntry,
  type Entry,
  selectEntryAtOptional,
  selectEntryOptional,
  upsertEntry,
} from '../data/entries.ts';
import { listStaffNames, selectMeOptional } from '../data/place.ts';
import { listSignatures } from '../data/signatures.ts';
import { listSlots } from '../data/slots.ts';
import { lessonErrors } from '../errors.ts';
import { isLate, lateLogDays, lessonRating, ratingsOf, slotKey } from '../rules/index.ts';
import { type Acting, isHead, placeOfClass } from './place.ts';

/** What a person sees of a line when somebody else was there first. */
function shown(
  entry: Pick<Entry, 'title' | 'held' | 'remark' | 'homework' | 'rating'>,
  version: number,
  by: string,
) {
  const { title, held, remark, homework, rating } = entry;
  return { title, held, remark, homework, rating, version, by };
}

function saysTheSame(entry: Entry, input: EntryInput): boolean {
  const said = ({ title, programmePeriod, held, remark, homework, rating }: Entry | EntryInput) =>
    JSON.stringify([title, programmePeriod, held, remark, homework, rating]);
  return said(entry) === said(input);
}

async function openWeek(tx: WriteTx, classId: string, week: number): Promise<void> {
  const signatures = await listSignatures(tx, [classId], week);
  if (signatures.some(({ part }) => part === 'principal')) throw lessonErrors.weekSigned();
}

/**
 * Why a line that arrives late may still have been written in time: on a device without a network, by the device's own clock. A claim, so it
 * is kept as the reason for everybody to read; null when even the device says it was late.
 */
function keptInTime(day: string, madeAt: Date | undefined, days: number): string | null {
  if (!madeAt) return null;
  const on = localDate(madeAt);
  if (on < day || isLate(day, on, days)) return null;
  return `Ghi trên máy lúc ${formatDateTime(madeAt)} khi không có mạng.`;
}

/**
 * Writes the line of a period into the log of a class: by whoever teaches it that day by the published timetable (also standing in), or by
 * a head of the school for that teacher. A period of a day to come is refused, a late line needs its reason, a signed week is closed. A line
 * that somebody changed meanwhile is told with both, and nothing is overwritten; the same line sent again is the same line. `madeAt`: when a
 * device says the line was written, for one that waited there.
 * @throws Refusal lessons.classNotFound, noSuchLesson, notYourLesson, notYetHeld, lateReasonNeeded, badRating, weekSigned, entryChangedMeanwhile
 */
export async function saveEntry(
  tx: WriteTx,
  { actor, now }: Acting,
  input: EntryInput,
  madeAt?: Date,
): Promise<{ id: string; version: number }> {
  const { schoolClass, place } = await placeOfClass(tx, input.classId);
  const today = localDate(now);
  if (input.day > today) throw lessonErrors.notYetHeld();
  const [slots, kept, me, settings] = await Promise.all([
    listSlots(tx, place, { fromDay: input.day, toDay: input.day }, { classId: input.classId }),
    selectEntryAtOptional(tx, input),
    selectMeOptional(tx),
    settingsOf(tx, { lateDays: lateLogDays, rating: lessonRating }),
  ]);
  const planned = slots.find((slot) => slotKey(slot) === slotKey(input));
  const off = planned?.change === 'cancelled' || planned?.change === 'madeUp';
  // A line once written stays open to its teacher when the timetable has changed since.
  if ((!planned || off) && !kept) throw lessonErrors.noSuchLesson();
  const teachers = planned && !off ? planned.staffIds : [kept!.staffId];
  const mine = me !== undefined && teachers.includes(me.staffId);
  if (!mine && !(isHead(actor) && actor.unitId === schoolClass.unitId)) {
    const names = await listStaffNames(tx, teachers);
    throw lessonErrors.notYourLesson(names.map(({ name }) => name).join(', ') || 'người khác');
  }
  const staffId = mine ? me.staffId : teachers[0];
  if (!staffId) throw lessonErrors.noSuchLesson();
  if (
    input.rating !== null &&
    input.rating !== kept?.rating &&
    !ratingsOf(settings.rating).includes(input.rating)
  ) {
    throw lessonErrors.badRating();
  }
  const late = !kept && isLate(input.day, today, settings.lateDays);
  const lateReason = input.lateReason ?? (late ? keptInTime(input.day, madeAt, settings.lateDays) : null);
  if (late && lateReason === null) throw lessonErrors.lateReasonNeeded(settings.lateDays);
  const week = planned?.week ?? kept!.week;
  await openWeek(tx, input.classId, week);
  const saved = await upsertEntry(
    tx,
    {
      ...input,
      lateReason,
      id: kept?.id ?? uuidv7(),
      unitId: schoolClass.unitId,
      departmentId: schoolClass.departmentId,
      schoolYearId: schoolClass.schoolYearId,
      week,
      subjectCode: planned?.subjectCode ?? kept?.subjectCode ?? null,
      strand: planned?.strand ?? kept?.strand ?? '',
      staffId,
      standsIn: planned ? planned.substituteIds.includes(staffId) : kept!.standsIn,
      accountId: actor.accountId,
      now,
    },
    input.was,
  );
  if (saved) return saved;
  const current = await selectEntryAtOptional(tx, input);
  if (current && saysTheSame(current, input)) return { id: current.id, version: current.version };
  throw lessonErrors.entryChangedMeanwhile(
    shown(input, input.was, me?.name ?? ''),
    current ? shown(current, current.version, current.staffName) : { version: 0 },
  );
}

/** Removes a line written by mistake. @throws Refusal lessons.entryNotFound, weekSigned */
export async function removeEntry(tx: WriteTx, { actor }: Acting, entryId: string): Promise<void> {
  const [entry, me] = await Promise.all([selectEntryOptional(tx, entryId), selectMeOptional(tx)]);
  if (!entry || (entry.staffId !== me?.staffId && !isHead(actor))) throw lessonErrors.entryNotFound();
  await openWeek(tx, entry.classId, entry.week);
  await deleteEntry(tx, entryId);
}
