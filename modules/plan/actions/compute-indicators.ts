import { v7 as uuidv7 } from 'uuid';
import { settingReader } from '#modules/organisation';
import { localDate } from '#platform/clock';
import type { WriteTx } from '#platform/db';
import {
  insertSystemHistory,
  reopenAssignments,
  type SettledRow,
  selectCurrentYearOptional,
  settleAssignments,
  upsertIndicatorValues,
} from '../data/indicators.ts';
import { findIndicator, listRegisteredIndicators } from '../indicators.ts';
import { settlementNote } from '../rules/indicator.ts';

export interface Computed {
  /** Values kept, over all indicators and units. */
  readonly values: number;
  readonly settled: number;
  readonly reopened: number;
}

function historyOf(row: SettledRow) {
  const indicator = findIndicator(row.indicator);
  return {
    id: uuidv7(),
    assignmentId: row.id,
    note: settlementNote(
      indicator?.name ?? row.indicator,
      indicator?.direction ?? 'atLeast',
      row,
      row.threshold,
    ),
    details: {
      indicator: row.indicator,
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      threshold: row.threshold,
    },
  };
}

/**
 * Computes every indicator of a department for its current school year, settles the duties that are proved by them
 * and reopens those that no longer are. `tx` acts for the department (scope 'department'). Running it again
 * changes nothing but the time of computation. Without a current school year it does nothing.
 */
export async function computeIndicators(tx: WriteTx, departmentId: string, now: Date): Promise<Computed> {
  const schoolYear = await selectCurrentYearOptional(tx);
  if (!schoolYear) return { values: 0, settled: 0, reopened: 0 };
  const context = { departmentId, schoolYear, today: localDate(now), setting: await settingReader(tx) };
  const indicators = listRegisteredIndicators();
  let values = 0;
  for (const indicator of indicators) values += await upsertIndicatorValues(tx, indicator, context, now);

  const directions = Object.fromEntries(indicators.map(({ id, direction }) => [id, direction]));
  const reopened = await reopenAssignments(tx, context, directions);
  await insertSystemHistory(tx, 'reopened', reopened.map(historyOf), now);
  const settled = await settleAssignments(tx, context, directions, now);
  await insertSystemHistory(tx, 'settled', settled.map(historyOf), now);
  return { values, settled: settled.length, reopened: reopened.length };
}
