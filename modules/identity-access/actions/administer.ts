import { findUnit, isInReach } from '#modules/organisation';
import type { ReadTx } from '#platform/db';
import type { Actor } from '../actor.ts';
import { selectAccountOptional } from '../data/accounts.ts';
import { listRolesOf } from '../data/roles.ts';
import { identityErrors } from '../errors.ts';
import { mayAdminister, mayGrant, type Role, roleFits, roleNames } from '../rules/index.ts';

function acting(actor: Actor): { role: string; unitKind: string } {
  return { role: actor.role ?? '', unitKind: actor.unitKind ?? '' };
}

/**
 * The account, when the actor may change its sign-in: not the own one, every role of it in the actor's reach and below the
 * actor's role. Throws accountNotFound, ownAccount, accountAbove.
 */
export async function accountToAdminister(
  tx: ReadTx,
  actor: Actor,
  accountId: string,
  now: Date,
): Promise<{ id: string; username: string }> {
  const account = await selectAccountOptional(tx, accountId);
  if (!account) throw identityErrors.accountNotFound();
  if (account.id === actor.accountId) throw identityErrors.ownAccount();
  const held = await listRolesOf(tx, [accountId], now);
  const below = mayAdminister(
    acting(actor),
    held.map((role) => role.role),
  );
  if (!account.mayAdminister || !below) throw identityErrors.accountAbove();
  return account;
}

/** Refuses unless the actor may give or end `role`. Throws roleAbove. */
export function assureMayGrant(actor: Actor, role: Role): void {
  const below = mayGrant(acting(actor));
  if (!below.includes(role)) {
    throw identityErrors.roleAbove(below.map((each) => roleNames[each]).join(', ') || 'không có');
  }
}

/** Refuses unless `role` makes sense in the unit and the unit lies in the actor's reach. Throws unitOutOfReach, roleMisfit. */
export async function assureFits(tx: ReadTx, actor: Actor, unitId: string, role: Role): Promise<void> {
  const unit = await findUnit(tx, unitId);
  if (!unit || unit.closedOn !== null) throw identityErrors.unitOutOfReach();
  if (actor.scope !== 'department' && !(await isInReach(tx, actor.unitId ?? '', unitId))) {
    throw identityErrors.unitOutOfReach();
  }
  if (!roleFits(role, unit.kind)) throw identityErrors.roleMisfit(roleNames[role], unit.name);
}
