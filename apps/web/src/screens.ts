import type { Screen } from '#platform/ui';
import { screens as identity } from '#screens/identity-access';

/** Every page behind the sign-in, in the order the rail shows them. */
export const screens: readonly Screen[] = [...identity];
