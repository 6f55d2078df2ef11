import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('V8 knows the settings by which it compiles later', () => {
  const module = JSON.stringify(join(import.meta.dirname, 'compile-later.ts'));
  const script = `const { compileLater } = await import(${module}); compileLater(); console.log('on');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: 'on\n', stderr: '' });
});
