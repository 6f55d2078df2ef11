import { sql } from '#platform/db';
import { difficultyAnswerWorkingDays, reportDueDays } from '../rules/settings.ts';
import { countedReach, type Indicator, type IndicatorContext } from './indicators.ts';

/** Assignments of units (not of persons) under the plan in force, without those that do not apply. */
function unitAssignments(context: IndicatorContext) {
  return sql`
    SELECT a.* FROM plan.assignment a
    JOIN plan.document doc ON doc.id = a.document_id AND doc.status = 'published' AND doc.school_year_id = ${context.schoolYear.id}
    JOIN plan.duty d ON d.id = a.duty_id AND d.status = 'active'
    WHERE a.department_id = ${context.departmentId} AND a.account_id IS NULL AND a.state <> 'notApplicable'`;
}

/** Adds rows (unit_id, numerator, denominator) of single units up over everything each unit reaches. */
function overReach(context: IndicatorContext, perUnit: ReturnType<typeof sql>) {
  return sql`
    SELECT reach.ancestor_id AS unit_id, sum(single.numerator) AS numerator, sum(single.denominator) AS denominator
    FROM (${perUnit}) single JOIN (${countedReach(context.departmentId)}) reach ON reach.descendant_id = single.unit_id
    GROUP BY reach.ancestor_id`;
}

const dutiesAcknowledged: Indicator = {
  id: 'plan.dutiesAcknowledged',
  name: 'Tỷ lệ nhiệm vụ đã tiếp nhận',
  description:
    'Số nhiệm vụ được giao mà đơn vị đã tiếp nhận hoặc đã nộp kết quả, tính cả các đơn vị bên dưới.',
  unitKinds: ['department', 'division', 'commune', 'school', 'subjectTeam'],
  direction: 'atLeast',
  source: 'Thao tác tiếp nhận, nộp trên Hoa Ban.',
  sql: (context) =>
    overReach(
      context,
      sql`SELECT a.unit_id, count(*) FILTER (WHERE a.acknowledged_at IS NOT NULL OR a.submitted_at IS NOT NULL) AS numerator,
        count(*) AS denominator FROM (${unitAssignments(context)}) a GROUP BY a.unit_id`,
    ),
};

const dutiesWithOwner: Indicator = {
  id: 'plan.dutiesWithOwner',
  name: 'Tỷ lệ nhiệm vụ có người phụ trách',
  description: 'Số nhiệm vụ của trường đã giao cho tổ, cho từng người, hoặc có người ký tiếp nhận.',
  unitKinds: ['school'],
  direction: 'atLeast',
  source: 'Thao tác giao tiếp, tiếp nhận trên Hoa Ban.',
  sql: (context) => sql`
    SELECT a.unit_id, count(*) FILTER (WHERE a.acknowledged_by IS NOT NULL
        OR EXISTS (SELECT 1 FROM plan.assignment part WHERE part.parent_id = a.id)) AS numerator, count(*) AS denominator
    FROM (${unitAssignments(context)}) a GROUP BY a.unit_id`,
};

const reportsOnTime: Indicator = {
  id: 'plan.reportsOnTime',
  name: 'Tỷ lệ báo cáo tháng nộp đúng hạn',
  description:
    'Báo cáo tháng nộp trong hạn mà Sở đặt (Thiết lập quy định: Hạn nộp báo cáo), từ tháng ban hành kế hoạch; tính cả các đơn vị bên dưới.',
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: reportDueDays.source,
  sql: (context) => {
    const dueDays = context.setting(reportDueDays).month;
    return overReach(
      context,
      sql`SELECT u.id AS unit_id, count(r.id) AS numerator, count(*) AS denominator
        FROM organisation.unit u
        CROSS JOIN (SELECT organisation.local_day(min(published_at)) AS since FROM plan.document
          WHERE department_id = ${context.departmentId} AND school_year_id = ${context.schoolYear.id} AND status IN ('published', 'superseded')) plan
        CROSS JOIN LATERAL generate_series(
          date_trunc('month', greatest(plan.since, ${context.schoolYear.startsOn}::date)::timestamp),
          ${context.schoolYear.endsOn}::timestamp, interval '1 month') AS month (starts)
        LEFT JOIN plan.report r ON r.unit_id = u.id AND r.period_kind = 'month' AND r.period_start = month.starts::date
          AND organisation.local_day(r.submitted_at) <= (month.starts + interval '1 month')::date - 1 + ${dueDays}::int
        WHERE u.department_id = ${context.departmentId} AND u.kind IN ('commune', 'school') AND u.closed_on IS NULL AND plan.since IS NOT NULL
          AND (month.starts + interval '1 month')::date - 1 + ${dueDays}::int < ${context.today}::date
        GROUP BY u.id`,
    );
  },
};

