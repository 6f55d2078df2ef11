import { spawn } from 'node:child_process';
import { DatabaseTrouble } from '../trouble.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Runs one of the PostgreSQL programs to its end. Gives its exit code and all it said. */
export function runProgram(
  program: string,
  parameters: readonly string[],
  binaries: Binaries,
  account: Account | undefined,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: binaries.libraries, // a folder that the account can surely enter
      env: {
        PATH: process.env.PATH,
        SystemRoot: process.env.SystemRoot,
        LD_LIBRARY_PATH: binaries.libraries,
        LC_ALL: 'C', // messages in English: they are read below
        TZ: 'UTC',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...account,
    });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('error', () =>
      reject(
        new DatabaseTrouble(
          `Không chạy được PostgreSQL đi kèm (${program}): máy thiếu thư viện hoặc cấm chạy tệp ở đó; hãy đặt DATABASE_URL tới PostgreSQL của bạn.`,
        ),
      ),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
