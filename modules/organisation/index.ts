/** Front door of the organisation: units, the lines between them, school years. */
import type { ReadTx } from '#platform/db';
import { type SchoolYear, selectSchoolYearOptional } from './data/school-years.ts';

export { importUnits, type UnitImport } from './actions/import-units.ts';
export { type LeadersOf, type NamesOf, organisationRoutes } from './api/index.ts';
export { organisationOperations } from './contract.ts';
export type { SchoolYear } from './data/school-years.ts';
export {
  isInReach,
  selectDepartmentByCodeOptional as findDepartmentByCode,
  selectUnitOptional as findUnit,
  type Unit,
  type UnitKind,
} from './data/units.ts';
export { readUnitFile, renderUnitTemplate } from './documents/unit-workbook.ts';
export { registerSettings, type SettingReader, settingReader, settingsOf } from './settings.ts';

/** The school year that the department works in now. */
export function currentSchoolYear(tx: ReadTx): Promise<SchoolYear | undefined> {
  return selectSchoolYearOptional(tx, { isCurrent: true });
}
