import type { Screen } from '#platform/ui';
import { screens as audit } from '#screens/audit';
import { screens as curriculum } from '#screens/curriculum';
import { screens as identity, openScreens as identityDoors } from '#screens/identity-access';
import { screens as organisation } from '#screens/organisation';
import { screens as people, openScreens as peopleDoors } from '#screens/people';
import { screens as plan } from '#screens/plan';
import { screens as staffing } from '#screens/staffing';

/** Pages outside the frame: signing in, and what a slip with a code opens. */
export const openScreens: readonly Screen[] = [...identityDoors, ...peopleDoors];

/** Every page behind the sign-in, in the order the rail shows them. */
export const screens: readonly Screen[] = [
  ...plan,
  ...people,
  ...curriculum,
  ...staffing,
  ...organisation,
  ...identity,
  ...audit,
];

/** Pages outside the frame, for whoever is not signed in, or not wholly. */
export const openScreens: readonly Screen[] = [...entrance, ...answering];
