import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { OfficialKind, OfficialState, RecipientKind } from '../rules/official-document.ts';

export interface OfficialRow {
  readonly id: string;
  readonly kind: OfficialKind;
  readonly state: OfficialState;
  readonly stateNote: string | null;
  readonly symbol: string | null;
  readonly number: number | null;
  readonly abstract: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly draftingUnitId: string;
  readonly draftingUnitName: string;
  readonly draftingUnitKind: string;
  readonly issuedOn: string | null;
  readonly signatoryName: string | null;
  readonly signatoryPosition: string | null;
  readonly commentUntil: string | null;
  readonly recipientKinds: readonly RecipientKind[];
  readonly recipientUnitIds: readonly string[];
  readonly replacesId: string | null;
  readonly replacesSymbol: string | null;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly sortOn: string;
  readonly files: number;
  readonly opinionDue: boolean;
  readonly openedAt: string | null;
  readonly version: number;
}

/** Waits for an opinion of one of the units whose post the person reads, while opinions are taken. */
const opinionDue = (today: string) => sql`(o.state = 'collecting' AND o.comment_until >= ${today}::date
  AND (SELECT plan.issuing_unit()) IS NOT NULL AND EXISTS (
    SELECT 1 FROM plan.official_document_recipient told WHERE told.document_id = o.id AND told.purpose = 'opinion'
      AND told.unit_id = ANY ((SELECT plan.reading_units())::uuid[]) AND NOT EXISTS (
        SELECT 1 FROM plan.official_document_opinion given WHERE given.document_id = o.id AND given.unit_id = told.unit_id)))`;

const opened = sql`(SELECT min(seen.opened_at) FROM plan.official_document_reading seen
  WHERE seen.document_id = o.id AND seen.account_id = (SELECT organisation.current_account()))`;

const columns = (today: string) => sql`
  o.id, o.kind, o.state, o.state_note AS "stateNote", o.symbol, o.number, o.abstract, o.unit_id AS "unitId", u.name AS "unitName",
  u.kind AS "unitKind", o.drafting_unit_id AS "draftingUnitId", d.name AS "draftingUnitName", d.kind AS "draftingUnitKind",
  o.issued_on AS "issuedOn", o.signatory_name AS "signatoryName", o.signatory_position AS "signatoryPosition",
  o.comment_until AS "commentUntil", o.recipient_kinds AS "recipientKinds", o.recipient_unit_ids AS "recipientUnitIds",
  o.replaces_id AS "replacesId", (SELECT old.symbol FROM plan.official_document old WHERE old.id = o.replaces_id) AS "replacesSymbol",
  o.created_by AS "createdBy", c.display_name AS "createdByName", o.created_at AS "createdAt", o.sort_on AS "sortOn",
  (SELECT count(*) FROM plan.official_document_file f WHERE f.document_id = o.id) AS files,
  ${opinionDue(today)} AS "opinionDue", ${opened} AS "openedAt", o.version
  FROM plan.official_document o JOIN organisation.unit u ON u.id = o.unit_id JOIN organisation.unit d ON d.id = o.drafting_unit_id
  JOIN identity.account c ON c.id = o.created_by`;

export type OfficialBox = 'all' | 'own' | 'received' | 'forOpinion' | 'unread';

export interface OfficialFilter {
  readonly box: OfficialBox;
  readonly kind?: OfficialKind | undefined;
  readonly state?: OfficialState | undefined;
  readonly year?: number | undefined;
  readonly dutyId?: string | undefined;
  readonly q?: string | undefined;
}

const received = sql`EXISTS (SELECT 1 FROM plan.official_document_recipient told
  WHERE told.document_id = o.id AND told.unit_id = ANY ((SELECT plan.reading_units())::uuid[]))`;

function inBox(box: OfficialBox, today: string) {
  switch (box) {
    case 'all':
      return sql`true`;
    case 'own':
      return sql`o.unit_id = (SELECT plan.issuing_unit())`;
    case 'received':
      return received;
    case 'forOpinion':
      return opinionDue(today);
    case 'unread':
      return sql`${received} AND ${opened} IS NULL`;
  }
}

