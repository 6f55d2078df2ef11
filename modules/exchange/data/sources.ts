import { sql } from '#platform/db';
import type { FieldKind } from '../rules/index.ts';

/** A piece of a statement. */
export type Sql = ReturnType<typeof sql>;

/** What the readings of a request stand on. */
export interface Ground {
  /** Subjects of the programme of the current year. */
  readonly subjects: readonly { readonly code: string; readonly name: string; readonly judged: string }[];
}

/** A collection as rows: `key` (uuid of our row), `id` (sourcedId), `status`, `changed`, and what its conditions and items need. */
export interface Source {
  readonly rows: (ground: Ground) => Sql;
  /** Fields that a filter or sort may name, the column behind each and how it is compared. */
  readonly fields: Readonly<Record<string, readonly [column: string, kind: FieldKind]>>;
}

const baseFields = {
  sourcedId: ['id', 'text'],
  status: ['status', 'text'],
  dateLastModified: ['changed', 'moment'],
} as const;

const changed = (entity: string, key: string) =>
  sql`exchange.changed_at(${sql.lit(entity)}, ${sql.raw(key)}) AS changed`;

const subjectsOf = ({ subjects }: Ground) =>
  sql`jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) AS subject (code text, name text, judged text)`;

/** Units the asker reaches; the policies let the whole department read the list of units. */
const reached = sql`organisation.unit_reach reach WHERE reach.ancestor_id = (SELECT organisation.current_unit())`;

const orgs: Source = {
  rows: () => sql`
    SELECT u.id AS key, u.id::text AS id, CASE WHEN u.closed_on IS NULL THEN 'active' ELSE 'tobedeleted' END AS status,
      ${changed('organisation.unit', 'u.id')}, u.id AS unit_id, u.name,
      CASE u.kind WHEN 'department' THEN 'district' WHEN 'commune' THEN 'local' ELSE 'school' END AS type, u.code AS identifier,
      (SELECT reach.descendant_id FROM ${reached} AND reach.descendant_id = u.parent_id) AS parent_id,
      ARRAY(SELECT child.id FROM organisation.unit child WHERE child.parent_id = u.id AND child.kind IN ('commune', 'school')
            AND child.id IN (SELECT reach.descendant_id FROM ${reached}) ORDER BY child.id) AS child_ids
    FROM organisation.unit u
    WHERE u.kind IN ('department', 'commune', 'school') AND u.id IN (SELECT reach.descendant_id FROM ${reached})`,
  fields: {
    ...baseFields,
    name: ['name', 'text'],
    type: ['type', 'text'],
    identifier: ['identifier', 'text'],
  },
};

const academicSessions: Source = {
  rows: () => sql`
    SELECT y.id AS key, y.id::text AS id, 'active' AS status, ${changed('organisation.school_year', 'y.id')}, y.name AS title,
      'schoolYear' AS type, y.starts_on, y.ends_on, NULL::text AS parent_id, substr(y.name, 6) AS school_year,
      ARRAY(SELECT y.id || '.' || s.number FROM organisation.semester s WHERE s.school_year_id = y.id ORDER BY s.number) AS child_ids
    FROM organisation.school_year y
    UNION ALL
    SELECT y.id, y.id || '.' || s.number, 'active', ${changed('organisation.school_year', 'y.id')},
      'Học kì ' || CASE s.number WHEN 1 THEN 'I' ELSE 'II' END || ', ' || y.name, 'term', s.starts_on, s.ends_on, y.id::text,
      substr(y.name, 6), '{}'
    FROM organisation.semester s JOIN organisation.school_year y ON y.id = s.school_year_id`,
  fields: {
    ...baseFields,
    title: ['title', 'text'],
    type: ['type', 'text'],
    startDate: ['starts_on', 'date'],
    endDate: ['ends_on', 'date'],
    schoolYear: ['school_year', 'text'],
  },
};

/** Class and subject of the current year by the published teaching assignment, and in which semesters. */
const taught = sql`(
  SELECT c.unit_id, c.id AS class_key, a.subject_code, c.grade, c.name AS class_name, c.school_year_id,
    bool_or(a.periods_1 > 0) AS in_1, bool_or(a.periods_2 > 0) AS in_2
  FROM people.school_class c
  JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
  JOIN staffing.teaching_assignment a ON a.class_id = c.id
  JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
  GROUP BY c.unit_id, c.id, a.subject_code, c.grade, c.name, c.school_year_id)`;

