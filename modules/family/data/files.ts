import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface AnnouncementFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Files of a notice in reach, in the order they were added. */
export async function listFiles(tx: ReadTx, announcementId: string): Promise<AnnouncementFile[]> {
  const { rows } = await sql<AnnouncementFile>`
    SELECT id, file_name AS "fileName", media_type AS "mediaType", bytes, sha256 FROM family.announcement_file
    WHERE announcement_id = ${announcementId} ORDER BY id`.execute(tx);
  return rows;
}

export async function insertFile(
  tx: WriteTx,
  of: { readonly id: string; readonly unitId: string; readonly departmentId: string },
  file: AnnouncementFile,
): Promise<void> {
  await sql`INSERT INTO family.announcement_file (id, announcement_id, unit_id, department_id, file_name, media_type, bytes, sha256)
    VALUES (${file.id}, ${of.id}, ${of.unitId}, ${of.departmentId}, ${file.fileName}, ${file.mediaType}, ${file.bytes}, ${file.sha256})`.execute(
    tx,
  );
}

export async function deleteFile(tx: WriteTx, announcementId: string, fileId: string): Promise<void> {
  await sql`DELETE FROM family.announcement_file WHERE announcement_id = ${announcementId} AND id = ${fileId}`.execute(
    tx,
  );
}