const difficultiesAnswered: Indicator = {
  id: 'plan.difficultiesAnswered',
  name: 'Tỷ lệ khó khăn được trả lời đúng hạn',
  description:
    'Khó khăn gửi tới đơn vị được trả lời trong số ngày làm việc mà Sở đặt (Thiết lập quy định: Hạn trả lời khó khăn, vướng mắc); chưa tính khó khăn còn trong hạn.',
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: difficultyAnswerWorkingDays.source,
  sql: (context) => {
    const inTime = context.setting(difficultyAnswerWorkingDays);
    return sql`
    SELECT f.unit_id, count(*) FILTER (WHERE f.answered AND f.days <= ${inTime}::int) AS numerator, count(*) AS denominator
    FROM (
      SELECT asked.addressed_unit_id AS unit_id, asked.answered_on IS NOT NULL AS answered,
        (SELECT count(*) FROM generate_series(asked.raised_on + 1, coalesce(asked.answered_on, ${context.today}::date), interval '1 day') AS day
         WHERE extract(isodow FROM day) < 6) AS days
      FROM (SELECT addressed_unit_id, organisation.local_day(raised_at) AS raised_on,
              organisation.local_day(answered_at) AS answered_on
            FROM plan.difficulty WHERE department_id = ${context.departmentId}) asked
      WHERE asked.raised_on BETWEEN ${context.schoolYear.startsOn}::date - 60 AND ${context.schoolYear.endsOn}::date + 60
    ) f WHERE f.answered OR f.days > ${inTime}::int GROUP BY f.unit_id`;
  },
};

const findingsClosed: Indicator = {
  id: 'plan.findingsClosed',
  name: 'Tỷ lệ kiến nghị kiểm tra đã khắc phục',
  description: 'Kiến nghị sau kiểm tra đã đóng trên số đến hạn hoặc đã đóng, tính cả các đơn vị bên dưới.',
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: 'Hồ sơ kiểm tra trên Hoa Ban.',
  sql: (context) =>
    overReach(
      context,
      sql`SELECT unit_id, count(*) FILTER (WHERE state = 'closed') AS numerator, count(*) AS denominator
        FROM plan.finding WHERE department_id = ${context.departmentId} AND found_on >= ${context.schoolYear.startsOn}::date - 60
          AND (state = 'closed' OR due_on < ${context.today}::date) GROUP BY unit_id`,
    ),
};

const guidanceIssued: Indicator = {
  id: 'plan.guidanceIssued',
  name: 'Tỷ lệ nhiệm vụ đã có văn bản hướng dẫn',
  description:
    'Trong các nhiệm vụ giao cho đơn vị lấy chỉ số này làm minh chứng: số nhiệm vụ có văn bản chỉ đạo hoặc hướng dẫn do đơn vị (hoặc Sở, nếu là phòng của Sở) ban hành và gắn vào.',
  unitKinds: ['department', 'division', 'commune', 'school'],
  direction: 'atLeast',
  source: 'Sổ văn bản trên Hoa Ban.',
  sql: (context) => sql`
    SELECT a.unit_id, count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM plan.official_document_duty link JOIN plan.official_document paper ON paper.id = link.document_id
        WHERE link.duty_id = a.duty_id AND paper.state IN ('issued', 'superseded') AND paper.kind IN ('guidance', 'directive')
          AND (a.unit_id IN (paper.unit_id, paper.drafting_unit_id) OR u.kind = 'division' AND paper.unit_id = a.department_id))) AS numerator,
      count(*) AS denominator
    FROM (${unitAssignments(context)}) a JOIN organisation.unit u ON u.id = a.unit_id
    JOIN plan.duty d ON d.id = a.duty_id AND d.evidence_spec ->> 'indicator' = 'plan.guidanceIssued'
    GROUP BY a.unit_id`,
};

