/** Front door of identity and access: who is asking, and what each role may do. */
import type { ReadTx } from '#platform/db';
import { listAccountNames } from './data/accounts.ts';

export { actAs } from './actions/act-as.ts';
export { createAccount } from './actions/create-account.ts';
export { createAdmin } from './actions/create-admin.ts';
export { createOidcClient, type OidcClient, type OidcSettings } from './actions/oidc-client.ts';
export { hashPassword } from './actions/password-hash.ts';
export {
  type Actor,
  bind,
  gate,
  hashToken,
  type Scope,
  sessionCookie,
  settingsFor,
  systemSettings,
} from './actor.ts';
export { type IdentityParts, identityRoutes, type TellPersons } from './api/index.ts';
export { identityOperations, oidcCallbackPath } from './contract.ts';
export { listLeaders as leadersOf } from './data/roles.ts';

/** Names of accounts by id, of those the reader may see. */
export async function accountNames(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await listAccountNames(tx, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row.displayName]));
}
