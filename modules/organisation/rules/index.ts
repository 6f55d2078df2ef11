export {
  buildSchoolWeeks,
  type SchoolBreak,
  type SchoolWeek,
  type SchoolWeeksFrame,
  type SchoolYearLimits,
  type SemesterSpan,
  schoolWeeksProblems,
  semesterSpans,
} from './school-weeks.ts';
export {
  defineSetting,
  moduleOfSetting,
  type Setting,
  type SettingForm,
  type SettingPart,
  type SettingProblem,
  type SettingValue,
  settingProblems,
  settingText,
  type Words,
} from './setting.ts';
export { compareUnits, type KnownUnit, type UnitComparison, type WantedUnit } from './unit-changes.ts';
export type { CommuneKind, ManagingAuthority, SchoolKind } from './unit-kinds.ts';
export {
  cellName,
  isUnitSheet,
  lineOf,
  readUnitSheet,
  type SheetFault,
  type UnitEntry,
  type UnitSheet,
  unitColumns,
} from './unit-sheet.ts';
export {
  authorityWords,
  foldWords,
  kindWords,
  type SheetKind,
  schoolKindWords,
  yesNoWords,
  zoneWords,
} from './unit-words.ts';
