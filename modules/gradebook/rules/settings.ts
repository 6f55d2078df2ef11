import { defineSetting } from '#rules/organisation';

/** After the last day of a semester marks may still be entered for so many days, where the school has set no window of its own. */
export const entryDaysAfterSemester = defineSetting({
  key: 'gradebook.entryDaysAfterSemester',
  label: { vi: 'Hạn nhập điểm sau khi hết học kì', en: 'Days for entering marks after a semester' },
  effect: {
    vi: 'Giáo viên còn nhập được điểm trong chừng này ngày sau ngày cuối học kì, nếu trường không đặt hạn riêng.',
    en: 'Teachers may enter marks so many days after the last day of a semester, unless the school set its own window.',
  },
  form: { kind: 'number', min: 0, max: 60, step: 1, unit: { vi: 'ngày', en: 'days' } },
  default: 7,
  source: 'Mức mặc định của hệ thống; chưa có văn bản quy định chung, theo quy chế chuyên môn của Sở.',
});

/** Sessions missed from which the homeroom teacher is warned, before the 45 of the circular are reached. */
export const absenceWarningSessions = defineSetting({
  key: 'gradebook.absenceWarningSessions',
  label: { vi: 'Cảnh báo nghỉ học nhiều', en: 'Warning of many absences' },
  effect: {
    vi: 'Học sinh nghỉ từ chừng này buổi trong năm học được nêu tên trên trang chuyên cần.',
    en: 'Pupils who missed so many sessions in the year are named on the attendance page.',
  },
  form: { kind: 'number', min: 1, max: 45, step: 1, unit: { vi: 'buổi', en: 'sessions' } },
  default: 30,
  source: 'Mức mặc định của hệ thống; Thông tư 22/2021/TT-BGDĐT chỉ quy định quá 45 buổi thì ở lại lớp.',
});

/** What families see of the marks, where the school has not decided otherwise. */
export const marksRelease = defineSetting({
  key: 'gradebook.marksRelease',
  label: { vi: 'Công bố điểm cho gia đình', en: 'Marks shown to families' },
  effect: {
    vi: 'Học sinh, phụ huynh xem được điểm tới mức này, nếu trường không đặt riêng.',
    en: 'Pupils and guardians see marks this far, unless the school decided otherwise.',
  },
  form: {
    kind: 'choice',
    options: [
      {
        key: 'entered',
        label: { vi: 'Từng điểm, ngay khi giáo viên nhập', en: 'Each mark as it is entered' },
      },
      {
        key: 'locked',
        label: { vi: 'Các điểm, sau khi khoá điểm học kì', en: 'Marks once the semester is locked' },
      },
      { key: 'results', label: { vi: 'Chỉ kết quả, sau khi khoá điểm', en: 'Results only, once locked' } },
    ],
  },
  default: 'locked',
  source:
    'Mức mặc định của hệ thống, thận trọng; Thông tư 22/2021/TT-BGDĐT không quy định thời điểm gia đình xem từng điểm, trường tự quyết định.',
});

/** A fall of so many points against before is a sign that a pupil falls behind. */
export const earlyWarningFall = defineSetting({
  key: 'gradebook.earlyWarningFall',
  label: { vi: 'Cảnh báo điểm giảm', en: 'Warning of falling marks' },
  effect: {
    vi: 'Học sinh có điểm một môn giảm từ chừng này điểm được nêu tên ở trang Quan tâm sớm.',
    en: 'Pupils whose marks in a subject fell by so many points are named on the early-warning page.',
  },
  form: { kind: 'number', min: 0.5, max: 5, step: 0.5, unit: { vi: 'điểm', en: 'points' } },
  default: 1.5,
  source: 'Mức mặc định của hệ thống; chưa có văn bản quy định, theo quy chế chuyên môn của Sở.',
});

/** What the gradebook takes as 'below requirement' when it names pupils for remedial groups. */
export const remedialGround = defineSetting({
  key: 'gradebook.remedialGround',
  label: { vi: 'Căn cứ xếp nhóm phụ đạo', en: 'Ground for remedial groups' },
  effect: {
    vi: 'Học sinh được coi là chưa đạt một môn theo căn cứ này, khi trường xếp nhóm phụ đạo từ sổ điểm.',
    en: 'By this ground a pupil counts as below requirement in a subject, when a school makes remedial groups from its gradebook.',
  },
  form: {
    kind: 'choice',
    options: [
      {
        key: 'marksSoFar',
        label: {
          vi: 'Kết quả học kì trước, hoặc điểm đến nay dưới mức đạt',
          en: 'Result of the last semester, or marks so far',
        },
      },
      {
        key: 'lastSemester',
        label: { vi: 'Chỉ kết quả cuối học kì trước', en: 'Only the result of the last semester' },
      },
    ],
  },
  default: 'marksSoFar',
  source:
    'Thông tư 29/2024/TT-BGDĐT Điều 5 nêu kết quả cuối học kì liền kề; điểm đến nay là mức mặc định của hệ thống cho phụ đạo ở buổi 2 (Công văn 4567/BGDĐT-GDPT), Sở chọn mức chặt hơn nếu cần.',
});

/** The least number of pupils that a figure by sex, ethnic group, poverty, boarding or disability may tell of. */
export const leastShown = defineSetting({
  key: 'gradebook.leastShown',
  label: {
    vi: 'Số ít nhất được hiện khi thống kê theo hoàn cảnh',
    en: 'Least number shown by circumstances',
  },
  effect: {
    vi: 'Thống kê theo giới, dân tộc, hộ nghèo, nội trú, khuyết tật không hiện số học sinh nhỏ hơn mức này; các ô giúp suy ra số ấy cũng ẩn.',
    en: 'Figures by sex, ethnic group, poverty, boarding and disability do not show fewer pupils than this, nor the cells from which that number would follow.',
  },
  form: { kind: 'number', min: 3, max: 20, step: 1, unit: { vi: 'em', en: 'pupils' } },
  default: 5,
  source:
    'Mức mặc định của hệ thống theo thông lệ thống kê; Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP coi dân tộc, sức khỏe là dữ liệu nhạy cảm nhưng không nêu con số. Sở quyết định.',
});

export const gradebookSettings = [
  leastShown,
  remedialGround,
  entryDaysAfterSemester,
  absenceWarningSessions,
  earlyWarningFall,
  marksRelease,
];
