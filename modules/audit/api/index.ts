import type { ReadTx } from '#platform/db';
import { type AnyRoute, binder } from '#platform/http';
import * as contract from '../contract.ts';
import { listEvents } from '../data/events.ts';

/** Names of accounts: known by the module of accounts, which stands above this one. */
export type NamesOf = (tx: ReadTx, accountIds: readonly string[]) => Promise<Map<string, string>>;

const bind = binder<unknown>();

/** Every route of the audit log. */
export function auditRoutes({ namesOf }: { namesOf: NamesOf }): AnyRoute[] {
  return [
    bind(contract.listEvents, async ({ tx, query }) => {
      const { cursor, limit, ...filter } = query;
      const rows = await listEvents(tx, { ...filter, before: cursor, limit: limit + 1 });
      const page = rows.slice(0, limit);
      const names = await namesOf(
        tx,
        page.flatMap((row) => row.accountId ?? []),
      );
      return {
        items: page.map(({ accountId, unitId, unitName, ...event }) => ({
          ...event,
          account: accountId === null ? null : { id: accountId, name: names.get(accountId) ?? '' },
          unit: unitId === null ? null : { id: unitId, name: unitName ?? '' },
        })),
        nextCursor: rows.length > limit ? String(page.at(-1)!.id) : null,
      };
    }),
  ];
}
