import { defineSetting } from '#rules/organisation';

/** Oldest age, at the end of the school year, at which the lower-secondary programme is completed (ASM-45). */
export const completionLatestAge = defineSetting({
  key: 'transcript.completionLatestAge',
  label: {
    vi: 'Tuổi cao nhất khi hoàn thành chương trình THCS',
    en: 'Oldest age for completing lower secondary',
  },
  effect: {
    vi: 'Học sinh lớp 9 lớn hơn tuổi này khi hết năm học không được tự động ghi "hoàn thành chương trình THCS" trong học bạ.',
    en: 'A pupil of grade 9 older than this at the end of the year gets no automatic note of completion in the transcript.',
  },
  form: { kind: 'number', min: 15, max: 60, step: 1, unit: { vi: 'tuổi', en: 'years' } },
  default: 21,
  source:
    'Theo điều kiện công nhận tốt nghiệp THCS trước đây (Thông tư 31/2023/TT-BGDĐT); từ 2026 hiệu trưởng xác nhận trong học bạ, chưa có văn bản chi tiết.',
});

/** How many days a link to a page may be valid. */
export const shareDays = defineSetting({
  key: 'transcript.shareDays',
  label: { vi: 'Hạn của liên kết xem học bạ', en: 'Life of a link to a transcript page' },
  effect: {
    vi: 'Liên kết xem một lần hết hạn sau chừng này ngày, nếu chưa mở.',
    en: 'A one-time link expires after so many days when it has not been opened.',
  },
  form: { kind: 'number', min: 1, max: 30, step: 1, unit: { vi: 'ngày', en: 'days' } },
  default: 7,
  source: 'Mức mặc định của hệ thống; chưa có văn bản quy định.',
});

export const transcriptSettings = [completionLatestAge, shareDays];
