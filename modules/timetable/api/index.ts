import type { AnyRoute } from '#platform/http';
import { boardRoutes } from './board.ts';
import { disruptionRoutes } from './disruptions.ts';
import { fileRoutes } from './files.ts';
import { timetableOfficeRoutes } from './timetables.ts';
import { weekRoutes } from './week.ts';

/** Every route of the timetable. */
export const timetableRoutes: AnyRoute[] = [
  ...timetableOfficeRoutes,
  ...weekRoutes,
  ...fileRoutes,
  ...disruptionRoutes,
  ...boardRoutes,
];
