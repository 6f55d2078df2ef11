import { defineRefusals, type Problem } from '#platform/errors';

/** Every way the gradebook says no. */
export const gradebookErrors = defineRefusals('gradebook', {
  noSchoolYear: (name: string) => ({
    status: 404,
    title: `Không có năm học ${name}`,
    detail: 'Hãy chọn năm học trong danh sách ở đầu trang.',
  }),
  noSchool: () => ({
    status: 422,
    title: 'Chưa rõ là trường nào',
    detail: 'Vai trò đang dùng không thuộc một trường. Hãy đổi vai trò hoặc chọn một trường.',
  }),
  badLeave: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Ngày nghỉ chưa đúng',
    detail: 'Hãy sửa các ô được đánh dấu rồi gửi lại.',
    problems,
  }),
  leaveNotFound: () => ({
    status: 404,
    title: 'Không có đơn xin nghỉ này',
    detail: 'Đơn không phải của con bạn hoặc của lớp bạn chủ nhiệm. Hãy tải lại danh sách.',
  }),
  leaveDecided: () => ({
    status: 409,
    title: 'Đơn này đã được trả lời hoặc đã rút',
    detail: 'Hãy tải lại danh sách để xem tình trạng hiện tại.',
  }),
  notYourChild: () => ({
    status: 404,
    title: 'Không tìm thấy học sinh này',
    detail: 'Chỉ xem được của em hoặc của con đang học ở lớp. Nếu vừa chuyển lớp, hãy tải lại trang.',
  }),
  noSheet: () => ({
    status: 404,
    title: 'Không có sổ điểm này',
    detail: 'Lớp không học môn này, hoặc lớp ngoài phạm vi của bạn. Hãy mở lại từ danh sách sổ điểm.',
  }),
  notAssigned: (subject: string, className: string) => ({
    status: 403,
    title: `Bạn không được phân công dạy ${subject} lớp ${className}`,
    detail:
      'Chỉ giáo viên có tên trong phân công đã công bố mới nhập được điểm; của em học theo nhóm môn lựa chọn là giáo viên của nhóm. Nếu phân công vừa đổi, hãy hỏi hiệu trưởng.',
  }),
  windowClosed: (opensOn: string, closesOn: string) => ({
    status: 422,
    title: 'Ngoài thời gian nhập điểm',
    detail: `Học kì này nhập điểm từ ${opensOn} đến ${closesOn}. Hãy đề nghị hiệu trưởng gia hạn.`,
  }),
  locked: () => ({
    status: 409,
    title: 'Điểm học kì này đã khoá',
    detail: 'Muốn sửa, hãy gửi đề nghị sửa điểm kèm lí do để hiệu trưởng duyệt.',
  }),
  badCells: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Có ô chưa đúng',
    detail: 'Chưa lưu ô nào. Hãy sửa các ô được nêu rồi lưu lại.',
    problems,
  }),
  cellsChangedMeanwhile: (yours: unknown, current: unknown) => ({
    status: 409,
    title: 'Có ô vừa được người khác sửa',
    detail: 'Hãy xem giá trị mới và giá trị của bạn, chọn giá trị đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  changedMeanwhile: (yours: unknown, current: unknown) => ({
    status: 409,
    title: 'Thông tin vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  badStrand: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Cột điểm chưa đúng',
    detail: 'Hãy sửa các mục được nêu rồi lưu lại.',
    problems,
  }),
  badWindow: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Thời gian nhập điểm chưa đúng',
    detail: 'Hãy sửa các ngày được nêu rồi lưu lại.',
    problems,
  }),
  notComplete: (open: number, problems: readonly Problem[]) => ({
    status: 409,
    title: `Còn ${open} ô điểm chưa nhập`,
    detail:
      'Hãy nhắc giáo viên nhập đủ, hoặc chọn khoá khi còn thiếu và ghi lí do: ô trống làm môn đó chưa có kết quả.',
    problems,
  }),
  alreadyLocked: () => ({
    status: 409,
    title: 'Điểm học kì này đã khoá rồi',
    detail: 'Hãy tải lại trang để xem tình trạng mới.',
  }),
  notLocked: () => ({
    status: 409,
    title: 'Điểm học kì này chưa khoá',
    detail: 'Trong thời gian nhập điểm, hãy sửa thẳng trong sổ điểm.',
  }),
  pupilNotHere: () => ({
    status: 404,
    title: 'Không tìm thấy học sinh',
    detail: 'Học sinh không thuộc lớp hoặc ngoài phạm vi của bạn. Hãy tải lại trang.',
  }),
  correctionNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy đề nghị sửa điểm',
    detail: 'Đề nghị không thuộc phạm vi của bạn. Hãy tải lại danh sách.',
  }),
  correctionOpen: () => ({
    status: 409,
    title: 'Ô này đang có một đề nghị sửa chờ duyệt',
    detail: 'Hãy chờ hiệu trưởng duyệt đề nghị trước.',
  }),
  correctionDecided: () => ({
    status: 409,
    title: 'Đề nghị này đã được xử lí',
    detail: 'Hãy tải lại danh sách.',
  }),
  correctionStale: (asked: string, current: string) => ({
    status: 409,
    title: 'Điểm đã khác lúc đề nghị',
    detail: `Lúc đề nghị ô ghi "${asked}", nay ghi "${current}". Hãy từ chối và để giáo viên gửi đề nghị mới.`,
  }),
  notHomeroom: () => ({
    status: 403,
    title: 'Bạn không chủ nhiệm lớp này',
    detail: 'Chỉ giáo viên chủ nhiệm của lớp và cán bộ quản lý của trường làm được việc này.',
  }),
  fileRefused: (why: string) => ({ status: 422, title: 'Không nhận được tệp này', detail: why }),
  cannotAttach: (why: string) => ({ status: 422, title: 'Không gắn được vào đây', detail: why }),
  tooManyAttachments: (most: number) => ({
    status: 409,
    title: `Đã gắn đủ ${most} mục`,
    detail: 'Hãy bỏ bớt một mục rồi gắn lại.',
  }),
  noAttachment: () => ({
    status: 404,
    title: 'Không tìm thấy tệp đã gắn',
    detail: 'Tệp đã được bỏ hoặc ngoài phạm vi của bạn. Hãy tải lại trang.',
  }),
  pupilNotInSight: () => ({
    status: 404,
    title: 'Không xem được học sinh này',
    detail:
      'Em không học ở trường, lớp hoặc môn của bạn, hoặc không phải là con bạn. Hãy mở lại từ danh sách.',
  }),
  notYourPupil: () => ({
    status: 403,
    title: 'Bạn không dạy môn này cho em, cũng không chủ nhiệm em',
    detail: 'Giáo viên môn học ghi việc giúp ở môn mình dạy; giáo viên chủ nhiệm ghi cho học sinh lớp mình.',
  }),
  badHelpDay: () => ({
    status: 422,
    title: 'Ngày giúp không đúng',
    detail: 'Ngày phải trong năm học này và không sau hôm nay.',
  }),
  nothingTaught: () => ({
    status: 409,
    title: 'Bạn chưa được phân công dạy lớp nào',
    detail: 'Sổ của giáo viên in các lớp trong phân công đã công bố của năm học. Hãy hỏi hiệu trưởng.',
  }),
  phraseTaken: () => ({
    status: 409,
    title: 'Câu nhận xét này đã có',
    detail: 'Hãy dùng câu đã có trong ngân hàng nhận xét.',
  }),
});
