import { countedReach, type Indicator } from '#modules/plan';
import { sql } from '#platform/db';

const responseRate: Indicator = {
  id: 'needsSurvey.responseRate',
  name: 'Tỷ lệ học sinh trả lời khảo sát nhu cầu',
  description:
    'Trong số học sinh được hỏi ở các đợt khảo sát của năm học: số em đã có câu trả lời ở ít nhất một đợt; tính cả các đơn vị bên dưới.',
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: 'Các đợt khảo sát nhu cầu trên Hoa Ban.',
  sql: ({ departmentId, schoolYear }) => sql`
    SELECT reach.ancestor_id AS unit_id, count(*) FILTER (WHERE asked.answered) AS numerator, count(*) AS denominator
    FROM (SELECT s.unit_id, e.pupil_id, bool_or(r.id IS NOT NULL) AS answered
      FROM needs_survey.survey s JOIN needs_survey.survey_class sc ON sc.survey_id = s.id
      JOIN people.enrolment e ON e.class_id = sc.class_id AND coalesce(e.ended_as, 'completed') = 'completed'
      LEFT JOIN needs_survey.response r ON r.survey_id = s.id AND r.pupil_id = e.pupil_id
      WHERE s.department_id = ${departmentId} AND s.school_year_id = ${schoolYear.id}
      GROUP BY s.unit_id, e.pupil_id) asked
    JOIN (${countedReach(departmentId)}) reach ON reach.descendant_id = asked.unit_id GROUP BY reach.ancestor_id`,
};

/** Groups that are more than a list: decided, everybody with a basis, and in extra teaching the signed request (D003). */
const groupsWithBasis: Indicator = {
  id: 'needsSurvey.groupsWithBasis',
  name: 'Tỷ lệ nhóm buổi 2 có căn cứ',
  description:
    'Trong số nhóm buổi 2 đã lập: số nhóm đã duyệt mà mỗi em có câu trả lời hoặc quyết định làm căn cứ, và ở nhóm dạy thêm có đơn đăng ký đã ký; tính cả các đơn vị bên dưới.',
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: 'Các nhóm buổi 2 trên Hoa Ban; Thông tư 29/2024/TT-BGDĐT, Điều 5.',
  sql: ({ departmentId, schoolYear }) => sql`
    SELECT reach.ancestor_id AS unit_id, count(*) FILTER (WHERE g.sound) AS numerator, count(*) AS denominator
    FROM (SELECT g.unit_id, g.state = 'confirmed' AND count(m.pupil_id) > 0
        AND (g.kind NOT IN ('remedial', 'gifted', 'finalYearReview') OR count(m.request_received_on) = count(m.pupil_id)) AS sound
      FROM needs_survey.study_group g LEFT JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
      WHERE g.department_id = ${departmentId} AND g.school_year_id = ${schoolYear.id} AND g.block IS NULL GROUP BY g.id) g
    JOIN (${countedReach(departmentId)}) reach ON reach.descendant_id = g.unit_id GROUP BY reach.ancestor_id`,
};

/** Of those whom Thông tư 29/2024 lets the school teach for nothing: how many are taught (D004, D005). */
const entitledInGroups: Indicator = {
  id: 'needsSurvey.entitledInGroups',
  name: 'Tỷ lệ học sinh chưa đạt, được chọn bồi dưỡng đã có nhóm',
  description:
    'Trong số lượt học sinh và môn có kết quả chưa đạt hoặc được chọn bồi dưỡng: số lượt đã ở một nhóm đã duyệt của môn ấy; tính cả các đơn vị bên dưới.',
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: 'Kết quả, quyết định chọn và các nhóm buổi 2 trên Hoa Ban; Thông tư 29/2024/TT-BGDĐT, Điều 5.',
  sql: ({ departmentId, schoolYear }) => sql`
    SELECT reach.ancestor_id AS unit_id, count(*) FILTER (WHERE l.taught) AS numerator, count(*) AS denominator
    FROM (SELECT l.unit_id, EXISTS (SELECT FROM needs_survey.group_member m JOIN needs_survey.study_group g ON g.id = m.group_id
          WHERE m.pupil_id = l.pupil_id AND g.school_year_id = l.school_year_id AND g.state = 'confirmed' AND g.subject_code = l.subject_code
            AND g.kind = CASE l.kind WHEN 'belowRequirement' THEN 'remedial' ELSE 'gifted' END) AS taught
      FROM needs_survey.eligibility l WHERE l.department_id = ${departmentId} AND l.school_year_id = ${schoolYear.id}) l
    JOIN (${countedReach(departmentId)}) reach ON reach.descendant_id = l.unit_id GROUP BY reach.ancestor_id`,
};

/** What the rows of surveys and groups prove by themselves. */
export const surveyIndicators: readonly Indicator[] = [responseRate, groupsWithBasis, entitledInGroups];
