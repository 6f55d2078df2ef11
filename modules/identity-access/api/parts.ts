import type { OidcClient } from '../actions/oidc-client.ts';

/** What the routes of this module need from the running server. */
export interface IdentityParts {
  /** Seals second-factor secrets at rest: 32 bytes, always the same for an installation. */
  readonly secretKey: Buffer;
  /** The outside identity provider; undefined: none. */
  readonly oidc: OidcClient | undefined;
}
