import type { AnyRoute } from '#platform/http';
import { beginTotp, confirmTotp, removeTotp, verifyTotp } from '../actions/second-factor.ts';
import { bind } from '../actor.ts';
import * as contract from '../contract.ts';
import type { IdentityParts } from './parts.ts';

/** The second factor: codes of an authenticator app. */
export function secondFactorRoutes({ secretKey: key }: IdentityParts): AnyRoute[] {
  return [
    bind(contract.beginTotp, ({ tx, actor }) => beginTotp(tx, { actor, key })),
    bind(contract.confirmTotp, ({ tx, actor, body, now, ip }) =>
      confirmTotp(tx, { actor, key, now, ip, action: contract.confirmTotp.id }, body.code),
    ),
    bind(contract.verifyTotp, ({ tx, actor, body, now, ip }) =>
      verifyTotp(tx, { actor, key, now, ip, action: contract.verifyTotp.id }, body.code),
    ),
    bind(contract.removeTotp, ({ tx, actor, body, now, ip }) =>
      removeTotp(tx, { actor, key, now, ip, action: contract.removeTotp.id }, body.password),
    ),
  ];
}
