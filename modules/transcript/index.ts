/** Front door of the digital transcript: pages, signatures, verification, archives. */
import { registerSettings } from '#modules/organisation';
import { transcriptSettings } from './rules/index.ts';

export { transcriptRoutes } from './api/index.ts';
export { transcriptOperations } from './contract.ts';
export {
  type CheckedKept,
  type CheckedVersion,
  type CheckingMeans,
  checkArchive,
  checkFile,
  type KeptFault,
} from './documents/check-kept.ts';
export { transcriptTasks } from './jobs/index.ts';

registerSettings(transcriptSettings);
