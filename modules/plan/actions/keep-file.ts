import { v7 as uuidv7 } from 'uuid';
import type { WriteTx } from '#platform/db';
import { cleanFileName, recogniseFile, storeFile, type UnacceptableFile } from '#platform/files';
import { insertAttachment } from '../data/attachments.ts';
import { planErrors } from '../errors.ts';
import type { Acting } from './acting.ts';

const refusals: Readonly<Record<UnacceptableFile, string>> = {
  empty: 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp rồi gửi lại.',
  oldOffice:
    'Tệp Word, Excel đời cũ hoặc đang đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu thành .docx hoặc .xlsx rồi gửi lại.',
  macros: 'Tệp có chứa macro nên không được nhận. Hãy lưu thành .docx hoặc .xlsx rồi gửi lại.',
  damaged: 'Tệp bị hỏng, không mở được. Hãy kiểm tra lại tệp rồi gửi lại.',
  unknown: 'Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) và ảnh (PNG, JPEG, WebP).',
};

const largest = 20 * 1024 * 1024;

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
  if (file.bytes.length > largest) throw planErrors.fileRefused('Tệp lớn hơn 20 MB. Hãy giảm dung lượng.');
  const recognised = await recogniseFile(file.bytes);
  if (typeof recognised === 'string') throw planErrors.fileRefused(refusals[recognised]);
  const { mediaType, extensions } = recognised;
  const given = cleanFileName(file.fileName, `tep.${extensions[0]}`);
  const fitting = extensions.some((extension) => given.toLowerCase().endsWith(`.${extension}`));
  const fileName = fitting ? given : `${given}.${extensions[0]}`;
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
