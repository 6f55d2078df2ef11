import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { acceptFile, storeFile } from '#platform/files';
import { insertAttachment } from '../data/attachments.ts';
import { planErrors } from '../errors.ts';
import type { Acting } from './acting.ts';

const mostMegabytes = 20;

export interface KeptFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly uploadedAt: string;
}

/**
 * Keeps a file that a person brought as an attachment of `unitId`: told by its bytes, with a clean name whose
 * extension fits. The content is stored before the row; a row that is not committed leaves content nobody
 * reads. Throws `plan.fileRefused`.
 */
export async function keepFile(
  tx: WriteTx,
  { actor, now }: Acting,
  filesFolder: string,
  unitId: string,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<KeptFile> {
  const accepted = await acceptFile(file, mostMegabytes);
  if ('refusal' in accepted) throw planErrors.fileRefused(accepted.refusal);
  const { fileName, mediaType } = accepted;
  const sha256 = await storeFile(filesFolder, file.bytes);
  const id = uuidv7();
  const bytes = file.bytes.length;
  await insertAttachment(tx, {
    id,
    unitId,
    departmentId: actor.departmentId,
    accountId: actor.accountId,
    fileName,
    mediaType,
    bytes,
    sha256,
    uploadedAt: now,
  });
  return { id, fileName, mediaType, bytes, uploadedAt: now.toISOString() };
}
