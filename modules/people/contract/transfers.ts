import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, id, reason, version } from './pupil-pieces.ts';

const transferState = z.enum(['asked', 'accepted', 'refused', 'withdrawn']);

const transfer = z.object({
  id,
  pupilId: id,
  pupilName: z.string(),
  grade: z.int(),
  unitId: id,
  unitName: z.string(),
  toUnitId: id,
  toUnitName: z.string(),
  reason: z.string(),
  state: transferState,
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  decisionNote: z.string().nullable(),
  version,
});

const transferFilter = z.object({
  /** in: pupils others ask us to take; out: ours that we ask others to take. */
  direction: z.enum(['in', 'out']),
  state: transferState.optional(),
});

export const listTransfers = defineOperation('people.listTransfers', {
  method: 'GET',
  path: '/api/people/transfers',
  summary: 'Đề nghị chuyển trường đến và đi',
  query: transferFilter.extend({
    cursor: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(transfer),
    /** Requests that wait for an answer. */
    open: z.object({ in: z.int(), out: z.int() }),
    nextCursor: z.string().nullable(),
  }),
});

export const exportTransfers = defineOperation('people.exportTransfers', {
  method: 'GET',
  path: '/api/people/transfers.xlsx',
  summary: 'Sổ chuyển trường ra Excel',
  query: transferFilter,
  answersFile: true,
});

export const askTransfer = defineOperation('people.askTransfer', {
  method: 'POST',
  path: '/api/people/transfers',
  summary: 'Đề nghị trường khác trong tỉnh nhận học sinh',
  body: z.object({ pupilId: id, toUnitId: id, reason }),
  answer: transfer,
});

const transferId = z.object({ transferId: id });

export const acceptTransfer = defineOperation('people.acceptTransfer', {
  method: 'POST',
  path: '/api/people/transfers/{transferId}/accept',
  summary: 'Nhận học sinh chuyển đến vào một lớp',
  params: transferId,
  body: z.object({ classId: id, on: day }),
  answer: z.object({ pupilId: id }),
});

export const refuseTransfer = defineOperation('people.refuseTransfer', {
  method: 'POST',
  path: '/api/people/transfers/{transferId}/refuse',
  summary: 'Không nhận học sinh, kèm lý do',
  params: transferId,
  body: z.object({ note: reason }),
});

export const withdrawTransfer = defineOperation('people.withdrawTransfer', {
  method: 'POST',
  path: '/api/people/transfers/{transferId}/withdraw',
  summary: 'Rút đề nghị chuyển trường',
  params: transferId,
});

export const transferOperations = [
  listTransfers,
  exportTransfers,
  askTransfer,
  acceptTransfer,
  refuseTransfer,
  withdrawTransfer,
];
