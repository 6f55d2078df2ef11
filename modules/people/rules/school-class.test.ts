import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClassFacts, classKinds, classLimit, classWarnings } from './school-class.ts';

const sound: ClassFacts = {
  kind: 'ordinary',
  schoolKind: 'lowerSecondary',
  grade: 6,
  teachesLower: true,
  teachesUpper: false,
  pupils: 40,
  disabled: 0,
  hasHomeroom: true,
  roomCapacity: 48,
};
const codes = (change: Partial<ClassFacts>) => classWarnings({ ...sound, ...change }).map(({ code }) => code);

describe('the limit of a class', () => {
  test.each([
    ['ordinary', 'lowerSecondary', 45, 'STF-40'],
    ['boarding', 'ethnicSemiBoarding', 45, 'STF-40'],
    ['ordinary', 'ethnicBoardingLower', 35, 'STF-41'],
    ['boarding', 'ethnicBoardingUpper', 35, 'STF-41'],
    ['specialised', 'specialised', 35, 'STF-41'],
  ] as const)('%s at %s: %d (%s)', (kind, schoolKind, pupils, rule) => {
    expect(classLimit({ kind, schoolKind })).toMatchObject({ pupils, rule });
  });

  test('is told from the first pupil too many on, and never before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...classKinds),
        fc.constantFrom('lowerSecondary', 'ethnicBoardingLower', 'ethnicSemiBoarding', null),
        fc.integer({ min: 0, max: 80 }),
        (kind, schoolKind, pupils) => {
          const told = codes({ kind, schoolKind, pupils, roomCapacity: null }).includes('tooLarge');
          expect(told).toBe(pupils > classLimit({ kind, schoolKind }).pupils);
        },
      ),
    );
  });
});

describe('a class', () => {
  test('in order has nothing to look at', () => expect(codes({})).toEqual([]));
  test('without homeroom teacher is told', () =>
    expect(codes({ hasHomeroom: false })).toEqual(['noHomeroom']));
  test('with three disabled pupils is told with its rule', () => {
    expect(classWarnings({ ...sound, kind: 'inclusive', disabled: 3 })).toMatchObject([
      { code: 'tooManyDisabled', rule: 'STF-42' },
    ]);
    expect(codes({ kind: 'inclusive', disabled: 2 })).toEqual([]);
  });
  test('with a disabled pupil that is not called inclusive is told, but not to those who may not know', () => {
    expect(codes({ disabled: 1 })).toEqual(['notInclusive']);
    expect(codes({ disabled: null })).toEqual([]);
  });
  test('in too small a room is told', () => expect(codes({ roomCapacity: 39 })).toEqual(['roomTooSmall']));
  test('of a level the school does not teach is told', () =>
    expect(codes({ grade: 10 })).toEqual(['wrongLevel']));
});
