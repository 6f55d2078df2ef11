import { countedReach, type Indicator } from '#modules/plan';
import { sql } from '#platform/db';
import { programmeOfYear } from '#reference/curriculum-2018';
import { specialisedFactor } from '#rules/curriculum';
import {
  dutyKinds,
  dutyRules,
  largeSchool,
  managerNorm,
  personalReductions,
  teacherNorm,
  youthLeaderNorm,
} from '../rules/index.ts';

type Context = Parameters<Indicator['sql']>[0];

const weeks = { first: 18, second: 17 };

/** '2025-2026' of a year that starts on '2025-08-25'. */
function yearName({ schoolYear }: Context): string {
  const first = Number(schoolYear.startsOn.slice(0, 4));
  return `${first}-${first + 1}`;
}

/**
 * Rows (unit_id, class_id, subject_code, periods): what each class of the department must be taught in the year. The same as
 * `classProgramme` of the curriculum's rules, as one statement over a whole province (a test holds them together).
 */
export function classNeeds(context: Context) {
  const lines = programmeOfYear(yearName(context)).lines.flatMap(({ subjectCode, kind, periodsByGrade }) =>
    Object.entries(periodsByGrade).map(([grade, periods]) => ({ subjectCode, kind, grade, periods })),
  );
  const extra = specialisedFactor.value - 1;
  return sql`
    WITH line AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l ("subjectCode" text, kind text, grade int, periods int)
    ), class AS (
      SELECT id, unit_id, grade, specialised_subject FROM people.school_class
      WHERE department_id = ${context.departmentId} AND school_year_id = ${context.schoolYear.id}
    ), own AS (
      SELECT c.id AS class_id, l."subjectCode" AS subject_code, max(l.periods) AS periods FROM class c
      JOIN line l ON l.grade = c.grade AND l."subjectCode" = c.specialised_subject AND l.kind IN ('compulsory', 'elective')
      GROUP BY 1, 2
    ), part AS (
      SELECT c.unit_id, c.id AS class_id, l."subjectCode" AS subject_code, l.periods FROM class c
      JOIN line l ON l.grade = c.grade AND l.kind = 'compulsory'
      UNION ALL
      SELECT c.unit_id, c.id, o.subject_code, coalesce(o.periods, l.periods) FROM class c
      JOIN curriculum.class_choice o ON o.class_id = c.id AND o.kind <> 'specialised'
      LEFT JOIN line l ON l.grade = c.grade AND l.kind = o.kind AND l."subjectCode" = o.subject_code
      WHERE coalesce(o.periods, l.periods) IS NOT NULL
      UNION ALL
      SELECT c.unit_id, c.id, c.specialised_subject, coalesce(o.periods, floor(own.periods * ${extra}::numeric + 0.5)::int) FROM class c
      LEFT JOIN curriculum.class_choice o ON o.class_id = c.id AND o.kind = 'specialised' AND o.subject_code = c.specialised_subject
      LEFT JOIN own ON own.class_id = c.id
      WHERE c.specialised_subject IS NOT NULL AND coalesce(o.periods, own.periods) IS NOT NULL
    )
    SELECT unit_id, class_id, subject_code, sum(periods)::int AS periods FROM part GROUP BY 1, 2, 3`;
}

/** Rows (unit_id, class_id, subject_code, complete): whether each cell is assigned what it needs, in both semesters. */
export function assignedCells(context: Context) {
  return sql`
    WITH need AS (${classNeeds(context)}), split AS (
      SELECT *, periods / 35 AS each, CASE WHEN periods % 35 = ${weeks.first} THEN 0 ELSE least(periods % 35, ${weeks.second}) END AS second
      FROM need
    ), weekly AS (
      SELECT unit_id, class_id, subject_code,
        round((each * ${weeks.first} + periods % 35 - second)::numeric / ${weeks.first}, 1) AS first_semester,
        round((each * ${weeks.second} + second)::numeric / ${weeks.second}, 1) AS second_semester
      FROM split
    ), given AS (
      SELECT class_id, subject_code, sum(periods_1) AS periods_1, sum(periods_2) AS periods_2 FROM staffing.teaching_assignment
      WHERE department_id = ${context.departmentId} AND school_year_id = ${context.schoolYear.id} GROUP BY 1, 2
    )
    SELECT w.unit_id, w.class_id, w.subject_code,
      coalesce(abs(g.periods_1 - w.first_semester) <= 0.11 AND abs(g.periods_2 - w.second_semester) <= 0.11, false) AS complete
    FROM weekly w LEFT JOIN given g USING (class_id, subject_code)`;
}

