/** Front door of working without a network: modules register what can be done and what is held; see README.md. */
import { registerSettings } from '#modules/organisation';
import { syncSettings } from './rules/index.ts';

registerSettings(syncSettings);

export { syncRoutes } from './api/index.ts';
export { syncOperations } from './contract.ts';
export {
  type OfflineCommand,
  type OfflineCommandKind,
  registerOfflineCommand,
  type Sides,
} from './offline-commands.ts';
export { type OfflineDocument, type OfflineSource, registerOfflineData } from './offline-data.ts';
