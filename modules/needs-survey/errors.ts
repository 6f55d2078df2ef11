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
  proposalChanged: (count: number) => ({
    status: 409,
    title: 'Đề xuất nhóm đã khác lúc bạn xem',
    detail: `${count} nhóm vừa đổi vì có câu trả lời, kết quả hoặc nhóm mới. Chưa lập nhóm nào. Hãy xem lại đề xuất rồi lập.`,
  }),
  blockChanged: () => ({
    status: 409,
    title: 'Đề xuất nhóm đã khác lúc bạn xem',
    detail:
      'Vừa có câu trả lời, học sinh hoặc phân công khác. Chưa lập nhóm nào. Hãy xem lại đề xuất rồi lập.',
  }),
  groupNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy nhóm',
    detail: 'Nhóm không thuộc trường bạn, hoặc đã bị bỏ. Hãy tải lại danh sách.',
  }),
  badGroup: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Thông tin nhóm chưa đúng',
    detail: 'Hãy sửa các ô được đánh dấu rồi lưu lại.',
    problems,
  }),
  groupEmpty: () => ({
    status: 409,
    title: 'Nhóm chưa có học sinh',
    detail: 'Hãy lập nhóm từ đề xuất, hoặc thêm học sinh theo quyết định, rồi thử lại.',
  }),
  groupTaught: () => ({
    status: 409,
    title: 'Nhóm đã học',
    detail: 'Sổ của nhóm đã có tiết nên không bỏ được nhóm. Hãy đưa các em ra, hoặc để nhóm lại làm hồ sơ.',
  }),
  groupFull: (room: number) => ({
    status: 409,
    title: 'Nhóm đã đủ chỗ',
    detail: `Nhóm có ${room} chỗ. Hãy tăng số chỗ (nhiều nhất 45) hoặc chọn nhóm khác.`,
  }),
  requestsMissing: (count: number) => ({
    status: 409,
    title: 'Còn thiếu đơn đăng ký đã ký',
    detail: `${count} em chưa có đơn nhận lại. Hãy in đơn, ghi ngày nhận lại đơn đã ký của từng em rồi duyệt nhóm.`,
  }),
  requestsNotPrinted: (count: number) => ({
    status: 409,
    title: 'Có đơn chưa in',
    detail: `${count} em chưa có số đơn trong nhóm này. Chưa ghi gì. Hãy in đơn trước.`,
  }),
  badReceipt: () => ({
    status: 422,
    title: 'Ngày nhận đơn chưa đúng',
    detail: 'Hãy ghi ngày đã nhận lại đơn.',
    problems: [{ path: 'receivedOn', message: 'Ngày nhận không thể sau hôm nay.' }],
  }),
  notEntitled: () => ({
    status: 409,
    title: 'Em này chưa thuộc diện học nhóm',
    detail:
      'Nhóm phụ đạo nhận em có kết quả môn học chưa đạt, nhóm bồi dưỡng nhận em được chọn, nhóm ôn thi nhận em lớp cuối cấp của khối. Hãy ghi kết quả hoặc quyết định chọn trước (Thông tư 29/2024/TT-BGDĐT).',
  }),
  inGroupAlready: () => ({
    status: 409,
    title: 'Em này đã ở trong nhóm',
    detail: 'Hãy tải lại danh sách của nhóm.',
  }),
  inSubjectAlready: () => ({
    status: 409,
    title: 'Em này đang học môn này ở nhóm khác',
    detail:
      'Mỗi em học một môn ở một nhóm, do giáo viên của nhóm đó cho điểm. Hãy đưa em ra khỏi nhóm kia trước, rồi thêm vào nhóm này.',
  }),
  memberNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy em này trong nhóm',
    detail: 'Có thể em vừa được đưa ra. Hãy tải lại danh sách của nhóm.',
  }),
  stillInGroup: (names: readonly string[]) => ({
    status: 409,
    title: 'Có em đang ở trong nhóm',
    detail: `Hãy đưa ra khỏi nhóm trước khi rút kết quả: ${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}.`,
  }),
  resultKnown: (count: number) => ({
    status: 409,
    title: 'Sổ điểm đã có kết quả của các em này',
    detail: `${count} em đã có kết quả môn này trong sổ điểm nên không cần ghi tay. Chưa ghi gì. Hãy tải lại trang và chọn các em khác.`,
  }),
  notBelow: (count: number) => ({
    status: 409,
    title: 'Có em không thuộc diện phụ đạo',
    detail: `${count} em không còn kết quả chưa đạt môn này ở khối đã chọn. Chưa lập nhóm. Hãy tải lại trang rồi chọn lại.`,
  }),
  seatedAlready: (count: number) => ({
    status: 409,
    title: 'Có em đã ở trong nhóm',
    detail: `${count} em đã ở trong một nhóm phụ đạo môn này. Chưa lập nhóm. Hãy tải lại trang rồi chọn lại.`,
  }),
  pupilNotOurs: () => ({
    status: 422,
    title: 'Không phải học sinh của trường',
    detail: 'Hãy chọn học sinh đang học ở trường rồi thử lại.',
    problems: [{ path: 'pupilId', message: 'Em này không học ở trường.' }],
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
