export type SchoolKind =
  | 'lowerSecondary'
  | 'upperSecondary'
  | 'combinedSecondary'
  | 'ethnicSemiBoarding'
  | 'ethnicBoardingLower'
  | 'ethnicBoardingUpper'
  | 'specialised'
  | 'vocContinuingCentre';

/** Who manages a school by law: the people's committee of the commune, or the department. */
export type ManagingAuthority = 'communePC' | 'department';

export type CommuneKind = 'commune' | 'ward';
