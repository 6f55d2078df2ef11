import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface AttachmentRow {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The row of a file in reach: by its unit, or through evidence of an assignment the person sees. */
export async function selectAttachmentOptional(tx: ReadTx, id: string): Promise<AttachmentRow | undefined> {
  const { rows } = await sql<AttachmentRow>`
    SELECT id, file_name AS "fileName", media_type AS "mediaType", bytes, sha256 FROM plan.attachment WHERE id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

export async function insertAttachment(
  tx: WriteTx,
  attachment: AttachmentRow & { unitId: string; departmentId: string; accountId: string; uploadedAt: Date },
): Promise<void> {
  await sql`INSERT INTO plan.attachment (id, unit_id, department_id, account_id, file_name, media_type, bytes, sha256, uploaded_at)
    VALUES (${attachment.id}, ${attachment.unitId}, ${attachment.departmentId}, ${attachment.accountId}, ${attachment.fileName},
      ${attachment.mediaType}, ${attachment.bytes}, ${attachment.sha256}, ${attachment.uploadedAt})`.execute(
    tx,
  );
}
