/** Front door of people: staff, pupils, classes, rooms, enrolments. */
import './indicators.ts';

export { acceptImport } from './actions/accept-import.ts';
export { hashAccessCode, type PupilOfCode, pupilByCode } from './actions/access-codes.ts';
export {
  type ImportKind,
  type ImportScope,
  importScope,
  registerImportKind,
} from './actions/import-kinds.ts';
export { importList, type ListImport } from './actions/import-list.ts';
export { analyseImport, type ImportAnalysis } from './actions/preview-import.ts';
export { type RollOverSummary, rollOverAll } from './actions/roll-over.ts';
export { savePupils } from './actions/save-pupils.ts';
export { peopleRoutes } from './api/index.ts';
export { peopleOperations } from './contract.ts';
export { type EnrolmentFigures, listEnrolmentFigures } from './data/enrolment-figures.ts';
export { type SchoolFigures, schoolFigures } from './data/figures.ts';
export { matchPupils, type PupilRow } from './data/save-pupils.ts';
export { type ShownName, shownStaffNames } from './data/staff-names.ts';
