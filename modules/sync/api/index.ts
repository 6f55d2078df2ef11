import { type Actor, accountNames, bind } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { bindDevice, reportDevice, revokeDevice } from '../actions/devices.ts';
import { gather } from '../actions/gather.ts';
import { receive } from '../actions/receive.ts';
import * as contract from '../contract.ts';
import { type DeviceRow, listDevices, listDevicesOf } from '../data/devices.ts';

async function shown(tx: ReadTx, actor: Actor, rows: readonly DeviceRow[]) {
  const names = await accountNames(
    tx,
    rows.map(({ accountId }) => accountId),
  );
  return rows.map(({ accountId, ...device }) => ({
    ...device,
    account: {
      id: accountId,
      name: names.get(accountId) ?? (accountId === actor.accountId ? actor.displayName : ''),
    },
    may: device.revokedAt === null ? ['sync.revokeDevice'] : [],
  }));
}

/** Every route of working without a network. */
export const syncRoutes = [
  bind(contract.bindDevice, async ({ tx, actor, now, userAgent, body }) => {
    const { offlineUntil } = await bindDevice(tx, { actor, now, userAgent }, body);
    return {
      deviceId: body.deviceId,
      serverTime: now.toISOString(),
      offlineUntil: offlineUntil.toISOString(),
    };
  }),
  bind(contract.push, async ({ tx, actor, now, body, log }) => {
    const onFault = (err: unknown, command: { id: string; name: string }) =>
      log.error({ err, commandId: command.id, command: command.name }, 'offline command');
    return { ...(await receive(tx, { actor, now, onFault }, body)), serverTime: now.toISOString() };
  }),
  bind(contract.pull, async ({ tx, actor, now, body }) => ({
    ...(await gather(tx, { actor, now }, body)),
    serverTime: now.toISOString(),
  })),
  bind(contract.reportDevice, async ({ tx, now, body }) => ({ state: await reportDevice(tx, body, now) })),
  bind(contract.listOwnDevices, async ({ tx, actor, now }) => ({
    items: await shown(tx, actor, await listDevicesOf(tx, actor.accountId, now)),
  })),
  bind(contract.listDevices, async ({ tx, actor, query }) => {
    const [at, id] = query.cursor?.split('/') ?? [];
    const rows = await listDevices(tx, {
      accountId: query.accountId,
      onlyWaiting: query.waiting === 'true',
      before: at && id && isMoment(at) && isUuid(id) ? { at, id } : undefined,
      limit: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: await shown(tx, actor, page),
      nextCursor: rows.length > query.limit && last ? `${last.lastSeenAt}/${last.id}` : null,
    };
  }),
  bind(contract.revokeDevice, ({ tx, now, params, body }) =>
    revokeDevice(tx, params.deviceId, body.reason, now),
  ),
];

const isMoment = (text: string) => !Number.isNaN(Date.parse(text));
const isUuid = (text: string) => /^[0-9a-f-]{36}$/.test(text);
