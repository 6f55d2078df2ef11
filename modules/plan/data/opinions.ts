import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Disposition } from '../rules/official-document.ts';
import type { UnitRef } from './official-recipients.ts';

export interface OpinionRow {
  readonly id: string;
  readonly documentId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly issuingUnitId: string;
  readonly stance: 'agrees' | 'comments';
  readonly passage: string;
  readonly body: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly givenAt: string;
  readonly disposition: Disposition | null;
  readonly reply: string | null;
  readonly version: number;
}

const columns = sql`
  g.id, g.document_id AS "documentId", g.unit_id AS "unitId", u.name AS "unitName", u.kind AS "unitKind",
  g.issuing_unit_id AS "issuingUnitId", g.stance, g.passage, g.body, g.account_id AS "accountId", p.display_name AS "accountName",
  g.given_at AS "givenAt", g.disposition, g.reply, g.version
  FROM plan.official_document_opinion g JOIN organisation.unit u ON u.id = g.unit_id JOIN identity.account p ON p.id = g.account_id`;

/** Opinions on a document that the person may see, by unit: all of them for the issuer, the own ones for a unit asked. */
export async function listOpinions(tx: ReadTx, documentId: string): Promise<OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`
    SELECT ${columns} WHERE g.document_id = ${documentId} ORDER BY u.position, u.name, g.given_at, g.id`.execute(
    tx,
  );
  return rows;
}

/** Units that were asked and have not answered. */
export async function listSilentUnits(tx: ReadTx, documentId: string): Promise<UnitRef[]> {
  const { rows } = await sql<UnitRef>`
    SELECT u.id, u.name, u.kind FROM plan.official_document_recipient told JOIN organisation.unit u ON u.id = told.unit_id
    WHERE told.document_id = ${documentId} AND told.purpose = 'opinion' AND NOT EXISTS (
      SELECT 1 FROM plan.official_document_opinion g WHERE g.document_id = told.document_id AND g.unit_id = told.unit_id)
    ORDER BY u.position, u.name`.execute(tx);
  return rows;
}

export async function countAsked(tx: ReadTx, documentId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM plan.official_document_recipient WHERE document_id = ${documentId} AND purpose = 'opinion'`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Comments that were neither adopted nor explained. */
export async function countUndisposed(tx: ReadTx, documentId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM plan.official_document_opinion
    WHERE document_id = ${documentId} AND stance = 'comments' AND disposition IS NULL`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function lockOpinionOptional(tx: WriteTx, id: string): Promise<OpinionRow | undefined> {
  await sql`SELECT id FROM plan.official_document_opinion WHERE id = ${id} FOR UPDATE`.execute(tx);
  const { rows } = await sql<OpinionRow>`SELECT ${columns} WHERE g.id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertOpinion(
  tx: WriteTx,
  opinion: {
    id: string;
    documentId: string;
    unitId: string;
    stance: 'agrees' | 'comments';
    passage: string;
    body: string;
    accountId: string;
    now: Date;
  },
): Promise<void> {
  await sql`INSERT INTO plan.official_document_opinion (id, document_id, department_id, unit_id, issuing_unit_id, stance, passage, body,
      account_id, given_at)
    SELECT ${opinion.id}, o.id, o.department_id, ${opinion.unitId}, o.unit_id, ${opinion.stance}, ${opinion.passage}, ${opinion.body},
      ${opinion.accountId}, ${opinion.now}
    FROM plan.official_document o WHERE o.id = ${opinion.documentId}`.execute(tx);
}

/** Absent fields stay as they are. */
export async function updateOpinionRow(
  tx: WriteTx,
  id: string,
  change: {
    passage?: string | undefined;
    body?: string | undefined;
    /** Who says so now. */
    given?: { by: string; at: Date };
    disposed?: { disposition: Disposition; reply: string; by: string; at: Date };
  },
): Promise<void> {
  const { disposed, given } = change;
  await sql`UPDATE plan.official_document_opinion SET
      passage = coalesce(${change.passage ?? null}::text, passage),
      body = coalesce(${change.body ?? null}::text, body),
      account_id = coalesce(${given?.by ?? null}::uuid, account_id),
      given_at = coalesce(${given?.at ?? null}::timestamptz, given_at),
      disposition = coalesce(${disposed?.disposition ?? null}::text, disposition),
      reply = coalesce(${disposed?.reply ?? null}::text, reply),
      disposed_by = coalesce(${disposed?.by ?? null}::uuid, disposed_by),
      disposed_at = coalesce(${disposed?.at ?? null}::timestamptz, disposed_at),
      version = version + 1
    WHERE id = ${id}`.execute(tx);
}
