import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way the timetable says no. */
export const timetableErrors = defineRefusals('timetable', {
  noSchoolYear: (name: string) => ({
    status: 404,
    title: `Không có năm học ${name}`,
    detail: 'Hãy chọn năm học trong danh sách ở đầu trang.',
  }),
  noSchool: () => ({
    status: 422,
    title: 'Chưa rõ là trường nào',
    detail: 'Vai trò đang dùng không thuộc một trường. Hãy chọn một trường trong phạm vi của bạn.',
  }),
  schoolOutOfReach: () => ({
    status: 403,
    title: 'Trường ngoài phạm vi của bạn',
    detail:
      'Chỉ hiệu trưởng, phó hiệu trưởng và văn thư của trường xếp được thời khoá biểu. Hãy đổi vai trò.',
  }),
  badSetup: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Thiết lập chưa lưu được',
    detail: 'Hãy sửa các điểm dưới đây rồi lưu lại. Chưa có gì được lưu.',
    problems,
  }),
  setupChangedMeanwhile: (current: number): RefusalShape => ({
    status: 409,
    title: 'Thiết lập vừa được người khác sửa',
    detail: 'Hãy tải lại trang để xem bản mới, rồi sửa và lưu lại.',
    facts: { current },
  }),
  timetableNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy thời khoá biểu',
    detail: 'Thời khoá biểu đã bị xoá hoặc bạn không được xem. Hãy mở lại danh sách.',
  }),
  timetableChangedMeanwhile: (current: unknown): RefusalShape => ({
    status: 409,
    title: 'Thời khoá biểu vừa thay đổi',
    detail: 'Hãy xem lại bản mới nhất rồi làm lại.',
    facts: { current },
  }),
  alreadyPublished: () => ({
    status: 409,
    title: 'Thời khoá biểu đã công bố',
    detail: 'Bản đã công bố không sửa trực tiếp. Hãy chép thành bản nháp, sửa, rồi công bố cho các tuần sau.',
  }),
  lessonsChangedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Có tiết vừa được người khác dời',
    detail: 'Hãy xem chỗ mới và chỗ của bạn, chọn chỗ đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  badLessons: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Chưa lưu được chỗ của các tiết',
    detail: 'Hãy sửa các điểm dưới đây rồi lưu lại. Chưa có tiết nào được lưu.',
    problems,
  }),
  notPublishable: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Chưa công bố được thời khoá biểu',
    detail: 'Hãy sửa hết các lỗi dưới đây rồi công bố.',
    problems,
  }),
  badWeeks: () => ({
    status: 422,
    title: 'Tuần công bố chưa đúng',
    detail: 'Chọn từ tuần nào đến tuần nào trong các tuần thực học của học kì.',
  }),
  nothingToLay: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Chưa xếp được thời khoá biểu',
    detail: 'Hãy bổ sung những điểm dưới đây rồi xếp lại.',
    problems,
  }),
  solveRunning: () => ({
    status: 409,
    title: 'Trường đang có một lần xếp chưa xong',
    detail: 'Hãy chờ lần xếp này xong, hoặc dừng nó rồi xếp lại. Mỗi trường một lúc chỉ xếp một lần.',
  }),
  solveNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy lần xếp này',
    detail: 'Hãy mở lại trang thời khoá biểu.',
  }),
  unreadableFile: (what: string) => ({
    status: 422,
    title: 'Tệp chưa đọc được',
    detail: what,
  }),
  fileTooComplex: () => ({
    status: 422,
    title: 'Tệp .fet quá phức tạp',
    detail: 'Hãy xuất từ FET thời khoá biểu của riêng trường mình, hoặc nhập bằng tệp Excel.',
  }),
  noClassInFet: (inFile: readonly string[]) => ({
    status: 422,
    title: 'Không thấy các lớp của trường trong tệp .fet',
    detail: `Trong tệp có: ${inFile.slice(0, 10).join(', ')}${inFile.length > 10 ? '…' : ''}. Tên lớp trong FET phải trùng với tên lớp của trường: hãy đổi tên trong FET, xuất lại rồi nhập.`,
  }),
  nothingRead: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Không có tiết nào nhập được',
    detail:
      'Bảng có các lớp của trường nhưng không ô nào khớp với phân công. Hãy sửa các điểm dưới đây trong tệp rồi nhập lại.',
    problems,
  }),
  noWeekGrid: () => ({
    status: 422,
    title: 'Không thấy bảng thời khoá biểu trong tệp',
    detail:
      'Cần một bảng có các lớp ở hàng đầu và thứ, buổi, tiết ở các cột đầu, như tệp Excel mà hệ thống xuất. Hãy mở một thời khoá biểu, chọn In, tải về > Tải Excel, rồi chép vào tệp đó.',
  }),
  nothingPublished: () => ({
    status: 422,
    title: 'Những ngày này chưa có thời khoá biểu công bố',
    detail: 'Hãy công bố thời khoá biểu của các tuần đó trước.',
  }),
  badDisruption: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Chưa ghi được thay đổi',
    detail: 'Hãy sửa các điểm dưới đây rồi ghi lại.',
    problems,
  }),
  movesTooSlow: () => ({
    status: 422,
    title: 'Chưa tìm được cách dời',
    detail: 'Trường lớn hoặc nhiều ngày quá. Hãy hỏi ít ngày hơn, hoặc chọn người dạy thay.',
  }),
  tooManyAsk: () => ({
    status: 503,
    title: 'Đang có nhiều trường cùng hỏi',
    detail: 'Hãy chờ một phút rồi bấm lại.',
  }),
  disruptionNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy thay đổi này',
    detail: 'Hãy tải lại trang.',
  }),
  notMadeUp: () => ({
    status: 409,
    title: 'Có tiết không còn là tiết bù sắp tới',
    detail:
      'Tiết đã dạy bù rồi thì giữ nguyên, tiết vừa được người khác trả lại thì thôi. Hãy tải lại trang để xem các tiết còn lại.',
  }),
  disruptionChangedMeanwhile: (current: number): RefusalShape => ({
    status: 409,
    title: 'Thay đổi này vừa được người khác sửa',
    detail: 'Hãy tải lại trang để xem bản mới.',
    facts: { current },
  }),
  notYourClass: () => ({
    status: 403,
    title: 'Lớp này không do bạn chủ nhiệm',
    detail: 'Giáo viên chủ nhiệm hoặc văn phòng nhà trường lấy được địa chỉ lịch của lớp.',
  }),
  feedNotFound: () => ({
    status: 404,
    title: 'Địa chỉ lịch không còn hiệu lực',
    detail: 'Hãy lấy địa chỉ lịch mới trong trang Thời khoá biểu của tôi.',
  }),
});
