/** Front door of the plan: documents, duties, assignments, evidence, board, inspections, reports. */
import './api/offline.ts';
import { registerSettings } from '#modules/organisation';
import { planSettings } from './rules/settings.ts';

export { selectHeading as officialHeading } from './actions/agency.ts';
export { importDocument } from './actions/import-document.ts';
export { publishDocument } from './actions/publish-document.ts';
export { tellPersons } from './actions/tell-persons.ts';
export { planRoutes } from './api/index.ts';
export { planOperations } from './contract.ts';
export { markNoticesOfPage, takeBackNotices } from './data/notices.ts';
export { countedReach, defineIndicator, type Indicator, registerIndicators } from './indicators.ts';
export { planCrontab, planTasks } from './jobs/index.ts';
export { listDepartments } from './jobs/system.ts';

registerSettings(planSettings);
