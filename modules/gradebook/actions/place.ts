import { findOwnSchool, findSchoolYear } from '#modules/curriculum';
import type { Actor } from '#modules/identity-access';
import { isInReach, settingsOf } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { selectTermOptional, type Term } from '../data/terms.ts';
import { gradebookErrors } from '../errors.ts';
import { entryDaysAfterSemester } from '../rules/index.ts';
import { addDays } from './sheet.ts';

/** Which school and year a question or command is about; absent: the own school, the current year. */
export interface Wanted {
  readonly schoolId?: string | undefined;
  readonly schoolYear?: string | undefined;
}

export interface SchoolYearOfSchool {
  readonly school: { readonly id: string; readonly name: string };
  readonly year: {
    readonly id: string;
    readonly name: string;
    readonly startsOn: string;
    readonly endsOn: string;
  };
}

/** The school year by name, else the current one. @throws Refusal gradebook.noSchoolYear */
export async function yearOf(tx: ReadTx, name: string | undefined): Promise<SchoolYearOfSchool['year']> {
  const year = await findSchoolYear(tx, name);
  if (!year) throw gradebookErrors.noSchoolYear(name ?? 'hiện tại');
  return year;
}

/** @throws Refusal gradebook.noSchool, noSchoolYear */
export async function placeOf(tx: ReadTx, wanted: Wanted): Promise<SchoolYearOfSchool> {
  const [year, school] = await Promise.all([
    yearOf(tx, wanted.schoolYear),
    findOwnSchool(tx, wanted.schoolId),
  ]);
  if (!school) throw gradebookErrors.noSchool();
  return { school, year };
}

/** The same, for whoever decides in the school. @throws Refusal gradebook.noSchool too when the school is out of reach */
export async function placeToDecide(tx: ReadTx, actor: Actor, wanted: Wanted): Promise<SchoolYearOfSchool> {
  const place = await placeOf(tx, wanted);
  if (actor.scope === 'subtree' && (await isInReach(tx, actor.unitId ?? '', place.school.id))) return place;
  throw gradebookErrors.noSchool();
}

/**
 * The term of a school in a semester: its own, else the window of the settings.
 * @throws Refusal gradebook.noSchoolYear when the year has no such semester
 */
export async function termOfSchool(
  tx: ReadTx,
  { school, year }: SchoolYearOfSchool,
  semester: 1 | 2,
): Promise<Term & { readonly startsOn: string; readonly endsOn: string }> {
  const [found, { days }] = await Promise.all([
    selectTermOptional(tx, { unitId: school.id, schoolYearId: year.id, semester }),
    settingsOf(tx, { days: entryDaysAfterSemester }),
  ]);
  if (!found) throw gradebookErrors.noSchoolYear(year.name);
  const { startsOn, endsOn, own } = found;
  const open = { opensOn: startsOn, closesOn: addDays(endsOn, days), lockedAt: null, note: null, version: 0 };
  return { ...(own ?? open), startsOn, endsOn };
}
