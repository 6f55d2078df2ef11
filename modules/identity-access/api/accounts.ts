import type { ReadTx } from '#platform/db';
import { type AnyRoute, refusals } from '#platform/http';
import {
  disableAccount,
  enableAccount,
  endRole,
  grantRole,
  resetPassword,
  resetSecondFactor,
  type TellPersons,
} from '../actions/change-account.ts';
import { createAccount } from '../actions/create-account.ts';
import { bind } from '../actor.ts';
import * as contract from '../contract.ts';
import { type AccountRow, listAccounts, type NamePlace } from '../data/accounts.ts';
import { listRolesOf } from '../data/roles.ts';
import { identityErrors } from '../errors.ts';

function writePlace({ givenName, familyName, id }: NamePlace): string {
  return Buffer.from(JSON.stringify([givenName, familyName, id])).toString('base64url');
}

function readPlace(cursor: string): NamePlace {
  try {
    const [givenName, familyName, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    if (typeof givenName === 'string' && typeof familyName === 'string' && /^[0-9a-f-]{36}$/.test(id ?? '')) {
      return { givenName, familyName, id: id! };
    }
  } catch {
    // not one of ours: said below
  }
  throw refusals.invalidInput([
    { path: 'cursor', message: 'Vị trí trang không đúng. Hãy tải lại danh sách.' },
  ]);
}

/** Accounts as the API shows them: with the roles in force that lie in the reader's reach. */
async function withRoles(tx: ReadTx, accounts: readonly AccountRow[], now: Date) {
  const roles = await listRolesOf(
    tx,
    accounts.map(({ id }) => id),
    now,
  );
  return accounts.map(({ givenName: _given, familyName: _family, ...account }) => ({
    ...account,
    roles: roles
      .filter((held) => held.accountId === account.id)
      .map(({ id, role, unitId, unitName, unitKind, startsOn, endsOn }) => ({
        id,
        role,
        unit: { id: unitId, name: unitName, kind: unitKind },
        startsOn,
        endsOn,
      })),
  }));
}

/** Accounts of others. */
export const accountRoutes = ({ tell }: { tell: TellPersons }): AnyRoute[] => [
  bind(contract.listAccounts, async ({ tx, actor, query, now }) => {
    const { q, cursor, limit, ...filter } = query;
    const rows = await listAccounts(tx, {
      ...filter,
      departmentId: actor.departmentId,
      whole: actor.scope === 'department',
      text: q?.trim() || undefined,
      after: cursor ? readPlace(cursor) : undefined,
      limit: limit + 1,
      now,
    });
    const page = rows.slice(0, limit);
    return {
      items: await withRoles(tx, page, now),
      nextCursor: rows.length > limit ? writePlace(page.at(-1)!) : null,
    };
  }),
  bind(contract.getAccount, async ({ tx, actor, params, now }) => {
    const { departmentId, scope } = actor;
    const whole = scope === 'department';
    const rows = await listAccounts(tx, { departmentId, whole, accountId: params.accountId, limit: 1, now });
    const [account] = await withRoles(tx, rows, now);
    if (!account) throw identityErrors.accountNotFound();
    return account;
  }),
  bind(contract.createAccount, ({ tx, actor, body, now }) => createAccount(tx, actor, body, now)),
  bind(contract.grantRole, async ({ tx, actor, params, body, now }) => ({
    roleId: await grantRole(tx, actor, params.accountId, body, now),
  })),
  bind(contract.endRole, async ({ tx, actor, params, now }) => {
    await endRole(tx, actor, params.roleId, now);
    return undefined;
  }),
  bind(contract.resetPassword, ({ tx, actor, params, now }) =>
    resetPassword(tx, actor, params.accountId, now),
  ),
  bind(contract.resetSecondFactor, async ({ tx, actor, params, now }) => {
    await resetSecondFactor(tx, actor, params.accountId, { tell, now });
    return undefined;
  }),
  bind(contract.disableAccount, async ({ tx, actor, params, now }) => {
    await disableAccount(tx, actor, params.accountId, now);
    return undefined;
  }),
  bind(contract.enableAccount, async ({ tx, actor, params, now }) => {
    await enableAccount(tx, actor, params.accountId, now);
    return undefined;
  }),
];
