import type { Actor } from '#modules/identity-access';
import { isInReach } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { type School, selectSchoolOptional, selectYearOptional, type YearRow } from '../data/place.ts';
import { timetableErrors } from '../errors.ts';
import { daysBetween, weekOn } from '../rules/index.ts';

/** Which school and year a question or command is about; absent: the own school, the current year. */
export interface Wanted {
  readonly schoolId?: string | undefined;
  readonly schoolYear?: string | undefined;
}

/** The school year by name, else the current one. @throws Refusal timetable.noSchoolYear */
export async function yearOf(tx: ReadTx, name: string | undefined): Promise<YearRow> {
  const year = await selectYearOptional(tx, { name });
  if (!year) throw timetableErrors.noSchoolYear(name ?? 'hiện tại');
  return year;
}

/** School and year of a question. @throws Refusal timetable.noSchool, noSchoolYear */
export async function placeOf(tx: ReadTx, wanted: Wanted): Promise<{ school: School; year: YearRow }> {
  const [year, school] = await Promise.all([
    yearOf(tx, wanted.schoolYear),
    selectSchoolOptional(tx, wanted.schoolId),
  ]);
  if (!school) throw timetableErrors.noSchool();
  return { school, year };
}

/** Whether the person may write for a school: it lies in the reach of the own unit. */
export async function mayWriteFor(tx: ReadTx, actor: Actor, schoolId: string): Promise<boolean> {
  return (
    actor.scope === 'subtree' &&
    ['principal', 'vicePrincipal', 'clerk'].includes(actor.role ?? '') &&
    (await isInReach(tx, actor.unitId ?? '', schoolId))
  );
}

/** School and year of a command. @throws Refusal timetable.schoolOutOfReach, noSchool, noSchoolYear */
export async function writablePlace(
  tx: ReadTx,
  actor: Actor,
  wanted: Wanted,
): Promise<{ school: School; year: YearRow }> {
  const place = await placeOf(tx, wanted);
  if (!(await mayWriteFor(tx, actor, place.school.id))) throw timetableErrors.schoolOutOfReach();
  return place;
}

/** @throws Refusal timetable.badDisruption when days are the wrong way round or too many. */
export function checkDays(fromDay: string, toDay: string): void {
  if (toDay < fromDay)
    throw timetableErrors.badDisruption([{ path: 'toDay', message: 'Ngày cuối phải từ ngày đầu trở đi.' }]);
  if (daysBetween(fromDay, toDay).length > 121)
    throw timetableErrors.badDisruption([{ path: 'toDay', message: 'Một lần ghi nhiều nhất 120 ngày.' }]);
}

/** The semester of `today`, 1 while the year has not begun. */
export function semesterOn(year: YearRow, today: string): 1 | 2 {
  return weekOn(year.weeks, today)?.semester === 2 ? 2 : 1;
}
