import type { Screen } from '#platform/ui';
import { screens as audit } from '#screens/audit';
import { screens as identity } from '#screens/identity-access';
import { screens as organisation } from '#screens/organisation';
import { screens as people } from '#screens/people';
import { screens as plan } from '#screens/plan';

/** Every page behind the sign-in, in the order the rail shows them. */
export const screens: readonly Screen[] = [...plan, ...people, ...organisation, ...identity, ...audit];