function fits(filter: OfficialFilter, today: string) {
  return sql`${inBox(filter.box, today)}
    ${filter.kind ? sql`AND o.kind = ${filter.kind}` : sql``}
    ${filter.state ? sql`AND o.state = ${filter.state}` : sql``}
    ${filter.year ? sql`AND o.sort_on >= make_date(${filter.year}, 1, 1) AND o.sort_on < make_date(${filter.year} + 1, 1, 1)` : sql``}
    ${filter.dutyId ? sql`AND EXISTS (SELECT 1 FROM plan.official_document_duty l WHERE l.document_id = o.id AND l.duty_id = ${filter.dutyId})` : sql``}
    ${filter.q ? sql`AND o.search_text LIKE '%' || replace(replace(replace(organisation.fold(${filter.q}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'` : sql``}`;
}

/** Documents the person may see, the newest first: by the day of issue, drafts by the day they were begun. */
export async function listOfficialDocuments(
  tx: ReadTx,
  filter: OfficialFilter,
  page: { today: string; after: { on: string; id: string } | null; limit: number },
): Promise<OfficialRow[]> {
  const { rows } = await sql<OfficialRow>`SELECT ${columns(page.today)} WHERE ${fits(filter, page.today)}
      ${page.after ? sql`AND (o.sort_on, o.id) < (${page.after.on}::date, ${page.after.id}::uuid)` : sql``}
    ORDER BY o.sort_on DESC, o.id DESC LIMIT ${page.limit}`.execute(tx);
  return rows;
}

export async function countOfficialDocuments(
  tx: ReadTx,
  filter: OfficialFilter,
  today: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) FROM plan.official_document o WHERE ${fits(filter, today)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function selectOfficialOptional(
  tx: ReadTx,
  id: string,
  today: string,
): Promise<OfficialRow | undefined> {
  const { rows } = await sql<OfficialRow>`SELECT ${columns(today)} WHERE o.id = ${id}`.execute(tx);
  return rows[0];
}

/** The row locked until the end of the transaction (when the person's unit issues it). */
export async function lockOfficialOptional(
  tx: WriteTx,
  id: string,
  today: string,
): Promise<OfficialRow | undefined> {
  await sql`SELECT id FROM plan.official_document WHERE id = ${id} FOR UPDATE`.execute(tx);
  return selectOfficialOptional(tx, id, today);
}

/** The issued document that replaced this one, when the person may see it. */
export async function selectReplacementOptional(
  tx: ReadTx,
  id: string,
): Promise<{ id: string; symbol: string | null } | undefined> {
  const { rows } = await sql<{ id: string; symbol: string | null }>`
    SELECT id, symbol FROM plan.official_document WHERE replaces_id = ${id} AND state IN ('issued', 'superseded', 'revoked')
    ORDER BY issued_on DESC, id DESC LIMIT 1`.execute(tx);
  return rows[0];
}

export interface NewOfficial {
  readonly id: string;
  readonly departmentId: string;
  readonly unitId: string;
  readonly draftingUnitId: string;
  readonly kind: OfficialKind;
  readonly abstract: string;
  readonly recipientKinds: readonly RecipientKind[];
  readonly recipientUnitIds: readonly string[];
  readonly replacesId: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly sortOn: string;
}

export async function insertOfficial(tx: WriteTx, row: NewOfficial): Promise<void> {
  await sql`INSERT INTO plan.official_document (id, department_id, unit_id, drafting_unit_id, kind, abstract, recipient_kinds,
      recipient_unit_ids, replaces_id, created_by, created_at, sort_on)
    VALUES (${row.id}, ${row.departmentId}, ${row.unitId}, ${row.draftingUnitId}, ${row.kind}, ${row.abstract},
      ${row.recipientKinds}::text[], ${row.recipientUnitIds}::uuid[], ${row.replacesId}, ${row.createdBy}, ${row.createdAt},
      ${row.sortOn}::date)`.execute(tx);
}

export interface OfficialChange {
  readonly kind?: OfficialKind | undefined;
  readonly abstract?: string | undefined;
  readonly recipientKinds?: readonly RecipientKind[] | undefined;
  readonly recipientUnitIds?: readonly string[] | undefined;
  readonly replacesId?: string | null | undefined;
  readonly state?: OfficialState;
  readonly stateNote?: string;
  readonly collecting?: { readonly until: string; readonly since: Date };
  readonly issue?: {
    readonly number: number;
    readonly symbol: string;
    readonly issuedOn: string;
    readonly issuedBy: string;
    readonly signatoryName: string;
    readonly signatoryPosition: string;
  };
}

/** Absent fields stay as they are. */
export async function updateOfficialRow(tx: WriteTx, id: string, change: OfficialChange): Promise<void> {
  const { issue, collecting } = change;
  await sql`UPDATE plan.official_document SET
      kind = coalesce(${change.kind ?? null}::text, kind),
      abstract = coalesce(${change.abstract ?? null}::text, abstract),
      recipient_kinds = coalesce(${change.recipientKinds ?? null}::text[], recipient_kinds),
      recipient_unit_ids = coalesce(${change.recipientUnitIds ?? null}::uuid[], recipient_unit_ids),
      replaces_id = ${change.replacesId === undefined ? sql`replaces_id` : sql`${change.replacesId}::uuid`},
      state = coalesce(${change.state ?? null}::text, state),
      state_note = coalesce(${change.stateNote ?? null}::text, state_note),
      comment_until = coalesce(${collecting?.until ?? null}::date, comment_until),
      collected_at = coalesce(collected_at, ${collecting?.since ?? null}::timestamptz),
      number = coalesce(${issue?.number ?? null}::integer, number),
      symbol = coalesce(${issue?.symbol ?? null}::text, symbol),
      issued_on = coalesce(${issue?.issuedOn ?? null}::date, issued_on),
      year = coalesce(extract(year FROM ${issue?.issuedOn ?? null}::date)::smallint, year),
      issued_by = coalesce(${issue?.issuedBy ?? null}::uuid, issued_by),
      signatory_name = coalesce(${issue?.signatoryName ?? null}::text, signatory_name),
      signatory_position = coalesce(${issue?.signatoryPosition ?? null}::text, signatory_position),
      sort_on = coalesce(${issue?.issuedOn ?? null}::date, sort_on),
      version = version + 1
    WHERE id = ${id}`.execute(tx);
}

/**
 * The last number of a unit, year and kind with its document. Holds everybody else who numbers the same kind
 * until the transaction ends, so that two people never get one number.
 */
export async function lockLastNumber(
  tx: WriteTx,
  unitId: string,
  year: number,
  kind: OfficialKind,
): Promise<{ number: number; symbol: string; issuedOn: string } | undefined> {
  const key = `plan.official_document/${unitId}/${year}/${kind}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const { rows } = await sql<{ number: number; symbol: string; issuedOn: string }>`
    SELECT number, symbol, issued_on AS "issuedOn" FROM plan.official_document
    WHERE unit_id = ${unitId} AND year = ${year} AND kind = ${kind} ORDER BY number DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** Whether a number was given already; ask after lockLastNumber. */
export async function isNumberUsed(
  tx: ReadTx,
  place: { unitId: string; year: number; kind: OfficialKind; number: number },
): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM plan.official_document
    WHERE unit_id = ${place.unitId} AND year = ${place.year} AND kind = ${place.kind} AND number = ${place.number}`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function supersedeOfficial(tx: WriteTx, id: string): Promise<void> {
  await sql`UPDATE plan.official_document SET state = 'superseded', version = version + 1
    WHERE id = ${id} AND state = 'issued'`.execute(tx);
}

/** Whether this is a document of the unit that is in force. */
export async function isInForce(tx: ReadTx, id: string, unitId: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM plan.official_document
    WHERE id = ${id} AND unit_id = ${unitId} AND state = 'issued'`.execute(tx);
  return rows.length > 0;
}

export interface LinkedDuty {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

export async function listLinkedDuties(tx: ReadTx, documentId: string): Promise<LinkedDuty[]> {
  const { rows } = await sql<LinkedDuty>`
    SELECT d.id, d.code, d.title FROM plan.official_document_duty l JOIN plan.duty d ON d.id = l.duty_id
    WHERE l.document_id = ${documentId} ORDER BY d.position, d.id`.execute(tx);
  return rows;
}

/** Documents about a duty that the person may see, the newest first. */
export async function listDocumentsOfDuty(
  tx: ReadTx,
  dutyId: string,
): Promise<{ id: string; symbol: string | null; abstract: string }[]> {
  const { rows } = await sql<{ id: string; symbol: string | null; abstract: string }>`
    SELECT o.id, o.symbol, o.abstract FROM plan.official_document_duty l JOIN plan.official_document o ON o.id = l.document_id
    WHERE l.duty_id = ${dutyId} AND o.state <> 'cancelled' ORDER BY o.sort_on DESC, o.id DESC LIMIT 50`.execute(
    tx,
  );
  return rows;
}

/** Makes `dutyIds` the duties of a document. Gives how many of them the person may see; fewer means one is unknown. */
export async function replaceLinkedDuties(
  tx: WriteTx,
  documentId: string,
  dutyIds: readonly string[],
): Promise<number> {
  await sql`DELETE FROM plan.official_document_duty
    WHERE document_id = ${documentId} AND duty_id <> ALL (${dutyIds}::uuid[])`.execute(tx);
  await sql`INSERT INTO plan.official_document_duty (document_id, duty_id, department_id, unit_id)
    SELECT o.id, d.id, o.department_id, o.unit_id FROM plan.official_document o, plan.duty d
    WHERE o.id = ${documentId} AND d.id = ANY (${dutyIds}::uuid[]) ON CONFLICT DO NOTHING`.execute(tx);
  return (await listLinkedDuties(tx, documentId)).length;
}
