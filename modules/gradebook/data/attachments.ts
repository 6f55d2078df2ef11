import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { AttachmentKind, Place } from '../rules/index.ts';
import type { SheetGround, SheetKey } from './sheets.ts';

/** Behind which column, or behind the mark of which pupil in it. */
export interface AttachedTo extends SheetKey {
  readonly place: Place;
  readonly pupilId: string | null;
}

export type AttachmentContent =
  | { readonly link: string; readonly sha256?: never }
  | { readonly link?: never; readonly sha256: string; readonly mediaType: string; readonly bytes: number };

export interface Attachment {
  readonly id: string;
  readonly unitId: string;
  readonly classId: string;
  readonly subjectCode: string;
  readonly semester: 1 | 2;
  readonly place: Place;
  readonly pupilId: string | null;
  readonly kind: AttachmentKind;
  readonly title: string;
  readonly link: string | null;
  readonly mediaType: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly addedBy: string;
  readonly addedAt: string;
}

const selection = sql`
  SELECT id, unit_id AS "unitId", class_id AS "classId", subject_code AS "subjectCode", semester, place, pupil_id AS "pupilId", kind, title, link,
    media_type AS "mediaType", bytes, sha256, added_by AS "addedBy", added_at AS "addedAt" FROM gradebook.attachment`;

/** Oldest first. */
export async function listAttachments(tx: ReadTx, of: AttachedTo): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`${selection}
    WHERE class_id = ${of.classId} AND subject_code = ${of.subjectCode} AND semester = ${of.semester} AND place = ${of.place}
      AND pupil_id IS NOT DISTINCT FROM ${of.pupilId}::uuid ORDER BY added_at, id`.execute(tx);
  return rows;
}

export async function selectAttachmentOptional(tx: ReadTx, id: string): Promise<Attachment | undefined> {
  const { rows } = await sql<Attachment>`${selection} WHERE id = ${id}`.execute(tx);
  return rows[0];
}

/** Whoever else attaches to the same column or mark waits until the transaction ends: so that the bound holds. */
export async function holdAttachments(tx: WriteTx, of: AttachedTo): Promise<void> {
  const key = [of.classId, of.subjectCode, of.semester, of.place, of.pupilId ?? ''].join(' ');
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`gradebook.attachment ${key}`}, 0))`.execute(tx);
}

export async function insertAttachment(
  tx: WriteTx,
  { unitId, departmentId }: Pick<SheetGround, 'unitId' | 'departmentId'>,
  of: AttachedTo,
  given: { kind: AttachmentKind; title: string; content: AttachmentContent },
  by: { accountId: string; now: Date },
): Promise<string> {
  const id = uuidv7();
  const { content } = given;
  const file = content.sha256 === undefined ? undefined : content;
  await sql`
    INSERT INTO gradebook.attachment (id, unit_id, department_id, class_id, subject_code, semester, place, pupil_id, kind, title, link, media_type,
      bytes, sha256, added_by, added_at)
    VALUES (${id}, ${unitId}, ${departmentId}, ${of.classId}, ${of.subjectCode}, ${of.semester}, ${of.place}, ${of.pupilId}::uuid, ${given.kind},
      ${given.title}, ${content.link ?? null}, ${file?.mediaType ?? null}, ${file?.bytes ?? null}, ${file?.sha256 ?? null}, ${by.accountId},
      ${by.now})`.execute(tx);
  return id;
}

export async function deleteAttachment(tx: WriteTx, id: string): Promise<void> {
  await sql`DELETE FROM gradebook.attachment WHERE id = ${id}`.execute(tx);
}

/** Leaves a line in the audit trail: somebody looked at a child's work. */
export async function noteOpened(tx: WriteTx, { id, unitId }: Attachment): Promise<void> {
  await sql`SELECT audit.note('read', 'gradebook.attachment', ${id}, ${unitId}::uuid, NULL)`.execute(tx);
}
