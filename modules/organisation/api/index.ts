import type { AnyRoute } from '#platform/http';
import { schoolYearRoutes } from './school-years.ts';
import { type LeadersOf, unitRoutes } from './units.ts';

export type { LeadersOf } from './units.ts';

/** Every route of the organisation. */
export function organisationRoutes(parts: { leadersOf: LeadersOf }): AnyRoute[] {
  return [...unitRoutes(parts.leadersOf), ...schoolYearRoutes];
}
