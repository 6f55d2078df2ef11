/** Rules of results by Circular 22/2021: scores, averages, levels, conduct, titles, promotion, each with its reason. */
export { type AcademicResult, academicResult, type Reached } from './academic-result.ts';
export {
  type AssessedYear,
  assessPupil,
  type PupilYear,
  reachedInYear,
  type SubjectYear,
} from './assess-pupil.ts';
export { type AssessmentForm, commentResult, regularAssessments } from './assessments.ts';
export {
  type AttachmentKind,
  attachmentFault,
  attachmentKinds,
  columnAttachments,
  mostAttachmentMegabytes,
  mostAttachments,
} from './attachments.ts';
export {
  type CellValue,
  cellText,
  commentText,
  type Judged,
  missed,
  type Place,
  placeName,
  places,
  readCell,
  readResult,
} from './cell.ts';
export {
  type AssessedSubject,
  type PeriodResult,
  type PupilBook,
  type PupilResults,
  pupilResults,
  type YearResult,
} from './class-results.ts';
export { yearConduct } from './conduct.ts';
export {
  type CaseKind,
  type CouncilCase,
  type CouncilClass,
  caseKinds,
  caseKindsOf,
  periodOf,
} from './council.ts';
export { type HelpForm, helpForms, type Warning, warningsOf } from './early-warning.ts';
export {
  type EquityDimension,
  type EquityFigure,
  type EquityNode,
  equityDimensions,
  equityFigures,
  type ShownPart,
  shownEquity,
  type Traits,
} from './equity.ts';
export { explainAcademic, explainConduct, explainOutcome } from './explain.ts';
export { type ClassFigure, classFigures, type Period, type SubjectFigure } from './figures.ts';
export { type LeaveFault, leaveDays } from './leave.ts';
export { type CommentResult, levelNames, type ResultLevel, resultLevels } from './level.ts';
export {
  cellOf,
  emptyRow,
  type MarksRow,
  openPlaces,
  openWords,
  type RowResult,
  rowResult,
  sheetPlaces,
  withCell,
} from './marks-row.ts';
export type { RegisterNames, RegisterPupil } from './register.ts';
export { type ReleasePolicy, releasedOf, releasePolicies } from './release.ts';
export { printedScore, readScore, scoreText, semesterAverage, type Tenths, yearAverage } from './score.ts';
export {
  absenceWarningSessions,
  earlyWarningFall,
  entryDaysAfterSemester,
  gradebookSettings,
  leastShown,
  marksRelease,
  remedialGround,
} from './settings.ts';
export { latestOf, type RemedialGround, type Standing, standingsOf } from './standing.ts';
export { printedDay, type TermState, termState } from './term.ts';
export { printAssessed, readPupils, readYearFile, repeatedPupils } from './year-file.ts';
export {
  type Decision,
  type Honour,
  honourOf,
  mostAbsentSessions,
  outcomeAfterSummer,
  retestSubjectsOf,
  type YearFacts,
  type YearOutcome,
  yearOutcome,
} from './year-outcome.ts';
