import { defineRefusals, type Problem } from '#platform/errors';

/** Every way lesson plans and the lesson log say no. */
export const lessonErrors = defineRefusals('lessons', {
  noPlace: () => ({
    status: 422,
    title: 'Chưa rõ là trường nào, năm học nào',
    detail:
      'Vai trò đang dùng không thuộc một trường, hoặc chưa có năm học này. Hãy đổi vai trò hoặc chọn năm học khác.',
  }),
  noStaffRecord: () => ({
    status: 422,
    title: 'Tài khoản chưa gắn với hồ sơ giáo viên',
    detail: 'Hãy nhờ văn thư của trường gắn tài khoản vào hồ sơ cán bộ, giáo viên.',
  }),
  planNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy kế hoạch bài dạy',
    detail: 'Bài đã bị xoá hoặc không thuộc phạm vi của bạn. Hãy tải lại danh sách.',
  }),
  lessonNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy bài trong phân phối chương trình',
    detail: 'Kế hoạch giáo dục của trường có thể vừa được điều chỉnh. Hãy tải lại trang rồi chọn lại.',
  }),
  planExists: (planId: string) => ({
    status: 409,
    title: 'Bạn đã soạn bài này rồi',
    detail: 'Hãy mở bài đã có trong danh sách.',
    facts: { planId },
  }),
  notNow: (state: string) => ({
    status: 409,
    title: 'Không làm được bước này với bài đang ở trạng thái hiện tại',
    detail: 'Bài đã được trình hoặc đã duyệt, hoặc không phải bài của bạn. Hãy tải lại trang.',
    facts: { state },
  }),
  planChangedMeanwhile: (yours: unknown, current: unknown) => ({
    status: 409,
    title: 'Bài vừa được sửa ở nơi khác',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  incomplete: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Bài chưa đủ để trình duyệt',
    detail: 'Hãy bổ sung các phần được nêu rồi trình lại.',
    problems,
  }),
  noteNeeded: () => ({
    status: 422,
    title: 'Hãy ghi cần sửa gì',
    detail: 'Khi trả lại, giáo viên cần biết phải sửa chỗ nào.',
    problems: [{ path: 'note', message: 'Hãy ghi cần sửa gì.' }],
  }),
  unknownTag: (code: string) => ({
    status: 422,
    title: 'Có thẻ không nằm trong danh mục',
    detail: `Thẻ "${code}" không có trong danh mục của năm học này. Hãy tải lại trang rồi chọn lại.`,
  }),
  fileRefused: (why: string) => ({ status: 422, title: 'Không nhận được tệp', detail: why }),
  tooManyMaterials: (most: number) => ({
    status: 422,
    title: `Mỗi bài giữ nhiều nhất ${most} tệp và liên kết`,
    detail: 'Hãy bỏ bớt tệp cũ rồi thêm lại.',
  }),
  materialNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy học liệu',
    detail: 'Tệp hoặc liên kết đã bị bỏ. Hãy tải lại trang.',
  }),
  classNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy lớp',
    detail: 'Lớp không thuộc phạm vi của bạn. Hãy mở lại từ danh sách sổ đầu bài.',
  }),
  noSuchLesson: () => ({
    status: 422,
    title: 'Thời khoá biểu không có tiết này',
    detail: 'Tiết đã được chuyển, nghỉ hoặc thời khoá biểu vừa đổi. Hãy tải lại tuần rồi ghi lại.',
  }),
  notYourLesson: (who: string) => ({
    status: 403,
    title: 'Tiết này không do bạn dạy',
    detail: `Theo thời khoá biểu, tiết này của ${who}. Nếu bạn dạy thay, hãy nhờ nhà trường ghi dạy thay vào thời khoá biểu.`,
  }),
  notYetHeld: () => ({
    status: 422,
    title: 'Chưa đến giờ học này',
    detail: 'Chỉ ghi sổ đầu bài cho tiết của hôm nay hoặc ngày đã qua.',
  }),
  lateReasonNeeded: (days: number) => ({
    status: 422,
    title: 'Ghi muộn, cần nêu lí do',
    detail: `Đã quá ${days} ngày kể từ ngày dạy. Hãy ghi lí do rồi lưu lại.`,
    problems: [{ path: 'lateReason', message: 'Hãy ghi lí do ghi muộn.' }],
  }),
  badRating: () => ({
    status: 422,
    title: 'Xếp loại giờ học chưa đúng',
    detail: 'Cách xếp loại vừa được đổi trong thiết lập. Hãy tải lại trang rồi chọn lại.',
    problems: [{ path: 'rating', message: 'Hãy chọn một mức trong danh sách.' }],
  }),
  entryChangedMeanwhile: (yours: unknown, current: unknown) => ({
    status: 409,
    title: 'Dòng này vừa được người khác ghi',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  entryNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy dòng này trong sổ đầu bài',
    detail: 'Dòng đã bị xoá hoặc không phải của bạn. Hãy tải lại tuần.',
  }),
  weekSigned: () => ({
    status: 409,
    title: 'Tuần này đã được ban giám hiệu ký',
    detail: 'Muốn sửa, hãy đề nghị ban giám hiệu mở lại tuần.',
  }),
  weekNotSigned: () => ({
    status: 409,
    title: 'Tuần này chưa ký',
    detail: 'Hãy tải lại trang để xem tình trạng mới.',
  }),
  mayNotSign: () => ({
    status: 403,
    title: 'Bạn không ký được sổ của lớp này',
    detail: 'Giáo viên chủ nhiệm của lớp và ban giám hiệu của trường ký sổ đầu bài theo tuần.',
  }),
  weekNotOver: (until: string) => ({
    status: 422,
    title: 'Tuần này chưa kết thúc',
    detail: `Hãy ký từ ngày ${until}, khi các tiết của tuần đã dạy xong.`,
  }),
  signNoteNeeded: (missing: number) => ({
    status: 422,
    title: `Còn ${missing} tiết chưa ghi`,
    detail: 'Hãy nhắc giáo viên ghi đủ, hoặc ghi nhận xét vì sao vẫn ký.',
    problems: [{ path: 'note', message: `Còn ${missing} tiết chưa ghi. Hãy ghi nhận xét vì sao vẫn ký.` }],
  }),
  groupNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy nhóm',
    detail: 'Nhóm chưa được duyệt, không do bạn dạy, hoặc không thuộc trường bạn. Hãy mở lại danh sách nhóm.',
  }),
  notYourGroup: (teacher: string) => ({
    status: 403,
    title: 'Bạn không dạy nhóm này',
    detail: `Người dạy là ${teacher || 'người khác'}; người ấy hoặc lãnh đạo trường ghi sổ của nhóm.`,
  }),
  groupWithoutTeacher: () => ({
    status: 409,
    title: 'Nhóm chưa có người dạy',
    detail: 'Hãy chọn người dạy ở trang Nhóm buổi 2 rồi ghi sổ.',
  }),
  pupilNotInGroup: () => ({
    status: 422,
    title: 'Có em không ở trong nhóm',
    detail: 'Hãy tải lại trang rồi đánh dấu lại các em vắng.',
  }),
  weekFull: (periods: number) => ({
    status: 409,
    title: 'Tuần này đã ghi đủ số tiết của nhóm',
    detail: `Nhóm có ${periods} tiết mỗi tuần. Hãy sửa tiết đã ghi, hoặc sửa số tiết của nhóm trước.`,
  }),
  observationNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy phiếu dự giờ',
    detail: 'Phiếu đã bị xoá hoặc chưa được gửi cho bạn. Hãy tải lại danh sách.',
  }),
  observationChangedMeanwhile: (yours: unknown, current: unknown) => ({
    status: 409,
    title: 'Phiếu dự giờ vừa được sửa ở máy khác',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  ownLesson: () => ({
    status: 422,
    title: 'Đây là tiết của chính bạn',
    detail: 'Phiếu dự giờ ghi cho tiết của đồng nghiệp. Hãy chọn tiết khác.',
  }),
});
