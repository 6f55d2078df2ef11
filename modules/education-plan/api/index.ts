import type { AnyRoute } from '#platform/http';
import { boardRoutes } from './board.ts';
import { changeRoutes } from './change.ts';
import { readRoutes } from './read.ts';

/** Every route of the school education plan. */
export const educationPlanRoutes: AnyRoute[] = [...readRoutes, ...changeRoutes, ...boardRoutes];