const courses: Source = {
  rows: (ground) => sql`
    SELECT DISTINCT t.unit_id AS key, t.unit_id || '.' || t.subject_code || '.' || t.grade AS id, 'active' AS status,
      ${changed('organisation.unit', 't.unit_id')}, t.unit_id, subject.name || ' ' || t.grade AS title,
      t.subject_code || '.' || t.grade AS course_code, t.grade, t.subject_code, subject.name AS subject_name, t.school_year_id
    FROM ${taught} t JOIN ${subjectsOf(ground)} ON subject.code = t.subject_code
    UNION ALL
    SELECT DISTINCT c.unit_id, c.unit_id || '.HOMEROOM.' || c.grade, 'active', ${changed('organisation.unit', 'c.unit_id')}, c.unit_id,
      'Lớp chủ nhiệm khối ' || c.grade, 'HOMEROOM.' || c.grade, c.grade, NULL, NULL, c.school_year_id
    FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current`,
  fields: {
    ...baseFields,
    title: ['title', 'text'],
    courseCode: ['course_code', 'text'],
    grades: ['grade', 'number'],
  },
};

const classes: Source = {
  rows: (ground) => sql`
    SELECT c.id AS key, c.id::text AS id, 'active' AS status, ${changed('people.school_class', 'c.id')}, c.unit_id,
      'Lớp ' || c.name AS title, c.name AS class_code, 'homeroom' AS class_type, c.grade, NULL AS subject_code, NULL AS subject_name,
      c.unit_id || '.HOMEROOM.' || c.grade AS course_id, ARRAY[c.school_year_id || '.1', c.school_year_id || '.2'] AS term_ids
    FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
    UNION ALL
    SELECT t.class_key, t.class_key || '.' || t.subject_code, 'active', ${changed('people.school_class', 't.class_key')}, t.unit_id,
      subject.name || ' ' || t.class_name, t.class_name || '.' || t.subject_code, 'scheduled', t.grade, t.subject_code, subject.name,
      t.unit_id || '.' || t.subject_code || '.' || t.grade,
      array_remove(ARRAY[CASE WHEN t.in_1 THEN t.school_year_id || '.1' END, CASE WHEN t.in_2 THEN t.school_year_id || '.2' END], NULL)
    FROM ${taught} t JOIN ${subjectsOf(ground)} ON subject.code = t.subject_code`,
  fields: {
    ...baseFields,
    title: ['title', 'text'],
    classCode: ['class_code', 'text'],
    classType: ['class_type', 'text'],
    grades: ['grade', 'number'],
    'course.sourcedId': ['course_id', 'text'],
    'school.sourcedId': ['unit_id', 'text'],
  },
};

/** An enrolment that ended is told as to be deleted. */
const enrolmentStatus = sql`CASE WHEN e.ends_on IS NULL OR e.ended_as = 'completed' THEN 'active' ELSE 'tobedeleted' END`;

const enrollments: Source = {
  rows: (ground) => sql`
    SELECT e.id AS key, e.id::text AS id, ${enrolmentStatus} AS status, ${changed('people.enrolment', 'e.id')}, e.unit_id,
      e.class_id AS class_key, e.class_id::text AS class_id, e.pupil_id AS user_key, 'student' AS role, 'false' AS primary_teacher,
      e.starts_on, e.ends_on
    FROM people.enrolment e JOIN organisation.school_year y ON y.id = e.school_year_id AND y.is_current
    UNION ALL
    SELECT e.id, e.id || '.' || t.subject_code, ${enrolmentStatus}, ${changed('people.enrolment', 'e.id')}, e.unit_id, e.class_id,
      e.class_id || '.' || t.subject_code, e.pupil_id, 'student', 'false', e.starts_on, e.ends_on
    FROM people.enrolment e JOIN ${taught} t ON t.unit_id = e.unit_id AND t.class_key = e.class_id
    JOIN ${subjectsOf(ground)} ON subject.code = t.subject_code
    UNION ALL
    SELECT a.id, a.id::text, 'active', ${changed('staffing.teaching_assignment', 'a.id')}, a.unit_id, a.class_id,
      a.class_id || '.' || a.subject_code, a.staff_id, 'teacher', 'true', NULL, NULL
    FROM staffing.teaching_assignment a
    JOIN organisation.school_year y ON y.id = a.school_year_id AND y.is_current
    JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
    JOIN ${subjectsOf(ground)} ON subject.code = a.subject_code
    UNION ALL
    SELECT c.id, c.id || '.homeroom', 'active', ${changed('people.school_class', 'c.id')}, c.unit_id, c.id, c.id::text,
      c.homeroom_staff_id, 'teacher', 'true', NULL, NULL
    FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id AND y.is_current
    WHERE c.homeroom_staff_id IS NOT NULL`,
  fields: {
    ...baseFields,
    role: ['role', 'text'],
    beginDate: ['starts_on', 'date'],
    endDate: ['ends_on', 'date'],
    'user.sourcedId': ['user_key', 'text'],
    'class.sourcedId': ['class_id', 'text'],
    'school.sourcedId': ['unit_id', 'text'],
  },
};

