import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

test('only columns that changed are told, nested values as JSON', () => {
  expect(
    changedFields({ id: 'a', name: 'Tổ Toán', tags: [1] }, { id: 'a', name: 'Tổ Toán - Tin', tags: [1, 2] }),
  ).toEqual([
    { name: 'name', before: 'Tổ Toán', after: 'Tổ Toán - Tin' },
    { name: 'tags', before: '[1]', after: '[1,2]' },
  ]);
});

test('a new or deleted row tells all its values', () => {
  expect(changedFields(null, { id: 'a', note: null })).toEqual([{ name: 'id', before: '', after: 'a' }]);
  expect(changedFields({ id: 'a' }, null)).toEqual([{ name: 'id', before: 'a', after: '' }]);
});

test('two equal pictures tell nothing', () => {
  expect(changedFields({ id: 1, x: { y: 2 } }, { id: 1, x: { y: 2 } })).toEqual([]);
  expect(changedFields(null, null)).toEqual([]);
});
