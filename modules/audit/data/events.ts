import { type ReadTx, sql } from '#platform/db';

export interface AuditEvent {
  readonly id: number;
  /** The true instant, whatever day is rehearsed. */
  readonly at: string;
  /** The day that was rehearsed then; null: none. */
  readonly rehearsedOn: string | null;
  readonly accountId: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly action: string;
  readonly operation: 'insert' | 'update' | 'delete' | 'read' | 'signIn' | 'other';
  readonly entity: string;
  readonly entityId: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly requestId: string | null;
  readonly ip: string | null;
}

export interface EventFilter {
  readonly entity?: string | undefined;
  readonly entityId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Events older than this one. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** What happened, newest first, as far as the reader is entitled (policy entitled_read). */
export async function listEvents(tx: ReadTx, filter: EventFilter): Promise<AuditEvent[]> {
  const conditions = [sql`e.department_id = (SELECT organisation.current_department())`];
  if (filter.entity) conditions.push(sql`e.entity = ${filter.entity}`);
  if (filter.entityId) conditions.push(sql`e.entity_id = ${filter.entityId}`);
  if (filter.unitId) conditions.push(sql`e.unit_id = ${filter.unitId}`);
  if (filter.accountId) conditions.push(sql`e.account_id = ${filter.accountId}`);
  if (filter.action) conditions.push(sql`e.action = ${filter.action}`);
  if (filter.from)
    conditions.push(sql`e.at >= ${filter.from}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`);
  if (filter.to)
    conditions.push(sql`e.at < (${filter.to}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`);
  if (filter.before) conditions.push(sql`e.id < ${filter.before}`);
  const { rows } = await sql<AuditEvent>`
    SELECT e.id, e.at, e.rehearsed_on AS "rehearsedOn", e.account_id AS "accountId", e.acting_role AS role, e.unit_id AS "unitId", u.name AS "unitName", e.action,
      e.operation, e.entity, e.entity_id AS "entityId", e.before, e.after, e.request_id AS "requestId", e.ip
    FROM audit.event e LEFT JOIN organisation.unit u ON u.id = e.unit_id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY e.id DESC LIMIT ${filter.limit}`.execute(tx);
  return rows;
}
