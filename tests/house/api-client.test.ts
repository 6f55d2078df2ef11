import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

test('the types of the API client are those of the contracts (node tools/generate-client.ts draws them anew)', async () => {
  await expect(run(process.execPath, ['tools/generate-client.ts', '--check'])).resolves.toBeDefined();
}, 60_000);
