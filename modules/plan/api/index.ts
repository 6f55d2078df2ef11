import { assignmentRoutes } from './assignments.ts';
import { documentRoutes } from './documents.ts';
import { indicatorRoutes } from './indicators.ts';
import { inspectionRoutes } from './inspections.ts';
import { noticeSettingRoutes } from './notice-settings.ts';
import { officialDocumentRoutes } from './official-documents.ts';
import { overviewRoutes } from './overview.ts';
import { reportRoutes } from './reports.ts';

/** Every route of the plan. */
export const planRoutes = [
  ...documentRoutes,
  ...assignmentRoutes,
  ...overviewRoutes,
  ...indicatorRoutes,
  ...inspectionRoutes,
  ...officialDocumentRoutes,
  ...reportRoutes,
  ...noticeSettingRoutes,
];
