import { expect, test } from 'vitest';
import { suggestUsername } from './suggest-username.ts';

test('the given name leads, the initials of the rest follow', () => {
  expect(suggestUsername('Lò Văn Đức')).toBe('duc.lv');
  expect(suggestUsername('  Giàng   A   Páo ')).toBe('pao.ga');
  expect(suggestUsername('Mai')).toBe('mai');
});

test('what is not a name suggests nothing', () => {
  expect(suggestUsername('')).toBe('');
  expect(suggestUsername(' .,- ')).toBe('');
});
