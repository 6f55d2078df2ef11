import { countedReach, type Indicator } from '#modules/plan';
import { sql } from '#platform/db';
import { lessonMethods, lessonTopics } from '#reference/lesson-tags';
import { blockProgress, isSomebodys } from './books.ts';

const unitKinds = ['department', 'division', 'commune', 'school', 'subjectTeam'] as const;
const source = 'Kế hoạch bài dạy trên Hoa Ban (Phụ lục 4, Công văn 5512/BGDĐT-GDTrH).';
const below = 'tính cả các đơn vị bên dưới.';

/** Of those whom the published assignment gives lessons: who has a plan that was approved. */
const teachersWithApprovedPlan: Indicator = {
  id: 'lessons.teachersWithApprovedPlan',
  name: 'Tỷ lệ giáo viên có kế hoạch bài dạy được duyệt',
  description: `Trong số giáo viên có tiết dạy theo phân công đã công bố: số người có ít nhất một bài đã duyệt trong năm học; ${below}`,
  unitKinds,
  direction: 'atLeast',
  source,
  sql: ({ departmentId, schoolYear }) => sql`
    SELECT reach.ancestor_id AS unit_id, count(DISTINCT t.staff_id) FILTER (WHERE t.approved) AS numerator, count(DISTINCT t.staff_id) AS denominator
    FROM (SELECT DISTINCT coalesce(team.id, a.unit_id) AS unit_id, a.staff_id, EXISTS (SELECT FROM lessons.lesson_plan w
        WHERE w.staff_id = a.staff_id AND w.school_year_id = ${schoolYear.id} AND w.state = 'approved') AS approved
      FROM staffing.teaching_assignment a
      JOIN staffing.assignment_plan x ON x.unit_id = a.unit_id AND x.school_year_id = a.school_year_id AND x.state = 'published'
      JOIN people.staff_member s ON s.id = a.staff_id LEFT JOIN organisation.unit team ON team.id = s.team_id AND team.parent_id = a.unit_id
      WHERE a.department_id = ${departmentId} AND a.school_year_id = ${schoolYear.id}) t
    JOIN (${countedReach(departmentId)}) reach ON reach.descendant_id = t.unit_id GROUP BY reach.ancestor_id`,
};

/** How many approved plans there are of which `condition` holds (`w` is the plan); every unit that has plans is counted, also with none. */
function approvedPlans(id: string, name: string, what: string, condition: ReturnType<typeof sql>): Indicator {
  return {
    id,
    name,
    description: `${what}; ${below}`,
    unitKinds,
    direction: 'atLeast',
    source,
    sql: ({ departmentId, schoolYear }) => sql`
      SELECT reach.ancestor_id AS unit_id, count(*) FILTER (WHERE ${condition}) AS numerator, NULL::bigint AS denominator
      FROM lessons.lesson_plan w JOIN (${countedReach(departmentId)}) reach ON reach.descendant_id = w.unit_id
      WHERE w.department_id = ${departmentId} AND w.school_year_id = ${schoolYear.id} AND w.state = 'approved' GROUP BY reach.ancestor_id`,
  };
}

const capital = (code: string) => code.charAt(0).toUpperCase() + code.slice(1);

const withTopic = lessonTopics.map(({ code, name }) =>
  approvedPlans(
    `lessons.topic${capital(code)}`,
    `Số bài dạy lồng ghép: ${name}`,
    `Số bài đã duyệt trong năm học có nội dung tích hợp "${name}"`,
    sql`${code} = ANY (w.topics)`,
  ),
);

const withMethod = lessonMethods
  .filter(({ code }) => code === 'stem' || code === 'interdisciplinary')
  .map(({ code, name }) =>
    approvedPlans(
      `lessons.method${capital(code)}`,
      `Số bài dạy: ${name}`,
      `Số bài đã duyệt trong năm học có phương pháp, hình thức "${name}"`,
      sql`${code} = ANY (w.methods)`,
    ),
  );

const withDigitalMaterials = approvedPlans(
  'lessons.withDigitalMaterials',
  'Số bài dạy có học liệu số',
  'Số bài đã duyệt trong năm học có liên kết hoặc tệp học liệu đi kèm',
  sql`EXISTS (SELECT FROM lessons.material m WHERE m.lesson_plan_id = w.id AND m.kind <> 'document')`,
);