/** First word the family name, last word the given name, what is between the middle name. */
const nameParts = (column: string) => sql`
  substring(${sql.raw(column)} FROM '^\\S+') AS family, substring(${sql.raw(column)} FROM '\\S+$') AS given,
  nullif(btrim(regexp_replace(regexp_replace(${sql.raw(column)}, '^\\S+', ''), '\\S+$', '')), '') AS middle`;

const users: Source = {
  rows: () => sql`
    SELECT p.id AS key, p.id::text AS id, CASE WHEN p.status IN ('learning', 'away') THEN 'active' ELSE 'tobedeleted' END AS status,
      ${changed('people.pupil', 'p.id')}, p.unit_id, 'student' AS role, ${nameParts('p.full_name')}, p.full_name,
      p.sector_code AS identifier, a.username, a.status = 'active' AS enabled, c.grade,
      ARRAY(SELECT g.id FROM people.guardian g WHERE g.unit_id = p.unit_id AND g.pupil_id = p.id ORDER BY g.id) AS agent_ids
    FROM people.pupil p LEFT JOIN identity.account a ON a.id = p.account_id
    LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL LEFT JOIN people.school_class c ON c.id = e.class_id
    UNION ALL
    SELECT s.id, s.id::text, CASE WHEN s.left_on IS NULL THEN 'active' ELSE 'tobedeleted' END, ${changed('people.staff_member', 's.id')},
      s.unit_id, 'teacher', ${nameParts('s.full_name')}, s.full_name, s.code, a.username, a.status = 'active', NULL, '{}'
    FROM people.staff_member s LEFT JOIN identity.account a ON a.id = s.account_id
    WHERE s.post IN ('teacher', 'principal', 'vicePrincipal') OR EXISTS (SELECT FROM staffing.teaching_assignment t WHERE t.staff_id = s.id)
    UNION ALL
    SELECT g.id, g.id::text, 'active', ${changed('people.guardian', 'g.id')}, g.unit_id, 'guardian', ${nameParts('g.full_name')},
      g.full_name, NULL, NULL, g.account_id IS NOT NULL, NULL, ARRAY[g.pupil_id]
    FROM people.guardian g`,
  fields: {
    ...baseFields,
    givenName: ['given', 'text'],
    familyName: ['family', 'text'],
    middleName: ['middle', 'text'],
    identifier: ['identifier', 'text'],
    username: ['username', 'text'],
    grades: ['grade', 'number'],
    role: ['role', 'text'],
    'roles.role': ['role', 'text'],
  },
};

const demographics: Source = {
  rows: () => sql`
    SELECT p.id AS key, p.id::text AS id, CASE WHEN p.status IN ('learning', 'away') THEN 'active' ELSE 'tobedeleted' END AS status,
      ${changed('people.pupil', 'p.id')}, p.unit_id, p.birth_date, p.sex FROM people.pupil p`,
  fields: { ...baseFields, birthDate: ['birth_date', 'date'], sex: ['sex', 'text'] },
};

export const rosterSources = { orgs, academicSessions, courses, classes, enrollments, users, demographics };

// The gradebook

/** A class's columns: regular marks as far as one has been given, midterm, final, and the average of the semester. */
const columns = sql`(
  SELECT t.*, term.number AS semester, term.starts_on, term.ends_on, place.name AS place, place.position
  FROM ${taught} t
  JOIN organisation.semester term ON term.school_year_id = t.school_year_id AND CASE term.number WHEN 1 THEN t.in_1 ELSE t.in_2 END
  LEFT JOIN (
    SELECT e.unit_id, e.class_id, m.subject_code, m.semester, max(cardinality(m.regular)) AS marked
    FROM people.enrolment e
    JOIN gradebook.subject_marks m ON m.pupil_id = e.pupil_id AND m.school_year_id = e.school_year_id
    WHERE e.ends_on IS NULL GROUP BY e.unit_id, e.class_id, m.subject_code, m.semester
  ) given ON given.unit_id = t.unit_id AND given.class_id = t.class_key AND given.subject_code = t.subject_code AND given.semester = term.number
  CROSS JOIN LATERAL (
    SELECT 'regular' || n AS name, n AS position FROM generate_series(1, coalesce(given.marked, 0)) n
    UNION ALL VALUES ('midterm', 90), ('final', 91), ('average', 92)
  ) place)`;

