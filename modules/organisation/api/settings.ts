import type { ReadTx } from '#platform/db';
import type { AnyRoute } from '#platform/http';
import { changeSetting, maySet } from '../actions/change-setting.ts';
import { bind } from '../actor.ts';
import * as contract from '../contract.ts';
import { listStoredSettings, type SettingRow } from '../data/settings.ts';
import { moduleOfSetting, type Setting } from '../rules/index.ts';
import { findSetting, listRegisteredSettings, ownValue } from '../settings.ts';

/** Names of accounts: known by the module of accounts, which stands above this one. */
export type NamesOf = (tx: ReadTx, accountIds: readonly string[]) => Promise<Map<string, string>>;

function shown(setting: Setting, stored: SettingRow | undefined, names: ReadonlyMap<string, string>) {
  const own = ownValue(setting, stored);
  return {
    ...setting,
    module: moduleOfSetting(setting.key),
    own: own ?? null,
    /** A value of an earlier release that no longer fits. */
    unusable: own === undefined && stored !== undefined && stored.value !== null,
    version: stored?.version ?? 0,
    changed: stored
      ? { by: names.get(stored.changedBy) ?? null, at: stored.changedAt, note: stored.note }
      : null,
  };
}

/** Settings of all modules: what the rules leave to the department. */
export function settingRoutes(namesOf: NamesOf): AnyRoute[] {
  async function showOne(tx: ReadTx, key: string) {
    const [stored] = await listStoredSettings(tx, [key]);
    const names = await namesOf(tx, stored ? [stored.changedBy] : []);
    return shown(findSetting(key)!, stored, names);
  }
  return [
    bind(contract.listSettings, async ({ tx, actor }) => {
      const stored = await listStoredSettings(tx, null);
      const names = await namesOf(
        tx,
        stored.map(({ changedBy }) => changedBy),
      );
      return {
        items: listRegisteredSettings().map((setting) =>
          shown(
            setting,
            stored.find(({ key }) => key === setting.key),
            names,
          ),
        ),
        mayChange: maySet(actor),
      };
    }),
    bind(contract.updateSetting, async ({ tx, actor, params, body, now }) => {
      await changeSetting(tx, actor, params.key, body, now);
      return showOne(tx, params.key);
    }),
    bind(contract.resetSetting, async ({ tx, actor, params, body, now }) => {
      await changeSetting(tx, actor, params.key, { ...body, value: null }, now);
      return showOne(tx, params.key);
    }),
  ];
}
