import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import { exitStatus } from './operator.ts';
import { ensurePortFree } from './port.ts';
import { projectRoot } from './project.ts';
import { listenForStop } from './stop-signal.ts';

/** Both sides in watch mode: Vite on PORT, the API behind it on the next port, restarted when its code changes. */
export async function run(): Promise<number> {
  const config = readConfig(process.env);
  await ensurePortFree(config.port, config.host);
  const stop = listenForStop();
  const apiPort = config.port + 1;
  const environment = {
    ...process.env,
    HOABAN_API: `http://127.0.0.1:${apiPort}`,
    HOABAN_WEB_PORT: String(config.port),
    HOABAN_PUBLIC_URL: config.publicUrl,
  };
  const launch = (parameters: readonly string[], port: number): ChildProcess =>
    spawn(process.execPath, parameters, {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...environment, PORT: String(port) },
    });
  const children = [
    launch(['--watch', '--watch-preserve-output', 'apps/cli/main.ts', 'start', '--without-web'], apiPort),
    launch([join('node_modules', 'vite', 'bin', 'vite.js'), 'apps/web', '--host', config.host], config.port),
  ];
  const ended = children.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
  await Promise.race([stop.asked, ...ended]);
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(ended);
  return stop.isAsked ? exitStatus.done : exitStatus.failed;
}
