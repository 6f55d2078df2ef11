import { findOwnSchool, findSchoolYear } from '#modules/curriculum';
import type { Actor } from '#modules/identity-access';
import { isInReach } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import { type Ground, loadGrounds, type Year } from '../data/ground.ts';
import { staffingErrors } from '../errors.ts';

/** Which school and year a question or command is about; absent: the own school, the current year. */
export interface Wanted {
  readonly schoolId?: string | undefined;
  readonly schoolYear?: string | undefined;
}

/**
 * The school year by name, else the current one; `asOf` is today as far as it lies in the year.
 * @throws Refusal staffing.noSchoolYear
 */
export async function yearOf(tx: ReadTx, name: string | undefined, today: string): Promise<Year> {
  const year = await findSchoolYear(tx, name);
  if (!year) throw staffingErrors.noSchoolYear(name ?? 'hiện tại');
  const asOf = today < year.startsOn ? year.startsOn : today > year.endsOn ? year.endsOn : today;
  return { id: year.id, name: year.name, asOf };
}

/**
 * The school with everything its assignment stands on.
 * @throws Refusal staffing.noSchool, noSchoolYear
 */
export async function groundOf(
  tx: ReadTx,
  wanted: Wanted,
  today: string,
): Promise<{ year: Year; ground: Ground }> {
  const [year, school] = await Promise.all([
    yearOf(tx, wanted.schoolYear, today),
    findOwnSchool(tx, wanted.schoolId),
  ]);
  if (!school) throw staffingErrors.noSchool();
  const [ground] = await loadGrounds(tx, [school.id], year);
  if (!ground) throw staffingErrors.noSchool();
  return { year, ground };
}

/** Whether the person may write for a school: it lies in the reach of the own unit. */
export async function mayWriteFor(tx: ReadTx, actor: Actor, schoolId: string): Promise<boolean> {
  return actor.scope === 'subtree' && (await isInReach(tx, actor.unitId ?? '', schoolId));
}
