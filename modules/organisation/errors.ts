import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way the organisation says no. */
export const organisationErrors = defineRefusals('organisation', {
  unitNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy đơn vị',
    detail: 'Đơn vị không có trong Sở của bạn. Hãy tìm lại trong danh sách.',
  }),
  unitOutOfReach: () => ({
    status: 403,
    title: 'Đơn vị ngoài phạm vi của bạn',
    detail: 'Bạn chỉ sửa được đơn vị mình và các đơn vị dưới. Hãy đổi vai trò hoặc liên hệ đơn vị đó.',
  }),
  departmentDecides: (what: string) => ({
    status: 403,
    title: 'Nội dung này do Sở quyết định',
    detail: `${what} do Sở đặt theo quyết định. Hãy gửi đề nghị tới phòng phụ trách của Sở.`,
  }),
  changedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Thông tin vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  notASchool: () => ({
    status: 422,
    title: 'Việc này chỉ dành cho trường',
    detail: 'Hãy chọn một trường.',
  }),
  notASubjectTeam: () => ({
    status: 422,
    title: 'Chỉ đóng được tổ chuyên môn',
    detail: 'Hãy chọn một tổ chuyên môn còn hoạt động.',
  }),
  siteNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy điểm trường',
    detail: 'Điểm trường đã bị xoá hoặc ngoài phạm vi của bạn. Hãy tải lại trang.',
  }),
  mainSiteExists: () => ({
    status: 409,
    title: 'Trường đã có điểm chính',
    detail: 'Mỗi trường có một điểm chính. Hãy sửa điểm chính đang có, hoặc thêm điểm lẻ.',
    problems: [{ path: 'kind', message: 'Trường đã có điểm chính.' }],
  }),
  clusterCodeTaken: (code: string) => ({
    status: 409,
    title: 'Mã cụm đã dùng',
    detail: `Đã có cụm mã "${code}". Hãy chọn mã khác.`,
    problems: [{ path: 'code', message: 'Mã cụm đã dùng.' }],
  }),
  unitSheetFaulty: (faults: readonly { cell: string; message: string }[]): RefusalShape => ({
    status: 422,
    title: `Bảng còn ${faults.length} chỗ sai, chưa nhập gì`,
    detail: 'Hãy sửa các ô dưới đây rồi chọn lại tệp.',
    problems: faults.map(({ cell, message }) => ({ path: cell, message: `Ô ${cell}: ${message}` })),
  }),
  departmentCodeTaken: (code: string) => ({
    status: 409,
    title: `Sở mã "${code}" vừa được lập`,
    detail: 'Một lần nhập khác chạy cùng lúc. Hãy nhập lại tệp này.',
  }),
  notACluster: () => ({
    status: 404,
    title: 'Không tìm thấy cụm chuyên môn',
    detail: 'Hãy chọn lại cụm trong danh sách.',
  }),
  settingNotFound: () => ({
    status: 404,
    title: 'Không có quy định này',
    detail: 'Hãy tải lại trang Thiết lập quy định và chọn trong danh sách.',
  }),
  badSettingValue: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Mức nhập chưa dùng được',
    detail: 'Hãy sửa các ô được báo rồi lưu lại.',
    problems: problems.map(({ path, message }) => ({
      path: path === '' ? 'value' : `value.${path}`,
      message,
    })),
  }),
  schoolYearNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy năm học',
    detail: 'Hãy chọn năm học trong danh sách.',
  }),
  badSchoolYear: (messages: readonly string[]): RefusalShape => ({
    status: 422,
    title: 'Thời gian năm học chưa hợp lệ',
    detail: messages.join(' '),
    problems: messages.map((message) => ({ path: '', message })),
  }),
});
