import { defineRefusals, type Problem } from '#platform/errors';

/** Every way the needs survey says no. */
export const needsSurveyErrors = defineRefusals('needsSurvey', {
  notOpen: () => ({
    status: 409,
    title: 'Khảo sát không còn nhận câu trả lời',
    detail: 'Đợt khảo sát này đã đóng hoặc không dành cho lớp này. Nếu cần sửa, hãy gặp giáo viên chủ nhiệm.',
  }),
  answeredMeanwhile: (yours: unknown, current: unknown) => ({
    status: 409,
    title: 'Phiếu này đã có câu trả lời khác',
    detail: 'Hãy xem câu trả lời đã gửi, rồi giữ nguyên hoặc thay bằng câu trả lời của bạn.',
    facts: { yours, current },
  }),
  badAnswers: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Phiếu còn chỗ chưa đúng',
    detail: 'Hãy sửa các câu được đánh dấu rồi gửi lại.',
    problems,
  }),
  badForm: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Mẫu phiếu còn chỗ chưa đúng',
    detail: 'Hãy sửa các câu được đánh dấu rồi lưu lại.',
    problems,
  }),
  formNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy mẫu phiếu',
    detail: 'Mẫu phiếu không thuộc đơn vị bạn, hoặc đã bị bỏ. Hãy tải lại danh sách.',
  }),
  formNotYours: () => ({
    status: 403,
    title: 'Mẫu phiếu của đơn vị khác',
    detail: 'Hãy chép thành mẫu của đơn vị mình rồi sửa.',
  }),
  changedMeanwhile: (yours: unknown, current: unknown) => ({
    status: 409,
    title: 'Thông tin vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  surveyNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy đợt khảo sát',
    detail: 'Đợt khảo sát không thuộc phạm vi của bạn. Hãy tải lại danh sách.',
  }),
  badWindow: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Thời gian hoặc lớp chưa đúng',
    detail: 'Hãy sửa các ô được đánh dấu rồi thử lại.',
    problems,
  }),
  schoolNeeded: () => ({
    status: 422,
    title: 'Chưa rõ của trường nào',
    detail: 'Hãy chọn vai trò ở một trường rồi thử lại.',
  }),
  noSchoolYear: () => ({
    status: 422,
    title: 'Chưa có năm học này',
    detail: 'Hãy chọn một năm học trong danh sách, hoặc đề nghị Sở lập khung năm học.',
    problems: [{ path: 'schoolYearId', message: 'Không có năm học này.' }],
  }),
});
