import { databaseRefusal } from '#platform/db';
import { defineRefusals, type Problem, Refusal, type RefusalShape } from '#platform/errors';

/** Ways the HTTP layer itself says no. */
export const refusals = defineRefusals('http', {
  invalidInput: (problems: readonly Problem[]): RefusalShape => ({
    status: 400,
    title: 'Thông tin gửi lên chưa đúng',
    detail: 'Hãy sửa các mục được nêu rồi gửi lại.',
    problems,
  }),
  malformed: () => ({
    status: 400,
    title: 'Không đọc được nội dung gửi lên',
    detail: 'Nội dung không phải JSON hợp lệ. Hãy tải lại trang rồi thử lại.',
  }),
  bodyTooLarge: () => ({
    status: 413,
    title: 'Nội dung gửi lên quá lớn',
    detail: 'Hãy rút gọn nội dung hoặc gửi dưới dạng tệp đính kèm.',
  }),
  fileTooLarge: () => ({
    status: 413,
    title: 'Tệp quá lớn',
    detail: 'Tệp được phép tối đa 20 MB. Hãy giảm dung lượng hoặc tách tệp rồi gửi lại.',
  }),
  fileMissing: () => ({
    status: 400,
    title: 'Chưa có tệp',
    detail: 'Hãy chọn một tệp rồi gửi lại.',
  }),
  unsupportedMedia: () => ({
    status: 415,
    title: 'Kiểu nội dung không được nhận',
    detail: 'Hãy gửi JSON hoặc tệp theo biểu mẫu của trang.',
  }),
  unknownAddress: () => ({
    status: 404,
    title: 'Không có địa chỉ này',
    detail: 'Hãy kiểm tra lại đường dẫn hoặc quay về trang đầu.',
  }),
  badCommandId: () => ({
    status: 400,
    title: 'Mã lệnh không đúng dạng',
    detail: 'Mã lệnh (Idempotency-Key) phải là UUID. Hãy tải lại trang rồi thử lại.',
  }),
  commandReused: () => ({
    status: 409,
    title: 'Mã lệnh đã dùng cho việc khác',
    detail: 'Hãy tải lại trang rồi thực hiện lại.',
  }),
  alreadyDone: () => ({
    status: 409,
    title: 'Việc này đã được thực hiện',
    detail: 'Lệnh đã chạy một lần và kết quả chỉ hiện một lần. Hãy tải lại trang để xem dữ liệu mới nhất.',
  }),
  foreignOrigin: () => ({
    status: 403,
    title: 'Yêu cầu đến từ trang khác',
    detail: 'Vì an toàn, chỉ trang của Hoa Ban được gửi thay đổi.',
  }),
  outOfScope: () => ({
    status: 403,
    title: 'Ngoài phạm vi của bạn',
    detail: 'Dữ liệu này thuộc đơn vị khác. Hãy đổi vai trò hoặc liên hệ đơn vị đó.',
  }),
  conflict: () => ({
    status: 409,
    title: 'Dữ liệu đã có hoặc đang được dùng',
    detail: 'Hãy tải lại trang để xem dữ liệu mới nhất rồi thử lại.',
  }),
  notKept: () => ({
    status: 422,
    title: 'Dữ liệu không hợp quy tắc',
    detail: 'Máy chủ không nhận giá trị này. Hãy kiểm tra lại các ô vừa nhập.',
  }),
  busy: () => ({
    status: 503,
    title: 'Hệ thống đang bận',
    detail: 'Chưa có gì bị mất. Hãy thử lại sau ít phút.',
  }),
  fault: () => ({
    status: 500,
    title: 'Hệ thống gặp lỗi',
    detail: 'Chưa có gì được lưu. Hãy thử lại; nếu vẫn lỗi, gửi mã yêu cầu cho quản trị.',
  }),
});

/** RFC 9457 problem document. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly problems?: readonly Problem[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code = '', statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusals.bodyTooLarge();
  if (code === 'FST_REQ_FILE_TOO_LARGE') return refusals.fileTooLarge();
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refusals.unsupportedMedia();
  if (statusCode === 413) return refusals.bodyTooLarge();
  if (code.startsWith('FST_') || statusCode === 400) return refusals.malformed();
  const refused = databaseRefusal(error);
  switch (refused?.kind) {
    case 'rowSecurity':
    case 'permission':
      return refusals.outOfScope();
    case 'unique':
    case 'exclusion':
    case 'foreignKey':
      return refusals.conflict();
    case 'check':
    case 'notNull':
    case 'tooLong':
    case 'notText':
      return refusals.notKept();
    case 'unavailable':
      return refusals.busy();
    default:
      return refusals.fault();
  }
}

/** The one place where any error becomes what a client is told. `requestId` is the request's UUID. */
export function problemDocument(error: unknown, requestId: string): ProblemDocument {
  const { code, shape } = refusalOf(error);
  return {
    type: `/loi/${code}`,
    title: shape.title,
    status: shape.status,
    detail: shape.detail,
    code,
    instance: `urn:uuid:${requestId}`,
    ...(shape.problems ? { problems: shape.problems } : {}),
    ...(shape.facts ? { facts: shape.facts } : {}),
  };
}
