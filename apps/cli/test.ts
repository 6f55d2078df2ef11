import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runChecks } from './check.ts';
import { exitStatus } from './operator.ts';
import { projectRoot } from './project.ts';
import { runTool } from './tools.ts';
import { ensureWebBuilt } from './web-build.ts';

interface Summary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
}

/** Static checks, then every test (or those under the paths given), then a closing line that counts them. */
export async function run(parameters: readonly string[]): Promise<number> {
  const whole = parameters.length === 0;
  // A web app that cannot be built is told by the checks that say why, and then by every journey.
  const [failedChecks] = whole
    ? await Promise.all([runChecks(), ensureWebBuilt((line) => console.log(line)).catch(() => {})])
    : [[]];
  const temporary = join(projectRoot, '.tmp');
  await mkdir(temporary, { recursive: true });
  const report = join(temporary, `tests-${process.pid}.json`);
  const { code } = await runTool(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...parameters],
    // Processes that tests start read the product compiled once.
    { show: true, environment: { NODE_COMPILE_CACHE: join(temporary, 'compiled') } },
  );
  const summary = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text) as Summary,
    () => undefined,
  );
  await rm(report, { force: true });
  if (failedChecks.length > 0) console.log(`Chưa đạt: ${failedChecks.join('; ')}.`);
  // A file that cannot even be loaded has no tests to fail: it still counts.
  const broken = summary && summary.numFailedTests === 0 ? summary.numFailedTestSuites : 0;
  const skipped = summary?.numPendingTests ? `, ${summary.numPendingTests} skipped` : '';
  console.log(
    `${summary?.numPassedTests ?? 0} passed, ${(summary?.numFailedTests ?? 1) + broken} failed${skipped}`,
  );
  return code === 0 && summary && failedChecks.length === 0 ? exitStatus.done : exitStatus.failed;
}
