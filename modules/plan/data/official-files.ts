import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface OfficialFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly uploadedAt: string;
}

export async function listOfficialFiles(tx: ReadTx, documentId: string): Promise<OfficialFile[]> {
  const { rows } = await sql<OfficialFile>`
    SELECT a.id, a.file_name AS "fileName", a.media_type AS "mediaType", a.bytes, a.uploaded_at AS "uploadedAt"
    FROM plan.official_document_file f JOIN plan.attachment a ON a.id = f.attachment_id
    WHERE f.document_id = ${documentId} ORDER BY a.uploaded_at, a.id`.execute(tx);
  return rows;
}

export async function insertOfficialFile(
  tx: WriteTx,
  documentId: string,
  attachmentId: string,
): Promise<void> {
  await sql`INSERT INTO plan.official_document_file (document_id, attachment_id, department_id, unit_id)
    SELECT o.id, ${attachmentId}, o.department_id, o.unit_id FROM plan.official_document o WHERE o.id = ${documentId}`.execute(
    tx,
  );
}

/** Takes a file off a document; the attachment stays for the record. Gives whether it was there. */
export async function deleteOfficialFile(
  tx: WriteTx,
  documentId: string,
  attachmentId: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`DELETE FROM plan.official_document_file
    WHERE document_id = ${documentId} AND attachment_id = ${attachmentId}`.execute(tx);
  return numAffectedRows === 1n;
}
