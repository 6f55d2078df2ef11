import { expect, test } from 'vitest';
import { readDevice } from './device.ts';

test('browser and system are named as people know them', () => {
  expect(
    readDevice(
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    ),
  ).toEqual({ browser: 'Chrome', system: 'Android' });
  expect(
    readDevice(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    ),
  ).toEqual({ browser: 'Edge', system: 'Windows' });
});

test('an unknown text names nothing instead of guessing', () => {
  expect(readDevice('curl/8.0')).toEqual({ browser: undefined, system: undefined });
  expect(readDevice('')).toEqual({ browser: undefined, system: undefined });
});
