import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { EvidenceKind, EvidenceSpec } from '../rules/evidence.ts';
import type { Responsible } from '../rules/targets.ts';

export interface DocumentRow {
  readonly id: string;
  readonly unitId: string;
  readonly schoolYearId: string;
  readonly title: string;
  readonly schoolYear: string;
  readonly status: 'draft' | 'published' | 'superseded' | 'discarded';
  readonly revision: number;
  readonly previousId: string | null;
  readonly signedOn: string | null;
  readonly signatoryName: string | null;
  readonly sourceName: string;
  readonly importedAt: string;
  readonly publishedAt: string | null;
  readonly dutyCount: number;
  readonly assignmentCount: number;
  readonly version: number;
  readonly report: unknown;
}

export interface ParagraphRow {
  readonly ordinal: number;
  readonly body: string;
  readonly kind: 'heading' | 'duty' | 'solution' | 'calendar' | 'notDuty';
  readonly headingLevel: number | null;
  readonly reason: string | null;
}

export interface DutyRow {
  readonly id: string;
  readonly documentId: string;
  readonly lineageId: string;
  readonly position: number;
  readonly code: string;
  readonly kind: 'duty' | 'solution' | 'calendarEntry';
  readonly title: string;
  readonly body: string;
  readonly sectionPath: string[];
  readonly level: 'lowerSecondary' | 'upperSecondary' | 'both';
  readonly responsible: Responsible[];
  readonly startsOn: string;
  readonly dueOn: string;
  readonly definitionOfDone: string;
  readonly evidenceKind: EvidenceKind;
  readonly evidenceSpec: EvidenceSpec;
  readonly status: 'active' | 'withdrawn';
  readonly paragraphOrdinals: number[];
  readonly solutionIds: string[];
  readonly version: number;
}

/** A duty as it is written when a draft is made; ids are given by the caller. */
export type NewDuty = Omit<DutyRow, 'documentId' | 'status' | 'version'>;

const documentColumns = sql`
  d.id, d.unit_id AS "unitId", d.school_year_id AS "schoolYearId", d.title, y.name AS "schoolYear", d.status, d.revision,
  d.previous_id AS "previousId", d.signed_on AS "signedOn", d.signatory_name AS "signatoryName", d.source_name AS "sourceName",
  d.imported_at AS "importedAt", d.published_at AS "publishedAt", d.version, d.report,
  (SELECT count(*) FROM plan.duty t WHERE t.document_id = d.id AND t.status = 'active') AS "dutyCount",
  (SELECT count(*) FROM plan.assignment a WHERE a.document_id = d.id) AS "assignmentCount"`;

const dutyColumns = sql`
  d.id, d.document_id AS "documentId", d.lineage_id AS "lineageId", d.position, d.code, d.kind, d.title, d.body,
  d.section_path AS "sectionPath", d.level, d.responsible, d.starts_on AS "startsOn", d.due_on AS "dueOn",
  d.definition_of_done AS "definitionOfDone", d.evidence_kind AS "evidenceKind", d.evidence_spec AS "evidenceSpec", d.status, d.version,
  coalesce((SELECT array_agg(p.ordinal ORDER BY p.ordinal) FROM plan.duty_paragraph p WHERE p.duty_id = d.id), '{}') AS "paragraphOrdinals",
  coalesce((SELECT array_agg(s.solution_id) FROM plan.duty_solution s WHERE s.duty_id = d.id), '{}') AS "solutionIds"`;

/** Documents of a school year that the person may see, newest first. */
export async function listDocuments(tx: ReadTx, schoolYearId: string | null): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    SELECT ${documentColumns} FROM plan.document d JOIN organisation.school_year y ON y.id = d.school_year_id
    WHERE d.status <> 'discarded' AND d.school_year_id = ${schoolYearId}::uuid
    ORDER BY d.revision DESC, d.imported_at DESC, d.id DESC LIMIT 200`.execute(tx);
  return rows;
}

/** How many documents the other school years have, newest year first: a draft for next year is not to be lost sight of. */
export async function countDocumentsOfOtherYears(
  tx: ReadTx,
  schoolYearId: string | null,
): Promise<{ schoolYear: string; documents: number }[]> {
  const { rows } = await sql<{ schoolYear: string; documents: number }>`
    SELECT y.name AS "schoolYear", count(*) AS documents
    FROM plan.document d JOIN organisation.school_year y ON y.id = d.school_year_id
    WHERE d.status <> 'discarded' AND d.school_year_id IS DISTINCT FROM ${schoolYearId}::uuid
    GROUP BY y.name ORDER BY y.name DESC`.execute(tx);
  return rows;
}

export async function selectDocumentOptional(
  tx: ReadTx,
  documentId: string,
): Promise<DocumentRow | undefined> {
  const { rows } = await sql<DocumentRow>`
    SELECT ${documentColumns} FROM plan.document d JOIN organisation.school_year y ON y.id = d.school_year_id
    WHERE d.id = ${documentId}`.execute(tx);
  return rows[0];
}

/** The plan in force for the person's department in a school year; none when there is no such year (null). */
export async function selectPublishedDocumentOptional(
  tx: ReadTx,
  schoolYearId: string | null,
): Promise<DocumentRow | undefined> {
  const { rows } = await sql<DocumentRow>`
    SELECT ${documentColumns} FROM plan.document d JOIN organisation.school_year y ON y.id = d.school_year_id
    WHERE d.status = 'published' AND d.school_year_id = ${schoolYearId}::uuid
    ORDER BY d.published_at DESC, d.id DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** The plan of a unit that is in force in a school year. */
