import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Refusal } from '#platform/errors';
import { identityErrors } from '../errors.ts';

/** An outside identity provider that speaks OpenID Connect. */
export interface OidcSettings {
  /** Its address; plain http only on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address of `identity.finishOidc` as the provider knows it. */
  readonly redirectUri: string;
  /** What the button says, for example 'VNeID'. */
  readonly label: string;
}

/** What must be kept between leaving for the provider and coming back. */
export interface OidcJourney {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface OidcClient {
  readonly label: string;
  /** Where to send the browser. Throws `oidcUnavailable`. */
  begin(): Promise<OidcJourney & { address: string }>;
  /** Reads the way back. Gives who it is, or why not. */
  finish(
    query: URLSearchParams,
    journey: OidcJourney,
  ): Promise<{ issuer: string; subject: string } | Refusal>;
}

const timeoutSeconds = 8;
const thisMachine = ['127.0.0.1', '[::1]', 'localhost'];

/** Whether the provider did not answer, as opposed to saying no. */
function isUnreachable(error: unknown): boolean {
  const { code, name, cause } = error as { code?: string; name?: string; cause?: unknown };
  return (
    code === 'OAUTH_TIMEOUT' || name === 'TimeoutError' || (error instanceof TypeError && cause !== undefined)
  );
}

/** Standard code flow with PKCE, state and nonce (RFC 9700). Looks the provider up at first use and keeps what it learnt. */
export function createOidcClient(settings: OidcSettings): OidcClient {
  const issuer = new URL(settings.issuer);
  let known: Promise<Configuration> | undefined;

  function configuration(): Promise<Configuration> {
    known ??= discovery(issuer, settings.clientId, undefined, ClientSecretBasic(settings.clientSecret), {
      timeout: timeoutSeconds,
      execute: thisMachine.includes(issuer.hostname) ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  return {
    label: settings.label,

    async begin() {
      let provider: Configuration;
      try {
        provider = await configuration();
      } catch {
        throw identityErrors.oidcUnavailable();
      }
      const journey = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
      const address = buildAuthorizationUrl(provider, {
        redirect_uri: settings.redirectUri,
        scope: 'openid',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await calculatePKCECodeChallenge(journey.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { ...journey, address: address.href };
    },

    async finish(query, journey) {
      const back = new URL(settings.redirectUri);
      back.search = query.toString();
      try {
        const tokens = await authorizationCodeGrant(await configuration(), back, {
          expectedState: journey.state,
          expectedNonce: journey.nonce,
          pkceCodeVerifier: journey.codeVerifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        return { issuer: claims.iss, subject: claims.sub };
      } catch (error) {
        return isUnreachable(error) ? identityErrors.oidcUnavailable() : identityErrors.oidcRefused();
      }
    },
  };
}
