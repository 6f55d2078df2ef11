/** Front door of the needs survey: wishes for session 2, and the groups that come of them. */
import './indicators.ts';
import { registerGroups } from '#modules/gradebook';
import { listRemedialGroups } from './data/remedial-groups.ts';

registerGroups(listRemedialGroups);

export { needsSurveyRoutes } from './api/index.ts';
export { needsSurveyOperations } from './contract.ts';
export { type GroupToTeach, listGroupsToTeach } from './data/groups-to-teach.ts';
