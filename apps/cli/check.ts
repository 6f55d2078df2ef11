import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitStatus } from './operator.ts';
import { projectRoot } from './project.ts';
import { runTool } from './tools.ts';

const roots = ['apps', 'modules', 'engines', 'platform', 'reference-data', 'tests', 'bench', 'tools'].filter(
  (folder) => existsSync(join(projectRoot, folder)),
);

const checks: readonly { name: string; tool: string; parameters: readonly string[] }[] = [
  {
    name: 'biome (định dạng, quy tắc viết)',
    tool: 'biome',
    parameters: ['check', '--error-on-warnings', '.'],
  },
  { name: 'tsc pure (rules, engines)', tool: 'tsc', parameters: ['-p', 'tsconfig.pure.json'] },
  { name: 'tsc server', tool: 'tsc', parameters: ['-p', 'tsconfig.server.json'] },
  { name: 'tsc web', tool: 'tsc', parameters: ['-p', 'tsconfig.web.json'] },
  { name: 'tsc web, phép thử', tool: 'tsc', parameters: ['-p', 'tsconfig.web-tests.json'] },
  {
    name: 'dependency-cruiser (ai được gọi ai)',
    tool: 'depcruise',
    parameters: ['--config', '.dependency-cruiser.mjs', ...roots],
  },
  { name: 'knip (mã không ai dùng)', tool: 'knip', parameters: ['--no-progress'] },
];

/** Runs every static check, shows the output of those that fail, and says which. */
export async function runChecks(): Promise<string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    const started = performance.now();
    const { code, output } = await runTool(check.tool, check.parameters);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? '✓' : '✗'} ${check.name}  ${seconds} s`);
    if (code === 0) continue;
    failed.push(check.name);
    console.log(output.trimEnd());
  }
  return failed;
}

export async function run(): Promise<number> {
  const failed = await runChecks();
  if (failed.length === 0) return exitStatus.done;
  console.error(`Chưa đạt: ${failed.join('; ')}.`);
  return exitStatus.failed;
}
