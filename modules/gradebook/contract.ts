import { attachmentOperations } from './contract/attachments.ts';
import { councilOperations } from './contract/council.ts';
import { decisionOperations } from './contract/decisions.ts';
import { warningOperations } from './contract/early-warning.ts';
import { familyOperations } from './contract/families.ts';
import { figureOperations } from './contract/figures.ts';
import { leaveOperations } from './contract/leaves.ts';
import { progressOperations } from './contract/progress.ts';
import { resultOperations } from './contract/results.ts';
import { sheetOperations } from './contract/sheets.ts';

/** What the API of the gradebook accepts and says. */
export * from './contract/attachments.ts';
export * from './contract/council.ts';
export * from './contract/decisions.ts';
export * from './contract/early-warning.ts';
export * from './contract/families.ts';
export * from './contract/figures.ts';
export * from './contract/leaves.ts';
export * from './contract/progress.ts';
export * from './contract/results.ts';
export * from './contract/sheets.ts';

/** Every operation of the gradebook. */
export const gradebookOperations = [
  ...sheetOperations,
  ...decisionOperations,
  ...resultOperations,
  ...figureOperations,
  ...familyOperations,
  ...leaveOperations,
  ...councilOperations,
  ...attachmentOperations,
  ...warningOperations,
  ...progressOperations,
];
