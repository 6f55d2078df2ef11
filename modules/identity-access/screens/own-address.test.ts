import { expect, test } from 'vitest';
import { ownAddress } from './own-address.ts';

test('an address of ours is kept with its query', () => {
  expect(ownAddress('/viec/1?tab=lich-su')).toBe('/viec/1?tab=lich-su');
});

test('an address that leads to another site becomes the first page', () => {
  for (const given of [
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    'javascript:alert(1)',
    '',
    undefined,
  ]) {
    expect(ownAddress(given)).toBe('/');
  }
});

test('the sign-in page never leads back to itself', () => {
  expect(ownAddress('/dang-nhap?ve=/dang-nhap')).toBe('/');
});
