import type { Actor } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import {
  type LogClass,
  type Me,
  type Place,
  selectClassOptional,
  selectMeOptional,
  selectSchoolOptional,
  selectYearOptional,
  type Week,
} from '../data/place.ts';
import { lessonErrors } from '../errors.ts';

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor;
  readonly now: Date;
}

/** Which school and year a question is about; absent: the own school, the current year. */
export interface Wanted {
  readonly schoolId?: string | undefined;
  readonly schoolYear?: string | undefined;
}

/** The school year by name, else the current one. @throws Refusal lessons.noPlace */
export async function yearOf(tx: ReadTx, name: string | undefined): Promise<Place['year']> {
  const year = await selectYearOptional(tx, name);
  if (!year) throw lessonErrors.noPlace();
  return year;
}

/** @throws Refusal lessons.noPlace */
export async function placeOf(tx: ReadTx, wanted: Wanted = {}): Promise<Place> {
  const [year, school] = await Promise.all([
    yearOf(tx, wanted.schoolYear),
    selectSchoolOptional(tx, wanted.schoolId),
  ]);
  if (!school) throw lessonErrors.noPlace();
  return { school, year };
}

/** The staff record of the person asking. @throws Refusal lessons.noStaffRecord */
export async function ownRecord(tx: ReadTx): Promise<Me> {
  const me = await selectMeOptional(tx);
  if (!me) throw lessonErrors.noStaffRecord();
  return me;
}

/** A class in reach, with its school and year. @throws Refusal lessons.classNotFound, noPlace */
export async function placeOfClass(
  tx: ReadTx,
  classId: string,
): Promise<{ schoolClass: LogClass; place: Place }> {
  const schoolClass = await selectClassOptional(tx, classId);
  if (!schoolClass) throw lessonErrors.classNotFound();
  const place = await placeOf(tx, { schoolId: schoolClass.unitId, schoolYear: schoolClass.schoolYear });
  return { schoolClass, place };
}

/** The week with a number, else that of `today`, else the next, else the last. @throws Refusal lessons.noPlace when the year has no weeks */
export function weekOf(weeks: readonly Week[], today: string, number?: number): Week {
  const found = number
    ? weeks.find((week) => week.number === number)
    : (weeks.find(({ endsOn }) => endsOn >= today) ?? weeks.at(-1));
  if (!found) throw lessonErrors.noPlace();
  return found;
}

/** Whether the person is a head of the school acted in. */
export function isHead({ role }: Actor): boolean {
  return role === 'principal' || role === 'vicePrincipal';
}
