import { expect, test } from 'vitest';
import { z } from 'zod';
import './operation.ts';

test('What a schema refuses is said as to a person, never in the words of a schema', () => {
  const schema = z.object({
    name: z.string().min(1).max(3000),
    age: z.int().min(0).max(60),
    share: z.number().gt(0).lt(1),
    pieces: z.array(z.string()).min(2),
    kind: z.enum(['one', 'two']),
    day: z.iso.date(),
    missing: z.string(),
    own: z.string().min(3, 'Lời riêng.'),
  });
  const said = (value: object) =>
    Object.fromEntries(schema.safeParse(value).error!.issues.map(({ path, message }) => [path[0], message]));
  const small = { name: '', age: -1, share: 0, pieces: [], kind: 'x', day: '2025-02-30', own: '' };
  expect(said(small)).toEqual({
    name: 'Hãy điền mục này.',
    age: 'Ít nhất là 0.',
    share: 'Phải lớn hơn 0.',
    pieces: 'Ít nhất 2 mục.',
    kind: 'Giá trị này không có trong các lựa chọn.',
    day: 'Giá trị này chưa đúng.',
    missing: 'Hãy điền mục này.',
    own: 'Lời riêng.',
  });
  expect(said({ ...small, name: 'x'.repeat(3001), age: 1e9, share: 1, pieces: 5 })).toMatchObject({
    name: 'Nhiều nhất 3.000 kí tự.',
    age: 'Nhiều nhất là 60.',
    share: 'Phải nhỏ hơn 1.',
    pieces: 'Giá trị này chưa đúng.',
  });
  expect(said({ ...small, age: 1.5, share: 'abc' })).toMatchObject({
    age: 'Cần một số nguyên.',
    share: 'Cần một số.',
  });
});