/** Weeks of the log that are over and signed by the school: what is signed was written or says why not. */
const weeksSigned: Indicator = {
  id: 'lessons.weeksSigned',
  name: 'Tỷ lệ tuần sổ đầu bài đã được ban giám hiệu ký',
  description: `Trong số lớp và tuần học đã kết thúc của các lớp có thời khoá biểu công bố: số tuần đã được ban giám hiệu ký; ${below}`,
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: 'Sổ đầu bài trên Hoa Ban.',
  sql: ({ departmentId, schoolYear, today }) => sql`
    SELECT reach.ancestor_id AS unit_id, sum(b.signed) AS numerator, sum(b.due) AS denominator
    FROM (SELECT k.unit_id, count(*) AS due, count(g.id) AS signed
      FROM organisation.school_week w
      JOIN timetable.timetable t ON t.school_year_id = w.school_year_id AND t.state = 'published' AND t.weeks @> w.number::integer
      JOIN people.school_class k ON k.unit_id = t.unit_id AND k.school_year_id = w.school_year_id
      LEFT JOIN lessons.week_signature g ON g.class_id = k.id AND g.week = w.number AND g.part = 'principal'
      WHERE w.school_year_id = ${schoolYear.id} AND w.ends_on < ${today}::date AND t.department_id = ${departmentId} GROUP BY k.unit_id) b
    JOIN (${countedReach(departmentId)}) reach ON reach.descendant_id = b.unit_id GROUP BY reach.ancestor_id`,
};

/** The same as `expectedPeriods` and `aheadBy` of the rules, as one statement over a province; a test holds them together. */
const programmeOnTime: Indicator = {
  id: 'lessons.programmeOnTime',
  name: 'Tỷ lệ lớp, môn không chậm chương trình',
  description: `Trong số lớp và môn có phân phối chương trình: số lớp, môn mà sổ đầu bài cho thấy đã dạy đủ các bài phải xong đến hết tuần trước; ${below}`,
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: 'Sổ đầu bài và phân phối chương trình trên Hoa Ban (Phụ lục 1, Công văn 5512/BGDĐT-GDTrH).',
  sql: ({ departmentId, schoolYear, today }) => sql`
    WITH blocks AS (${blockProgress(sql`t.department_id = ${departmentId} AND t.school_year_id = ${schoolYear.id}`)})
    SELECT reach.ancestor_id AS unit_id, count(*) FILTER (WHERE b.taught >= b.least) AS numerator, count(*) AS denominator
    FROM (SELECT c.unit_id, e.least, coalesce(c.taught, g.taught, 0) AS taught
      FROM (SELECT a.unit_id, a.class_id, k.grade, a.subject_code, min(o.taught) AS taught FROM staffing.teaching_assignment a
        JOIN staffing.assignment_plan x ON x.unit_id = a.unit_id AND x.school_year_id = a.school_year_id AND x.state = 'published'
        JOIN people.school_class k ON k.id = a.class_id
        LEFT JOIN blocks o ON o.class_id = a.class_id AND o.subject_code = a.subject_code
        WHERE a.department_id = ${departmentId} AND a.school_year_id = ${schoolYear.id} GROUP BY a.unit_id, a.class_id, k.grade, a.subject_code
        UNION ALL SELECT b.unit_id, b.group_id, b.grade, b.subject_code, min(b.taught) FROM blocks b WHERE NOT ${isSomebodys}
        GROUP BY b.unit_id, b.group_id, b.grade, b.subject_code) c
      JOIN (SELECT l.school_id, l.grade, l.subject_code,
          coalesce(sum(l.periods) FILTER (WHERE coalesce(l.next_week, 35) <= l.ended), 0) AS least
        FROM (SELECT p.unit_id AS school_id, l.grade, l.subject_code, l.periods,
            lead(l.week) OVER (PARTITION BY p.id, l.subject_code, l.grade ORDER BY l.week, l.position, l.id) AS next_week,
            (SELECT coalesce(max(w.number), 0) FROM organisation.school_week w
             WHERE w.school_year_id = ${schoolYear.id} AND w.ends_on < ${today}::date) AS ended
          FROM education_plan.plan p JOIN education_plan.lesson l ON l.plan_id = p.id
          WHERE p.department_id = ${departmentId} AND p.school_year_id = ${schoolYear.id} AND p.state = 'published') l
        GROUP BY l.school_id, l.grade, l.subject_code) e
        ON e.school_id = c.unit_id AND e.grade = c.grade AND e.subject_code = c.subject_code
      LEFT JOIN (SELECT o.class_id, o.subject_code, count(DISTINCT o.programme_period) AS taught FROM lessons.log_entry o
        WHERE o.department_id = ${departmentId} AND o.school_year_id = ${schoolYear.id} AND o.held <> 'notTaught'
        GROUP BY o.class_id, o.subject_code) g ON g.class_id = c.class_id AND g.subject_code = c.subject_code) b
    JOIN (${countedReach(departmentId)}) reach ON reach.descendant_id = b.unit_id GROUP BY reach.ancestor_id`,
};

/** What lesson plans and the lesson log prove by themselves. */
export const lessonIndicators: readonly Indicator[] = [
  teachersWithApprovedPlan,
  ...withTopic,
  ...withMethod,
  withDigitalMaterials,
  weeksSigned,
  programmeOnTime,
];
