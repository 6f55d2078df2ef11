import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Step, StepKind, SubjectLine } from '../rules/index.ts';

export interface StepRow extends Step {
  readonly id: string;
  readonly pageId: string;
  readonly digest: string;
}

/** The steps of pages in their order. */
export async function listStepsOf(tx: ReadTx, pageIds: readonly string[]): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    SELECT s.id, s.page_id AS "pageId", s.kind, s.subject_code AS "subjectCode", s.state, f.full_name AS signer, s.done_name AS "doneName",
      s.done_at AS "doneAt", s.method, s.certificate, translate(encode(s.signature, 'base64'), E'\\n', '') AS signature, s.note, s.digest
    FROM transcript.step s LEFT JOIN people.staff_member f ON f.id = s.staff_id
    WHERE s.page_id = ANY (${pageIds}::uuid[]) ORDER BY s.page_id, s.position, s.subject_code, f.full_name`.execute(
    tx,
  );
  return rows;
}

/** Nobody before this step is still to sign. */
const due = sql`NOT EXISTS (SELECT FROM transcript.step b WHERE b.page_id = s.page_id AND b.position < s.position AND b.state <> 'done')`;

/** What waits for the person asking, by class and subject. */
export interface QueueGroup {
  readonly kind: StepKind;
  readonly classId: string;
  readonly className: string;
  readonly schoolYear: string;
  readonly subjectCode: string | null;
  readonly waiting: number;
}

/** `kinds` besides the own steps: those that the role signs for the school. */
export async function listQueue(tx: ReadTx, kinds: readonly StepKind[]): Promise<QueueGroup[]> {
  const { rows } = await sql<QueueGroup>`
    SELECT s.kind, s.class_id AS "classId", c.name AS "className", y.name AS "schoolYear", s.subject_code AS "subjectCode", count(*)::int AS waiting
    FROM transcript.step s JOIN people.school_class c ON c.id = s.class_id JOIN organisation.school_year y ON y.id = c.school_year_id
    WHERE s.state = 'waiting' AND (s.account_id = organisation.current_account() OR s.kind = ANY (${kinds}::text[])) AND ${due}
    GROUP BY s.kind, s.class_id, c.name, c.grade, y.id, s.subject_code
    ORDER BY y.starts_on DESC, s.kind DESC, c.grade, length(c.name), c.name, s.subject_code`.execute(tx);
  return rows;
}

export interface QueueStep {
  readonly id: string;
  readonly pageId: string;
  readonly pupilName: string;
  readonly part: SubjectLine | null;
}

/** The waiting steps of a group, by name; at most 200. */
export async function listQueueSteps(
  tx: ReadTx,
  { kind, classId, subjectCode }: Pick<QueueGroup, 'kind' | 'classId' | 'subjectCode'>,
): Promise<QueueStep[]> {
  const { rows } = await sql<QueueStep>`
    SELECT s.id, s.page_id AS "pageId", s.pupil_name AS "pupilName", s.part FROM transcript.step s
    WHERE s.state = 'waiting' AND s.kind = ${kind} AND s.class_id = ${classId} AND s.subject_code IS NOT DISTINCT FROM ${subjectCode}::text
      AND (s.account_id = organisation.current_account() OR s.kind IN ('principal', 'seal')) AND ${due}
    ORDER BY s.pupil_name COLLATE organisation.vietnamese, s.id LIMIT 200`.execute(tx);
  return rows;
}

/** Why a step was not confirmed, for the count. */
export interface StepStanding {
  readonly id: string;
  readonly pupilName: string;
  readonly state: StepRow['state'];
  readonly mine: boolean;
  readonly due: boolean;
}

export async function listStandings(tx: ReadTx, ids: readonly string[]): Promise<StepStanding[]> {
  const { rows } = await sql<StepStanding>`
    SELECT s.id, s.pupil_name AS "pupilName", s.state, coalesce(s.account_id = organisation.current_account(), false) AS mine, ${due} AS due
    FROM transcript.step s WHERE s.id = ANY (${ids}::uuid[])`.execute(tx);
  return rows;
}

/** Confirms steps whose turn it is: the person's own, or with `standIn` (the reason) those of teachers. Gives the steps confirmed. */
export async function confirmStepRows(
  tx: WriteTx,
  ids: readonly string[],
  by: { accountId: string; name: string; now: Date; standIn: string | null },
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    UPDATE transcript.step s SET state = 'done', done_by = ${by.accountId}, done_name = ${by.name}, done_at = ${by.now},
      method = CASE WHEN ${by.standIn}::text IS NULL THEN 'account' ELSE 'standIn' END, note = ${by.standIn}::text
    WHERE s.id = ANY (${ids}::uuid[]) AND s.state = 'waiting' AND s.kind IN ('subject', 'homeroom') AND ${due}
      AND (s.account_id = organisation.current_account() OR ${by.standIn}::text IS NOT NULL)
    RETURNING s.id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Contents that the person asking may sign now, by step: the own ones whose turn it is. */
export async function listContentsToSign(
  tx: ReadTx,
  stepIds: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const { rows } = await sql<{ id: string; content: Buffer }>`
    SELECT step_id AS id, content FROM transcript.content_to_sign(${stepIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, content }) => [id, new Uint8Array(content)]));
}

