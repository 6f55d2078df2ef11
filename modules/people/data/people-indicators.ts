import { countedReach, type Indicator } from '#modules/plan';
import { sql } from '#platform/db';
import { startersOf } from './enrolment-figures.ts';

type Context = Parameters<Indicator['sql']>[0];

/** Adds rows (unit_id, numerator, denominator) of single schools up over everything each unit reaches. */
function overReach(context: Context, perSchool: ReturnType<typeof sql>) {
  return sql`
    SELECT reach.ancestor_id AS unit_id, sum(single.numerator) AS numerator, sum(single.denominator) AS denominator
    FROM (${perSchool}) single JOIN (${countedReach(context.departmentId)}) reach ON reach.descendant_id = single.unit_id
    GROUP BY reach.ancestor_id`;
}

const unitKinds = ['department', 'division', 'commune', 'school'] as const;
const source = 'Hồ sơ lớp, học sinh trên Hoa Ban.';

const enrolmentKept: Indicator = {
  id: 'people.enrolmentKept',
  name: 'Tỷ lệ duy trì sĩ số',
  description:
    'Trong số học sinh có mặt ngày khai giảng: số em không bỏ học, hoặc bỏ học rồi đã trở lại. Em chuyển trường không tính là bỏ học; tính cả các đơn vị bên dưới.',
  unitKinds,
  direction: 'atLeast',
  source,
  sql: (context) =>
    overReach(
      context,
      sql`SELECT unit_id, count(*) FILTER (WHERE kept) AS numerator, count(*) AS denominator
        FROM (${startersOf({ departmentId: context.departmentId, schoolYearId: context.schoolYear.id })}) starter GROUP BY unit_id`,
    ),
};

const classesWithHomeroom: Indicator = {
  id: 'people.classesWithHomeroom',
  name: 'Tỷ lệ lớp có giáo viên chủ nhiệm',
  description: 'Số lớp đã phân công giáo viên chủ nhiệm trên tổng số lớp, tính cả các đơn vị bên dưới.',
  unitKinds,
  direction: 'atLeast',
  source,
  sql: (context) =>
    overReach(
      context,
      sql`SELECT unit_id, count(homeroom_staff_id) AS numerator, count(*) AS denominator FROM people.school_class
        WHERE department_id = ${context.departmentId} AND school_year_id = ${context.schoolYear.id} GROUP BY unit_id`,
    ),
};

const pupilsTwoSessions: Indicator = {
  id: 'people.pupilsTwoSessions',
  name: 'Tỷ lệ học sinh học 2 buổi/ngày',
  description: 'Số học sinh đang ở lớp học 2 buổi/ngày trên tổng số học sinh, tính cả các đơn vị bên dưới.',
  unitKinds,
  direction: 'atLeast',
  source,
  sql: (context) =>
    overReach(
      context,
      sql`SELECT e.unit_id, count(*) FILTER (WHERE c.two_sessions) AS numerator, count(*) AS denominator
        FROM people.enrolment e JOIN people.school_class c ON c.id = e.class_id
        WHERE e.department_id = ${context.departmentId} AND e.school_year_id = ${context.schoolYear.id}
          AND (e.ends_on IS NULL OR e.ended_as = 'completed')
        GROUP BY e.unit_id`,
    ),
};

/** What the rows of pupils and classes prove by themselves. */
export const peopleIndicators: readonly Indicator[] = [enrolmentKept, classesWithHomeroom, pupilsTwoSessions];
