import { countedReach, type Indicator } from '#modules/plan';
import { sql } from '#platform/db';

type Context = Parameters<Indicator['sql']>[0];

/** Adds rows (unit_id, numerator, denominator) of single schools up over everything each unit reaches. */
function overReach(context: Context, perSchool: ReturnType<typeof sql>) {
  return sql`
    SELECT reach.ancestor_id AS unit_id, sum(single.numerator) AS numerator, sum(single.denominator) AS denominator
    FROM (${perSchool}) single JOIN (${countedReach(context.departmentId)}) reach ON reach.descendant_id = single.unit_id
    GROUP BY reach.ancestor_id`;
}

const unitKinds = ['department', 'division', 'commune', 'school'] as const;
const source = 'Kế hoạch giáo dục của trường trên Hoa Ban.';

const publishedByDeadline: Indicator = {
  id: 'educationPlan.publishedByDeadline',
  name: 'Tỷ lệ trường công khai kế hoạch giáo dục đúng hạn',
  description:
    'Số trường đã công khai kế hoạch giáo dục của năm học, không muộn hơn ngày Sở ghi trong hướng dẫn (chưa ghi ngày: chỉ cần đã công khai), trên tổng số trường; tính cả các đơn vị bên dưới.',
  unitKinds,
  direction: 'atLeast',
  source,
  sql: (context) =>
    overReach(
      context,
      sql`SELECT u.id AS unit_id, (EXISTS (
          SELECT FROM education_plan.plan p WHERE p.unit_id = u.id AND p.school_year_id = ${context.schoolYear.id}
            AND organisation.local_day(p.published_at) <= coalesce(due.publish_by, 'infinity'::date)))::int AS numerator, 1 AS denominator
        FROM organisation.unit u
        LEFT JOIN education_plan.guidance due ON due.unit_id = u.department_id AND due.school_year_id = ${context.schoolYear.id}
          AND due.published_at IS NOT NULL
        WHERE u.department_id = ${context.departmentId} AND u.kind = 'school' AND u.closed_on IS NULL`,
    ),
};

const ruleViolations: Indicator = {
  id: 'educationPlan.ruleViolations',
  name: 'Số lỗi quy định trong kế hoạch giáo dục của trường',
  description:
    'Lỗi phải sửa mà phần mềm tìm thấy trong kế hoạch mới nhất của năm học (chương trình, số tiết, buổi 2, phòng, lịch, phụ lục); tính cả các đơn vị bên dưới. Trường chưa lập kế hoạch không tính.',
  unitKinds,
  direction: 'atMost',
  source,
  sql: (context) => sql`
    SELECT unit_id, numerator, NULL::bigint AS denominator FROM (${overReach(
      context,
      sql`SELECT p.unit_id, count(f.id) AS numerator, 1 AS denominator
        FROM (SELECT DISTINCT ON (unit_id) id, unit_id FROM education_plan.plan WHERE department_id = ${context.departmentId}
          AND school_year_id = ${context.schoolYear.id} AND state <> 'superseded' ORDER BY unit_id, revision DESC) p
        LEFT JOIN education_plan.finding f ON f.plan_id = p.id AND f.severity = 'mustFix' GROUP BY p.unit_id`,
    )}) counted`,
};

/** What the school education plans prove by themselves. */
export const educationPlanIndicators: readonly Indicator[] = [publishedByDeadline, ruleViolations];
