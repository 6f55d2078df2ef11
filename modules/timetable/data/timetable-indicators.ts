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
const source = 'Thời khoá biểu công bố trên Hoa Ban.';

/** The timetable that holds today (or in the next school week) of each school. */
const holding = (context: Context) => sql`
  SELECT t.id, t.unit_id, t.figures FROM timetable.timetable t
  WHERE t.department_id = ${context.departmentId} AND t.school_year_id = ${context.schoolYear.id} AND t.state = 'published'
    AND t.weeks @> coalesce((SELECT min(w.number) FROM organisation.school_week w WHERE w.school_year_id = t.school_year_id
      AND w.ends_on >= ${context.today}::date), (SELECT max(w.number) FROM organisation.school_week w
      WHERE w.school_year_id = t.school_year_id))::integer`;

const published: Indicator = {
  id: 'timetable.published',
  name: 'Tỷ lệ trường đã công bố thời khoá biểu',
  description:
    'Số trường có thời khoá biểu đã công bố cho tuần này trên tổng số trường; tính cả các đơn vị bên dưới.',
  unitKinds,
  direction: 'atLeast',
  source,
  sql: (context) =>
    overReach(
      context,
      sql`SELECT u.id AS unit_id, (EXISTS (SELECT FROM (${holding(context)}) h WHERE h.unit_id = u.id))::int AS numerator, 1 AS denominator
        FROM organisation.unit u WHERE u.department_id = ${context.departmentId} AND u.kind = 'school' AND u.closed_on IS NULL`,
    ),
};

const twoSessions: Indicator = {
  id: 'timetable.twoSessionCoverage',
  name: 'Tỷ lệ lớp học hai buổi một ngày',
  description:
    'Số lớp có tiết buổi 2 trong thời khoá biểu đã công bố cho tuần này trên tổng số lớp của các trường đã công bố; tính cả các đơn vị bên dưới.',
  unitKinds,
  direction: 'atLeast',
  source,
  sql: (context) =>
    overReach(
      context,
      sql`SELECT c.unit_id, count(DISTINCT s.class_id) AS numerator, count(DISTINCT c.id) AS denominator
        FROM (${holding(context)}) h JOIN people.school_class c ON c.unit_id = h.unit_id AND c.school_year_id = ${context.schoolYear.id}
        LEFT JOIN (SELECT lc.class_id, lc.timetable_id FROM timetable.lesson_class lc JOIN timetable.lesson l ON l.id = lc.lesson_id
          AND l.session = 2 AND l.weekday IS NOT NULL) s ON s.timetable_id = h.id AND s.class_id = c.id
        GROUP BY c.unit_id`,
    ),
};

const violations: Indicator = {
  id: 'timetable.ruleViolations',
  name: 'Số lỗi quy định trong thời khoá biểu',
  description:
    'Lỗi phải sửa (trùng giờ, quá số tiết, lẫn hai buổi, tiết chưa xếp) trong thời khoá biểu đang áp dụng; tính cả các đơn vị bên dưới. Trường chưa công bố không tính.',
  unitKinds,
  direction: 'atMost',
  source,
  sql: (context) => sql`
    SELECT unit_id, numerator, NULL::bigint AS denominator FROM (${overReach(
      context,
      sql`SELECT h.unit_id, coalesce((h.figures ->> 'mustFix')::integer, 0) AS numerator, 1 AS denominator FROM (${holding(context)}) h`,
    )}) counted`,
};

/** What timetables prove by themselves. */
export const timetableIndicators: readonly Indicator[] = [published, twoSessions, violations];
