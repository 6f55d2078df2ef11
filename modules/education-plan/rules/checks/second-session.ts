import { findSubject, type Programme } from '#reference/curriculum-2018';
import type { Finding, PlanFacts } from '../facts.ts';
import type { Content } from '../rows.ts';
import { groupLimits } from '../settings.ts';
import { contentWords } from '../words.ts';

/** Who may be taught a subject more than the programme says (CUR-40): below the requirement, chosen for HSG, final year. */
const groupContents: readonly Content[] = ['tutoring', 'gifted', 'examReview'];
const finalGrades = [9, 12];

/**
 * Session 2 (CUR-15, CUR-40, CUR-42; CV 4567/BGDĐT-GDPT, TT 29/2024 art. 5): free of charge, subjects only for the three groups,
 * review only in the final grades, at most 2 periods a week of a subject and 45 pupils a group.
 */
export function checkSecondSession(facts: PlanFacts, programme: Programme): Finding[] {
  const findings: Finding[] = [];
  for (const row of facts.secondSession) {
    const subject = row.subjectCode ? (findSubject(programme, row.subjectCode)?.name ?? row.subjectCode) : '';
    const place = `Khối ${row.grade}, ${contentWords[row.content].toLowerCase()}${subject ? ` ${subject}` : ''}`;
    const tell = (rule: Finding['rule'], message: string) =>
      findings.push({ rule, severity: 'mustFix', place, message });
    if (row.funding === 'pupilFee') {
      tell('freeOfCharge', 'Buổi 2 không được thu tiền của học sinh. Chọn nguồn kinh phí khác ở dòng này.');
    }
    const isGroup = groupContents.includes(row.content);
    if (row.subjectCode && !isGroup) {
      tell(
        'groupKinds',
        'Dạy thêm một môn chỉ dành cho học sinh chưa đạt, học sinh được chọn bồi dưỡng, học sinh cuối cấp ôn thi. Bỏ môn ở dòng này hoặc đổi nội dung.',
      );
    }
    if (isGroup && !row.subjectCode)
      tell('groupKinds', 'Nhóm phụ đạo, bồi dưỡng, ôn tập phải ghi môn. Chọn môn ở dòng này.');
    if (row.content === 'examReview' && !finalGrades.includes(row.grade)) {
      tell('groupKinds', 'Ôn thi chỉ dành cho lớp 9 và lớp 12. Bỏ dòng này hoặc đổi nội dung.');
    }
    if (isGroup && row.groupSize > groupLimits.pupils) {
      tell(
        'groupSize',
        `${row.groupSize} học sinh một nhóm, nhiều nhất ${groupLimits.pupils}. Chia thêm nhóm và sửa sĩ số dòng này.`,
      );
    }
    if (isGroup && row.periodsPerWeek > groupLimits.periodsPerSubject) {
      tell(
        'tutoringPeriods',
        `${row.periodsPerWeek} tiết/tuần, nhiều nhất ${groupLimits.periodsPerSubject} tiết mỗi môn. Giảm số tiết dòng này.`,
      );
    }
  }
  return findings;
}
