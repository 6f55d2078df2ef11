/** Front door of the gradebook: marks, results, conduct, absences. */
import './api/offline.ts';
import { registerSettings } from '#modules/organisation';
import { gradebookSettings } from './rules/index.ts';

export { type ClassResults, subjectsOfClasses, yearsOfClasses } from './actions/class-results.ts';
export { latestResults, type PupilStanding, schoolStandings } from './actions/standings.ts';
export { gradebookRoutes } from './api/index.ts';
export { gradebookOperations } from './contract.ts';
export { type GroupOfPupil, registerGroups } from './groups-of-pupils.ts';
export { gradebookCrontab, gradebookTasks } from './jobs/index.ts';

registerSettings(gradebookSettings);
