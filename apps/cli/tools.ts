import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { projectRoot } from './project.ts';

export interface ToolRun {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a program of node_modules/.bin, or a script of a package ('package/path'), on this very Node, in the project's folder.
 * `show`: its output goes straight to the terminal, otherwise it is collected.
 */
export function runTool(
  name: string,
  parameters: readonly string[],
  { show = false, environment = {} }: { show?: boolean; environment?: Record<string, string> } = {},
): Promise<ToolRun> {
  const packages = join(projectRoot, 'node_modules');
  const bin = join(packages, '.bin');
  const isScript = name.includes('/');
  const windows = process.platform === 'win32';
  const program = isScript ? process.execPath : join(bin, windows ? `${name}.cmd` : name);
  const child = spawn(program, isScript ? [join(packages, name), ...parameters] : parameters, {
    cwd: projectRoot,
    env: {
      ...process.env,
      ...environment,
      // The tools begin with "env node": it must be this one, not the machine's.
      PATH: [dirname(process.execPath), bin, process.env.PATH].join(delimiter),
    },
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: windows && !isScript,
  });
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.on('data', (part) => (output += part));
    child.stderr?.on('data', (part) => (output += part));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