export async function selectInForceOptional(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<DocumentRow | undefined> {
  const { rows } = await sql<DocumentRow>`
    SELECT ${documentColumns} FROM plan.document d JOIN organisation.school_year y ON y.id = d.school_year_id
    WHERE d.unit_id = ${unitId} AND d.school_year_id = ${schoolYearId} AND d.status = 'published'`.execute(
    tx,
  );
  return rows[0];
}

/** Drafts of a unit and school year that wait beside the plan in force. */
export async function listDraftIds(tx: ReadTx, unitId: string, schoolYearId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM plan.document WHERE unit_id = ${unitId} AND school_year_id = ${schoolYearId} AND status = 'draft'
    ORDER BY id`.execute(tx);
  return rows.map((row) => row.id);
}

/**
 * Makes a draft the next revision of the plan in force, or the first (no basis); duties that match none of its duties get a
 * lineage of their own.
 */
export async function rebaseDraft(
  tx: WriteTx,
  draftId: string,
  basis: { id: string; revision: number } | undefined,
  lineages: ReadonlyMap<string, string>,
): Promise<void> {
  await sql`UPDATE plan.document SET previous_id = ${basis?.id ?? null}, revision = ${(basis?.revision ?? 0) + 1}, version = version + 1
    WHERE id = ${draftId}`.execute(tx);
  // In two steps: lineages that change places would meet half-way.
  await sql`UPDATE plan.duty SET lineage_id = id WHERE document_id = ${draftId} AND lineage_id <> id`.execute(
    tx,
  );
  const matched = [...lineages].map(([dutyId, lineageId]) => ({ dutyId, lineageId }));
  await sql`UPDATE plan.duty d SET lineage_id = m."lineageId"
    FROM jsonb_to_recordset(${JSON.stringify(matched)}::jsonb) AS m ("dutyId" uuid, "lineageId" uuid)
    WHERE d.id = m."dutyId" AND d.document_id = ${draftId}`.execute(tx);
}

/** A draft of the unit that was read from the same bytes; of one school year when it is named. */
export async function selectSameSourceOptional(
  tx: ReadTx,
  unitId: string,
  sha256: string,
  schoolYear: string | undefined,
): Promise<{ id: string; report: unknown } | undefined> {
  const { rows } = await sql<{ id: string; report: unknown }>`
    SELECT d.id, d.report FROM plan.document d JOIN organisation.school_year y ON y.id = d.school_year_id
    WHERE d.unit_id = ${unitId} AND d.source_sha256 = ${sha256} AND d.status = 'draft'
      ${schoolYear === undefined ? sql`` : sql`AND y.name = ${schoolYear}`}
    ORDER BY d.imported_at DESC, d.id DESC LIMIT 1`.execute(tx);
  return rows[0];
}

export async function listParagraphs(
  tx: ReadTx,
  documentId: string,
  ordinals?: readonly number[],
): Promise<ParagraphRow[]> {
  const { rows } = await sql<ParagraphRow>`
    SELECT ordinal, body, kind, heading_level AS "headingLevel", reason FROM plan.paragraph
    WHERE document_id = ${documentId} ${ordinals ? sql`AND ordinal = ANY (${ordinals})` : sql``} ORDER BY ordinal`.execute(
    tx,
  );
  return rows;
}

export async function listDuties(tx: ReadTx, documentId: string): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    SELECT ${dutyColumns} FROM plan.duty d WHERE d.document_id = ${documentId} AND d.status = 'active' ORDER BY d.position, d.id`.execute(
    tx,
  );
  return rows;
}

export async function selectDutyOptional(tx: ReadTx, dutyId: string): Promise<DutyRow | undefined> {
  const { rows } = await sql<DutyRow>`SELECT ${dutyColumns} FROM plan.duty d WHERE d.id = ${dutyId}`.execute(
    tx,
  );
  return rows[0];
}

export async function listDutiesById(tx: ReadTx, ids: readonly string[]): Promise<DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    SELECT ${dutyColumns} FROM plan.duty d WHERE d.id = ANY (${ids}::uuid[]) ORDER BY d.position, d.id`.execute(
    tx,
  );
  return rows;
}

export interface NewDocument {
  readonly id: string;
  readonly departmentId: string;
  readonly unitId: string;
  readonly schoolYearId: string;
  readonly title: string;
  readonly place: string | null;
  readonly signedOn: string | null;
  readonly signatoryPosition: string | null;
  readonly revision: number;
  readonly previousId: string | null;
  readonly sourceName: string;
  readonly sourceSha256: string;
  readonly report: unknown;
  readonly importedBy: string;
  readonly importedAt: Date;
}

/** Writes a draft with all its paragraphs and duties: one statement a table. */
export async function insertDraft(
  tx: WriteTx,
  document: NewDocument,
  paragraphs: readonly ParagraphRow[],
  duties: readonly NewDuty[],
): Promise<void> {
  await sql`INSERT INTO plan.document (id, department_id, unit_id, school_year_id, title, place, signed_on, signatory_position, revision,
      previous_id, source_name, source_sha256, report, imported_by, imported_at)
    VALUES (${document.id}, ${document.departmentId}, ${document.unitId}, ${document.schoolYearId}, ${document.title}, ${document.place},
      ${document.signedOn}, ${document.signatoryPosition}, ${document.revision}, ${document.previousId}, ${document.sourceName},
      ${document.sourceSha256}, ${JSON.stringify(document.report)}::jsonb, ${document.importedBy}, ${document.importedAt})`.execute(
    tx,
  );
  await sql`INSERT INTO plan.paragraph (document_id, ordinal, department_id, body, kind, heading_level, reason)
    SELECT ${document.id}, p.ordinal, ${document.departmentId}, p.body, p.kind, p."headingLevel", p.reason
    FROM jsonb_to_recordset(${JSON.stringify(paragraphs)}::jsonb)
      AS p (ordinal int, body text, kind text, "headingLevel" smallint, reason text)`.execute(tx);
  await insertDuties(tx, document.id, document.departmentId, duties);
}

/** Writes duties with their source paragraphs and solutions. */
export async function insertDuties(
  tx: WriteTx,
  documentId: string,
  departmentId: string,
  duties: readonly NewDuty[],
): Promise<void> {
  const rows = JSON.stringify(duties);
  await sql`INSERT INTO plan.duty (id, document_id, department_id, lineage_id, position, code, kind, title, body, section_path, level,
      responsible, starts_on, due_on, definition_of_done, evidence_kind, evidence_spec)
    SELECT d.id, ${documentId}, ${departmentId}, d."lineageId", d.position, d.code, d.kind, d.title, d.body,
      ARRAY(SELECT jsonb_array_elements_text(d."sectionPath")), d.level, ARRAY(SELECT jsonb_array_elements_text(d.responsible)),
      d."startsOn", d."dueOn", d."definitionOfDone", d."evidenceKind", d."evidenceSpec"
    FROM jsonb_to_recordset(${rows}::jsonb) AS d (id uuid, "lineageId" uuid, position int, code text, kind text, title text, body text,
      "sectionPath" jsonb, level text, responsible jsonb, "startsOn" date, "dueOn" date, "definitionOfDone" text, "evidenceKind" text,
      "evidenceSpec" jsonb)`.execute(tx);
  await sql`INSERT INTO plan.duty_paragraph (duty_id, document_id, ordinal, department_id)
    SELECT d.id, ${documentId}, o.ordinal::int, ${departmentId}
    FROM jsonb_to_recordset(${rows}::jsonb) AS d (id uuid, "paragraphOrdinals" jsonb),
      jsonb_array_elements_text(d."paragraphOrdinals") AS o (ordinal)`.execute(tx);
  await sql`INSERT INTO plan.duty_solution (duty_id, solution_id, department_id)
    SELECT d.id, s.solution::uuid, ${departmentId}
    FROM jsonb_to_recordset(${rows}::jsonb) AS d (id uuid, "solutionIds" jsonb),
      jsonb_array_elements_text(d."solutionIds") AS s (solution)`.execute(tx);
}

/** Changes a document; false when its version moved on meanwhile. */
export async function updateDocumentRow(
  tx: WriteTx,
  documentId: string,
  version: number,
  change: {
    title?: string | undefined;
    signedOn?: string | null | undefined;
    signatoryName?: string | null | undefined;
    status?: 'discarded';
  },
): Promise<boolean> {
  const { rows } = await sql`UPDATE plan.document SET version = version + 1,
      title = coalesce(${change.title ?? null}, title), status = coalesce(${change.status ?? null}, status),
      signed_on = ${change.signedOn === undefined ? sql`signed_on` : sql`${change.signedOn}::date`},
      signatory_name = ${change.signatoryName === undefined ? sql`signatory_name` : change.signatoryName}
    WHERE id = ${documentId} AND version = ${version} RETURNING id`.execute(tx);
  return rows.length === 1;
}

/** Puts a draft into another school year with the windows its duties have there. */
export async function moveDraft(
  tx: WriteTx,
  draftId: string,
  schoolYearId: string,
  windows: readonly { dutyId: string; startsOn: string; dueOn: string }[],
): Promise<void> {
  await sql`UPDATE plan.document SET school_year_id = ${schoolYearId} WHERE id = ${draftId}`.execute(tx);
  await sql`UPDATE plan.duty d SET starts_on = w."startsOn", due_on = w."dueOn", version = d.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(windows)}::jsonb) AS w ("dutyId" uuid, "startsOn" date, "dueOn" date)
    WHERE d.id = w."dutyId" AND d.document_id = ${draftId}`.execute(tx);
}

/** Any change inside a draft moves its version, so that publishing sees it. */
export async function touchDocument(tx: WriteTx, documentId: string): Promise<void> {
  await sql`UPDATE plan.document SET version = version + 1 WHERE id = ${documentId}`.execute(tx);
}

export type DutyChange = Partial<
  Pick<
    DutyRow,
    | 'kind'
    | 'title'
    | 'body'
    | 'level'
    | 'responsible'
    | 'startsOn'
    | 'dueOn'
    | 'definitionOfDone'
    | 'evidenceKind'
    | 'evidenceSpec'
  >
>;

/** Writes a duty whole; false when its version moved on meanwhile. */
export async function updateDutyRow(tx: WriteTx, duty: DutyRow): Promise<boolean> {
  const { rows } =
    await sql`UPDATE plan.duty SET version = version + 1, kind = ${duty.kind}, title = ${duty.title}, body = ${duty.body},
      level = ${duty.level}, responsible = ${duty.responsible}, starts_on = ${duty.startsOn}, due_on = ${duty.dueOn},
      definition_of_done = ${duty.definitionOfDone}, evidence_kind = ${duty.evidenceKind},
      evidence_spec = ${JSON.stringify(duty.evidenceSpec)}::jsonb
    WHERE id = ${duty.id} AND version = ${duty.version} RETURNING id`.execute(tx);
  return rows.length === 1;
}

/** Puts the source paragraphs of some duties under one of them. */
export async function moveParagraphs(
  tx: WriteTx,
  fromDutyIds: readonly string[],
  toDutyId: string,
): Promise<void> {
  await sql`INSERT INTO plan.duty_paragraph (duty_id, document_id, ordinal, department_id)
    SELECT DISTINCT ${toDutyId}::uuid, document_id, ordinal, department_id FROM plan.duty_paragraph WHERE duty_id = ANY (${fromDutyIds}::uuid[])
    ON CONFLICT DO NOTHING`.execute(tx);
}

export async function deleteDuties(tx: WriteTx, dutyIds: readonly string[]): Promise<void> {
  await sql`DELETE FROM plan.duty WHERE id = ANY (${dutyIds}::uuid[])`.execute(tx);
}

/** Names what became of paragraphs; paragraphs that still carry another duty keep their kind. */
export async function updateParagraphKinds(
  tx: WriteTx,
  documentId: string,
  ordinals: readonly number[],
  kind: ParagraphRow['kind'],
  reason: string | null,
): Promise<void> {
  await sql`UPDATE plan.paragraph p SET kind = ${kind}, reason = ${reason}
    WHERE document_id = ${documentId} AND ordinal = ANY (${ordinals}::int[])
      AND (${kind} <> 'notDuty' OR NOT EXISTS (
        SELECT 1 FROM plan.duty_paragraph other WHERE other.document_id = p.document_id AND other.ordinal = p.ordinal))`.execute(
    tx,
  );
}
