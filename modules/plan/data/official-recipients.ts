import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { RecipientKind } from '../rules/official-document.ts';

export interface UnitRef {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** How many of these units the issuer may write to: every unit for a department, else units on its lines, up or down. */
export async function countReachable(
  tx: ReadTx,
  unitIds: readonly string[],
  issuingUnitId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM organisation.unit u
    WHERE u.id = ANY (${unitIds}::uuid[]) AND u.id <> ${issuingUnitId} AND u.closed_on IS NULL
      AND (u.department_id = ${issuingUnitId} OR EXISTS (SELECT 1 FROM organisation.unit_reach r
        WHERE r.ancestor_id = ${issuingUnitId} AND r.descendant_id = u.id OR r.ancestor_id = u.id AND r.descendant_id = ${issuingUnitId}))`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Units that recipient kinds and single units come to, without the issuer itself. */
export async function listRecipients(
  tx: ReadTx,
  issuingUnitId: string,
  chosen: { kinds: readonly RecipientKind[]; unitIds: readonly string[] },
): Promise<UnitRef[]> {
  const { rows } = await sql<UnitRef>`
    SELECT u.id, u.name, u.kind FROM organisation.unit u
    WHERE u.closed_on IS NULL AND u.id <> ${issuingUnitId} AND (u.id = ANY (${chosen.unitIds}::uuid[])
      OR (u.department_id = ${issuingUnitId} OR EXISTS (SELECT 1 FROM organisation.unit_reach r
            WHERE r.ancestor_id = ${issuingUnitId} AND r.descendant_id = u.id))
        AND (u.kind = 'division' AND 'divisions' = ANY (${chosen.kinds}::text[])
          OR u.kind = 'commune' AND 'communes' = ANY (${chosen.kinds}::text[])
          OR u.kind = 'cluster' AND 'clusters' = ANY (${chosen.kinds}::text[])
          OR u.kind = 'subjectTeam' AND 'subjectTeams' = ANY (${chosen.kinds}::text[])
          OR u.kind = 'school' AND ('schools' = ANY (${chosen.kinds}::text[])
            OR u.teaches_lower AND 'lowerSecondarySchools' = ANY (${chosen.kinds}::text[])
            OR u.teaches_upper AND 'upperSecondarySchools' = ANY (${chosen.kinds}::text[]))))
    ORDER BY u.position, u.name`.execute(tx);
  return rows;
}

export async function listUnits(tx: ReadTx, ids: readonly string[]): Promise<UnitRef[]> {
  const { rows } = await sql<UnitRef>`
    SELECT id, name, kind FROM organisation.unit WHERE id = ANY (${ids}::uuid[]) ORDER BY position, name`.execute(
    tx,
  );
  return rows;
}

/** Notes which units were told, each once for a purpose. Gives the units that had not been told before. */
export async function insertRecipients(
  tx: WriteTx,
  documentId: string,
  units: readonly string[],
  purpose: 'opinion' | 'carryOut',
  now: Date,
): Promise<string[]> {
  const known = await sql<{ unitId: string }>`
    SELECT unit_id AS "unitId" FROM plan.official_document_recipient
    WHERE document_id = ${documentId} AND purpose = ${purpose}`.execute(tx);
  const told = new Set(known.rows.map((row) => row.unitId));
  const fresh = units.filter((unit) => !told.has(unit));
  await sql`INSERT INTO plan.official_document_recipient (document_id, unit_id, purpose, issuing_unit_id, department_id, told_at)
    SELECT o.id, u.id, ${purpose}, o.unit_id, o.department_id, ${now}
    FROM plan.official_document o, unnest(${fresh}::uuid[]) AS u (id) WHERE o.id = ${documentId}`.execute(tx);
  return fresh;
}

/** Which of the units whose post the person reads was asked for an opinion; the most own one first. */
export async function selectAskedUnitOptional(tx: ReadTx, documentId: string): Promise<string | undefined> {
  const { rows } = await sql<{ unitId: string }>`
    SELECT unit_id AS "unitId" FROM plan.official_document_recipient
    WHERE document_id = ${documentId} AND purpose = 'opinion' AND unit_id = ANY ((SELECT plan.reading_units())::uuid[])
    ORDER BY unit_id = (SELECT organisation.current_unit()) DESC LIMIT 1`.execute(tx);
  return rows[0]?.unitId;
}

/** Notes that the person opened a document, once for a unit; gives when that first was. */
export async function insertReading(
  tx: WriteTx,
  reading: { documentId: string; accountId: string; unitId: string; now: Date },
): Promise<string> {
  await sql`INSERT INTO plan.official_document_reading (document_id, account_id, unit_id, issuing_unit_id, department_id, opened_at)
    SELECT o.id, ${reading.accountId}, ${reading.unitId}, o.unit_id, o.department_id, ${reading.now}
    FROM plan.official_document o WHERE o.id = ${reading.documentId} ON CONFLICT DO NOTHING`.execute(tx);
  const { rows } = await sql<{ openedAt: string }>`
    SELECT min(opened_at) AS "openedAt" FROM plan.official_document_reading
    WHERE document_id = ${reading.documentId} AND account_id = ${reading.accountId}`.execute(tx);
  return rows[0]!.openedAt;
}

export interface Receipt {
  readonly unit: UnitRef;
  readonly toldAt: string;
  readonly openings: {
    readonly by: { readonly id: string; readonly name: string };
    readonly openedAt: string;
  }[];
}

/** Who was told, and who of each unit opened the document; people of a subject team count for their school. */
export async function listReceipts(tx: ReadTx, documentId: string): Promise<Receipt[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    kind: string;
    toldAt: string;
    accountId: string | null;
    accountName: string | null;
    openedAt: string | null;
  }>`
    SELECT u.id, u.name, u.kind, told.told_at AS "toldAt", p.id AS "accountId", p.display_name AS "accountName",
      min(seen.opened_at) AS "openedAt"
    FROM (SELECT unit_id, min(told_at) AS told_at FROM plan.official_document_recipient WHERE document_id = ${documentId} GROUP BY 1) told
    JOIN organisation.unit u ON u.id = told.unit_id
    LEFT JOIN (plan.official_document_reading seen JOIN organisation.unit own ON own.id = seen.unit_id
               JOIN identity.account p ON p.id = seen.account_id)
      ON seen.document_id = ${documentId} AND (seen.unit_id = u.id OR own.kind IN ('subjectTeam', 'division') AND own.parent_id = u.id)
    GROUP BY u.id, u.name, u.kind, u.position, told.told_at, p.id, p.display_name
    ORDER BY u.position, u.name, u.id, min(seen.opened_at)`.execute(tx);
  const receipts = new Map<string, Receipt>();
  for (const row of rows) {
    const receipt = receipts.get(row.id) ?? {
      unit: { id: row.id, name: row.name, kind: row.kind },
      toldAt: row.toldAt,
      openings: [],
    };
    if (row.accountId && row.openedAt) {
      receipt.openings.push({
        by: { id: row.accountId, name: row.accountName ?? '' },
        openedAt: row.openedAt,
      });
    }
    receipts.set(row.id, receipt);
  }
  return [...receipts.values()];
}