/** Keeps a teacher's own signatures; gives the steps that took one. */
export async function keepSignatures(
  tx: WriteTx,
  signatures: readonly { readonly stepId: string; readonly signature: Uint8Array }[],
  by: { accountId: string; name: string; now: Date; certificate: string },
): Promise<Set<string>> {
  const given = JSON.stringify(
    signatures.map(({ stepId, signature }) => ({
      stepId,
      signature: Buffer.from(signature).toString('base64'),
    })),
  );
  const { rows } = await sql<{ id: string }>`
    UPDATE transcript.step s SET state = 'done', done_by = ${by.accountId}, done_name = ${by.name}, done_at = ${by.now}, method = 'certificate',
      certificate = ${by.certificate}, signature = decode(g.signature, 'base64')
    FROM jsonb_to_recordset(${given}::jsonb) AS g ("stepId" uuid, signature text)
    WHERE s.id = g."stepId" AND s.state = 'waiting' AND s.kind IN ('subject', 'homeroom') AND s.account_id = organisation.current_account() AND ${due}
    RETURNING s.id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Sends a page back instead of signing it; false when it is not the person's turn. `kinds`: what the role signs besides the own steps. */
export async function returnStepRow(
  tx: WriteTx,
  id: string,
  kinds: readonly StepKind[],
  by: { accountId: string; name: string; now: Date; reason: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE transcript.step s SET state = 'returned', done_by = ${by.accountId}, done_name = ${by.name}, done_at = ${by.now}, note = ${by.reason}
    WHERE s.id = ${id} AND s.state = 'waiting' AND (s.account_id = organisation.current_account() OR s.kind = ANY (${kinds}::text[])) AND ${due}
    RETURNING s.id`.execute(tx);
  return rows.length > 0;
}

/** Pages of a school that wait for the principal or the seal, in the order of classes and names; all years. */
export async function listPagesDue(
  tx: ReadTx,
  {
    unitId,
    kind,
    classIds,
  }: { unitId: string; kind: 'principal' | 'seal'; classIds: readonly string[] | null },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT s.page_id AS id FROM transcript.step s JOIN people.school_class c ON c.id = s.class_id
    WHERE s.unit_id = ${unitId} AND s.kind = ${kind} AND s.state = 'waiting' AND ${due}
      AND (${classIds}::uuid[] IS NULL OR s.class_id = ANY (${classIds}::uuid[]))
    ORDER BY c.grade, length(c.name), c.name, s.pupil_name COLLATE organisation.vietnamese, s.id LIMIT 5000`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Which of these pages wait for this signature now. */
export async function listStillDue(
  tx: ReadTx,
  kind: 'principal' | 'seal',
  pageIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT s.page_id AS id FROM transcript.step s
    WHERE s.page_id = ANY (${pageIds}::uuid[]) AND s.kind = ${kind} AND s.state = 'waiting' AND ${due}`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Marks the step of pages as signed with a certificate. */
export async function signStepRows(
  tx: WriteTx,
  kind: 'principal' | 'seal',
  pageIds: readonly string[],
  by: { accountId: string; name: string; now: Date; certificate: string },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    UPDATE transcript.step s SET state = 'done', done_by = ${by.accountId}, done_name = ${by.name}, done_at = ${by.now}, method = 'certificate',
      certificate = ${by.certificate}
    WHERE s.page_id = ANY (${pageIds}::uuid[]) AND s.kind = ${kind} AND s.state = 'waiting' RETURNING s.id`.execute(
    tx,
  );
  return rows.length;
}
