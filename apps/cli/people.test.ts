import { expect, test } from 'vitest';
import { readPeopleInput } from './people.ts';

test('the words of an import are read', () => {
  expect(
    readPeopleInput(['import', 'hs.xlsx', '--school=T1', '--kind=pupils', '--as=vanthu', '--dry-run']),
  ).toEqual({
    path: 'hs.xlsx',
    school: 'T1',
    kind: 'pupils',
    username: 'vanthu',
    dryRun: true,
    json: false,
  });
});

test.each([
  [[]],
  [['import', 'hs.xlsx']],
  [['import', 'hs.xlsx', '--school=T1', '--kind=pets', '--as=vanthu']],
  [['import', '--school=T1', '--kind=pupils', '--as=vanthu']],
  [['export', 'hs.xlsx', '--school=T1', '--kind=pupils', '--as=vanthu']],
  [['import', 'hs.xlsx', '--school=T1', '--kind=pupils', '--as=vanthu', '--force']],
])('wrong words are answered with the right ones: %j', (parameters) => {
  expect(() => readPeopleInput(parameters)).toThrow(/^Cách dùng: people import/);
});
