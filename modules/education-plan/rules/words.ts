import type { Content, Funding, Half, Part, TestKind } from './rows.ts';
import type { PlanState } from './workflow.ts';

/** How people in schools call it, for messages and papers. */
export const contentWords: Readonly<Record<Content, string>> = {
  tutoring: 'Phụ đạo học sinh chưa đạt',
  gifted: 'Bồi dưỡng học sinh giỏi',
  examReview: 'Ôn tập học sinh cuối cấp',
  research: 'Nghiên cứu khoa học kĩ thuật',
  career: 'Hướng nghiệp',
  experience: 'Trải nghiệm',
  stem: 'STEM, STEAM',
  reading: 'Văn hoá đọc',
  lifeSkills: 'Kĩ năng sống, đạo đức',
  finance: 'Giáo dục tài chính',
  traffic: 'An toàn giao thông',
  digital: 'Năng lực số',
  ai: 'Trí tuệ nhân tạo',
  languages: 'Ngoại ngữ',
  arts: 'Nghệ thuật',
  sports: 'Thể thao',
};
export const fundingWords: Readonly<Record<Funding, string>> = {
  stateBudget: 'Ngân sách nhà nước',
  otherLegal: 'Nguồn hợp pháp khác, không thu của học sinh',
  pupilFee: 'Thu của học sinh',
};
export const halfWords: Readonly<Record<Half, string>> = { morning: 'sáng', afternoon: 'chiều' };
export const testWords: Readonly<Record<TestKind, string>> = {
  midterm1: 'Giữa học kì I',
  final1: 'Cuối học kì I',
  midterm2: 'Giữa học kì II',
  final2: 'Cuối học kì II',
};
export const partWords: Readonly<Record<Part, string>> = {
  sections: 'Nội dung',
  targets: 'Chỉ tiêu',
  periods: 'Số tiết các môn',
  dayLoads: 'Khung tuần',
  secondSession: 'Buổi 2',
  activities: 'Hoạt động giáo dục',
  integratedTopics: 'Chủ đề tích hợp',
  lessons: 'Phân phối chương trình',
  tests: 'Kiểm tra định kì',
  teamActivities: 'Hoạt động của tổ',
};

/** 'Thứ Hai' … 'Thứ Bảy' for 1 … 6. */
export function weekdayName(weekday: number): string {
  return ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'][weekday - 1] ?? '';
}

export const stateWords: Readonly<Record<PlanState | 'none', string>> = {
  none: 'Chưa lập',
  draft: 'Dự thảo',
  proposed: 'Chờ duyệt',
  approved: 'Đã duyệt',
  acknowledged: 'Cấp trên đã ghi nhận',
  published: 'Đã công khai',
  superseded: 'Đã thay bằng bản mới',
};
