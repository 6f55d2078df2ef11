import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way the plan says no. */
export const planErrors = defineRefusals('plan', {
  unreadableSource: (problem: { message: string }): RefusalShape => ({
    status: 422,
    title: 'Không nhập được văn bản',
    detail: problem.message,
  }),
  documentNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy kế hoạch',
    detail: 'Kế hoạch không có hoặc ngoài phạm vi của bạn. Hãy quay lại danh sách kế hoạch.',
  }),
  notADraft: () => ({
    status: 409,
    title: 'Bản này không còn là bản nháp',
    detail: 'Chỉ sửa được bản nháp. Muốn thay đổi kế hoạch đã ban hành, hãy nhập bản điều chỉnh.',
  }),
  nothingToPublish: () => ({
    status: 422,
    title: 'Chưa có nhiệm vụ nào để ban hành',
    detail: 'Bản nháp không có nhiệm vụ nào. Hãy lập nhiệm vụ từ các đoạn văn trước khi ban hành.',
  }),
  unaccountedParagraphs: (count: number) => ({
    status: 422,
    title: 'Còn đoạn văn chưa rõ là gì',
    detail: `Còn ${count} đoạn chưa được xếp loại. Hãy xem lại từng đoạn trước khi ban hành.`,
  }),
  noSchoolYear: (name: string) => ({
    status: 422,
    title: 'Chưa có năm học này',
    detail: `Hệ thống chưa có năm học ${name}. Hãy lập khung năm học trong Thiết lập rồi nhập lại.`,
  }),
  noDivision: () => ({
    status: 422,
    title: 'Chưa rõ đơn vị ban hành',
    detail: 'Hãy nhập kế hoạch trong vai trò của phòng chuyên môn thuộc Sở.',
  }),
  dutyNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy nhiệm vụ',
    detail: 'Nhiệm vụ không có hoặc ngoài phạm vi của bạn.',
  }),
  paragraphNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy đoạn văn',
    detail: 'Đoạn văn không thuộc bản kế hoạch này. Hãy tải lại trang.',
  }),
  dutiesOfOtherDocument: () => ({
    status: 422,
    title: 'Các nhiệm vụ không cùng một bản',
    detail: 'Chỉ gộp được nhiệm vụ của cùng một bản kế hoạch.',
  }),
  deadlineBeforeStart: (startsOn: string, dueOn: string) => ({
    status: 422,
    title: 'Hạn hoàn thành trước ngày bắt đầu',
    detail: `Bắt đầu ${startsOn} nhưng hạn lại là ${dueOn}. Hãy sửa một trong hai ngày.`,
    problems: [{ path: 'dueOn', message: 'Hạn phải từ ngày bắt đầu trở đi.' }] satisfies Problem[],
  }),
  evidenceIncomplete: (message: string) => ({
    status: 422,
    title: 'Cách minh chứng chưa đủ',
    detail: message,
    problems: [{ path: 'evidenceSpec', message }] satisfies Problem[],
  }),
  editedMeanwhile: (mine: unknown, theirs: unknown) => ({
    status: 409,
    title: 'Người khác vừa sửa mục này',
    detail: 'Hãy so hai bản bên dưới rồi chọn giữ bản nào; chưa có gì bị ghi đè.',
    facts: { mine, theirs },
  }),
  assignmentNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy việc này',
    detail: 'Việc không có hoặc ngoài phạm vi vai trò đang chọn. Hãy thử đổi vai trò.',
  }),
  notYours: (who: string) => ({
    status: 403,
    title: 'Việc này không do bạn thực hiện',
    detail: `Người làm được: ${who}.`,
  }),
  wrongState: (state: string) => ({
    status: 409,
    title: 'Việc đang ở trạng thái khác',
    detail: `Hiện việc này ở trạng thái “${state}”, không làm bước vừa chọn được. Hãy tải lại trang.`,
  }),
  evidenceMissing: (needed: string) => ({
    status: 422,
    title: 'Chưa đủ minh chứng để nộp',
    detail: needed,
  }),
  settledByIndicator: () => ({
    status: 422,
    title: 'Việc này tự hoàn thành theo chỉ số',
    detail: 'Hệ thống tính chỉ số từ công việc hằng ngày; đạt ngưỡng là tự công nhận, không cần nộp.',
  }),
  wrongEvidenceKind: (expected: string) => ({
    status: 422,
    title: 'Sai kiểu minh chứng',
    detail: `Nhiệm vụ này cần: ${expected}.`,
  }),
  formInvalid: (problems: readonly Problem[]) => ({
    status: 422,
    title: 'Phiếu minh chứng chưa đúng',
    detail: 'Hãy sửa các ô được nêu rồi gửi lại.',
    problems,
  }),
  evidenceNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy minh chứng',
    detail: 'Minh chứng đã được rút hoặc ngoài phạm vi của bạn.',
  }),
  fileRefused: (message: string) => ({ status: 422, title: 'Tệp không được nhận', detail: message }),
  splitTargetNotFound: (name: string) => ({
    status: 422,
    title: 'Không giao tiếp được cho nơi này',
    detail: `${name} không thuộc đơn vị của bạn hoặc không giữ vai trò phù hợp.`,
  }),
  delegationCycle: () => ({
    status: 422,
    title: 'Việc quay lại nơi đã giao',
    detail: 'Người hoặc đơn vị này đã giao việc xuống; không thể nhận lại chính việc đó từ cấp dưới.',
  }),
  extensionPending: () => ({
    status: 409,
    title: 'Đã có đề nghị lùi hạn đang chờ',
    detail: 'Hãy chờ cấp trên trả lời đề nghị trước.',
  }),
  extensionNotLater: (dueOn: string) => ({
    status: 422,
    title: 'Hạn mới phải sau hạn cũ',
    detail: `Hạn hiện nay là ${dueOn}. Hãy chọn ngày muộn hơn.`,
  }),
  extensionNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy đề nghị lùi hạn',
    detail: 'Đề nghị đã được trả lời hoặc ngoài phạm vi của bạn.',
  }),
  noSuperior: () => ({
    status: 422,
    title: 'Không có cấp trên để gửi',
    detail: 'Đơn vị này không có cấp trên trong hệ thống. Hãy liên hệ quản trị.',
  }),
  difficultyNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy khó khăn này',
    detail: 'Mục này không có hoặc ngoài phạm vi của bạn.',
  }),
  attachmentNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy tệp',
    detail: 'Tệp không có hoặc ngoài phạm vi của bạn.',
  }),
  feedNotFound: () => ({
    status: 404,
    title: 'Địa chỉ lịch không còn hiệu lực',
    detail: 'Hãy lập địa chỉ mới trong trang Lịch.',
  }),
});
