import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Level, StepKind } from '../rules/index.ts';

export type PageState = 'collecting' | 'issued' | 'superseded' | 'revoked';

/** The newest version of a pupil's page of a year. */
export interface LatestPage {
  readonly id: string;
  readonly pupilId: string;
  readonly number: number;
  readonly digest: string;
  readonly state: PageState;
  readonly reason: string | null;
  readonly previousId: string | null;
  /** Canonical text. */
  readonly content: string;
  /** Whether a signer has sent it back. */
  readonly returned: boolean;
  /** Who is asked to sign: 'kind subject staff' in order. */
  readonly signers: readonly string[];
}

export async function listLatestPages(
  tx: ReadTx,
  schoolYearId: string,
  pupilIds: readonly string[],
): Promise<LatestPage[]> {
  const { rows } = await sql<LatestPage>`
    SELECT p.id, p.pupil_id AS "pupilId", p.number, p.digest, p.state, p.reason, p.previous_id AS "previousId",
      convert_from(c.content, 'UTF8') AS content, s.returned, s.signers
    FROM (SELECT DISTINCT ON (n.pupil_id) n.* FROM transcript.page n
      WHERE n.school_year_id = ${schoolYearId} AND n.pupil_id = ANY (${pupilIds}::uuid[]) ORDER BY n.pupil_id, n.number DESC) p
    JOIN transcript.page_content c ON c.page_id = p.id
    CROSS JOIN LATERAL (SELECT bool_or(s.state = 'returned') AS returned,
      array_agg(concat_ws(' ', s.kind, s.subject_code, s.staff_id, s.account_id) ORDER BY s.position, s.subject_code, s.staff_id) AS signers
      FROM transcript.step s WHERE s.page_id = p.id) s`.execute(tx);
  return rows;
}

export interface NewPage {
  readonly id: string;
  readonly pupilId: string;
  readonly classId: string;
  readonly level: Level;
  readonly grade: number;
  readonly pupilName: string;
  readonly number: number;
  readonly previousId: string | null;
  readonly previousDigest: string | null;
  readonly reason: string | null;
  readonly code: string;
  readonly digest: string;
  readonly content: string;
}

export interface NewStep {
  readonly id: string;
  readonly pageId: string;
  readonly digest: string;
  readonly kind: StepKind;
  readonly classId: string;
  readonly pupilName: string;
  readonly subjectCode: string | null;
  readonly staffId: string | null;
  readonly accountId: string | null;
  readonly part: object | null;
}

interface Place {
  readonly unitId: string;
  readonly departmentId: string;
  readonly schoolYearId: string;
}

/** Writes pages with content and steps, three statements however many. Gives how many pages. */
export async function insertPages(
  tx: WriteTx,
  place: Place,
  pages: readonly NewPage[],
  steps: readonly NewStep[],
  by: { accountId: string; now: Date },
): Promise<number> {
  if (pages.length === 0) return 0;
  const given = JSON.stringify(pages);
  const { rows } = await sql<{ id: string }>`
    INSERT INTO transcript.page (id, pupil_id, unit_id, department_id, school_year_id, class_id, level, grade, pupil_name, number, previous_id,
      previous_digest, reason, code, digest, made_by, made_at)
    SELECT g.id, g."pupilId", ${place.unitId}::uuid, ${place.departmentId}::uuid, ${place.schoolYearId}::uuid, g."classId", g.level, g.grade,
      g."pupilName", g.number, g."previousId", g."previousDigest", g.reason, g.code, g.digest, ${by.accountId}::uuid, ${by.now}::timestamptz
    FROM jsonb_to_recordset(${given}::jsonb) AS g (id uuid, "pupilId" uuid, "classId" uuid, level text, grade smallint, "pupilName" text,
      number integer, "previousId" uuid, "previousDigest" text, reason text, code text, digest text)
    RETURNING id`.execute(tx);
  await sql`
    INSERT INTO transcript.page_content (page_id, unit_id, department_id, digest, content)
    SELECT g.id, ${place.unitId}::uuid, ${place.departmentId}::uuid, g.digest, convert_to(g.content, 'UTF8')
    FROM jsonb_to_recordset(${given}::jsonb) AS g (id uuid, digest text, content text)`.execute(tx);
  await sql`
    INSERT INTO transcript.step (id, page_id, digest, unit_id, department_id, kind, class_id, pupil_name, subject_code, staff_id, account_id, part)
    SELECT g.id, g."pageId", g.digest, ${place.unitId}::uuid, ${place.departmentId}::uuid, g.kind, g."classId", g."pupilName", g."subjectCode",
      g."staffId", g."accountId", g.part
    FROM jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) AS g (id uuid, "pageId" uuid, digest text, kind text, "classId" uuid, "pupilName" text,
      "subjectCode" text, "staffId" uuid, "accountId" uuid, part jsonb)`.execute(tx);
  return rows.length;
}

