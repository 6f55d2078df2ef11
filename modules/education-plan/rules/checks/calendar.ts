import { formatDate } from '#platform/i18n';
import type { Programme } from '#reference/curriculum-2018';
import type { Finding, PlanFacts } from '../facts.ts';

/** The school's year inside the province's frame, with 18 + 17 weeks of teaching (CUR-10), and every activity inside it. */
export function checkCalendar(
  facts: PlanFacts,
  { semesterWeeks }: Pick<Programme, 'semesterWeeks'>,
): Finding[] {
  const { year, calendar, activities } = facts;
  const findings: Finding[] = [];
  const tell = (place: string, message: string) =>
    findings.push({ rule: 'calendar', severity: 'mustFix', place, message });
  const frame = `${formatDate(year.startsOn)} – ${formatDate(year.endsOn)}`;
  const spans = [
    [1, 'Học kì I', calendar.lessonsFrom, calendar.semester1To],
    [2, 'Học kì II', calendar.semester2From, calendar.lessonsTo],
  ] as const;
  if (calendar.semester1To >= calendar.semester2From) {
    tell('Học kì II', 'Học kì II phải bắt đầu sau học kì I. Sửa ngày ở mục Thời gian năm học.');
  }
  for (const [semester, name, from, to] of spans) {
    if (from < year.startsOn || to > year.endsOn || from > to) {
      tell(
        name,
        `${formatDate(from)} – ${formatDate(to)} không nằm trong năm học ${frame}. Sửa ngày ở mục Thời gian năm học.`,
      );
      continue;
    }
    // A week counts when its Monday is taught: the last one may end on a Friday.
    const weeks = year.weeks.filter((week) => from <= week.startsOn && week.startsOn <= to).length;
    if (year.weeks.length > 0 && weeks !== semesterWeeks[semester]) {
      tell(
        name,
        `${weeks} tuần thực học, quy định ${semesterWeeks[semester]} tuần. Sửa ngày ở mục Thời gian năm học.`,
      );
    }
  }
  for (const activity of activities) {
    if (activity.startsOn < year.startsOn || activity.endsOn > year.endsOn) {
      tell(
        activity.title,
        `Ngày của hoạt động nằm ngoài năm học ${frame}. Sửa dòng này ở mục Hoạt động giáo dục.`,
      );
    }
  }
  return findings;
}
