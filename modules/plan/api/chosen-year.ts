import type { ReadTx } from '#platform/db';
import { selectSchoolYearOptional } from '../data/school-years.ts';
import { planErrors } from '../errors.ts';

/**
 * The school year a list is about: the one the person chose ('2025-2026'), else the current one of the department; null while
 * there is none, so that lists are empty. A year the department does not have is `plan.noSchoolYear`.
 */
export async function chosenYearId(tx: ReadTx, { schoolYear }: { schoolYear?: string | undefined }) {
  const year = await selectSchoolYearOptional(
    tx,
    schoolYear === undefined ? { current: true } : { name: schoolYear },
  );
  if (!year && schoolYear !== undefined) throw planErrors.noSchoolYear(schoolYear);
  return year?.id ?? null;
}
