import type { operations } from '#api';

export type Unit =
  operations['organisation.getUnit']['responses'][200]['content']['application/json']['unit'];
export type UnitDetail = operations['organisation.getUnit']['responses'][200]['content']['application/json'];
export type UnitKind = Unit['kind'];

/** Kinds of units in the order people look for them. */
export const unitKinds = ['school', 'commune', 'division', 'subjectTeam', 'cluster', 'department'] as const;

export const schoolKinds = [
  'lowerSecondary',
  'upperSecondary',
  'combinedSecondary',
  'ethnicSemiBoarding',
  'ethnicBoardingLower',
  'ethnicBoardingUpper',
  'specialised',
  'vocContinuingCentre',
] as const;
