/**
 * Tags of a lesson plan: what is taught within a subject besides it (nội dung tích hợp, lồng ghép) and how it is taught (phương pháp, hình
 * thức). Dated: a tag that is no longer asked for gets a last school year and stays on the plans that carry it.
 */

export interface LessonTag {
  /** Letters only: it is part of an indicator's id. */
  readonly code: string;
  /** As people say it in the report of the year. */
  readonly name: string;
  readonly englishName: string;
  /** '2025-2026': the first school year it is asked for. */
  readonly since: string;
  /** Last school year; absent: still asked for. */
  readonly until?: string;
  /** Document it comes from, shown to whoever asks. */
  readonly source: string;
}

const programme = 'Chương trình giáo dục phổ thông 2018 (Thông tư 32/2018/TT-BGDĐT)';
const yearTasks = 'Nhiệm vụ trọng tâm giáo dục trung học của Sở, năm học 2025-2026';

/** Integrated topics (nội dung lồng ghép). */
export const lessonTopics: readonly LessonTag[] = [
  {
    code: 'ethics',
    name: 'Giáo dục đạo đức, lối sống',
    englishName: 'Ethics',
    since: '2018-2019',
    source: yearTasks,
  },
  {
    code: 'law',
    name: 'Giáo dục pháp luật',
    englishName: 'Law',
    since: '2018-2019',
    source: `${programme}; Luật Phổ biến, giáo dục pháp luật 2012`,
  },
  {
    code: 'environment',
    name: 'Bảo vệ môi trường, ứng phó biến đổi khí hậu',
    englishName: 'Environment and climate',
    since: '2018-2019',
    source: yearTasks,
  },
  {
    code: 'trafficSafety',
    name: 'An toàn giao thông',
    englishName: 'Traffic safety',
    since: '2018-2019',
    source: yearTasks,
  },
  {
    code: 'lifeSkills',
    name: 'Kĩ năng sống',
    englishName: 'Life skills',
    since: '2018-2019',
    source: yearTasks,
  },
  {
    code: 'digitalCompetence',
    name: 'Năng lực số',
    englishName: 'Digital competence',
    since: '2025-2026',
    source: 'Thông tư 02/2025/TT-BGDĐT, khung năng lực số cho người học',
  },
  {
    code: 'ai',
    name: 'Năng lực trí tuệ nhân tạo',
    englishName: 'AI competence',
    since: '2025-2026',
    source: `${yearTasks}; khung thí điểm giáo dục trí tuệ nhân tạo của Bộ (12/2025)`,
  },
];

/** Methods and forms of teaching. */
export const lessonMethods: readonly LessonTag[] = [
  {
    code: 'problemSolving',
    name: 'Giải quyết vấn đề',
    englishName: 'Problem solving',
    since: '2018-2019',
    source: programme,
  },
  { code: 'discovery', name: 'Khám phá', englishName: 'Discovery', since: '2018-2019', source: programme },
  {
    code: 'cooperative',
    name: 'Hợp tác nhóm',
    englishName: 'Group work',
    since: '2018-2019',
    source: programme,
  },
  {
    code: 'projectBased',
    name: 'Dạy học dự án',
    englishName: 'Project',
    since: '2018-2019',
    source: programme,
  },
  {
    code: 'handsOn',
    name: 'Thực hành, thí nghiệm',
    englishName: 'Practice, experiment',
    since: '2018-2019',
    source: programme,
  },
  { code: 'game', name: 'Trò chơi', englishName: 'Game', since: '2018-2019', source: programme },
  {
    code: 'flipped',
    name: 'Lớp học đảo ngược',
    englishName: 'Flipped classroom',
    since: '2018-2019',
    source: 'Thông tư 09/2021/TT-BGDĐT, dạy học trực tuyến hỗ trợ dạy học trực tiếp',
  },
  {
    code: 'stem',
    name: 'Bài học STEM',
    englishName: 'STEM lesson',
    since: '2020-2021',
    source: 'Công văn 3089/BGDĐT-GDTrH (14/8/2020)',
  },
  {
    code: 'interdisciplinary',
    name: 'Liên môn',
    englishName: 'Interdisciplinary',
    since: '2018-2019',
    source: yearTasks,
  },
  {
    code: 'experiential',
    name: 'Trải nghiệm ngoài lớp học',
    englishName: 'Outside the classroom',
    since: '2018-2019',
    source: programme,
  },
];

/** Tags asked for in a school year ('2025-2026'). */
export function tagsOfYear(tags: readonly LessonTag[], schoolYear: string): LessonTag[] {
  return tags.filter(
    ({ since, until }) => since <= schoolYear && (until === undefined || schoolYear <= until),
  );
}

/** The tag of a code, whatever the year. */
export function tagNamed(tags: readonly LessonTag[], code: string): LessonTag | undefined {
  return tags.find((tag) => tag.code === code);
}
