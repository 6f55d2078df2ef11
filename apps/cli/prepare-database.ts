import {
  type EmbeddedOptions,
  ensureDatabase,
  folderTrouble,
  migrate,
  runtimeUrlFrom,
  startEmbeddedServer,
} from '#platform/db';
import { installJobs } from '#platform/jobs';
import { openSecrets, type Secrets } from '#platform/secrets';
import type { Config } from './config.ts';

function openKeys(dataFolder: string): Promise<Secrets> {
  return openSecrets(dataFolder).catch((error) => {
    throw folderTrouble(error, dataFolder);
  });
}

/** The database server of a configuration, running. */
export interface OpenedServer {
  /** Address of a login that may act as hoaban_owner. */
  readonly ownerUrl: string;
  /** Stops the embedded server when this process runs it. */
  close(): Promise<void>;
}

/** A migrated database, ready to be served. */
export interface PreparedDatabase extends OpenedServer {
  /** Address as hoaban_runtime. */
  readonly runtimeUrl: string;
  /** Whether no other process can be working on it: it is the embedded one and this process runs it. */
  readonly alone: boolean;
  readonly secrets: Secrets;
}

/** Opens the server of `config` as it is: the embedded one is started, or joined when another process runs it. */
export async function openServer(
  config: Config,
  use: EmbeddedOptions['use'],
  log: (line: string) => void,
): Promise<OpenedServer> {
  if (config.databaseUrl) return { ownerUrl: config.databaseUrl, close: () => Promise.resolve() };
  const secrets = await openKeys(config.dataFolder);
  const password = secrets.password('postgres-administrator');
  const server = await startEmbeddedServer({ dataFolder: config.dataFolder, password, use, log });
  try {
    return { ownerUrl: await ensureDatabase(server.url, 'hoaban'), close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Opens the database of `config` and brings it to the newest shape. `use` is 'sole' for the one process that
 * serves, 'join' for other commands.
 */
export async function prepareDatabase(
  config: Config,
  use: EmbeddedOptions['use'],
  log: (line: string) => void,
): Promise<PreparedDatabase> {
  const secrets = await openKeys(config.dataFolder);
  const { ownerUrl, close } = await openServer(config, use, log);
  try {
    const runtimePassword = secrets.password('postgres-runtime');
    await migrate(ownerUrl, { ...(config.runtimeUrl ? {} : { runtimePassword }), log });
    await installJobs(ownerUrl);
    const runtimeUrl = rehearsing(
      config.runtimeUrl ?? runtimeUrlFrom(ownerUrl, runtimePassword),
      config.today,
    );
    return { ownerUrl, runtimeUrl, alone: use === 'sole' && !config.databaseUrl, secrets, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address with the rehearsed day ('YYYY-MM-DD') as a setting of each connection: the audit trail notes it. Without a day as it is. */
function rehearsing(url: string, day: string | undefined): string {
  if (day === undefined) return url;
  const address = new URL(url);
  const options = [address.searchParams.get('options'), `-c hoaban.rehearsed_on=${day}`];
  address.searchParams.set('options', options.filter(Boolean).join(' '));
  return address.href;
}
