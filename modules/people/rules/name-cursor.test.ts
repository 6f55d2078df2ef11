import { expect, test } from 'vitest';
import { readNameCursor, writeNameCursor } from './name-cursor.ts';

const id = '01a20a35-80f1-7a85-9164-81c154b1790b';

test('a cursor comes back as it went', () => {
  const place = { givenName: 'Ánh', familyName: 'Lò Thị', id };
  expect(readNameCursor(writeNameCursor(place))).toEqual(place);
});

test.each(['', 'Ánh', 'Ánh|Lò', 'Ánh|Lò|1', `Ánh|Lò|${id}|x`, `\0|Lò|${id}`])('%j is no cursor', (text) => {
  expect(readNameCursor(text)).toBeNull();
});
