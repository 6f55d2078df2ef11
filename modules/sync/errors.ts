import { defineRefusals } from '#platform/errors';

/** Every way working without a network says no. */
export const syncErrors = defineRefusals('sync', {
  deviceUnknown: () => ({
    status: 404,
    title: 'Máy này chưa được gắn với tài khoản',
    detail: 'Hãy mở trang “Máy và việc chờ gửi” và bấm “Giữ trên máy này”. Việc chưa gửi vẫn còn trên máy.',
  }),
  deviceRevoked: () => ({
    status: 403,
    title: 'Máy này đã bị thu hồi',
    detail: 'Dữ liệu trên máy được xoá. Nếu đây vẫn là máy của bạn, hãy đăng nhập rồi gắn lại máy.',
  }),
  deviceTaken: () => ({
    status: 409,
    title: 'Máy này đã gắn với tài khoản khác',
    detail: 'Hãy tải lại trang rồi gắn lại máy.',
  }),
  tooManyDevices: (most: number) => ({
    status: 422,
    title: `Bạn đang có ${most} máy`,
    detail: 'Hãy thu hồi một máy không còn dùng rồi gắn máy này.',
  }),
  badKey: () => ({
    status: 422,
    title: 'Khoá của máy không đúng dạng',
    detail: 'Hãy cập nhật trình duyệt rồi thử lại.',
  }),
  badSignature: () => ({
    status: 403,
    title: 'Chữ ký của máy không đúng',
    detail:
      'Gói việc này không phải do máy đã gắn gửi lên, nên không nhận việc nào. Nếu đúng là máy của bạn, hãy gắn lại máy.',
  }),
  sequenceTaken: () => ({
    status: 409,
    title: 'Số thứ tự này đã dùng cho việc khác',
    detail: 'Máy có thể vừa được sao chép hoặc khôi phục. Hãy kiểm tra việc này rồi bấm “Gửi lại”.',
  }),
  commandReused: () => ({
    status: 422,
    title: 'Mã việc này đã dùng cho nội dung khác',
    detail: 'Hãy kiểm tra việc này rồi bấm “Gửi lại”.',
  }),
  unknownCommand: (name: string) => ({
    status: 422,
    title: 'Hệ thống không biết việc này',
    detail: `Không có việc “${name}” làm được khi mất mạng. Hãy cập nhật ứng dụng rồi gửi lại.`,
  }),
  inputTooLarge: () => ({
    status: 413,
    title: 'Nội dung quá lớn',
    detail: 'Hãy chia thành nhiều lần lưu nhỏ hơn rồi gửi lại.',
  }),
  roleEnded: () => ({
    status: 403,
    title: 'Vai trò lúc làm việc này đã kết thúc',
    detail: 'Bạn không còn giữ vai trò đã dùng khi nhập. Hãy chuyển nội dung cho người đang phụ trách.',
  }),
  fault: () => ({
    status: 500,
    title: 'Hệ thống gặp lỗi ở việc này',
    detail:
      'Chưa ghi gì của việc này; nội dung vẫn còn trên máy. Hãy bấm “Gửi lại”; nếu vẫn lỗi, báo quản trị.',
  }),
  deviceNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy máy',
    detail: 'Máy không có hoặc ngoài phạm vi của bạn. Hãy tải lại danh sách.',
  }),
});
