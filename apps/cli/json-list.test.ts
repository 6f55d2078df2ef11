import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutList } from './json-list.ts';

function joined(text: string, name: string, size: number): unknown {
  const bytes = Buffer.from(text);
  const list = cutList(bytes, name, size);
  if (!list) return undefined;
  const elements = list.pieces.map(({ from, to, first }) => {
    const part = JSON.parse(`[${bytes.subarray(from, to).toString()}]`) as unknown[];
    return { first, part };
  });
  let count = 0;
  for (const { first, part } of elements) {
    expect(first).toBe(count);
    count += part.length;
  }
  return { ...JSON.parse(list.around), [name]: elements.flatMap(({ part }) => part) };
}

test('whatever stands in a list, its pieces put together are the list', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.jsonValue(),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(undefined, 1),
      (pupils, other, size, indent) => {
        const whole = { other, pupils, after: other };
        expect(joined(JSON.stringify(whole, null, indent), 'pupils', size)).toEqual(
          JSON.parse(JSON.stringify(whole)),
        );
      },
    ),
  );
});

test('a list deeper down or inside a text is not taken for it', () => {
  const whole = { note: '"pupils":[1,2]', inner: { pupils: [1] }, pupils: ['a"]', '\\', '{'] };
  expect(joined(JSON.stringify(whole), 'pupils', 1)).toEqual(whole);
  expect(cutList(Buffer.from('{"inner":{"pupils":[1]}}'), 'pupils', 1)).toBeUndefined();
});

test('a list named twice, one never closed and a comma too many are left to the parser of the whole', () => {
  for (const text of ['{"pupils":[1],"pupils":[2]}', '{"pupils":[1,2', '{"pupils":[1,2,]}']) {
    expect(cutList(Buffer.from(text), 'pupils', 1)).toBeUndefined();
  }
});
