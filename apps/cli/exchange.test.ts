import { expect, test } from 'vitest';
import { readSectorInput } from './exchange.ts';

test('the words after `exchange` say whose list, which and where to', () => {
  expect(readSectorInput(['sector', '--as=vanthu', '--kind=pupils', '--format=csv', '--json'])).toEqual({
    kind: 'pupils',
    username: 'vanthu',
    format: 'csv',
    out: 'pupils.csv',
    dryRun: false,
    json: true,
  });
});

test.each([
  [['sector', '--kind=pupils']],
  [['sector', '--as=vanthu', '--kind=marks']],
  [['sector', '--as=vanthu', '--kind=staff', '--format=pdf']],
  [['oneroster', '--as=vanthu', '--kind=staff']],
  [['sector', '--as=vanthu', '--kind=staff', '--all']],
])('%j is answered with how to write it', (words) => {
  expect(() => readSectorInput(words)).toThrow(/Cách dùng: exchange sector/);
});
