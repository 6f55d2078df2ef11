export {
  type CheckedRow,
  cellsOfProposal,
  checkRows,
  type FieldChange,
  type KnownRecord,
  type PlacedFinding,
  placesOf,
  type SheetRow,
} from './check-rows.ts';
export { classSheet, gradeOfClass } from './class-sheet.ts';
export type { Finding, FindingCode, Reading } from './finding.ts';
export { type ColumnFields, findHeadings, headingsKey, mapColumns, missingColumns } from './map-columns.ts';
export { pupilSheet } from './pupil-sheet.ts';
export { readIdentityNumber } from './read-digits.ts';
export type { Word } from './read-text.ts';
export {
  columnLetters,
  type IdentityHolder,
  type SheetColumn,
  type SheetContext,
  type SheetKind,
  type SheetKindName,
  sheetKinds,
  type Values,
} from './sheet-kind.ts';
export { staffSheet } from './staff-sheet.ts';
