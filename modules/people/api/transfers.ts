import { bind } from '#modules/identity-access';
import { localDate } from '#platform/clock';
import type { AnyRoute } from '#platform/http';
import { schoolOf } from '../actions/acting.ts';
import { acceptTransfer, askTransfer, refuseTransfer, withdrawTransfer } from '../actions/transfer-pupil.ts';
import * as contract from '../contract/transfers.ts';
import { countOpenTransfers, listTransfers } from '../data/transfers.ts';
import { transferSheet } from '../documents/pupil-sheets.ts';
import { peopleErrors } from '../errors.ts';
import { workbookAnswer } from './pupil-parts.ts';

const cursorShape = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [, at, id] = cursorShape.exec(cursor) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) throw peopleErrors.badCursor();
  return { at, id };
}

export const transferRoutes: AnyRoute[] = [
  bind(contract.listTransfers, async ({ tx, actor, now, query }) => {
    const after = readCursor(query.cursor);
    const { id: unitId } = await schoolOf(tx, { actor, now }, undefined);
    const filter = { unitId, direction: query.direction, state: query.state };
    const [rows, open] = await Promise.all([
      listTransfers(tx, filter, { after, limit: query.limit + 1 }),
      countOpenTransfers(tx, unitId),
    ]);
    const page = rows.slice(0, query.limit);
    const last = page.at(-1);
    return {
      items: page,
      open,
      nextCursor: rows.length > query.limit && last ? `${last.askedAt}|${last.id}` : null,
    };
  }),
  bind(contract.exportTransfers, async ({ tx, actor, now, query }) => {
    const { id: unitId } = await schoolOf(tx, { actor, now }, undefined);
    const rows = await listTransfers(tx, { unitId, ...query }, { after: null, limit: 20_000 });
    const title = query.direction === 'in' ? 'Học sinh chuyển đến' : 'Học sinh chuyển đi';
    return workbookAnswer(
      title,
      transferSheet(rows, (instant) => localDate(new Date(instant))),
    );
  }),
  bind(contract.askTransfer, ({ tx, actor, now, body }) => askTransfer(tx, { actor, now }, body)),
  bind(contract.acceptTransfer, ({ tx, actor, now, params, body }) =>
    acceptTransfer(tx, { actor, now }, params.transferId, body),
  ),
  bind(contract.refuseTransfer, async ({ tx, actor, now, params, body }) => {
    await refuseTransfer(tx, { actor, now }, params.transferId, body.note);
    return undefined;
  }),
  bind(contract.withdrawTransfer, async ({ tx, actor, now, params }) => {
    await withdrawTransfer(tx, { actor, now }, params.transferId);
    return undefined;
  }),
];
