/** Front door of school and family: notices with receipts, messages with the homeroom teacher. */
import { registerSettings } from '#modules/organisation';
import { familySettings } from './rules/index.ts';

export { familyRoutes } from './api/index.ts';
export { familyOperations } from './contract.ts';
export { familyCrontab, familyTasks } from './jobs/index.ts';

registerSettings(familySettings);
