import type { AnyRoute } from '#platform/http';
import { schoolYearRoutes } from './school-years.ts';
import { type NamesOf, settingRoutes } from './settings.ts';
import { type LeadersOf, unitRoutes } from './units.ts';

export type { NamesOf } from './settings.ts';
export type { LeadersOf } from './units.ts';

/** Every route of the organisation. What only the module of accounts knows, it is lent. */
export function organisationRoutes(parts: { leadersOf: LeadersOf; namesOf: NamesOf }): AnyRoute[] {
  return [...unitRoutes(parts.leadersOf), ...schoolYearRoutes, ...settingRoutes(parts.namesOf)];
}
