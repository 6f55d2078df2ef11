import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { AnyRoute } from '#platform/http';
import { clientOf, createClient, giveToken, revokeClient } from '../actions/clients.ts';
import * as contract from '../contract/clients.ts';
import { type ClientRow, listClients } from '../data/clients.ts';
import { listReads } from '../data/reads.ts';

const shown = 100;

function clientShape({ unitId, unitName, unitKind, ...client }: ClientRow, now: Date) {
  const today = localDate(now);
  const state = client.revokedAt ? 'revoked' : client.expiresOn < today ? 'expired' : 'active';
  return {
    ...client,
    state: state as 'revoked' | 'expired' | 'active',
    unit: { id: unitId, name: unitName, kind: unitKind },
  };
}

export const clientRoutes: AnyRoute[] = [
  bind(contract.listClients, async ({ tx, now }) => ({
    items: (await listClients(tx)).map((client) => clientShape(client, now)),
  })),
  bind(contract.getClient, async ({ tx, now, params }) => {
    const client = await clientOf(tx, params.clientId);
    return { ...clientShape(client, now), reads: await listReads(tx, client.id, shown) };
  }),
  bind(contract.createClient, ({ tx, actor, now, body }) => createClient(tx, { actor, now }, body)),
  bind(contract.revokeClient, async ({ tx, actor, now, params }) => {
    await revokeClient(tx, { actor, now }, params.clientId);
    return undefined;
  }),
  bind(contract.issueToken, async ({ tx, now, ip, authorization, body, setHeader }) => {
    setHeader('cache-control', 'no-store');
    return giveToken(tx, { now, ip, authorization }, body);
  }),
];
