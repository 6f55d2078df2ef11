import type { Database } from '#platform/db';
import type { Recurring, Task } from '#platform/jobs';
import type { Secrets } from '#platform/secrets';
import type { Config } from './config.ts';

/** What `start` lends to the application it runs. */
export interface ApplicationParts {
  readonly config: Config;
  /** As hoaban_runtime, through row-level security. */
  readonly database: Database;
  readonly ownerUrl: string;
  readonly secrets: Secrets;
  /** Built web app; absent in development, where Vite serves it. */
  readonly webFolder: string | undefined;
  /** Uploaded files. */
  readonly filesFolder: string;
}

/** The application between opening and closing: made by `openApplication` of server.ts. */
export interface Application {
  readonly tasks: Readonly<Record<string, Task>>;
  readonly recurring: readonly Recurring[];
  readonly logJob: (level: 'debug' | 'info' | 'warning' | 'error', message: string) => void;
  /** Resolves once the port answers. Rejects with code EADDRINUSE when another program took it meanwhile. */
  listen(): Promise<void>;
  /** Finishes the requests under way and takes no more. */
  close(): Promise<void>;
}

export type OpenApplication = (parts: ApplicationParts) => Promise<Application>;
