import { defineSetting } from '#rules/organisation';

const hours = { vi: 'giờ', en: "o'clock" };

/** From this hour on messages wait with being told of. */
export const quietFrom = defineSetting({
  key: 'family.quietFrom',
  label: { vi: 'Giờ yên tĩnh: từ', en: 'Quiet hours: from' },
  effect: {
    vi: 'Từ giờ này, tin nhắn vẫn gửi được nhưng người nhận được báo vào cuối giờ yên tĩnh.',
    en: 'From this hour on a message can be sent, but the other side is told at the end of the quiet hours.',
  },
  form: { kind: 'number', min: 0, max: 23, step: 1, unit: hours },
  default: 21,
  source: 'Mức mặc định của hệ thống; chưa có văn bản quy định.',
});

/** Until this hour. */
export const quietTo = defineSetting({
  key: 'family.quietTo',
  label: { vi: 'Giờ yên tĩnh: đến', en: 'Quiet hours: until' },
  effect: {
    vi: 'Đến giờ này thì báo các tin nhắn đã gửi trong giờ yên tĩnh. Đặt bằng giờ bắt đầu: không có giờ yên tĩnh.',
    en: 'At this hour people are told of what was sent meanwhile. The same as the first hour: no quiet hours.',
  },
  form: { kind: 'number', min: 0, max: 23, step: 1, unit: hours },
  default: 6,
  source: 'Mức mặc định của hệ thống; chưa có văn bản quy định.',
});

/** Threads without a word for so long are deleted with their messages (PRV-13). */
export const messageDays = defineSetting({
  key: 'family.messageDays',
  label: { vi: 'Thời hạn giữ tin nhắn', en: 'Messages are kept' },
  effect: {
    vi: 'Cuộc trao đổi không có tin mới trong chừng này ngày thì bị xoá hẳn.',
    en: 'A thread without a new message for so many days is deleted for good.',
  },
  form: { kind: 'number', min: 30, max: 1825, step: 1, unit: { vi: 'ngày', en: 'days' } },
  default: 365,
  source:
    'Mức mặc định của hệ thống theo nguyên tắc chỉ lưu dữ liệu cá nhân trong thời gian cần thiết (Luật 91/2025/QH15, Điều 3); chưa có thời hạn riêng cho tin nhắn.',
});

/** So many messages one person may send in an hour, to all together. */
export const messagesPerHour = defineSetting({
  key: 'family.messagesPerHour',
  label: { vi: 'Số tin nhắn trong một giờ', en: 'Messages in an hour' },
  effect: {
    vi: 'Một người gửi được nhiều nhất chừng này tin nhắn giữa gia đình và giáo viên trong một giờ.',
    en: 'One person may send so many messages between families and teachers in an hour.',
  },
  form: { kind: 'number', min: 5, max: 500, step: 1, unit: { vi: 'tin', en: 'messages' } },
  default: 60,
  source: 'Mức mặc định của hệ thống để ngăn làm phiền; chưa có văn bản quy định.',
});

export const familySettings = [messagesPerHour, quietFrom, quietTo, messageDays];
