import { type ReadTx, sql } from '#platform/db';
import type { ClassFact, SchoolFacts, StaffFact, YearFrame } from '../rules/index.ts';

/** Classes of a school in a year with numbers of pupils and choices, by grade and name. */
async function listClassFacts(tx: ReadTx, unitId: string, schoolYearId: string): Promise<ClassFact[]> {
  const { rows } = await sql<ClassFact>`
    SELECT c.id, c.name, c.grade, c.specialised_subject AS "specialisedSubject", c.two_sessions AS "twoSessions",
      coalesce(f.pupils, 0) AS pupils, coalesce(f.female, 0) AS female, coalesce(f.ethnic, 0) AS ethnic,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', ch.kind, 'subjectCode', ch.subject_code, 'periods', ch.periods,
        'reason', ch.reason) ORDER BY ch.kind, ch.subject_code) FROM curriculum.class_choice ch WHERE ch.class_id = c.id), '[]') AS choices
    FROM people.school_class c
    LEFT JOIN education_plan.pupil_figures(${unitId}, ${schoolYearId}) f ON f.class_id = c.id
    WHERE c.unit_id = ${unitId} AND c.school_year_id = ${schoolYearId} ORDER BY c.grade, c.name`.execute(tx);
  return rows;
}

/** Teachers by subject; one of several subjects counts in each with a share. */
async function listStaffFacts(tx: ReadTx, unitId: string): Promise<StaffFact[]> {
  const { rows } = await sql<StaffFact>`
    WITH can AS (
      SELECT DISTINCT s.id, k.subject_code FROM people.staff_member s JOIN people.staff_subject k ON k.staff_id = s.id
      WHERE s.unit_id = ${unitId} AND s.left_on IS NULL AND s.post = 'teacher'),
    spread AS (SELECT id, subject_code, 1.0 / count(*) OVER (PARTITION BY id) AS share FROM can)
    SELECT subject_code AS "subjectCode", count(*)::int AS teachers, sum(share)::float8 AS shares
    FROM spread GROUP BY subject_code`.execute(tx);
  return rows;
}

type Counts = Omit<SchoolFacts, 'classes' | 'staff' | 'schoolKind'>;

/** Standard of training: bachelor (Luật Giáo dục 2019 art. 72). */
async function selectCounts(tx: ReadTx, unitId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    SELECT count(*) FILTER (WHERE post IN ('principal', 'vicePrincipal'))::int AS managers,
      count(*) FILTER (WHERE post = 'teacher')::int AS teachers,
      count(*) FILTER (WHERE post NOT IN ('principal', 'vicePrincipal', 'teacher'))::int AS employees,
      count(*) FILTER (WHERE sex = 'female')::int AS "femaleStaff",
      count(*) FILTER (WHERE post = 'teacher' AND qualification IN ('none', 'intermediate', 'college'))::int AS "belowStandard",
      (SELECT count(*)::int FROM people.room r WHERE r.unit_id = ${unitId} AND r.closed_on IS NULL AND r.kind = 'classroom') AS classrooms,
      (SELECT count(*)::int FROM people.room r WHERE r.unit_id = ${unitId} AND r.closed_on IS NULL
        AND r.kind IN ('laboratory', 'computerRoom', 'musicRoom', 'artRoom', 'technologyRoom', 'languageRoom')) AS "subjectRooms"
    FROM people.staff_member WHERE unit_id = ${unitId} AND left_on IS NULL`.execute(tx);
  return rows[0]!;
}

/** What the rows of a school say about a year, for drafting and checking. */
export async function selectSchoolFacts(
  tx: ReadTx,
  school: { id: string; schoolKind: string | null },
  schoolYearId: string,
): Promise<SchoolFacts> {
  const classes = await listClassFacts(tx, school.id, schoolYearId);
  const staff = await listStaffFacts(tx, school.id);
  return { schoolKind: school.schoolKind, classes, staff, ...(await selectCounts(tx, school.id)) };
}

export interface YearRow extends YearFrame {
  readonly id: string;
  readonly opensOn: string;
}

/** The province's frame of a year by id or name ('2025-2026'), or of the current one. */
export async function selectYearOptional(
  tx: ReadTx,
  by: { id: string } | { name: string | undefined },
): Promise<YearRow | undefined> {
  const condition =
    'id' in by ? sql`y.id = ${by.id}` : by.name === undefined ? sql`y.is_current` : sql`y.name = ${by.name}`;
  const { rows } = await sql<YearRow>`
    SELECT y.id, y.name, y.starts_on AS "startsOn", y.ends_on AS "endsOn", y.opens_on AS "opensOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('number', w.number, 'semester', w.semester, 'startsOn', w.starts_on,
        'endsOn', w.ends_on) ORDER BY w.number) FROM organisation.school_week w WHERE w.school_year_id = y.id), '[]') AS weeks
    FROM organisation.school_year y WHERE ${condition}`.execute(tx);
  return rows[0];
}

export interface SchoolRow {
  readonly id: string;
  readonly schoolKind: string | null;
  readonly departmentId: string;
}

export async function selectSchoolOptional(tx: ReadTx, unitId: string): Promise<SchoolRow | undefined> {
  const { rows } = await sql<SchoolRow>`
    SELECT id, school_kind AS "schoolKind", department_id AS "departmentId" FROM organisation.unit
    WHERE id = ${unitId} AND kind = 'school'`.execute(tx);
  return rows[0];
}
