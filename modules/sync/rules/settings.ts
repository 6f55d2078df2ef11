import { defineSetting, type Setting } from '#rules/organisation';

/** How long a device may hold data of pupils without having been in contact with the server. */
export const offlineDays = defineSetting({
  key: 'sync.offlineDays',
  label: { vi: 'Dùng được khi mất mạng', en: 'Use without a network' },
  effect: {
    vi: 'Dữ liệu giữ trên máy của giáo viên hết hạn sau chừng này ngày không liên lạc được với hệ thống; việc chưa gửi vẫn được giữ.',
    en: 'Data held on a teacher’s device expire after so many days without contact; what is unsent is kept.',
  },
  form: { kind: 'number', min: 1, max: 30, step: 1, unit: { vi: 'ngày', en: 'days' } },
  default: 14,
  source:
    'Mức mặc định của hệ thống: đủ hai tuần mất liên lạc ở điểm trường xa; chưa có văn bản quy định thời gian lưu dữ liệu học sinh trên máy cá nhân, Sở quyết định.',
});

export const syncSettings: readonly Setting[] = [offlineDays];
