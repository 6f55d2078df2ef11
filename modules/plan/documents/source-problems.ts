import type { ReadingProblem } from '../rules/reader/source.ts';

export const MAXIMUM_FILE_BYTES = 20 * 1024 * 1024;

const SAVE_AS_DOCX =
  'Hãy mở tệp bằng Word, chọn Lưu thành (Save As) kiểu "Word Document (.docx)" rồi nạp lại.';

const MESSAGES = {
  emptyFile: 'Tệp rỗng (0 byte). Hãy kiểm tra lại tệp gốc rồi nạp lại.',
  fileTooLarge: 'Tệp lớn hơn 20 MB. Hãy bỏ bớt hình ảnh trong tệp hoặc chỉ giữ phần kế hoạch rồi nạp lại.',
  unsupportedType:
    'Loại tệp này không đọc được. Chỉ nhận tệp Word (.docx), văn bản (.txt) hoặc Markdown (.md).',
  pdfNotSupported:
    'Đây là tệp PDF nên không đọc được thành danh mục nhiệm vụ. Hãy nạp bản Word (.docx) của kế hoạch.',
  oldWordDocument: `Đây là tệp Word đời cũ (.doc). ${SAVE_AS_DOCX}`,
  encryptedDocument:
    'Tệp đang đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ tài liệu), lưu rồi nạp lại.',
  contentMismatch:
    'Nội dung tệp không đúng với đuôi tên tệp. Hãy kiểm tra lại tệp, đặt đúng đuôi (.docx, .txt hoặc .md) rồi nạp lại.',
  corruptDocx: `Tệp Word bị hỏng hoặc không phải tệp .docx thật. Hãy mở thử bằng Word; nếu mở được thì lưu lại: ${SAVE_AS_DOCX}`,
  unsafeDocx: `Tệp Word nén bất thường (giải nén ra quá lớn) nên không được mở, để bảo vệ máy chủ. ${SAVE_AS_DOCX}`,
  tooManyParagraphs:
    'Tệp có quá nhiều đoạn (hơn 300.000) để là một kế hoạch. Hãy chỉ giữ phần kế hoạch rồi nạp lại.',
  tooComplex:
    'Tệp quá lớn hoặc quá phức tạp để đọc trong thời gian cho phép. Hãy chỉ giữ phần kế hoạch rồi nạp lại.',
  noText: 'Tệp không có chữ nào để đọc (có thể là ảnh chụp hoặc bản quét). Hãy nạp bản có chữ.',
  notText:
    'Tệp có đuôi văn bản nhưng chứa dữ liệu nhị phân. Hãy nạp đúng tệp kế hoạch (.docx, .txt hoặc .md).',
  unknownEncoding:
    'Không xác định được bảng mã chữ của tệp, nên không đọc để tránh sai chữ. Hãy mở tệp, lưu lại với bảng mã UTF-8 (Unicode) rồi nạp lại.',
  garbledText:
    'Chữ trong tệp bị lỗi phông (không phải Unicode, TCVN3 hay VNI), nên không đọc để tránh sai chữ. Hãy chuyển tệp sang Unicode rồi nạp lại.',
} as const;

export type SourceProblemCode = keyof typeof MESSAGES;

/** A file that cannot be read. `message` says what happened and what to do next; `detail` is for the record. */
export interface SourceProblem extends ReadingProblem {
  code: SourceProblemCode;
}

export function sourceProblem(code: SourceProblemCode, detail?: string): SourceProblem {
  return detail === undefined ? { code, message: MESSAGES[code] } : { code, message: MESSAGES[code], detail };
}
