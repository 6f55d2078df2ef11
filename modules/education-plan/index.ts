/** Front door of the school education plan. */
import './indicators.ts';

export { educationPlanRoutes } from './api/index.ts';
export { educationPlanOperations } from './contract.ts';
