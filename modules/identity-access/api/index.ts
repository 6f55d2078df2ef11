import type { AnyRoute } from '#platform/http';
import { accountRoutes } from './accounts.ts';
import { oidcRoutes } from './oidc.ts';
import type { IdentityParts } from './parts.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { signInRoutes } from './sign-in.ts';

export type { IdentityParts } from './parts.ts';

/** Every route of identity and access. */
export function identityRoutes(parts: IdentityParts): AnyRoute[] {
  return [...oidcRoutes(parts), ...signInRoutes, ...secondFactorRoutes(parts), ...accountRoutes];
}