const categories: Source = {
  rows: () => sql`
    SELECT organisation.current_department() AS key, organisation.current_department() || '.' || c.name AS id, 'active' AS status,
      to_timestamp(0) AS changed, c.title, c.weight
    FROM (VALUES ('regular', 'Đánh giá thường xuyên', 1), ('midterm', 'Đánh giá giữa kì', 2), ('final', 'Đánh giá cuối kì', 3),
      ('average', 'Kết quả môn học của học kì', 0)) c (name, title, weight)`,
  fields: { ...baseFields, title: ['title', 'text'] },
};

const scoreScales: Source = {
  rows: (ground) => sql`
    SELECT t.class_key AS key, t.class_key || '.' || t.subject_code || '.scale' AS id, 'active' AS status, to_timestamp(0) AS changed,
      t.unit_id, t.class_key || '.' || t.subject_code AS class_id, 'Nhận xét ' || subject.name || ' ' || t.class_name AS title
    FROM ${taught} t JOIN ${subjectsOf(ground)} ON subject.code = t.subject_code AND subject.judged = 'comment'`,
  fields: { ...baseFields, title: ['title', 'text'], 'class.sourcedId': ['class_id', 'text'] },
};

const lineItems: Source = {
  rows: (ground) => sql`
    SELECT l.class_key AS key, l.class_key || '.' || l.subject_code || '.' || l.semester || '.' || l.place AS id, 'active' AS status,
      ${changed('people.school_class', 'l.class_key')}, l.unit_id, l.class_key || '.' || l.subject_code AS class_id,
      CASE l.place WHEN 'midterm' THEN 'Giữa kì' WHEN 'final' THEN 'Cuối kì' WHEN 'average' THEN 'Trung bình môn'
        ELSE 'Thường xuyên ' || l.position END || ', học kì ' || CASE l.semester WHEN 1 THEN 'I' ELSE 'II' END AS title,
      l.starts_on, l.ends_on, l.school_year_id || '.' || l.semester AS term_id, l.place, subject.judged,
      organisation.current_department() AS department_id
    FROM ${columns} l JOIN ${subjectsOf(ground)} ON subject.code = l.subject_code`,
  fields: {
    ...baseFields,
    title: ['title', 'text'],
    assignDate: ['starts_on', 'date'],
    dueDate: ['ends_on', 'date'],
    'class.sourcedId': ['class_id', 'text'],
    'school.sourcedId': ['unit_id', 'text'],
    'academicSession.sourcedId': ['term_id', 'text'],
  },
};

const results: Source = {
  rows: (ground) => sql`
    SELECT m.id AS key, m.id || '.' || place.name AS id, 'active' AS status, ${changed('gradebook.subject_marks', 'm.id')}, e.unit_id,
      e.class_id AS class_key, e.class_id || '.' || m.subject_code AS class_id, m.subject_code, m.pupil_id AS student_key,
      e.class_id || '.' || m.subject_code || '.' || m.semester || '.' || place.name AS line_item_id,
      place.name AS place, place.value, subject.judged, m.regular, m.midterm, m.final
    FROM gradebook.subject_marks m
    JOIN organisation.school_year y ON y.id = m.school_year_id AND y.is_current
    JOIN people.enrolment e ON e.pupil_id = m.pupil_id AND e.ends_on IS NULL AND e.school_year_id = m.school_year_id
    JOIN ${taught} t ON t.unit_id = e.unit_id AND t.class_key = e.class_id AND t.subject_code = m.subject_code
    JOIN ${subjectsOf(ground)} ON subject.code = m.subject_code
    CROSS JOIN LATERAL (
      SELECT 'regular' || mark.number AS name, mark.value FROM unnest(m.regular) WITH ORDINALITY AS mark (value, number)
      WHERE mark.value IS NOT NULL
      UNION ALL SELECT 'midterm', m.midterm WHERE m.midterm IS NOT NULL
      UNION ALL SELECT 'final', m.final WHERE m.final IS NOT NULL
      UNION ALL SELECT 'average', NULL
    ) place`,
  fields: {
    ...baseFields,
    'lineItem.sourcedId': ['line_item_id', 'text'],
    'student.sourcedId': ['student_key', 'text'],
    'class.sourcedId': ['class_id', 'text'],
  },
};

export const sources = { ...rosterSources, categories, scoreScales, lineItems, results };
