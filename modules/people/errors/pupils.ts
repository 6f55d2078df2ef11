import type { Problem, RefusalShape } from '#platform/errors';

/** Refusals about pupils, their way through schools, and the step into the next year. */
export const pupilReasons = {
  pupilNotFound: (): RefusalShape => ({
    status: 404,
    title: 'Không tìm thấy học sinh',
    detail:
      'Học sinh không thuộc phạm vi của bạn, hoặc đã chuyển sang trường khác. Hãy tìm lại trong danh sách.',
  }),
  badPupil: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Thông tin học sinh chưa đúng',
    detail: 'Hãy sửa các ô được đánh dấu rồi lưu lại.',
    problems,
  }),
  pupilChanged: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Hồ sơ vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  sectorCodeTaken: (): RefusalShape => ({
    status: 409,
    title: 'Mã định danh của ngành đã dùng',
    detail: 'Một học sinh khác trong tỉnh đã có mã này. Hãy kiểm tra trên giấy tờ của em.',
    problems: [{ path: 'sectorCode', message: 'Mã này đã dùng cho học sinh khác.' }],
  }),
  identityNumberTaken: (unitName: string): RefusalShape => ({
    status: 409,
    title: 'Số định danh cá nhân đã có trong hệ thống',
    detail: `Số này đang ở hồ sơ của ${unitName}. Nếu là cùng một em, hãy đề nghị trường đó chuyển hồ sơ; nếu không, hãy kiểm tra lại số.`,
    problems: [{ path: 'identityNumber', message: `Đã có ở ${unitName}.` }],
  }),
  classNotFound: (): RefusalShape => ({
    status: 422,
    title: 'Không có lớp này ở trường',
    detail: 'Hãy chọn một lớp của trường trong năm học đang làm.',
    problems: [{ path: 'classId', message: 'Hãy chọn một lớp của trường.' }],
  }),
  moveUnfit: (why: string): RefusalShape => ({
    status: 409,
    title: 'Không ghi được biến động này',
    detail: why,
  }),
  badMove: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Biến động chưa đủ hoặc chưa đúng',
    detail: 'Hãy sửa các ô được đánh dấu rồi ghi lại.',
    problems,
  }),
  pupilRowsRefused: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Có dòng không ghi được',
    detail: 'Chưa ghi dòng nào. Hãy sửa các dòng sau rồi làm lại.',
    problems,
  }),
  transferOpen: (): RefusalShape => ({
    status: 409,
    title: 'Học sinh đang có đề nghị chuyển trường',
    detail: 'Hãy chờ trường nhận trả lời, hoặc rút đề nghị cũ trước.',
  }),
  transferUnfit: (why: string): RefusalShape => ({
    status: 422,
    title: 'Không gửi được đề nghị chuyển trường',
    detail: why,
    problems: [{ path: 'toUnitId', message: why }],
  }),
  transferNotFound: (): RefusalShape => ({
    status: 404,
    title: 'Không tìm thấy đề nghị chuyển trường',
    detail: 'Đề nghị không thuộc trường bạn. Hãy xem lại danh sách.',
  }),
  transferDecided: (): RefusalShape => ({
    status: 409,
    title: 'Đề nghị này đã được trả lời hoặc đã rút',
    detail: 'Hãy tải lại danh sách để xem kết quả.',
  }),
  transferMoved: (): RefusalShape => ({
    status: 409,
    title: 'Học sinh không còn ở trường gửi',
    detail: 'Trường khác đã nhận em này, hoặc em đã thôi học. Hãy từ chối đề nghị và liên hệ trường gửi.',
  }),
  transferBadDay: (): RefusalShape => ({
    status: 422,
    title: 'Ngày nhận chưa đúng',
    detail: 'Ngày nhận không được trước ngày em vào lớp ở trường gửi, và không ở tương lai.',
    problems: [{ path: 'on', message: 'Hãy chọn ngày khác.' }],
  }),
  transferWrongClass: (): RefusalShape => ({
    status: 422,
    title: 'Lớp nhận chưa đúng',
    detail: 'Hãy chọn một lớp của trường bạn, cùng khối và cùng năm học với lớp em đang học.',
    problems: [{ path: 'classId', message: 'Hãy chọn lớp cùng khối.' }],
  }),
  noNextYear: (name: string): RefusalShape => ({
    status: 422,
    title: 'Chưa có năm học kế tiếp',
    detail: `Sở chưa đặt khung thời gian năm học sau ${name}. Khi có, trường chuyển năm học được ngay.`,
  }),
  rollOverTooEarly: (endsOn: string): RefusalShape => ({
    status: 422,
    title: 'Năm học chưa kết thúc',
    detail: `Chuyển năm học từ ngày ${endsOn.split('-').reverse().join('/')}. Trước ngày đó vẫn xem và chỉnh được bản dự kiến.`,
  }),
  rollOverDone: (when: string): RefusalShape => ({
    status: 409,
    title: 'Trường đã chuyển năm học rồi',
    detail: `Đã thực hiện ${when}. Nếu cần làm lại, hãy hoàn tác trước khi năm học mới bắt đầu.`,
  }),
  rollOverEmpty: (): RefusalShape => ({
    status: 422,
    title: 'Không có học sinh nào để chuyển',
    detail: 'Năm học này chưa có học sinh nào đang ở lớp. Hãy kiểm tra năm học đang chọn.',
  }),
  rollOverBlocked: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Còn vấn đề phải sửa trước khi chuyển năm học',
    detail: 'Hãy sửa các mục sau rồi thực hiện lại.',
    problems,
  }),
  rollOverChanged: (): RefusalShape => ({
    status: 409,
    title: 'Danh sách vừa thay đổi',
    detail: 'Có học sinh hoặc lớp vừa được người khác sửa. Hãy xem lại bản dự kiến mới rồi thực hiện.',
  }),
  rollOverYearMistyped: (name: string): RefusalShape => ({
    status: 422,
    title: 'Tên năm học gõ chưa đúng',
    detail: `Hãy gõ đúng "${name}" để xác nhận.`,
    problems: [{ path: 'toYear', message: `Hãy gõ đúng "${name}".` }],
  }),
  rollOverNotFound: (): RefusalShape => ({
    status: 404,
    title: 'Không tìm thấy lần chuyển năm học',
    detail: 'Hãy tải lại trang.',
  }),
  rollOverReversed: (): RefusalShape => ({
    status: 409,
    title: 'Lần chuyển năm học này đã được hoàn tác',
    detail: 'Hãy tải lại trang.',
  }),
  rollOverFinal: (startsOn: string): RefusalShape => ({
    status: 409,
    title: 'Năm học mới đã bắt đầu, không hoàn tác được nữa',
    detail: `Năm học mới bắt đầu ngày ${startsOn.split('-').reverse().join('/')}. Hãy sửa từng em bằng đổi lớp.`,
  }),
  rollOverInUse: (what: string): RefusalShape => ({
    status: 409,
    title: 'Chưa hoàn tác được',
    detail: what,
  }),
};