/** Rows (unit_id, norm): periods a week the staff of each school has to teach, reductions and postings counted. */
export function staffNorms(context: Context) {
  const duties = dutyKinds.map((kind) => ({ kind, paidToo: dutyRules[kind].reducesThoughPaid }));
  const { homeroom, probation, infant } = personalReductions.value;
  return sql`
    WITH class AS (
      SELECT unit_id, homeroom_staff_id FROM people.school_class
      WHERE department_id = ${context.departmentId} AND school_year_id = ${context.schoolYear.id}
    ), size AS (SELECT unit_id, count(*) AS classes FROM class GROUP BY unit_id),
    homeroom AS (SELECT unit_id, homeroom_staff_id AS staff_id, count(*) AS classes FROM class GROUP BY 1, 2),
    duty AS (
      SELECT d.unit_id, d.staff_id, sum(d.periods_per_week) AS periods FROM staffing.duty d
      JOIN jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) AS r (kind text, "paidToo" boolean) ON r.kind = d.kind
      WHERE d.department_id = ${context.departmentId} AND d.school_year_id = ${context.schoolYear.id} AND (NOT d.paid OR r."paidToo")
      GROUP BY 1, 2
    ), skill AS (
      SELECT staff_id, bool_or(upper_level) AS upper FROM people.staff_subject
      WHERE department_id = ${context.departmentId} GROUP BY staff_id
    ), member AS (
      SELECT s.id, s.unit_id, s.post, s.on_probation, coalesce(s.infant_until >= ${context.today}::date, false) AS with_infant,
        coalesce(size.classes, 0) AS classes, coalesce(u.zone, above.zone) AS zone,
        (${JSON.stringify(teacherNorm.value)}::jsonb -> u.school_kind
          ->> CASE WHEN NOT u.teaches_lower OR u.teaches_upper AND coalesce(skill.upper, false) THEN 'upper' ELSE 'lower' END)::numeric AS full_norm
      FROM people.staff_member s JOIN organisation.unit u ON u.id = s.unit_id AND u.kind = 'school'
      LEFT JOIN organisation.unit above ON above.id = u.parent_id
      LEFT JOIN size ON size.unit_id = s.unit_id LEFT JOIN skill ON skill.staff_id = s.id
      WHERE s.department_id = ${context.departmentId} AND (s.left_on IS NULL OR s.left_on > ${context.today}::date)
        AND s.post IN ('principal', 'vicePrincipal', 'teacher', 'youthLeader')
    ), norm AS (
      SELECT m.unit_id, greatest(0, round(CASE m.post
          WHEN 'principal' THEN ${managerNorm.value.principal}::numeric
          WHEN 'vicePrincipal' THEN ${managerNorm.value.vicePrincipal}::numeric
          WHEN 'youthLeader' THEN CASE WHEN m.classes >= CASE m.zone WHEN 1 THEN ${largeSchool.value.zone1}::int ELSE ${largeSchool.value.otherZones}::int END
            THEN ${youthLeaderNorm.value.large}::numeric ELSE round(m.full_norm * ${youthLeaderNorm.value.shareOfNorm}::numeric, 1) END
          ELSE m.full_norm END
        - coalesce(h.classes, 0) * ${homeroom}::numeric - coalesce(d.periods, 0)
        - CASE WHEN m.on_probation THEN ${probation}::numeric ELSE 0 END - CASE WHEN m.with_infant THEN ${infant}::numeric ELSE 0 END, 1)) AS periods
      FROM member m LEFT JOIN homeroom h ON h.staff_id = m.id AND h.unit_id = m.unit_id
      LEFT JOIN duty d ON d.staff_id = m.id AND d.unit_id = m.unit_id
      UNION ALL
      SELECT p.unit_id, p.periods_per_week FROM people.staff_posting p
      WHERE p.department_id = ${context.departmentId} AND p.school_year_id = ${context.schoolYear.id}
      UNION ALL
      SELECT s.unit_id, -p.periods_per_week FROM people.staff_posting p JOIN people.staff_member s ON s.id = p.staff_id
      WHERE p.department_id = ${context.departmentId} AND p.school_year_id = ${context.schoolYear.id}
    )
    SELECT unit_id, sum(periods) AS norm FROM norm GROUP BY unit_id`;
}

/** Adds rows (unit_id, numerator, denominator) of single schools up over everything each unit reaches. */
function overReach(context: Context, perSchool: ReturnType<typeof sql>) {
  return sql`
    SELECT reach.ancestor_id AS unit_id, sum(single.numerator) AS numerator, sum(single.denominator) AS denominator
    FROM (${perSchool}) single JOIN (${countedReach(context.departmentId)}) reach ON reach.descendant_id = single.unit_id
    GROUP BY reach.ancestor_id`;
}

const unitKinds = ['department', 'division', 'commune', 'school'] as const;

const normCoverage: Indicator = {
  id: 'staffing.normCoverage',
  name: 'Tỷ lệ đáp ứng định mức giáo viên',
  description:
    'Số tiết mỗi tuần giáo viên phải dạy theo định mức (đã trừ tiết giảm) trên số tiết các lớp cần học; từ 100% là đủ. Tính cả các đơn vị bên dưới.',
  unitKinds,
  direction: 'atLeast',
  source: 'Hồ sơ giáo viên, lớp, môn lựa chọn trên Hoa Ban; định mức theo Thông tư 05/2025/TT-BGDĐT.',
  sql: (context) =>
    overReach(
      context,
      sql`SELECT need.unit_id, coalesce(have.norm, 0) AS numerator, need.periods AS denominator
        FROM (SELECT unit_id, sum(periods) / 35.0 AS periods FROM (${classNeeds(context)}) cell GROUP BY unit_id) need
        LEFT JOIN (${staffNorms(context)}) have USING (unit_id)`,
    ),
};

const assignmentsComplete: Indicator = {
  id: 'staffing.assignmentsComplete',
  name: 'Tỷ lệ phân công giảng dạy đủ tiết',
  description:
    'Số ô lớp - môn đã phân công đúng số tiết của chương trình ở trường đã công bố phân công, trên tổng số ô; tính cả các đơn vị bên dưới.',
  unitKinds,
  direction: 'atLeast',
  source: 'Phân công giảng dạy trên Hoa Ban.',
  sql: (context) =>
    overReach(
      context,
      sql`SELECT cell.unit_id, count(*) FILTER (WHERE cell.complete AND p.state = 'published') AS numerator, count(*) AS denominator
        FROM (${assignedCells(context)}) cell
        LEFT JOIN staffing.assignment_plan p ON p.unit_id = cell.unit_id AND p.school_year_id = ${context.schoolYear.id}
        GROUP BY cell.unit_id`,
    ),
};

export const staffingIndicators: readonly Indicator[] = [normCoverage, assignmentsComplete];
