import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('V8 knows the settings for short searches', () => {
  const module = JSON.stringify(join(import.meta.dirname, 'short-searches.ts'));
  const script = `const { favourShortSearches } = await import(${module}); favourShortSearches(); console.log('on');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: 'on\n', stderr: '' });
});
