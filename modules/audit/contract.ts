import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();

export const event = z.object({
  id: z.int(),
  /** The true instant. */
  at: z.string(),
  /** The day that was rehearsed then; null: none. */
  rehearsedOn: z.iso.date().nullable(),
  account: z.object({ id, name: z.string() }).nullable(),
  role: z.string().nullable(),
  unit: z.object({ id, name: z.string() }).nullable(),
  /** The operation that did it, for example `plan.publishDocument`. */
  action: z.string(),
  operation: z.enum(['insert', 'update', 'delete', 'read', 'signIn', 'other']),
  /** Schema and table. */
  entity: z.string(),
  entityId: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  requestId: z.string().nullable(),
  ip: z.string().nullable(),
});

export const listEvents = defineOperation('audit.listEvents', {
  method: 'GET',
  path: '/api/audit/events',
  summary: 'Nhật ký: ai làm gì, với dữ liệu nào, lúc nào; mới trước',
  query: z.object({
    entity: z
      .string()
      .regex(/^[a-z_]+\.[a-z_]+$/)
      .optional(),
    entityId: z.string().max(100).optional(),
    unitId: id.optional(),
    accountId: id.optional(),
    action: z.string().max(100).optional(),
    /** Days in Việt Nam, both included. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    cursor: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(event), nextCursor: z.string().nullable() }),
});

export const auditOperations = [listEvents];
