import { groupOperations } from './contract/groups.ts';
import { logOperations } from './contract/log.ts';
import { observationOperations } from './contract/observations.ts';
import { planOperations } from './contract/plans.ts';

/** What the API of lesson plans and the lesson log accepts and says. */
export * from './contract/groups.ts';
export * from './contract/log.ts';
export * from './contract/observations.ts';
export * from './contract/plans.ts';

/** Every operation of lesson plans and the lesson log. */
export const lessonOperations = [
  ...planOperations,
  ...logOperations,
  ...groupOperations,
  ...observationOperations,
];
