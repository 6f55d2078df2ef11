import type { AnyRoute } from '#platform/http';
import { clientRoutes } from './clients.ts';
import { onerosterRoutes } from './oneroster.ts';
import { populationRoutes } from './population.ts';
import { sectorRoutes } from './sector.ts';

/** Every route of the exchange. */
export const exchangeRoutes: AnyRoute[] = [
  ...clientRoutes,
  ...onerosterRoutes,
  ...sectorRoutes,
  ...populationRoutes,
];
