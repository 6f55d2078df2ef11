import type { Actor } from '#modules/identity-access';
import { settingsOf } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { ReadTx } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { listMissing } from '../data/books.ts';
import {
  type Absent,
  type Entry,
  listAbsent,
  listBlockEntries,
  listEntries,
  selectReached,
  selectReachedInBlocks,
} from '../data/entries.ts';
import { type LogClass, listStaffNames, type Place, selectMeOptional, type Week } from '../data/place.ts';
import { selectProgrammes } from '../data/programme.ts';
import { listSignatures, type WeekSignature } from '../data/signatures.ts';
import { listSlots } from '../data/slots.ts';
import {
  lateLogDays,
  lessonRating,
  type PlannedSlot,
  type Programmes,
  programmeKey,
  type Reached,
  ratingsOf,
} from '../rules/index.ts';
import { placeOf, placeOfClass, weekOf } from './place.ts';

/** Everything the lines of a week are laid together from. Days are 'YYYY-MM-DD'. */
export interface WeekRows {
  readonly week: Week;
  readonly today: string;
  readonly planned: readonly PlannedSlot[];
  readonly entries: readonly Entry[];
  readonly programmes: Programmes;
  readonly reached: Reached;
  readonly absent: readonly Absent[];
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly subjects: readonly { readonly code: string; readonly name: string }[];
  readonly ratings: readonly string[];
  readonly lateDays: number;
}

async function weekRows(
  tx: ReadTx,
  place: Place,
  week: Week,
  today: string,
  filter: { classId?: string; staffId?: string },
): Promise<WeekRows> {
  const days = { fromDay: week.startsOn, toDay: week.endsOn };
  const [planned, ofClasses, { lateDays, rating }] = await Promise.all([
    listSlots(tx, place, days, filter),
    listEntries(tx, place, week.number, filter),
    settingsOf(tx, { lateDays: lateLogDays, rating: lessonRating }),
  ]);
  const groupIds = [...new Set(planned.flatMap(({ isGroup, classId }) => (isGroup ? [classId] : [])))];
  const entries = [...ofClasses, ...(await listBlockEntries(tx, groupIds, days))];
  const classIds = [...new Set([...planned, ...entries].map(({ classId }) => classId))];
  const keys = planned.flatMap(({ subjectCode, grade }) =>
    subjectCode ? [programmeKey(subjectCode, grade)] : [],
  );
  const codes = new Set([...planned, ...entries].map(({ subjectCode }) => subjectCode));
  const [programmes, reached, inBlocks, absent, staff] = await Promise.all([
    selectProgrammes(tx, place, [...new Set(keys)]),
    selectReached(tx, place, week.startsOn, classIds),
    selectReachedInBlocks(tx, week.startsOn, groupIds),
    listAbsent(tx, place, classIds, days),
    listStaffNames(tx, [...new Set(planned.flatMap(({ staffIds }) => staffIds))]),
  ]);
  return {
    ...{ week, today, planned, entries, programmes, absent, lateDays },
    reached: { ...reached, ...inBlocks },
    staff: staff.map(({ id, name }) => ({ id, name })),
    subjects: programmeOfYear(place.year.name)
      .subjects.filter(({ code }) => codes.has(code))
      .map(({ code, name }) => ({ code, name })),
    ratings: ratingsOf(rating),
  };
}

export interface MyWeek extends WeekRows {
  readonly weeks: readonly Week[];
  readonly myStaffId: string | null;
  readonly missing: readonly { readonly week: number; readonly periods: number }[];
  readonly signed: readonly string[];
}

const weeksBack = 6;

/** The periods the person asking teaches in a week, also as a substitute, and what is still to be written of the six weeks before. */
export async function readMyWeek(tx: ReadTx, now: Date, number?: number): Promise<MyWeek> {
  const today = localDate(now);
  const [place, me] = await Promise.all([placeOf(tx), selectMeOptional(tx)]);
  const { weeks } = place.year;
  const week = weekOf(weeks, today, number);
  // Without a staff record nothing is taught: an id nobody has.
  const staffId = me?.staffId ?? '00000000-0000-0000-0000-000000000000';
  const current = weekOf(weeks, today);
  const first = weeks.find((one) => one.number === Math.max(1, current.number - weeksBack)) ?? current;
  const rows = await weekRows(tx, place, week, today, { staffId });
  const [missing, signatures] = await Promise.all([
    first.startsOn < current.startsOn
      ? listMissing(tx, place, { fromDay: first.startsOn, toDay: dayBefore(current.startsOn) }, staffId)
      : [],
    listSignatures(tx, [...new Set(rows.planned.map(({ classId }) => classId))], week.number),
  ]);
  return {
    ...rows,
    weeks,
    myStaffId: me?.staffId ?? null,
    missing: missing.map((one) => ({ week: one.week, periods: one.periods })),
    signed: signatures.filter(({ part }) => part === 'principal').map(({ classId }) => classId),
  };
}

export interface ClassWeek extends WeekRows {
  readonly schoolClass: LogClass;
  readonly place: Place;
  readonly weeks: readonly Week[];
  readonly signatures: readonly WeekSignature[];
}

/** The log of a class in a week. @throws Refusal lessons.classNotFound, noPlace */
export async function readClassWeek(
  tx: ReadTx,
  now: Date,
  classId: string,
  number: number,
): Promise<ClassWeek> {
  const { schoolClass, place } = await placeOfClass(tx, classId);
  const week = weekOf(place.year.weeks, localDate(now), number);
  const [rows, signatures] = await Promise.all([
    weekRows(tx, place, week, localDate(now), { classId }),
    listSignatures(tx, [classId], week.number),
  ]);
  return { ...rows, schoolClass, place, weeks: place.year.weeks, signatures };
}

/** The part in which a person signs a class: the homeroom teacher's, or that of a head of the school; undefined: neither. */
export function signPart(actor: Actor, schoolClass: LogClass): 'homeroom' | 'principal' | undefined {
  if ((actor.role === 'principal' || actor.role === 'vicePrincipal') && actor.unitId === schoolClass.unitId) {
    return 'principal';
  }
  return schoolClass.led && (actor.role === 'homeroomTeacher' || actor.role === 'teacher')
    ? 'homeroom'
    : undefined;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
