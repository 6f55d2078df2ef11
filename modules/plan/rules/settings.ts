import { defineSetting, type Setting, type Words } from '#rules/organisation';

const ownDefault = 'Mức mặc định của hệ thống; chưa có văn bản quy định chung, theo quy chế làm việc của Sở.';
const days: Words = { vi: 'ngày', en: 'days' };

/** Days before the deadline (0: on the day) on which carriers are reminded. */
export const reminderDaysBefore = defineSetting({
  key: 'plan.reminderDaysBefore',
  label: { vi: 'Nhắc việc trước hạn', en: 'Reminders before a deadline' },
  effect: {
    vi: 'Người giữ việc được nhắc vào các ngày này trước hạn; 0 là đúng ngày hết hạn.',
    en: 'Whoever holds a duty is reminded so many days before its deadline; 0 is the day itself.',
  },
  form: { kind: 'numbers', most: 6, min: 0, max: 60, step: 1, unit: days },
  default: [7, 1, 0],
  source: ownDefault,
});

/** An overdue duty goes one level up the day after its deadline and again after each so many days. */
export const escalationRepeatDays = defineSetting({
  key: 'plan.escalationRepeatDays',
  label: { vi: 'Báo cấp trên về việc quá hạn', en: 'Overdue duties go one level up' },
  effect: {
    vi: 'Việc quá hạn được báo lên một cấp ngay hôm sau, rồi nhắc lại sau mỗi chừng này ngày.',
    en: 'An overdue duty is told one level up the next day and again after each so many days.',
  },
  form: { kind: 'number', min: 1, max: 60, step: 1, unit: days },
  default: 7,
  source: ownDefault,
});

/** A difficulty counts as answered in time within so many working days (Monday to Friday). */
export const difficultyAnswerWorkingDays = defineSetting({
  key: 'plan.difficultyAnswerWorkingDays',
  label: { vi: 'Hạn trả lời khó khăn, vướng mắc', en: 'Time to answer a difficulty' },
  effect: {
    vi: 'Chỉ số “Tỷ lệ khó khăn được trả lời đúng hạn” tính theo mức này; chỉ đếm thứ Hai đến thứ Sáu.',
    en: 'The indicator of difficulties answered in time goes by it; Monday to Friday are counted.',
  },
  form: { kind: 'number', min: 1, max: 60, step: 1, unit: { vi: 'ngày làm việc', en: 'working days' } },
  default: 5,
  source: ownDefault,
});

/**
 * Days after the end of a period on which its report is due. Year-end data are asked for about 15 to 30 June
 * (GOV-21), which leaves schools the first half of the month after the year's last.
 */
export const reportDueDays = defineSetting({
  key: 'plan.reportDueDays',
  label: { vi: 'Hạn nộp báo cáo', en: 'When reports are due' },
  effect: {
    vi: 'Báo cáo phải nộp trong chừng này ngày sau khi hết kỳ; đổi mức thì hạn của kỳ đã qua cũng tính lại.',
    en: 'Reports are due so many days after their period ends; a change counts for past periods too.',
  },
  form: {
    kind: 'row',
    fields: [
      { key: 'month', label: { vi: 'Báo cáo tháng', en: 'Monthly report' } },
      { key: 'semester', label: { vi: 'Báo cáo học kỳ', en: 'Semester report' } },
      { key: 'year', label: { vi: 'Báo cáo năm học', en: 'Yearly report' } },
    ],
    min: 0,
    max: 90,
    step: 1,
    unit: days,
  },
  default: { month: 5, semester: 10, year: 15 },
  source: ownDefault,
});

/** What a department may set of the plan. */
export const planSettings: readonly Setting[] = [
  reminderDaysBefore,
  escalationRepeatDays,
  difficultyAnswerWorkingDays,
  reportDueDays,
];
