import { Refusal } from '#platform/errors';
import type { AnyRoute, HandlerRequest } from '#platform/http';
import { beginOidc, finishOidc } from '../actions/oidc.ts';
import { type Actor, bind, sessionCookie } from '../actor.ts';
import * as contract from '../contract.ts';
import { unlinkOwnOidc } from '../data/oidc.ts';
import { oidcMinutes, sessionHours } from '../rules/index.ts';
import type { IdentityParts } from './parts.ts';

const stateCookie = 'hoaban_oidc';
/** The cookie goes nowhere but to the way back. */
const stateCookiePath = '/api/sign-in/oidc';
const signInPage = '/dang-nhap';
const profilePage = '/ca-nhan';

type SetCookie = HandlerRequest<Actor, unknown, unknown, unknown, unknown>['setCookie'];

function keepState(setCookie: SetCookie, state: string): void {
  setCookie(stateCookie, state, { maxAgeSeconds: oidcMinutes * 60, path: stateCookiePath });
}

/** A page that can explain the refusal: these addresses are opened by the browser itself, not by our screens. */
function explained(page: string, refusal: Refusal): string {
  return `${page}?loi=${encodeURIComponent(refusal.code)}`;
}

/** Signing in at an outside identity provider. */
export function oidcRoutes({ oidc }: IdentityParts): AnyRoute[] {
  return [
    bind(contract.signInOptions, async () => ({
      oidcAvailable: oidc !== undefined,
      oidcLabel: oidc?.label ?? null,
    })),
    bind(contract.beginOidc, async ({ tx, query, now, setCookie, redirect }) => {
      try {
        const { address, state } = await beginOidc(
          tx,
          oidc,
          { returnTo: query.returnTo, linkAccountId: null },
          now,
        );
        keepState(setCookie, state);
        redirect(address);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        redirect(explained(signInPage, error));
      }
      return undefined;
    }),
    bind(contract.linkOidc, async ({ tx, actor, now, setCookie }) => {
      const aim = { returnTo: profilePage, linkAccountId: actor.accountId };
      const { address, state } = await beginOidc(tx, oidc, aim, now);
      keepState(setCookie, state);
      return { address };
    }),
    bind(contract.unlinkOidc, async ({ tx }) => {
      await unlinkOwnOidc(tx);
      return undefined;
    }),
    bind(contract.finishOidc, async (request) => {
      const { tx, actor, now, ip, userAgent, cookies } = request;
      const query = new URLSearchParams(
        Object.entries(request.query).map(([name, value]): [string, string] => [name, String(value)]),
      );
      const outcome = await finishOidc(
        tx,
        oidc,
        { query, cookieState: cookies[stateCookie], actor },
        { now, ip, userAgent },
      );
      request.clearCookie(stateCookie, stateCookiePath);
      if (outcome instanceof Refusal) {
        request.redirect(explained(actor ? profilePage : signInPage, outcome));
        return undefined;
      }
      if (outcome.token) {
        request.setCookie(sessionCookie, outcome.token, { maxAgeSeconds: sessionHours * 3600 });
      }
      request.redirect(outcome.returnTo);
      return undefined;
    }),
  ];
}
