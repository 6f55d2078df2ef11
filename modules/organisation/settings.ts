import assert from 'node:assert/strict';
import type { ReadTx } from '#platform/db';
import { listStoredSettings, type SettingRow } from './data/settings.ts';
import { type Setting, type SettingValue, settingProblems } from './rules/index.ts';

const registry = new Map<string, Setting>();

/** Adds the settings of a module to those a department may set. Called once, when the module is loaded; a key that is taken is a fault. */
export function registerSettings(list: readonly Setting[]): void {
  for (const setting of list) {
    assert(!registry.has(setting.key), `setting ${setting.key} is defined twice`);
    registry.set(setting.key, setting);
  }
}

/** Every registered setting, in the order of registration. */
export function listRegisteredSettings(): Setting[] {
  return [...registry.values()];
}

export function findSetting(key: string): Setting | undefined {
  return registry.get(key);
}

/** The department's own value, undefined while there is none. A stored value that the definition refuses is none, and logged. */
export function ownValue(setting: Setting, stored: SettingRow | undefined): SettingValue | undefined {
  if (!stored || stored.value === null) return undefined;
  if (settingProblems(setting.form, stored.value).length === 0) return stored.value as SettingValue;
  process.emitWarning(`the stored value of ${setting.key} does not fit its definition; the default counts`, {
    code: 'HOABAN_SETTING',
  });
  return undefined;
}

/** Gives the value in force of any setting: the department's own, else the default. */
export type SettingReader = <Value extends SettingValue>(setting: Setting<Value>) => Value;

async function readerOf(tx: ReadTx, keys: readonly string[] | null): Promise<SettingReader> {
  const stored = await listStoredSettings(tx, keys);
  return <Value extends SettingValue>(setting: Setting<Value>) => {
    const row = stored.find(({ key }) => key === setting.key);
    return (ownValue(setting, row) as Value | undefined) ?? setting.default;
  };
}

/** Reads all settings of the department at once, for whoever does not know beforehand which will be asked. */
export function settingReader(tx: ReadTx): Promise<SettingReader> {
  return readerOf(tx, null);
}

/**
 * The values in force of these settings for the department of the transaction, under the names they are given:
 * `const { repeatDays } = await settingsOf(tx, { repeatDays: escalationRepeatDays })`. One query.
 */
export async function settingsOf<Settings extends Readonly<Record<string, Setting>>>(
  tx: ReadTx,
  settings: Settings,
): Promise<{ readonly [Name in keyof Settings]: Settings[Name]['default'] }> {
  const read = await readerOf(
    tx,
    Object.values(settings).map(({ key }) => key),
  );
  const values = Object.entries(settings).map(([name, setting]) => [name, read(setting)]);
  return Object.fromEntries(values) as { [Name in keyof Settings]: Settings[Name]['default'] };
}
