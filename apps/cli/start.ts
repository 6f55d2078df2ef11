import { readConfig } from './config.ts';
import { badInput, exitStatus } from './operator.ts';
import { runApplication } from './run-application.ts';
import { openApplication } from './server.ts';
import { listenForStop } from './stop-signal.ts';

/** Runs Hoa Ban until it is told to stop. `--without-web`: only the API (development, or a web server of your own). */
export async function run(parameters: readonly string[]): Promise<number> {
  const strange = parameters.find((parameter) => parameter !== '--without-web');
  if (strange !== undefined) throw badInput(`start: không có tham số "${strange}".`);
  await runApplication({
    config: readConfig(process.env),
    open: openApplication,
    stop: listenForStop(),
    withWeb: !parameters.includes('--without-web'),
    print: (line) => console.log(line),
  });
  return exitStatus.done;
}
