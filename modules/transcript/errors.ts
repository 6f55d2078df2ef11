import { defineRefusals, type Problem } from '#platform/errors';

/** Every way the transcript says no. */
export const transcriptErrors = defineRefusals('transcript', {
  noSchool: () => ({
    status: 422,
    title: 'Chưa rõ là trường nào',
    detail: 'Vai trò đang dùng không thuộc một trường. Hãy đổi sang vai trò ở trường.',
  }),
  noSchoolYear: (name: string) => ({
    status: 404,
    title: `Không có năm học ${name}`,
    detail: 'Hãy chọn năm học trong danh sách ở đầu trang.',
  }),
  classNotFound: () => ({
    status: 404,
    title: 'Không có lớp này',
    detail: 'Lớp đã bị xoá hoặc ngoài phạm vi của bạn. Hãy mở lại từ trang Học bạ.',
  }),
  pageNotFound: () => ({
    status: 404,
    title: 'Không có trang học bạ này',
    detail: 'Trang đã được lập lại hoặc ngoài phạm vi của bạn. Hãy mở lại từ trang Học bạ.',
  }),
  notHomeroom: () => ({
    status: 403,
    title: 'Bạn không chủ nhiệm lớp này',
    detail: 'Trang này dành cho giáo viên chủ nhiệm và văn phòng nhà trường.',
  }),
  marksNotLocked: () => ({
    status: 409,
    title: 'Điểm chưa khoá đủ hai học kì',
    detail: 'Hãy khoá điểm học kì I và học kì II ở trang Sổ điểm rồi lập học bạ.',
  }),
  noFiles: () => ({
    status: 404,
    title: 'Trang này chưa có bản PDF',
    detail: 'Bản PDF được tạo khi hiệu trưởng ký. Hãy xem trang trên màn hình, hoặc đợi hiệu trưởng ký.',
  }),
  nothingConfirmed: (problems: readonly Problem[]) => ({
    status: 409,
    title: 'Chưa xác nhận được trang nào',
    detail: 'Hãy tải lại danh sách rồi xác nhận các trang còn chờ.',
    problems,
  }),
  notYourTurn: () => ({
    status: 409,
    title: 'Trang này không chờ bạn',
    detail: 'Trang đã được ký, đã lập lại hoặc chưa đến lượt bạn. Hãy tải lại danh sách.',
  }),
  nothingToSign: () => ({
    status: 409,
    title: 'Không có trang nào chờ ký',
    detail: 'Giáo viên bộ môn và giáo viên chủ nhiệm phải xác nhận trước. Hãy xem tiến độ từng lớp.',
  }),
  runNotFound: () => ({
    status: 404,
    title: 'Không có lần ký này',
    detail: 'Hãy mở lại trang Học bạ và bấm ký.',
  }),
  noAnchors: () => ({
    status: 409,
    title: 'Sở chưa khai báo cơ quan chứng thực được tin',
    detail:
      'Hãy đề nghị Sở thêm chứng thư gốc (Ban Cơ yếu hoặc cơ quan được cấp phép) ở trang Chứng thư được tin.',
  }),
  wrongPassword: () => ({
    status: 422,
    title: 'Mật khẩu không mở được khoá ký',
    detail: 'Hãy gõ lại mật khẩu của tệp .p12 (hoặc mã PIN của USB token). Chưa ký trang nào trong lượt này.',
  }),
  keyNotRead: (why: string) => ({
    status: 422,
    title: 'Không dùng được khoá ký này',
    detail: `${why} Chưa ký trang nào trong lượt này.`,
  }),
  certificateExpired: (subject: string, day: string) => ({
    status: 422,
    title: `Chứng thư của ${subject} đã hết hạn ngày ${day}`,
    detail: 'Hãy gia hạn chứng thư rồi ký lại. Chưa ký trang nào trong lượt này.',
  }),
  certificateTooEarly: (subject: string, day: string) => ({
    status: 422,
    title: `Chứng thư của ${subject} chỉ dùng được từ ngày ${day}`,
    detail: 'Hãy kiểm tra lại chứng thư và ngày giờ của máy chủ.',
  }),
  certificateUntrusted: (subject: string) => ({
    status: 422,
    title: `Chứng thư của ${subject} không do cơ quan được tin cấp`,
    detail: 'Hãy dùng chứng thư do cơ quan mà Sở đã khai báo cấp, hoặc đề nghị Sở thêm cơ quan ấy.',
  }),
  certificateOfAnother: (subject: string) => ({
    status: 422,
    title: `Chứng thư của ${subject} là của người khác hoặc của cơ quan khác`,
    detail:
      'Hiệu trưởng ký bằng chứng thư cá nhân của mình; con dấu dùng chứng thư của nhà trường. Hãy chọn đúng tệp khoá.',
  }),
  noTimeStamp: () => ({
    status: 503,
    title: 'Không lấy được dấu thời gian',
    detail:
      'Máy chủ cấp dấu thời gian không trả lời. Hãy thử lại sau ít phút; các trang đã ký vẫn giữ nguyên.',
  }),
  notInForce: () => ({
    status: 409,
    title: 'Trang này không còn hiệu lực',
    detail: 'Chỉ thu hồi hoặc chia sẻ được trang đang có hiệu lực. Hãy mở bản mới nhất.',
  }),
  changedMeanwhile: () => ({
    status: 409,
    title: 'Người khác vừa sửa',
    detail: 'Hãy tải lại trang rồi ghi lại.',
  }),
  shareNotFound: () => ({
    status: 404,
    title: 'Không có liên kết này',
    detail: 'Liên kết đã được thu hồi. Hãy tải lại trang.',
  }),
  shareNotValid: () => ({
    status: 404,
    title: 'Liên kết không dùng được',
    detail: 'Liên kết đã mở, đã hết hạn hoặc đã bị thu hồi. Hãy xin người gửi một liên kết mới.',
  }),
  codeNotKnown: () => ({
    status: 404,
    title: 'Không có học bạ với mã này',
    detail:
      'Hãy quét lại mã QR hoặc gõ đúng 20 chữ và số in trên trang. Nếu vẫn không có, học bạ này không do hệ thống phát hành.',
  }),
  tooManyQuestions: () => ({
    status: 429,
    title: 'Đã tra cứu quá nhiều lần',
    detail: 'Hãy đợi 15 phút rồi thử lại.',
  }),
  notACertificate: () => ({
    status: 422,
    title: 'Tệp không phải chứng thư số',
    detail: 'Hãy chọn tệp chứng thư gốc .cer, .crt hoặc .pem của cơ quan chứng thực.',
  }),
  notAnAuthority: (name: string) => ({
    status: 422,
    title: `${name} không phải chứng thư của cơ quan chứng thực`,
    detail:
      'Chỉ thêm chứng thư gốc của cơ quan cấp chứng thư, không thêm chứng thư của một người hay một trường.',
  }),
  listNotTaken: (why: string) => ({
    status: 422,
    title: 'Chưa nhận được danh sách chứng thư bị thu hồi',
    detail: `${why} Danh sách đang dùng không đổi.`,
  }),
  listOlder: (authority: string) => ({
    status: 409,
    title: `Đã có danh sách mới hơn của ${authority}`,
    detail: 'Hãy tải danh sách mới nhất từ trang của cơ quan chứng thực. Danh sách đang dùng không đổi.',
  }),
  certificateWithdrawn: (subject: string) => ({
    status: 422,
    title: `Chứng thư của ${subject} đã bị thu hồi`,
    detail: 'Hãy dùng chứng thư mới do cơ quan chứng thực cấp. Chưa ký trang nào trong lượt này.',
  }),
  anchorKnown: () => ({
    status: 409,
    title: 'Chứng thư này đã có trong danh sách',
    detail: 'Không cần thêm lần nữa.',
  }),
  anchorNotFound: () => ({
    status: 404,
    title: 'Không có chứng thư này trong danh sách',
    detail: 'Có thể người khác vừa xoá. Hãy tải lại trang.',
  }),
  nothingToKeep: () => ({
    status: 409,
    title: 'Năm học này chưa có trang học bạ nào được phát hành',
    detail: 'Hãy ký và đóng dấu trước, rồi xuất bản lưu trữ.',
  }),
  archiveRunning: () => ({
    status: 409,
    title: 'Đang xuất bản lưu trữ của năm học này',
    detail: 'Hãy đợi lần xuất trước xong.',
  }),
  archiveNotFound: () => ({
    status: 404,
    title: 'Không có bản lưu trữ này',
    detail: 'Bản chưa xuất xong hoặc ngoài phạm vi của bạn.',
  }),
});
