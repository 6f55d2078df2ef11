import { bind } from '#modules/identity-access';
import type { AnyRoute } from '#platform/http';
import { bulkCsv } from '../actions/bulk-csv.ts';
import { countRequest } from '../actions/clients.ts';
import { type Asked, readOneRoster } from '../actions/read-oneroster.ts';
import * as contract from '../contract/oneroster.ts';
import { exchangeErrors } from '../errors.ts';
import { carries, gradebookCoreScopes, rosterCoreScopes, scopes } from '../rules/index.ts';

export const onerosterRoutes: AnyRoute[] = [
  ...contract.readings.map((reading) =>
    bind(reading.operation, async ({ tx, actor, now, params, query, services, address, setHeader }) => {
      countRequest({ actor, now });
      const { publicUrl } = services;
      const asking = { actor, publicUrl, address: new URL(address, publicUrl).toString() };
      const narrow = (params ?? {}) as contract.Narrowing;
      const { body, total, links } = await readOneRoster(tx, asking, reading, narrow, query as Asked);
      setHeader('cache-control', 'private, no-store');
      if (total !== undefined) setHeader('x-total-count', String(total));
      if (links) setHeader('link', links);
      return body;
    }),
  ),
  bind(contract.getBulkCsv, async ({ tx, actor, now, query, services }) => {
    countRequest({ actor, now });
    const held = actor.client?.scopes ?? [];
    if (!carries(held, rosterCoreScopes)) throw exchangeErrors.scopeMissing(scopes.rosterCore);
    const parts = {
      marks: carries(held, gradebookCoreScopes),
      birthDates: held.includes(scopes.demographics),
      guardians: held.includes(scopes.guardians),
    };
    const file = await bulkCsv(tx, { actor, publicUrl: services.publicUrl }, query.school, parts);
    return { ...file, mediaType: 'application/zip' };
  }),
  bind(contract.downloadRoster, async ({ tx, actor, query, services }) => {
    const parts = { marks: query.marks === 'yes', birthDates: query.birthDates === 'yes', guardians: false };
    const file = await bulkCsv(tx, { actor, publicUrl: services.publicUrl }, undefined, parts);
    return { ...file, mediaType: 'application/zip' };
  }),
];
