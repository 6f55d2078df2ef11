import { type ReadTx, sql, type WriteTx } from '#platform/db';

/** What one answer handed out of one unit. */
export interface Read {
  readonly unitId: string | null;
  readonly count: number;
  /** Ids of the persons it told about. */
  readonly people: readonly string[];
}

/** Leaves the trace of an answer: a row for each unit, so that every school finds in its own change log who read of its pupils. */
export async function noteReads(
  tx: WriteTx,
  told: { readonly entity: string; readonly reader: string; readonly address: string },
  reads: readonly Read[],
): Promise<void> {
  const rows = JSON.stringify(
    reads.map(({ unitId, count, people }) => ({
      unit: unitId,
      details: {
        reader: told.reader,
        address: told.address,
        count,
        ...(people.length > 0 ? { people } : {}),
      },
    })),
  );
  await sql`SELECT audit.note('read', ${told.entity}, NULL, r.unit, r.details)
    FROM jsonb_to_recordset(${rows}::jsonb) AS r (unit uuid, details jsonb)`.execute(tx);
}

export interface PastRead {
  readonly at: string;
  readonly action: string;
  readonly address: string;
  readonly count: number | null;
  /** The unit it told of, when it was one. */
  readonly unit: string | null;
  readonly units: number;
  readonly ip: string | null;
}

/** What a client read lately, a line for each request, newest first, as far as the asker may see the change log. */
export async function listReads(tx: ReadTx, clientId: string, most: number): Promise<PastRead[]> {
  const { rows } = await sql<PastRead>`
    SELECT max(e.at) AS at, e.action, coalesce(e.after ->> 'address', e.after ->> 'outcome', '') AS address,
      sum((e.after ->> 'count')::int)::int AS count, CASE WHEN count(DISTINCT e.unit_id) = 1 THEN min(u.name) END AS unit,
      count(DISTINCT e.unit_id)::int AS units, min(e.ip) AS ip
    FROM (SELECT * FROM audit.event WHERE account_id = ${clientId} ORDER BY id DESC LIMIT 5000) e
    LEFT JOIN organisation.unit u ON u.id = e.unit_id
    GROUP BY coalesce(e.request_id, e.id::text), e.action, address ORDER BY max(e.id) DESC LIMIT ${most}`.execute(
    tx,
  );
  return rows;
}
