import { assignmentRoutes } from './assignments.ts';
import { documentRoutes } from './documents.ts';
import { indicatorRoutes } from './indicators.ts';
import { overviewRoutes } from './overview.ts';

/** Every route of the plan. */
export const planRoutes = [...documentRoutes, ...assignmentRoutes, ...overviewRoutes, ...indicatorRoutes];