const clusterCoverage: Indicator = {
  id: 'organisation.clusterCoverage',
  name: 'Tỷ lệ trường thuộc cụm chuyên môn',
  description: 'Số trường đã có cụm chuyên môn trên tổng số trường.',
  unitKinds: ['department', 'division', 'commune'],
  direction: 'atLeast',
  source: 'Danh mục đơn vị trên Hoa Ban.',
  sql: (context) =>
    overReach(
      context,
      sql`SELECT u.id AS unit_id, (EXISTS (
          SELECT 1 FROM organisation.unit_line line JOIN organisation.unit c ON c.id = line.superior_id AND c.kind = 'cluster' AND c.closed_on IS NULL
          WHERE line.subordinate_id = u.id))::int AS numerator, 1 AS denominator
        FROM organisation.unit u WHERE u.department_id = ${context.departmentId} AND u.kind = 'school' AND u.closed_on IS NULL`,
    ),
};

const clusterSpecialists: Indicator = {
  id: 'organisation.clusterSpecialists',
  name: 'Tỷ lệ cụm có chuyên viên phụ trách',
  description: 'Số cụm chuyên môn có chuyên viên phụ trách trên tổng số cụm.',
  unitKinds: ['department', 'division', 'cluster'],
  direction: 'atLeast',
  source: 'Danh mục đơn vị và vai trò trên Hoa Ban.',
  sql: (context) =>
    overReach(
      context,
      sql`SELECT u.id AS unit_id, (EXISTS (
          SELECT 1 FROM identity.role_assignment held JOIN identity.account holder ON holder.id = held.account_id AND holder.status = 'active'
          WHERE held.unit_id = u.id AND held.role = 'specialist' AND held.starts_on <= ${context.today}::date
            AND (held.ends_on IS NULL OR held.ends_on >= ${context.today}::date)))::int AS numerator, 1 AS denominator
        FROM organisation.unit u WHERE u.department_id = ${context.departmentId} AND u.kind = 'cluster' AND u.closed_on IS NULL`,
    ),
};

const accountsActivated: Indicator = {
  id: 'identity.accountsActivated',
  name: 'Tỷ lệ tài khoản đã sử dụng',
  description: 'Số cán bộ, giáo viên đã đăng nhập ít nhất một lần, tính cả các đơn vị bên dưới.',
  unitKinds: ['department', 'division', 'commune', 'school', 'subjectTeam'],
  direction: 'atLeast',
  source: 'Nhật ký đăng nhập của Hoa Ban.',
  sql: (context) => sql`
    SELECT reach.ancestor_id AS unit_id, count(DISTINCT holder.id) FILTER (WHERE holder.first_signed_in_at IS NOT NULL) AS numerator,
      count(DISTINCT holder.id) AS denominator
    FROM (${countedReach(context.departmentId)}) reach
    JOIN identity.role_assignment held ON held.unit_id = reach.descendant_id AND held.role NOT IN ('pupil', 'guardian')
      AND held.starts_on <= ${context.today}::date AND (held.ends_on IS NULL OR held.ends_on >= ${context.today}::date)
    JOIN identity.account holder ON holder.id = held.account_id AND holder.status = 'active'
    GROUP BY reach.ancestor_id`,
};

/** What the plan, the organisation and the accounts can prove by themselves. */
export const ownIndicators: readonly Indicator[] = [
  dutiesAcknowledged,
  dutiesWithOwner,
  reportsOnTime,
  difficultiesAnswered,
  findingsClosed,
  guidanceIssued,
  clusterCoverage,
  clusterSpecialists,
  accountsActivated,
];
