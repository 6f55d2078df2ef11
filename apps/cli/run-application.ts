import { join } from 'node:path';
import { clockOf } from '#platform/clock';
import { openDatabase } from '#platform/db';
import { type Recurring, startWorker } from '#platform/jobs';
import type { OpenApplication } from './application.ts';
import type { Config } from './config.ts';
import { describeDemoAccounts, isDemoProvince, loadDemoProvince } from './demo-province.ts';
import { ensurePortFree } from './port.ts';
import { prepareDatabase } from './prepare-database.ts';
import type { StopSignal } from './stop-signal.ts';
import { ensureWebBuilt, webFolder } from './web-build.ts';

const connections = 20;

/** What each day begins with. */
function daily(recurring: readonly Recurring[]): string[] {
  return recurring.filter((one) => 'dailyAt' in one).map(({ task }) => task);
}

/** Thrown between two steps of starting when the operator no longer wants it. */
class StoppedEarly extends Error {}

export interface RunOptions {
  readonly config: Config;
  readonly open: OpenApplication;
  readonly stop: StopSignal;
  /** false in development: Vite serves the web app. */
  readonly withWeb: boolean;
  readonly print: (line: string) => void;
}

/**
 * Starts everything in order (port, database, demo province, web app, HTTP, jobs), says where it is, waits to be told
 * to stop, and closes everything in the opposite order, also when a step fails or the stop comes early.
 */
export async function runApplication({ config, open, stop, withWeb, print }: RunOptions): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  const unlessStopped = () => {
    if (stop.isAsked) throw new StoppedEarly();
  };
  try {
    await ensurePortFree(config.port, config.host);
    unlessStopped();
    const prepared = await prepareDatabase(config, 'sole', print);
    closers.push(() => prepared.close());
    unlessStopped();
    if (config.demo) await loadDemoProvince(prepared, clockOf(config.today), print);
    unlessStopped();
    if (withWeb) await ensureWebBuilt(print);
    unlessStopped();

    const database = openDatabase(prepared.runtimeUrl, { maxConnections: connections });
    closers.push(() => database.close());
    const application = await open({
      config,
      database,
      ownerUrl: prepared.ownerUrl,
      secrets: prepared.secrets,
      webFolder: withWeb ? webFolder : undefined,
      filesFolder: join(config.dataFolder, 'files'),
    });
    const worker = await startWorker({
      ownerUrl: prepared.ownerUrl,
      tasks: application.tasks,
      recurring: application.recurring,
      // The cron runs by the clock of the machine: a rehearsed day would wait for its morning until tomorrow.
      atStart: config.today === undefined ? [] : daily(application.recurring),
      alone: prepared.alone,
      log: application.logJob,
      // A search for a timetable takes minutes: mail and reminders must not wait for two of them.
      concurrency: 4,
    });
    closers.push(() => worker.stop());
    closers.push(() => application.close());
    unlessStopped();
    await application.listen().catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        return ensurePortFree(config.port, config.host, 0).then(() => application.listen());
      throw error;
    });

    print(`Hoa Ban đã sẵn sàng: ${config.publicUrl}`);
    if (await isDemoProvince(prepared.ownerUrl)) for (const line of describeDemoAccounts()) print(line);
    print('Nhấn Ctrl-C để dừng.');
    await stop.asked;
  } catch (error) {
    if (!(error instanceof StoppedEarly)) throw error;
  } finally {
    if (stop.isAsked) print('Đang dừng…');
    for (const close of closers.reverse()) await close();
  }
  print('Đã dừng.');
}
