import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way that the exchange with other systems says no. */
export const exchangeErrors = defineRefusals('exchange', {
  noClient: () => ({
    status: 404,
    title: 'Không có hệ thống liên kết này',
    detail: 'Có thể nó thuộc đơn vị khác. Hãy quay lại danh sách.',
  }),
  alreadyRevoked: () => ({
    status: 409,
    title: 'Hệ thống này đã bị thu hồi quyền',
    detail: 'Muốn cho đọc lại, hãy đăng ký mới: mã bí mật cũ không dùng lại được.',
  }),
  wrongUnit: () => ({
    status: 422,
    title: 'Không cấp được cho đơn vị này',
    detail: 'Hãy chọn Sở, một xã, một cụm hoặc một trường trong phạm vi bạn quản lý.',
    problems: [{ path: 'unitId', message: 'Chọn Sở, xã, cụm hoặc trường trong phạm vi của bạn.' }],
  }),
  badLastDay: (from: string, to: string) => ({
    status: 422,
    title: 'Ngày hết hạn chưa đúng',
    detail: `Hãy chọn một ngày từ ${from} đến ${to}.`,
    problems: [{ path: 'expiresOn', message: `Chọn một ngày từ ${from} đến ${to}.` }],
  }),
  unknownClient: () => ({
    status: 401,
    title: 'invalid_client',
    detail: 'Sai mã hệ thống hoặc mã bí mật, hoặc quyền đã hết hạn hay bị thu hồi.',
  }),
  wrongGrant: () => ({
    status: 400,
    title: 'unsupported_grant_type',
    detail: 'Chỉ nhận grant_type=client_credentials.',
  }),
  wrongScope: () => ({
    status: 400,
    title: 'invalid_scope',
    detail: 'Hệ thống này không được cấp phạm vi nào trong các phạm vi đã xin.',
  }),
  tooMany: (seconds: number) => ({
    status: 429,
    title: 'Gọi quá nhiều lần',
    detail: `Hãy chờ ${seconds} giây rồi gọi lại.`,
    facts: { seconds },
  }),
  scopeMissing: (scope: string) => ({
    status: 403,
    title: 'Mã truy cập không có phạm vi này',
    detail: `Cần phạm vi ${scope}. Hãy xin quản trị viên cấp thêm.`,
  }),
  unknownObject: () => ({
    status: 404,
    title: 'Không có đối tượng này',
    detail: 'Đối tượng không tồn tại hoặc nằm ngoài đơn vị được cấp.',
  }),
  badQuestion: (about: 'filter' | 'sort' | 'fields', field: string): RefusalShape => ({
    status: 400,
    title: {
      filter: 'Bộ lọc không đọc được',
      sort: 'Không xếp được theo cột này',
      fields: 'Không có cột này',
    }[about],
    detail: `Hãy xem lại: ${field || '(để trống)'}`,
    facts: { about },
  }),
  chooseSchool: () => ({
    status: 422,
    title: 'Hãy chọn một trường',
    detail: 'Tệp OneRoster lập cho từng trường. Hãy nêu trường trong phạm vi được cấp.',
  }),
  noSchool: () => ({
    status: 403,
    title: 'Bạn không làm việc ở trường nào',
    detail: 'Việc này làm cho từng trường. Hãy chuyển sang vai trò ở trường.',
  }),
  notDepartment: () => ({
    status: 403,
    title: 'Mẫu xuất do Sở giữ',
    detail: 'Một tỉnh dùng chung một mẫu. Hãy nhờ quản trị của Sở sửa.',
  }),
  badMapping: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Mẫu xuất chưa dùng được',
    detail: problems.map(({ message }) => message).join(' '),
    problems,
  }),
  mappingChanged: () => ({
    status: 409,
    title: 'Mẫu vừa được người khác sửa',
    detail: 'Hãy tải lại để xem bản mới rồi sửa tiếp.',
  }),
  nothingToExport: (refused: number) => ({
    status: 422,
    title: 'Không có dòng nào xuất được',
    detail:
      refused > 0
        ? `Cả ${refused} dòng đều có lỗi. Hãy sửa theo danh sách lỗi ở phần xem trước.`
        : 'Trường chưa có ai trong năm học này.',
  }),
  populationOff: () => ({
    status: 409,
    title: 'Chưa kết nối CSDL quốc gia về dân cư',
    detail: 'Người vận hành máy chủ chưa khai báo địa chỉ kết nối. Hãy liên hệ quản trị của Sở.',
  }),
  runOpen: () => ({
    status: 409,
    title: 'Đang có một lượt đối chiếu',
    detail: 'Hãy chờ lượt ấy xong, hoặc dừng nó trước.',
  }),
  nobodyToCheck: () => ({
    status: 422,
    title: 'Chưa có học sinh nào để đối chiếu',
    detail: 'Trường chưa có học sinh trong lớp của năm học này.',
  }),
  noRun: () => ({
    status: 404,
    title: 'Không có lượt đối chiếu này',
    detail: 'Có thể nó thuộc trường khác. Hãy quay lại danh sách.',
  }),
  runNotOpen: () => ({
    status: 409,
    title: 'Lượt đối chiếu đã dừng hoặc đã xong',
    detail: 'Hãy tải lại trang để xem kết quả.',
  }),
  nothingLeft: () => ({
    status: 409,
    title: 'Không còn em nào để hỏi tiếp',
    detail: 'Mọi em đều đã có câu trả lời. Muốn đối chiếu lại, hãy bắt đầu lượt mới.',
  }),
  nothingToSettle: () => ({
    status: 409,
    title: 'Em này không có chênh lệch để xử lí',
    detail: 'Hãy tải lại danh sách.',
  }),
  noExport: () => ({
    status: 404,
    title: 'Không có lần xuất này',
    detail: 'Có thể nó thuộc trường khác. Hãy quay lại danh sách.',
  }),
});
