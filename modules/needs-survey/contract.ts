import { answeringOperations } from './contract/answering.ts';
import { formOperations } from './contract/forms.ts';
import { groupOperations } from './contract/groups.ts';
import { surveyOperations } from './contract/surveys.ts';

/** What the API of the needs survey accepts and says. */
export * from './contract/answering.ts';
export * from './contract/forms.ts';
export * from './contract/groups.ts';
export * from './contract/surveys.ts';

/** Every operation of the needs survey. */
export const needsSurveyOperations = [
  ...formOperations,
  ...surveyOperations,
  ...groupOperations,
  ...answeringOperations,
];
