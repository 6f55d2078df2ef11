import { defineRefusals, type RefusalShape } from '#platform/errors';

/** Every way identity and access say no. */
export const identityErrors = defineRefusals('identity', {
  signInNeeded: (): RefusalShape => ({
    status: 401,
    title: 'Bạn cần đăng nhập',
    detail: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập rồi làm lại.',
  }),
  notAllowed: (who: string) => ({
    status: 403,
    title: 'Vai trò này không làm được việc đó',
    detail: who === '' ? 'Không vai trò nào được làm việc này.' : `Việc này do ${who} thực hiện.`,
  }),
  passwordChangeDue: () => ({
    status: 403,
    title: 'Hãy đổi mật khẩu trước',
    detail: 'Đây là mật khẩu dùng một lần. Hãy đặt mật khẩu của riêng bạn rồi tiếp tục.',
  }),
  secondFactorDue: () => ({
    status: 403,
    title: 'Còn bước xác thực thứ hai',
    detail: 'Hãy nhập mã 6 số trong ứng dụng xác thực.',
  }),
  wrongPassword: () => ({
    status: 401,
    title: 'Sai tên đăng nhập hoặc mật khẩu',
    detail: 'Hãy kiểm tra lại. Sau 5 lần sai, tài khoản tạm khóa 15 phút.',
  }),
  locked: (until: string) => ({
    status: 429,
    title: 'Tài khoản đang tạm khóa',
    detail: `Sai quá nhiều lần. Hãy thử lại sau ${until}, hoặc nhờ người phụ trách đơn vị đặt lại mật khẩu.`,
  }),
  weakPassword: (message: string) => ({
    status: 422,
    title: 'Mật khẩu chưa dùng được',
    detail: message,
    problems: [{ path: 'newPassword', message }],
  }),
  wrongCurrentPassword: () => ({
    status: 422,
    title: 'Mật khẩu hiện tại không đúng',
    detail: 'Hãy nhập lại mật khẩu đang dùng.',
    problems: [{ path: 'currentPassword', message: 'Mật khẩu hiện tại không đúng.' }],
  }),
  roleNotYours: () => ({
    status: 404,
    title: 'Bạn không giữ vai trò này',
    detail: 'Hãy chọn một vai trò trong danh sách của bạn.',
  }),
});
