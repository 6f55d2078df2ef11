import { cleanFileName } from './name.ts';
import { recogniseFile, type UnacceptableFile } from './recognise.ts';

const refusals: Readonly<Record<UnacceptableFile, string>> = {
  empty: 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp rồi gửi lại.',
  oldOffice:
    'Tệp Word, Excel đời cũ hoặc đang đặt mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu thành .docx hoặc .xlsx rồi gửi lại.',
  macros: 'Tệp có chứa macro nên không được nhận. Hãy lưu thành .docx hoặc .xlsx rồi gửi lại.',
  damaged: 'Tệp bị hỏng, không mở được. Hãy kiểm tra lại tệp rồi gửi lại.',
  unknown: 'Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx) và ảnh (PNG, JPEG, WebP).',
};

/**
 * Whether a file that a person brought is taken: told by its bytes, of at most `mostMegabytes`. Gives its media type and a clean name whose
 * extension fits, or why not, in Vietnamese.
 */
export async function acceptFile(
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  mostMegabytes: number,
): Promise<{ readonly fileName: string; readonly mediaType: string } | { readonly refusal: string }> {
  if (file.bytes.length > mostMegabytes * 1024 * 1024) {
    return { refusal: `Tệp lớn hơn ${mostMegabytes} MB. Hãy giảm dung lượng.` };
  }
  const recognised = await recogniseFile(file.bytes);
  if (typeof recognised === 'string') return { refusal: refusals[recognised] };
  const { mediaType, extensions } = recognised;
  const given = cleanFileName(file.fileName, `tep.${extensions[0]}`);
  const fitting = extensions.some((extension) => given.toLowerCase().endsWith(`.${extension}`));
  return { fileName: fitting ? given : `${given}.${extensions[0]}`, mediaType };
}
