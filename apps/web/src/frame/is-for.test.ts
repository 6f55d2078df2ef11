import { expect, test } from 'vitest';
import { screens } from '#screens/plan';
import { isFor } from './is-for.ts';

const agency = screens.find(({ path }) => path === '/thiet-lap/co-quan')!;
const may = () => true;
const mayNothing = () => false;

test.each([
  ['department', true],
  ['division', true],
  ['commune', true],
  ['school', true],
  ['cluster', false],
  ['subjectTeam', false],
  [undefined, false],
])('The issuing agency is for those who act in a unit %s: %s', (unitKind, expected) => {
  expect(isFor(agency, may, unitKind)).toBe(expected);
});

test('A page is for nobody who may not do its operation, whatever the unit', () => {
  expect(isFor(agency, mayNothing, 'school')).toBe(false);
});

test('A page without conditions is for everybody', () => {
  expect(isFor({}, mayNothing, undefined)).toBe(true);
});