/** Takes back versions that have not been issued, with their steps. */
export async function deletePages(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`DELETE FROM transcript.page WHERE id = ANY (${ids}::uuid[])`.execute(tx);
}

export interface PageRow {
  readonly id: string;
  readonly pupilId: string;
  readonly pupilName: string;
  readonly unitId: string;
  readonly school: string;
  readonly schoolYear: string;
  readonly schoolYearId: string;
  readonly classId: string;
  readonly className: string;
  readonly level: Level;
  readonly grade: number;
  readonly number: number;
  readonly code: string;
  readonly digest: string;
  readonly state: PageState;
  readonly reason: string | null;
  readonly madeAt: string;
  readonly issuedAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedReason: string | null;
  readonly pdfSha256: string | null;
  readonly xmlSha256: string | null;
  readonly content: string;
}

const columns = sql`p.id, p.pupil_id AS "pupilId", p.pupil_name AS "pupilName", p.unit_id AS "unitId", u.name AS school, y.name AS "schoolYear",
  y.id AS "schoolYearId", p.class_id AS "classId", convert_from(x.content, 'UTF8')::jsonb ->> 'className' AS "className", p.level, p.grade, p.number,
  p.code, p.digest, p.state, p.reason, p.made_at AS "madeAt", p.issued_at AS "issuedAt", p.revoked_at AS "revokedAt",
  p.revoked_reason AS "revokedReason", p.pdf_sha256 AS "pdfSha256", p.xml_sha256 AS "xmlSha256", convert_from(x.content, 'UTF8') AS content`;
const tables = sql`transcript.page p JOIN transcript.page_content x ON x.page_id = p.id JOIN organisation.unit u ON u.id = p.unit_id
  JOIN organisation.school_year y ON y.id = p.school_year_id`;

/** Undefined: no such page in reach. */
export async function selectPageOptional(tx: ReadTx, id: string): Promise<PageRow | undefined> {
  const { rows } = await sql<PageRow>`SELECT ${columns} FROM ${tables} WHERE p.id = ${id}`.execute(tx);
  return rows[0];
}

/** Pages by id, in the order given. */
export async function listPagesById(tx: ReadTx, ids: readonly string[]): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    SELECT ${columns} FROM ${tables} JOIN unnest(${ids}::uuid[]) WITH ORDINALITY AS w (id, place) ON w.id = p.id ORDER BY w.place`.execute(
    tx,
  );
  return rows;
}

/** All versions of the pages of a pupil, newest year and version first. */
export async function listPagesOfPupil(tx: ReadTx, pupilId: string): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    SELECT ${columns} FROM ${tables} WHERE p.pupil_id = ${pupilId} ORDER BY y.starts_on DESC, p.number DESC`.execute(
    tx,
  );
  return rows;
}

/** Issued pages that the pupil or guardian asking may see, by child and year; out-of-force ones too. */
export async function listMyPages(tx: ReadTx): Promise<PageRow[]> {
  const { rows } = await sql<PageRow>`
    SELECT ${columns} FROM ${tables} WHERE p.state <> 'collecting' AND p.pupil_id IN (SELECT people.my_pupils())
    ORDER BY p.pupil_name, p.pupil_id, y.starts_on DESC, p.number DESC LIMIT 200`.execute(tx);
  return rows;
}

/** Ids of all versions, in force or not, of the pages that a school has issued in a year, for keeping. */
export async function listPagesToKeep(
  tx: ReadTx,
  place: Pick<Place, 'unitId' | 'schoolYearId'>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT p.id FROM transcript.page p WHERE p.school_year_id = ${place.schoolYearId} AND p.state <> 'collecting' AND EXISTS (
      SELECT FROM transcript.page o WHERE o.pupil_id = p.pupil_id AND o.school_year_id = p.school_year_id AND o.unit_id = ${place.unitId}
        AND o.state <> 'collecting')
    ORDER BY p.pupil_id, p.number`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Puts a page out of force; false when it is not in force. */
export async function revokePageRow(
  tx: WriteTx,
  id: string,
  by: { accountId: string; now: Date; reason: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE transcript.page SET state = 'revoked', revoked_at = ${by.now}, revoked_by = ${by.accountId}, revoked_reason = ${by.reason}
    WHERE id = ${id} AND state = 'issued' RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Keeps the files of pages; `issuedAt`: they are in force from then on. */
export async function keepFiles(
  tx: WriteTx,
  files: readonly { readonly pageId: string; readonly pdf: string; readonly xml: string }[],
  issuedAt: Date | null,
): Promise<void> {
  await sql`
    UPDATE transcript.page p SET pdf_sha256 = g.pdf, xml_sha256 = g.xml, issued_at = ${issuedAt}::timestamptz,
      state = CASE WHEN ${issuedAt}::timestamptz IS NULL THEN p.state ELSE 'issued' END
    FROM jsonb_to_recordset(${JSON.stringify(files)}::jsonb) AS g ("pageId" uuid, pdf text, xml text) WHERE p.id = g."pageId"`.execute(
    tx,
  );
}
