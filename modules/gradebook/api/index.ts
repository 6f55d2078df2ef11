import type { AnyRoute } from '#platform/http';
import { attachmentRoutes } from './attachments.ts';
import { councilRoutes } from './council.ts';
import { decisionRoutes } from './decisions.ts';
import { warningRoutes } from './early-warning.ts';
import { familyRoutes } from './families.ts';
import { figureRoutes } from './figures.ts';
import { leaveRoutes } from './leaves.ts';
import { resultRoutes } from './results.ts';
import { sheetRoutes } from './sheets.ts';

/** Every route of the gradebook. */
export const gradebookRoutes: AnyRoute[] = [
  ...sheetRoutes,
  ...decisionRoutes,
  ...resultRoutes,
  ...figureRoutes,
  ...familyRoutes,
  ...leaveRoutes,
  ...councilRoutes,
  ...attachmentRoutes,
  ...warningRoutes,
];
