import type { OfflineKinds } from '#api';
import type { Screen } from '#platform/ui';
import { screens as audit } from '#screens/audit';
import { screens as curriculum } from '#screens/curriculum';
import { screens as educationPlan, openScreens as publicPages } from '#screens/education-plan';
import { screens as exchange } from '#screens/exchange';
import { screens as family } from '#screens/family';
import { screens as gradebook, offlineKinds as gradebookKinds } from '#screens/gradebook';
import { openScreens as entrance, screens as identity } from '#screens/identity-access';
import { offlineKinds as lessonKinds, screens as lessons } from '#screens/lessons';
import { openScreens as answering, screens as needsSurvey } from '#screens/needs-survey';
import { screens as organisation } from '#screens/organisation';
import { openScreens as activation, screens as people } from '#screens/people';
import { screens as plan, offlineKinds as planKinds } from '#screens/plan';
import { screens as staffing } from '#screens/staffing';
import { screens as sync } from '#screens/sync';
import { screens as timetable } from '#screens/timetable';
import { screens as transcript, openScreens as verification } from '#screens/transcript';

/** Pages outside the frame, for whoever is not signed in, or not wholly. */
export const openScreens: readonly Screen[] = [
  ...entrance,
  ...activation,
  ...answering,
  ...publicPages,
  ...verification,
];

/** Every page behind the sign-in, in the order the rail shows them. */
export const screens: readonly Screen[] = [
  ...plan,
  ...people,
  ...educationPlan,
  ...needsSurvey,
  ...curriculum,
  ...staffing,
  ...gradebook,
  ...transcript,
  ...timetable,
  ...lessons,
  ...family,
  ...organisation,
  ...exchange,
  ...sync,
  ...identity,
  ...audit,
];

/** What can be done without a network, for the page of decisions. */
export const offlineKinds: readonly OfflineKinds[] = [planKinds, gradebookKinds, lessonKinds];
