import { assignmentOperations } from './contract/assignments.ts';
import { documentOperations } from './contract/documents.ts';
import { inspectionOperations } from './contract/inspections.ts';
import { noticeSettingOperations } from './contract/notice-settings.ts';
import { officialDocumentOperations } from './contract/official-documents.ts';
import { overviewOperations } from './contract/overview.ts';
import { reportOperations } from './contract/reports.ts';

/** What the API of the plan accepts and says. */
export * from './contract/assignments.ts';
export * from './contract/documents.ts';
export * from './contract/inspections.ts';
export * from './contract/notice-settings.ts';
export * from './contract/official-documents.ts';
export * from './contract/overview.ts';
export * as pieces from './contract/pieces.ts';
export * from './contract/reports.ts';

/** Every operation of the plan. */
export const planOperations = [
  ...documentOperations,
  ...assignmentOperations,
  ...overviewOperations,
  ...inspectionOperations,
  ...officialDocumentOperations,
  ...reportOperations,
  ...noticeSettingOperations,
];
