import { expect, test } from 'vitest';
import { readSignInName } from './sign-in-name.ts';

test.each([
  ['HieuTruong ', 'hieutruong'],
  ['0912 345 678', '0912345678'],
  ['+84 912.345.678', '0912345678'],
  ['84912345678', '0912345678'],
  ['gv.0912', 'gv.0912'],
  ['091234567', '091234567'],
])('%s is looked up as %s', (typed, kept) => {
  expect(readSignInName(typed)).toBe(kept);
});
