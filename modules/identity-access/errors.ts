import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way that signing in and accounts say no. */
export const identityErrors = defineRefusals('identity', {
  signInNeeded: () => ({
    status: 401,
    title: 'Bạn chưa đăng nhập',
    detail: 'Hãy đăng nhập rồi thử lại.',
  }),
  tokenNeeded: () => ({
    status: 401,
    title: 'Thiếu mã truy cập hoặc mã đã hết hạn',
    detail: 'Hãy xin mã mới tại /oauth/token rồi gửi trong đầu mục Authorization: Bearer.',
  }),
  notForClients: () => ({
    status: 403,
    title: 'Việc này chỉ dành cho người dùng',
    detail: 'Hệ thống liên kết chỉ gọi được các địa chỉ OneRoster đã cấp quyền.',
  }),
  secondFactorDue: () => ({
    status: 403,
    title: 'Còn thiếu mã xác thực',
    detail: 'Hãy nhập mã 6 số trong ứng dụng xác thực để hoàn tất đăng nhập.',
  }),
  passwordChangeDue: () => ({
    status: 403,
    title: 'Cần đổi mật khẩu lần đầu',
    detail: 'Mật khẩu đang dùng chỉ để đăng nhập lần đầu. Hãy đặt mật khẩu của riêng bạn.',
  }),
  noRole: () => ({
    status: 403,
    title: 'Bạn chưa có vai trò nào',
    detail: 'Hãy chọn vai trò khác, hoặc nhờ người quản lý tài khoản của đơn vị giao vai trò.',
  }),
  notAllowed: (who: string) => ({
    status: 403,
    title: 'Vai trò của bạn không làm việc này',
    detail:
      who === ''
        ? 'Hệ thống không mở việc này cho vai trò nào.'
        : `Việc này do ${who} thực hiện. Hãy đổi vai trò hoặc nhờ người có vai trò đó.`,
  }),
  wrongNameOrPassword: () => ({
    status: 401,
    title: 'Tên đăng nhập hoặc mật khẩu chưa đúng',
    detail:
      'Hãy kiểm tra chữ hoa, bộ gõ tiếng Việt rồi nhập lại. Sai 5 lần liền, tài khoản tạm khoá 15 phút.',
  }),
  locked: (minutes: number) => ({
    status: 429,
    title: 'Tài khoản đang tạm khoá',
    detail: `Nhập sai quá nhiều lần. Hãy thử lại sau ${minutes} phút, hoặc nhờ người quản lý tài khoản cấp lại mật khẩu.`,
    facts: { minutes },
  }),
  accountDisabled: () => ({
    status: 403,
    title: 'Tài khoản đã ngừng dùng',
    detail: 'Hãy liên hệ người quản lý tài khoản của đơn vị.',
  }),
  wrongPassword: () => ({
    status: 422,
    title: 'Mật khẩu hiện tại chưa đúng',
    detail: 'Hãy nhập lại mật khẩu đang dùng.',
    problems: [{ path: 'currentPassword', message: 'Mật khẩu hiện tại chưa đúng.' }],
  }),
  badNewPassword: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Mật khẩu mới chưa dùng được',
    detail: problems.map((problem) => problem.message).join(' '),
    problems,
  }),
  roleNotYours: () => ({
    status: 422,
    title: 'Không đổi được vai trò',
    detail: 'Vai trò này không còn hiệu lực hoặc không phải của bạn. Hãy tải lại trang.',
  }),
  totpAlreadyOn: () => ({
    status: 409,
    title: 'Xác thực hai lớp đang bật',
    detail: 'Muốn dùng điện thoại khác, hãy tắt rồi bật lại.',
  }),
  secondFactorOff: () => ({
    status: 409,
    title: 'Xác thực hai lớp đang tắt',
    detail: 'Người này đăng nhập chỉ bằng mật khẩu, không cần gỡ. Hãy tải lại trang.',
  }),
  totpNotBegun: () => ({
    status: 409,
    title: 'Chưa có mã QR để xác nhận',
    detail: 'Hãy bấm "Bật xác thực hai lớp", quét mã QR rồi nhập mã.',
  }),
  wrongCode: () => ({
    status: 422,
    title: 'Mã xác thực chưa đúng',
    detail:
      'Mã đổi sau mỗi 30 giây và chỉ dùng được một lần. Hãy nhập mã đang hiện; kiểm tra giờ của điện thoại.',
    problems: [{ path: 'code', message: 'Mã chưa đúng hoặc đã dùng.' }],
  }),
  sessionNotFound: () => ({
    status: 404,
    title: 'Không thấy phiên đăng nhập này',
    detail: 'Phiên đã kết thúc. Hãy tải lại danh sách.',
  }),
  changedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Thông tin vừa được sửa ở nơi khác',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  accountNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy tài khoản',
    detail: 'Tài khoản không có hoặc ngoài phạm vi của bạn. Hãy tìm lại trong danh sách.',
  }),
  accountAbove: () => ({
    status: 403,
    title: 'Tài khoản này do cấp trên quản lý',
    detail: 'Người này giữ vai trò ngang hoặc cao hơn bạn, hoặc làm việc cả ở đơn vị khác. Hãy nhờ cấp trên.',
  }),
  ownAccount: () => ({
    status: 422,
    title: 'Không làm việc này với chính tài khoản của mình',
    detail: 'Hãy đổi mật khẩu ở trang cá nhân, hoặc nhờ người quản lý tài khoản khác.',
  }),
  roleAbove: (who: string) => ({
    status: 403,
    title: 'Bạn không giao được vai trò này',
    detail: `Chỉ giao được vai trò dưới mình: ${who}.`,
  }),
  roleMisfit: (role: string, unit: string) => ({
    status: 422,
    title: 'Vai trò không hợp với đơn vị',
    detail: `Không có vai trò ${role} ở ${unit}. Hãy chọn đơn vị hoặc vai trò khác.`,
    problems: [{ path: 'role', message: `Không có vai trò ${role} ở ${unit}.` }],
  }),
  unitOutOfReach: () => ({
    status: 403,
    title: 'Đơn vị ngoài phạm vi của bạn',
    detail: 'Chỉ giao được vai trò ở đơn vị mình và các đơn vị dưới. Hãy chọn đơn vị khác.',
  }),
  roleHeld: () => ({
    status: 409,
    title: 'Người này đang giữ vai trò đó',
    detail: 'Không cần giao lại. Hãy tải lại danh sách.',
  }),
  roleNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy vai trò này',
    detail: 'Vai trò đã kết thúc hoặc ngoài phạm vi của bạn. Hãy tải lại danh sách.',
  }),
  usernameTaken: (username: string) => ({
    status: 409,
    title: 'Tên đăng nhập đã có người dùng',
    detail: `Tên "${username}" đã có. Hãy thêm số hoặc tên trường vào sau.`,
    problems: [{ path: 'username', message: 'Tên đăng nhập đã có người dùng.' }],
  }),
  phoneTaken: () => ({
    status: 409,
    title: 'Số điện thoại đã gắn với tài khoản khác',
    detail: 'Mỗi số chỉ gắn với một tài khoản. Hãy dùng số khác hoặc để trống.',
    problems: [{ path: 'phone', message: 'Số điện thoại đã gắn với tài khoản khác.' }],
  }),
  oidcNotOffered: () => ({
    status: 404,
    title: 'Chưa mở đăng nhập bằng tài khoản định danh',
    detail: 'Hãy đăng nhập bằng tên đăng nhập và mật khẩu.',
  }),
  oidcUnavailable: () => ({
    status: 503,
    title: 'Không kết nối được nơi cấp tài khoản định danh',
    detail: 'Hãy thử lại sau ít phút, hoặc đăng nhập bằng tên đăng nhập và mật khẩu.',
  }),
  oidcExpired: () => ({
    status: 400,
    title: 'Lần đăng nhập này đã hết hạn',
    detail: 'Hãy bắt đầu đăng nhập lại từ đầu.',
  }),
  oidcRefused: () => ({
    status: 403,
    title: 'Nơi cấp tài khoản định danh không xác nhận',
    detail: 'Đăng nhập bị huỷ hoặc không hợp lệ. Hãy bắt đầu lại từ đầu.',
  }),
  oidcNotLinked: () => ({
    status: 403,
    title: 'Tài khoản định danh chưa liên kết',
    detail: 'Hãy đăng nhập bằng mật khẩu, vào trang cá nhân và bấm "Liên kết tài khoản định danh".',
  }),
  oidcTaken: () => ({
    status: 409,
    title: 'Tài khoản định danh đã liên kết với người khác',
    detail: 'Hãy dùng tài khoản định danh của chính bạn, hoặc nhờ quản trị kiểm tra.',
  }),
  badNames: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Họ tên hoặc tên đăng nhập chưa đúng',
    detail: problems.map((problem) => problem.message).join(' '),
    problems,
  }),
  unknownDepartment: (code: string) => ({
    status: 404,
    title: `Không có Sở mã "${code}"`,
    detail: 'Hãy kiểm tra mã Sở rồi chạy lại.',
  }),
});
