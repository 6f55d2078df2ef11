import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { exitStatus } from './operator.ts';
import { projectRoot } from './project.ts';
import { runTool } from './tools.ts';

const roots = ['apps', 'modules', 'engines', 'platform', 'reference-data', 'tests', 'bench', 'tools'].filter(
  (folder) => existsSync(join(projectRoot, folder)),
);

// The native compiler: the same verdicts in a third of the time. It has no interface for programs, so the generator of the client
// keeps the one before it.
const tsc = 'typescript-native/bin/tsc';

/** Longest first, so that none is left running alone at the end. */
const checks: readonly { name: string; tool: string; parameters: readonly string[] }[] = [
  {
    name: 'dependency-cruiser (ai được gọi ai)',
    tool: 'depcruise',
    parameters: ['--config', '.dependency-cruiser.mjs', ...roots],
  },
  { name: 'tsc web, phép thử', tool: tsc, parameters: ['-p', 'tsconfig.web-tests.json'] },
  { name: 'tsc server', tool: tsc, parameters: ['-p', 'tsconfig.server.json'] },
  { name: 'tsc web', tool: tsc, parameters: ['-p', 'tsconfig.web.json'] },
  { name: 'knip (mã không ai dùng)', tool: 'knip', parameters: ['--no-progress'] },
  { name: 'tsc pure (rules, engines)', tool: tsc, parameters: ['-p', 'tsconfig.pure.json'] },
  {
    name: 'biome (định dạng, quy tắc viết)',
    tool: 'biome',
    parameters: ['check', '--error-on-warnings', '.'],
  },
];

/** Runs every static check, as many at once as there are cores, shows the output of those that fail, and says which. */
export async function runChecks(): Promise<string[]> {
  const failed: string[] = [];
  const waiting = [...checks];
  async function work(): Promise<void> {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now();
      const { code, output } = await runTool(check.tool, check.parameters);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${check.name}  ${seconds} s`);
      if (code === 0) continue;
      failed.push(check.name);
      console.log(output.trimEnd());
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return failed;
}

export async function run(): Promise<number> {
  const failed = await runChecks();
  if (failed.length === 0) return exitStatus.done;
  console.error(`Chưa đạt: ${failed.join('; ')}.`);
  return exitStatus.failed;
}
