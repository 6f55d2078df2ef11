import { expect, test } from 'vitest';
import { entitlementsFrom } from './below-requirement.ts';
import type { Entitlement } from './propose-groups.ts';

const seat = (pupilId: string) => ({ pupilId, name: pupilId, className: '6A', grade: 6 });
const recorded = (pupilId: string, kind: Entitlement['kind'] = 'belowRequirement'): Entitlement => ({
  ...seat(pupilId),
  subjectCode: 'MATH',
  kind,
  basis: 'ghi tay',
});
const known = (pupilId: string, below: boolean) => ({
  pupilId,
  subjectCode: 'MATH',
  below,
  basis: 'sổ điểm',
});

test('the gradebook’s word stands; the school’s marking only where the gradebook has no result', () => {
  const found = entitlementsFrom(
    [recorded('below'), recorded('meets'), recorded('unknown')],
    ['below', 'meets', 'unknown', 'fresh'].map(seat),
    [known('below', true), known('meets', false), known('fresh', true)],
  );
  expect(found.map(({ pupilId, basis }) => [pupilId, basis])).toEqual([
    ['below', 'sổ điểm'],
    ['fresh', 'sổ điểm'],
    ['unknown', 'ghi tay'],
  ]);
});

test('a choice for gifted training is the school’s, whatever the marks; a pupil of no class is not named', () => {
  const found = entitlementsFrom(
    [recorded('meets', 'chosenGifted')],
    [seat('meets')],
    [known('meets', false), known('gone', true)],
  );
  expect(found).toEqual([recorded('meets', 'chosenGifted')]);
});
