import { describe, expect, test } from 'vitest';
import { ethnicGroupName, ethnicGroups, findEthnicGroup } from './ethnic-groups.ts';

test('there are 54 groups, numbered 01 to 54 without a gap', () => {
  expect(ethnicGroups.map(({ code }) => code)).toEqual(
    Array.from({ length: 54 }, (_, at) => String(at + 1).padStart(2, '0')),
  );
  expect(new Set(ethnicGroups.map(({ name }) => name)).size).toBe(54);
});

test('every official name finds its own code, with and without marks unless two groups then look alike', () => {
  for (const { code, name } of ethnicGroups) expect(findEthnicGroup(name), name).toBe(code);
});

describe('what people write', () => {
  test.each([
    ["H'Mông", '08'],
    ['Hmông', '08'],
    ['H’Mông', '08'],
    ['HMONG', '08'],
    ['mông', '08'],
    ['Mông'.normalize('NFD'), '08'],
    ['Khơ Mú', '29'],
    ['Khơ-mú', '29'],
    ['Kho mu', '29'],
    ['Thái đen', '03'],
    ['  dân tộc Thái ', '03'],
    ['Xinh Mun', '34'],
    ['Hà nhì', '35'],
    ['Sila', '50'],
    ['Khmer', '05'],
    ['Cống', '48'],
    ['Xạ Phang', '04'],
    ['8', '08'],
    ['08', '08'],
  ])('%s is %s', (written, code) => {
    expect(findEthnicGroup(written)).toBe(code);
  });
});

test.each(['', 'Kinnh', 'Thai Lan', '00', '55', '123', 'constructor'])('"%s" is no group', (written) => {
  expect(findEthnicGroup(written)).toBeUndefined();
});

test('a code that is none has no name', () => {
  expect(ethnicGroupName('08')).toBe('Mông');
  expect(ethnicGroupName('55')).toBeUndefined();
});
