/** Opening PostgreSQL, transactions with scope, refusals, migrations, and the embedded server. */
export { sql } from 'kysely';
export { checkBackup, hasData, type RestoreParts, restoreBackup } from './backup/restore.ts';
export { type BackupParts, writeBackup } from './backup/write.ts';
export { columnTypes } from './column-types.ts';
export {
  type EmbeddedOptions,
  type EmbeddedServer,
  removeEmbeddedCluster,
  startEmbeddedServer,
} from './embedded/server.ts';
export { databaseUrl, ensureDatabase } from './ensure-database.ts';
export { type MigrateOptions, migrate } from './migrate.ts';
export { type Database, type DatabaseOptions, openDatabase } from './open-database.ts';
export { type DatabaseRefusal, databaseRefusal, mayRetry, type RefusalKind } from './refusal.ts';
export { asOwner, runtimeUrlFrom } from './runtime-login.ts';
export { type DatabaseState, databaseState } from './state.ts';
export { executePrepared, type ReadTx, type Settings, type Tables, type WriteTx } from './transaction.ts';
export { connectionTrouble, DatabaseTrouble, folderTrouble } from './trouble.ts';
export { isUuid } from './uuid.ts';
