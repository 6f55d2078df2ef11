import { defineRefusals, type Problem, type RefusalShape } from '#platform/errors';

/** Every way the plan says no. */
export const planErrors = defineRefusals('plan', {
  pushRefused: (): RefusalShape => ({
    status: 422,
    title: 'Không bật được báo tin trên trình duyệt này',
    detail:
      'Máy chủ không nhận dịch vụ báo tin của trình duyệt này. Hãy dùng Chrome, Edge, Firefox hoặc Safari, hoặc nhận qua e-mail.',
  }),
  unreadableSource: (problem: { message: string }): RefusalShape => ({
    status: 422,
    title: 'Không nhập được văn bản',
    detail: problem.message,
  }),
  nothingRead: () => ({
    status: 422,
    title: 'Không đọc được nhiệm vụ nào',
    detail: 'Tệp không có đề mục hay nhiệm vụ theo dạng kế hoạch. Hãy kiểm tra đã chọn đúng tệp.',
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

  // Inspections
  inspectionNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy cuộc kiểm tra',
    detail: 'Cuộc kiểm tra không có hoặc ngoài phạm vi của bạn.',
  }),
  cannotInspect: () => ({
    status: 422,
    title: 'Không kiểm tra được đơn vị này',
    detail: 'Chỉ kiểm tra được trường hoặc xã, phường mà đơn vị của bạn quản lý hay chỉ đạo chuyên môn.',
    problems: [
      { path: 'inspectedUnitId', message: 'Hãy chọn đơn vị trong phạm vi của bạn.' },
    ] satisfies Problem[],
  }),
  inspectionInPast: () => ({
    status: 422,
    title: 'Ngày kiểm tra đã qua',
    detail: 'Hãy chọn ngày kiểm tra từ hôm nay trở đi.',
    problems: [{ path: 'plannedOn', message: 'Phải từ hôm nay trở đi.' }] satisfies Problem[],
  }),
  inspectionTooEarly: (plannedOn: string) => ({
    status: 422,
    title: 'Chưa đến ngày đã báo cho đơn vị',
    detail: `Cuộc kiểm tra theo kế hoạch vào ngày ${plannedOn}. Muốn kiểm tra sớm hơn, hãy đổi ngày trước.`,
  }),
  teamMemberUnknown: () => ({
    status: 422,
    title: 'Có người không chọn được vào đoàn',
    detail: 'Tài khoản không có hoặc đã khóa. Hãy chọn lại trưởng đoàn và thành viên.',
  }),
  teamMemberInside: (names: string) => ({
    status: 422,
    title: 'Người trong đoàn thuộc đơn vị được kiểm tra',
    detail: `${names} đang làm việc ở đơn vị được kiểm tra nên không thể ở trong đoàn.`,
  }),
  dutyNotOfUnit: () => ({
    status: 422,
    title: 'Có nhiệm vụ không giao cho đơn vị này',
    detail: 'Hãy chọn trong những nhiệm vụ của kế hoạch đã ban hành đang giao cho đơn vị được kiểm tra.',
  }),
  nothingChecked: () => ({
    status: 422,
    title: 'Chưa kiểm tra nội dung nào',
    detail: 'Hãy ghi kết quả ít nhất một nội dung trước khi kết luận, hoặc hủy cuộc kiểm tra.',
  }),
  inspectionItemNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy nội dung kiểm tra',
    detail: 'Nội dung đã bị bỏ hoặc ngoài phạm vi của bạn. Hãy tải lại trang.',
  }),
  inspectionItemUsed: () => ({
    status: 409,
    title: 'Nội dung này đã có kết quả hoặc kiến nghị',
    detail: 'Chỉ bỏ được nội dung chưa kiểm tra và chưa có kiến nghị.',
  }),
  findingNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy kiến nghị',
    detail: 'Kiến nghị không có hoặc ngoài phạm vi của bạn.',
  }),
  findingDueTooEarly: (foundOn: string) => ({
    status: 422,
    title: 'Hạn khắc phục trước ngày kiểm tra',
    detail: `Kiểm tra ngày ${foundOn}. Hãy chọn hạn khắc phục từ ngày đó trở đi.`,
    problems: [{ path: 'dueOn', message: 'Hạn phải từ ngày kiểm tra trở đi.' }] satisfies Problem[],
  }),
  // Official documents
  officialDocumentNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy văn bản',
    detail: 'Văn bản không có hoặc chưa gửi tới đơn vị của bạn.',
  }),
  cannotIssue: () => ({
    status: 422,
    title: 'Đơn vị này không phát hành văn bản',
    detail: 'Hãy đổi sang vai trò ở Sở, xã, phường hoặc trường rồi lập văn bản.',
  }),
  recipientNotReachable: () => ({
    status: 422,
    title: 'Có nơi nhận không gửi tới được',
    detail: 'Chỉ gửi được tới cấp trên, cấp dưới của đơn vị mình. Hãy bỏ nơi nhận khác.',
    problems: [{ path: 'recipientUnitIds', message: 'Hãy chọn lại nơi nhận.' }] satisfies Problem[],
  }),
  noRecipients: () => ({
    status: 422,
    title: 'Chưa có nơi nhận',
    detail: 'Hãy chọn nơi nhận trước khi gửi.',
    problems: [{ path: 'recipientKinds', message: 'Chọn ít nhất một nơi nhận.' }] satisfies Problem[],
  }),
  noDocumentFile: () => ({
    status: 422,
    title: 'Chưa có tệp văn bản',
    detail: 'Hãy đính kèm tệp văn bản trước khi gửi.',
  }),
  replacedNotIssued: () => ({
    status: 422,
    title: 'Không thay thế được văn bản này',
    detail: 'Chỉ thay thế văn bản đang có hiệu lực của chính đơn vị mình.',
    problems: [{ path: 'replacesId', message: 'Hãy chọn văn bản đã ban hành.' }] satisfies Problem[],
  }),
  opinionDateTooEarly: () => ({
    status: 422,
    title: 'Hạn góp ý đã qua',
    detail: 'Hãy chọn hạn góp ý từ hôm nay trở đi.',
    problems: [{ path: 'until', message: 'Phải từ hôm nay trở đi.' }] satisfies Problem[],
  }),
  stillCollecting: (until: string, silent: number) => ({
    status: 409,
    title: 'Đang lấy ý kiến',
    detail: `Còn ${silent} đơn vị chưa góp ý, hạn đến hết ngày ${until}. Hãy chờ, hoặc rút ngắn hạn góp ý.`,
  }),
  opinionsUndisposed: (count: number) => ({
    status: 409,
    title: 'Còn góp ý chưa xử lý',
    detail: `Còn ${count} góp ý chưa tiếp thu hoặc giải trình. Hãy xử lý hết rồi ban hành.`,
  }),
  issuedInFuture: () => ({
    status: 422,
    title: 'Ngày ban hành chưa tới',
    detail: 'Ngày ban hành không được sau hôm nay.',
    problems: [{ path: 'issuedOn', message: 'Chọn hôm nay hoặc ngày trước đó.' }] satisfies Problem[],
  }),
  numberOutOfOrder: (symbol: string, issuedOn: string) => ({
    status: 422,
    title: 'Ngày ban hành trước văn bản đã có số',
    detail: `Văn bản ${symbol} đã ban hành ngày ${issuedOn}. Hãy chọn ngày từ đó trở đi, hoặc tự nhập số đã cấp trên giấy.`,
    problems: [{ path: 'issuedOn', message: 'Số tự cấp phải theo thứ tự ngày.' }] satisfies Problem[],
  }),
  numberTaken: (symbol: string) => ({
    status: 409,
    title: 'Số này đã cấp',
    detail: `Đã có văn bản ${symbol} trong năm. Hãy chọn số khác hoặc để hệ thống cấp số.`,
    problems: [{ path: 'number', message: 'Số đã dùng trong năm.' }] satisfies Problem[],
  }),
  opinionNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy góp ý',
    detail: 'Góp ý không có hoặc ngoài phạm vi của bạn.',
  }),
  notAskedForOpinion: () => ({
    status: 403,
    title: 'Đơn vị của bạn không được hỏi ý kiến',
    detail: 'Chỉ đơn vị được gửi dự thảo mới góp ý ở đây.',
  }),
  opinionsClosed: () => ({
    status: 409,
    title: 'Đã hết hạn góp ý',
    detail: 'Hãy liên hệ đơn vị soạn thảo nếu cần góp ý thêm.',
  }),
  alreadyAgreed: () => ({
    status: 409,
    title: 'Đơn vị đã trả lời nhất trí',
    detail: 'Không cần gửi lại. Muốn góp ý thêm, hãy gửi góp ý có nội dung.',
  }),
  opinionEmpty: () => ({
    status: 422,
    title: 'Góp ý chưa có nội dung',
    detail: 'Hãy viết nội dung góp ý, hoặc chọn nhất trí.',
    problems: [{ path: 'body', message: 'Chưa có nội dung.' }] satisfies Problem[],
  }),
  opinionDisposed: () => ({
    status: 409,
    title: 'Góp ý đã được xử lý',
    detail: 'Đơn vị soạn thảo đã tiếp thu hoặc giải trình góp ý này nên không sửa được nữa.',
  }),
  replyMissing: () => ({
    status: 422,
    title: 'Chưa có nội dung giải trình',
    detail: 'Không tiếp thu hết thì phải nêu lý do.',
    problems: [{ path: 'reply', message: 'Hãy nêu lý do.' }] satisfies Problem[],
  }),
  badCursor: () => ({
    status: 400,
    title: 'Không đọc được vị trí trang',
    detail: 'Hãy tải lại danh sách từ đầu.',
  }),
  reportNotFound: () => ({
    status: 404,
    title: 'Không tìm thấy báo cáo',
    detail: 'Báo cáo không có, chưa được nộp, hoặc ngoài phạm vi của bạn.',
  }),
  unknownPeriod: () => ({
    status: 422,
    title: 'Không có kỳ báo cáo này',
    detail: 'Hãy chọn một tháng, học kỳ hoặc năm học trong danh sách.',
  }),
  periodNotBegun: (label: string, start: string) => ({
    status: 422,
    title: 'Chưa tới kỳ báo cáo',
    detail: `Kỳ ${label} bắt đầu ngày ${start}; từ ngày đó mới nộp được báo cáo.`,
  }),
  notReporting: () => ({
    status: 422,
    title: 'Đơn vị này không lập báo cáo',
    detail: 'Báo cáo do phòng, xã, trường hoặc tổ lập. Hãy đổi sang vai trò ở đơn vị đó.',
  }),
  figureNotFound: () => ({
    status: 404,
    title: 'Báo cáo không có số liệu này',
    detail: 'Hãy mở lại từ trang báo cáo.',
  }),
  returnNeedsNote: () => ({
    status: 422,
    title: 'Chưa nêu lý do trả lại',
    detail: 'Hãy viết điều cần làm lại để đơn vị sửa báo cáo.',
    problems: [{ path: 'note', message: 'Chưa nêu lý do trả lại.' }] satisfies Problem[],
  }),
});
