import type { AnyRoute } from '#platform/http';
import { timetableOfficeRoutes } from './timetables.ts';
import { weekRoutes } from './week.ts';

/** Every route of the timetable. */
export const timetableRoutes: AnyRoute[] = [...timetableOfficeRoutes, ...weekRoutes];
