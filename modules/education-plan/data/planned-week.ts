import type { ReadTx } from '#platform/db';
import type { DayLoadRow, PeriodsRow } from '../rules/index.ts';
import { selectSchoolRows } from './parts.ts';
import { listPlansOf } from './plans.ts';

/** What the plan of a school says about the week: half days of each grade, and periods of each subject in both semesters. */
export interface PlannedWeek {
  readonly published: boolean;
  readonly dayLoads: readonly DayLoadRow[];
  readonly periods: readonly PeriodsRow[];
}

/** The week by the published plan of a school, else by its latest revision; undefined: there is none. */
export async function plannedWeek(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<PlannedWeek | undefined> {
  const plans = await listPlansOf(tx, unitId, schoolYearId);
  const plan = plans.find(({ state }) => state === 'published') ?? plans[0];
  if (!plan) return undefined;
  const { dayLoads, periods } = await selectSchoolRows(tx, plan.id);
  return { published: plan.state === 'published', dayLoads, periods };
}
