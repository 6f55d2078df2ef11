import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityNumberFaults } from './identity-number.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

/** A person and the number that the register would give. */
const consistent = fc
  .record({
    province: fc.integer({ min: 1, max: 96 }),
    sex: fc.constantFrom('female' as const, 'male' as const),
    year: fc.integer({ min: 1940, max: 2040 }),
    free: digits(6),
  })
  .map(({ province, sex, year, free }) => {
    const digit = 2 * (Math.floor(year / 100) - 19) + (sex === 'female' ? 1 : 0);
    const number = `${String(province).padStart(3, '0')}${digit}${String(year).slice(2)}${free}`;
    return { number, person: { sex, birthDate: `${year}-05-09` } };
  });

const kinds = (number: string, person: Parameters<typeof identityNumberFaults>[1]) =>
  identityNumberFaults(number, person).map(({ kind }) => kind);

describe('an identity number', () => {
  test('built as the decree says is without fault', () => {
    fc.assert(fc.property(consistent, ({ number, person }) => kinds(number, person).length === 0));
  });

  test('of the other sex is told, and nothing else', () => {
    fc.assert(
      fc.property(consistent, ({ number, person }) => {
        const other = person.sex === 'female' ? ('male' as const) : ('female' as const);
        expect(kinds(number, { ...person, sex: other })).toEqual(['sex']);
      }),
    );
  });

  test('of another year or century is told', () => {
    fc.assert(
      fc.property(consistent, fc.integer({ min: 1, max: 99 }), ({ number, person }, away) => {
        const year = Number(person.birthDate.slice(0, 4)) + away;
        const found = kinds(number, { ...person, birthDate: `${year}-05-09` });
        expect(found).toContain('year');
      }),
    );
    expect(kinds('011213123456', { sex: 'male', birthDate: '1913-01-01' })).toEqual(['century']);
  });

  test('with other first digits than a province has is told', () => {
    expect(kinds('000213123456', { sex: 'male', birthDate: '2013-01-01' })).toEqual(['province']);
    expect(kinds('097213123456', { sex: 'male', birthDate: '2013-01-01' })).toEqual(['province']);
  });

  test('that is not twelve digits is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\d{12}$/.test(text));
        expect(kinds(text, { sex: 'male', birthDate: '2013-01-01' })).toEqual(['shape']);
      }),
    );
    expect(kinds('01121312345', { sex: 'male', birthDate: '2013-01-01' })).toEqual(['shape']);
    expect(kinds('011213123456\n', { sex: 'male', birthDate: '2013-01-01' })).toEqual(['shape']);
  });
});
