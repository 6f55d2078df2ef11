import type { Problem, RefusalShape } from '#platform/errors';

/** Refusals about staff, classes and rooms, and those every part of people shares. */
export const groundReasons = {
  changedMeanwhile: (yours: unknown, current: unknown): RefusalShape => ({
    status: 409,
    title: 'Thông tin vừa được người khác sửa',
    detail: 'Hãy xem bản mới và bản của bạn, chọn nội dung đúng rồi lưu lại.',
    facts: { yours, current },
  }),
  badCursor: (): RefusalShape => ({
    status: 422,
    title: 'Vị trí trang không đúng',
    detail: 'Hãy tải lại danh sách từ đầu.',
    problems: [{ path: 'cursor', message: 'Vị trí trang không đúng.' }],
  }),
  noSchoolYear: (): RefusalShape => ({
    status: 422,
    title: 'Chưa có năm học này',
    detail: 'Hãy chọn một năm học trong danh sách, hoặc đề nghị Sở lập khung năm học.',
    problems: [{ path: 'schoolYearId', message: 'Không có năm học này.' }],
  }),
  schoolNeeded: (): RefusalShape => ({
    status: 422,
    title: 'Chưa rõ của trường nào',
    detail: 'Hãy chọn một trường trong phạm vi của bạn.',
    problems: [{ path: 'unitId', message: 'Hãy chọn trường.' }],
  }),
  badGround: (problems: readonly Problem[]): RefusalShape => ({
    status: 422,
    title: 'Thông tin chưa đúng',
    detail: 'Hãy sửa các ô được đánh dấu rồi lưu lại.',
    problems,
  }),
  roomNotFound: (): RefusalShape => ({
    status: 404,
    title: 'Không tìm thấy phòng',
    detail: 'Phòng không thuộc trường bạn. Hãy tải lại danh sách.',
  }),
  roomNameTaken: (name: string): RefusalShape => ({
    status: 409,
    title: 'Tên phòng đã dùng',
    detail: `Trường đang có phòng "${name}". Hãy đặt tên khác.`,
    problems: [{ path: 'name', message: 'Tên phòng đã dùng.' }],
  }),
  roomInUse: (classNames: readonly string[]): RefusalShape => ({
    status: 409,
    title: 'Phòng đang có lớp',
    detail: `Các lớp ${classNames.join(', ')} đang học ở phòng này. Hãy chuyển lớp sang phòng khác rồi ngừng dùng.`,
  }),
  schoolClassNotFound: (): RefusalShape => ({
    status: 404,
    title: 'Không tìm thấy lớp',
    detail: 'Lớp không thuộc trường bạn, hoặc đã bị xoá. Hãy tải lại danh sách.',
  }),
  classNameTaken: (name: string): RefusalShape => ({
    status: 409,
    title: 'Tên lớp đã dùng',
    detail: `Năm học này trường đã có lớp "${name}". Hãy đặt tên khác.`,
    problems: [{ path: 'name', message: 'Tên lớp đã dùng trong năm học này.' }],
  }),
  classInUse: (): RefusalShape => ({
    status: 409,
    title: 'Lớp đã có học sinh hoặc đã dùng',
    detail: 'Chỉ xoá được lớp mới lập, chưa từng xếp học sinh hay phân công. Hãy đổi tên lớp nếu ghi nhầm.',
  }),
  staffNotFound: (): RefusalShape => ({
    status: 404,
    title: 'Không tìm thấy cán bộ, giáo viên',
    detail: 'Người này không thuộc phạm vi của bạn. Hãy tìm lại trong danh sách.',
  }),
  staffCodeTaken: (): RefusalShape => ({
    status: 409,
    title: 'Mã cán bộ đã dùng',
    detail: 'Một người khác trong tỉnh đã có mã này. Hãy kiểm tra lại mã, hoặc để trống.',
    problems: [{ path: 'code', message: 'Mã này đã dùng cho người khác.' }],
  }),
  staffNumberTaken: (unitName: string): RefusalShape => ({
    status: 409,
    title: 'Số định danh cá nhân đã có trong hệ thống',
    detail: `Số này đang ở một hồ sơ của ${unitName}. Hãy kiểm tra lại số; nếu là cùng một người, hãy nhờ trường đó ghi người ấy thôi làm việc trước.`,
    problems: [{ path: 'identityNumber', message: `Đã có ở ${unitName}.` }],
  }),
  staffHasLeft: (): RefusalShape => ({
    status: 409,
    title: 'Người này đã thôi làm việc ở trường',
    detail: 'Hãy ghi người ấy trở lại làm việc trước.',
  }),
  accountUnfit: (why: string): RefusalShape => ({
    status: 422,
    title: 'Không gắn được tài khoản này',
    detail: why,
    problems: [{ path: 'accountId', message: why }],
  }),
  postingNotFound: (): RefusalShape => ({
    status: 404,
    title: 'Không tìm thấy quyết định dạy liên trường',
    detail: 'Có thể quyết định vừa bị bỏ. Hãy tải lại trang.',
  }),
  postingTwice: (): RefusalShape => ({
    status: 409,
    title: 'Đã có quyết định dạy ở trường này',
    detail: 'Trong năm học này giáo viên đã được cử sang trường ấy. Hãy sửa quyết định đang có.',
    problems: [{ path: 'unitId', message: 'Đã có quyết định cho trường này.' }],
  }),
};
