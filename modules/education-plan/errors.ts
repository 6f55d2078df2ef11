import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way the school education plan says no. */
export const educationPlanErrors = defineRefusals('educationPlan', {
  planNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy kế hoạch',
    detail: 'Kế hoạch không có hoặc ngoài phạm vi của bạn. Hãy quay lại danh sách.',
  }),
  noPublicPlan: () => ({
    status: 404,
    title: 'Trường chưa công khai kế hoạch',
    detail:
      'Chưa có kế hoạch giáo dục nào của trường này được công khai cho năm học. Hãy kiểm tra lại mã trường.',
  }),
  noSchoolYear: () => ({
    status: 422,
    title: 'Chưa có năm học',
    detail: 'Sở chưa đặt khung thời gian năm học này. Hãy chọn năm học khác hoặc liên hệ Sở.',
  }),
  notASchool: () => ({
    status: 422,
    title: 'Việc này chỉ dành cho trường',
    detail: 'Hãy đổi sang vai trò của bạn ở trường.',
  }),
  planExists: () => ({
    status: 409,
    title: 'Trường đã có kế hoạch của năm học này',
    detail: 'Hãy mở kế hoạch đang có. Kế hoạch đã công khai thì lập bản điều chỉnh.',
  }),
  noPlanLastYear: () => ({
    status: 422,
    title: 'Chưa có kế hoạch năm trước',
    detail: 'Hãy lập từ khung chung.',
  }),
  notNow: (state: string): RefusalShape => ({
    status: 409,
    title: 'Kế hoạch không ở bước này',
    detail: `Kế hoạch đang ở bước "${state}" hoặc vai trò của bạn không làm bước này. Hãy tải lại trang.`,
  }),
  notYet: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Chưa duyệt được kế hoạch',
    detail: 'Hãy xử lí các điểm dưới đây rồi duyệt lại.',
    problems,
  }),
  badRows: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: `Còn ${problems.length} dòng chưa đúng, chưa lưu gì`,
    detail: 'Hãy sửa các dòng dưới đây rồi lưu lại.',
    problems,
  }),
  changedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Nội dung vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  teamNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy tổ chuyên môn',
    detail: 'Tổ không thuộc trường của kế hoạch này hoặc ngoài phạm vi của bạn. Hãy chọn tổ trong danh sách.',
  }),
  nothingToPropose: () => ({
    status: 422,
    title: 'Phần của tổ còn trống',
    detail: 'Hãy nhập phân phối chương trình (Phụ lục 1) trước khi trình.',
  }),
  staffNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy giáo viên',
    detail:
      'Tài khoản chưa gắn với hồ sơ giáo viên của trường, hoặc giáo viên ngoài phạm vi của bạn. Hãy nhờ văn thư gắn hồ sơ.',
  }),
  nothingAssigned: () => ({
    status: 422,
    title: 'Chưa lấy được bài nào',
    detail:
      'Giáo viên chưa được phân công giảng dạy, hoặc tổ chưa nhập phân phối chương trình của môn, khối đó.',
  }),
  guidanceEmpty: () => ({
    status: 404,
    title: 'Chưa có hướng dẫn',
    detail: 'Hãy soạn và lưu hướng dẫn của năm học trước khi công bố.',
  }),
});
