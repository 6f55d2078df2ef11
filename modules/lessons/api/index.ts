import type { AnyRoute } from '#platform/http';
import { groupRoutes } from './groups.ts';
import { logRoutes } from './log.ts';
import { observationRoutes } from './observations.ts';
import { planRoutes } from './plans.ts';

/** Every route of lesson plans and the lesson log. */
export const lessonRoutes: AnyRoute[] = [...planRoutes, ...logRoutes, ...groupRoutes, ...observationRoutes];
