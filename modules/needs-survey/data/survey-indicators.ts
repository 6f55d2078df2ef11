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

/** What the rows of surveys prove by themselves. */
export const surveyIndicators: readonly Indicator[] = [responseRate];
