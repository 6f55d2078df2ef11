/** Front door of the gradebook: marks, results, conduct, absences. */
import { registerSettings } from '#modules/organisation';
import { gradebookSettings } from './rules/index.ts';

export { gradebookRoutes } from './api/index.ts';
export { gradebookOperations } from './contract.ts';

registerSettings(gradebookSettings);
