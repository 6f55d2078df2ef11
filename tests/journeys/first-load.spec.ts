import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const measure = 'tools/check-bundle.ts';

test('signing in and opening the inbox loads at most 250 kB of compressed JavaScript', async () => {
  const { stdout } = await run(process.execPath, [measure]);
  expect(stdout).toMatch(/kB/);
}, 60_000);

test('a folder without a built app is no proof', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'hoaban-dist-'));
  try {
    await expect(run(process.execPath, [measure, empty])).rejects.toThrow();
  } finally {
    await rm(empty, { recursive: true });
  }
}, 60_000);
