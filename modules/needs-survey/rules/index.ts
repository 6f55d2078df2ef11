/** Rules of the survey: what can be asked, what is an answer. */
export { checkAnswers } from './check-answers.ts';
export { formProblems } from './check-form.ts';
export {
  classesByPupils,
  type EligibilityKind,
  eligibilityKinds,
  type GroupKind,
  groupKinds,
  groupLimits,
  isTutoring,
  mostPeriods,
  type Reason,
  reasons,
  teachersInBlock,
} from './group.ts';
export { type Proposal, proposeGroups } from './propose-groups.ts';
export {
  type Answer,
  type Answers,
  longestText,
  type Meaning,
  meanings,
  noneValue,
  type Question,
  type QuestionType,
  questionsFor,
  questionTypes,
  subjectMeanings,
} from './question.ts';
export { lowerSubjects, subjectName, templateQuestions, upperSubjects } from './template.ts';
