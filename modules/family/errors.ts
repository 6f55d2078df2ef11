import { defineRefusals } from '#platform/errors';

/** Every way school and family say no. */
export const familyErrors = defineRefusals('family', {
  noSchool: () => ({
    status: 422,
    title: 'Chưa rõ là trường nào',
    detail: 'Vai trò đang dùng không thuộc một trường. Hãy đổi vai trò rồi thử lại.',
  }),
  announcementNotFound: () => ({
    status: 404,
    title: 'Không có thông báo này',
    detail: 'Thông báo đã được thu hồi, hoặc không gửi cho bạn. Hãy tải lại danh sách.',
  }),
  notDraft: () => ({
    status: 409,
    title: 'Thông báo đã gửi',
    detail: 'Thông báo đã gửi thì không sửa được. Hãy thu hồi rồi gửi thông báo khác.',
  }),
  notSent: () => ({
    status: 409,
    title: 'Thông báo chưa gửi hoặc đã thu hồi',
    detail: 'Hãy tải lại trang để xem tình trạng hiện tại.',
  }),
  changedMeanwhile: (yours: unknown, current: unknown) => ({
    status: 409,
    title: 'Thông báo vừa được sửa ở nơi khác',
    detail: 'Hãy tải lại trang, xem bản mới rồi làm lại.',
    facts: { yours, current },
  }),
  notYourClass: () => ({
    status: 403,
    title: 'Chỉ gửi được cho lớp mình chủ nhiệm',
    detail: 'Hãy chọn lớp bạn chủ nhiệm, hoặc nhờ ban giám hiệu gửi cho lớp khác.',
  }),
  nobodyReached: (unreached: number) => ({
    status: 422,
    title: 'Chưa có ai nhận được',
    detail:
      unreached > 0
        ? `${unreached} người được chọn đều chưa có tài khoản. Hãy phát phiếu kích hoạt trước (Học sinh, Phiếu kích hoạt).`
        : 'Không có ai trong nhóm đã chọn. Hãy chọn lại người nhận.',
  }),
  fileRefused: (detail: string) => ({ status: 422, title: 'Tệp không dùng được', detail }),
  threadNotFound: () => ({
    status: 404,
    title: 'Không có cuộc trao đổi này',
    detail: 'Cuộc trao đổi không phải của bạn, hoặc lớp đã đổi. Hãy tải lại danh sách.',
  }),
  threadBlocked: () => ({
    status: 409,
    title: 'Cuộc trao đổi đã dừng',
    detail: 'Nhà trường đã dừng cuộc trao đổi này. Cần gấp thì liên hệ trực tiếp nhà trường.',
  }),
  tooManyMessages: (most: number) => ({
    status: 429,
    title: 'Bạn đã gửi nhiều tin nhắn',
    detail: `Mỗi người gửi nhiều nhất ${most} tin trong một giờ. Tin vừa viết chưa gửi: hãy giữ lại, gửi sau; cần gấp thì gọi điện.`,
  }),
  noPartner: () => ({
    status: 422,
    title: 'Chưa nhắn được',
    detail: 'Chỉ gia đình và giáo viên chủ nhiệm của lớp nhắn được cho nhau. Hãy chọn lại trong danh sách.',
  }),
});
