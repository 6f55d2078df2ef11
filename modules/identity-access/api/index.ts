import type { AnyRoute } from '#platform/http';
import type { TellPersons } from '../actions/change-account.ts';
import { accountRoutes } from './accounts.ts';
import { oidcRoutes } from './oidc.ts';
import type { IdentityParts } from './parts.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { signInRoutes } from './sign-in.ts';

export type { TellPersons } from '../actions/change-account.ts';
export type { IdentityParts } from './parts.ts';

/** Every route of identity and access. Telling people is lent by a module above (`tell`). */
export function identityRoutes(parts: IdentityParts & { readonly tell: TellPersons }): AnyRoute[] {
  return [...oidcRoutes(parts), ...signInRoutes, ...secondFactorRoutes(parts), ...accountRoutes(parts)];
}
