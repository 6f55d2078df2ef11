/** Front door of the school education plan. */
import './indicators.ts';

export { educationPlanRoutes } from './api/index.ts';
export { educationPlanOperations } from './contract.ts';
export { type PlannedWeek, plannedWeek } from './data/planned-week.ts';
