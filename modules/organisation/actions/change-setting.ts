import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import type { UnitActor } from '../actor.ts';
import { listStoredSettings, saveSetting } from '../data/settings.ts';
import { organisationErrors } from '../errors.ts';
import { type SettingValue, settingProblems } from '../rules/index.ts';
import { findSetting } from '../settings.ts';

export interface SettingChange {
  /** The version seen; 0: nobody has set it yet. */
  readonly version: number;
  /** Null: the default counts again. */
  readonly value: SettingValue | null;
  /** Why: the decision, its number and day. */
  readonly note: string;
}

/** The rules of a department are set at the department: an administrator of a commune or a school reads them. */
export function maySet(actor: UnitActor): boolean {
  return actor.scope === 'department';
}

/** Sets a figure of the rules for the own department, or takes up the default again. */
export async function changeSetting(
  tx: WriteTx,
  actor: UnitActor & { readonly accountId: string },
  key: string,
  change: SettingChange,
  now: Date,
): Promise<void> {
  const setting = findSetting(key);
  if (!setting) throw organisationErrors.settingNotFound();
  if (!maySet(actor)) throw organisationErrors.departmentDecides('Các mức quy định');
  const problems = change.value === null ? [] : settingProblems(setting.form, change.value);
  if (problems.length > 0) throw organisationErrors.badSettingValue(problems);
  const saved = await saveSetting(tx, {
    ...change,
    id: uuidv7(),
    key,
    departmentId: actor.departmentId,
    changedBy: actor.accountId,
    changedAt: now,
  });
  if (saved) return;
  const [current] = await listStoredSettings(tx, [key]);
  throw organisationErrors.changedMeanwhile(change, current ?? { version: 0, value: null, note: '' });
}
