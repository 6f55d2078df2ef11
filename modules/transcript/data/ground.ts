import { type ReadTx, sql } from '#platform/db';

/** A class whose pages are drawn up. */
export interface ClassGround {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly unitId: string;
  readonly departmentId: string;
  readonly department: string;
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly schoolYearId: string;
  readonly schoolYear: string;
  readonly endsOn: string;
  /** Semesters of the school's year whose marks are locked. */
  readonly locked: number;
  readonly homeroomStaffId: string | null;
  readonly homeroomName: string | null;
  readonly homeroomAccountId: string | null;
}

/** Classes in reach, by grade and name. */
export async function listClassGrounds(tx: ReadTx, classIds: readonly string[]): Promise<ClassGround[]> {
  const { rows } = await sql<ClassGround>`
    SELECT c.id, c.name, c.grade, c.unit_id AS "unitId", c.department_id AS "departmentId", d.name AS department, u.code AS "schoolCode",
      u.name AS "schoolName", y.id AS "schoolYearId", y.name AS "schoolYear", y.ends_on::text AS "endsOn",
      (SELECT count(*)::int FROM gradebook.term t WHERE t.unit_id = c.unit_id AND t.school_year_id = y.id AND t.locked_at IS NOT NULL) AS locked,
      s.id AS "homeroomStaffId", s.full_name AS "homeroomName", s.account_id AS "homeroomAccountId"
    FROM people.school_class c JOIN organisation.unit u ON u.id = c.unit_id JOIN organisation.unit d ON d.id = c.department_id
    JOIN organisation.school_year y ON y.id = c.school_year_id LEFT JOIN people.staff_member s ON s.id = c.homeroom_staff_id
    WHERE c.id = ANY (${classIds}::uuid[]) ORDER BY c.grade, length(c.name), c.name`.execute(tx);
  return rows;
}

export interface TeacherOfSubject {
  readonly classId: string;
  readonly subjectCode: string;
  readonly staffId: string;
  readonly name: string;
  readonly accountId: string | null;
  /** Pupils of the own elective group; null: those of the class whom no group with a teacher teaches the subject. */
  readonly pupilIds: readonly string[] | null;
}

/** Who teaches what in these classes: by the published assignment, each once a subject, and in elective groups. */
export async function listTeachersOf(tx: ReadTx, classIds: readonly string[]): Promise<TeacherOfSubject[]> {
  const { rows } = await sql<TeacherOfSubject>`
    SELECT DISTINCT a.class_id AS "classId", a.subject_code AS "subjectCode", s.id AS "staffId", s.full_name AS name, s.account_id AS "accountId",
      NULL::text[] AS "pupilIds"
    FROM staffing.teaching_assignment a
    JOIN staffing.assignment_plan p ON p.unit_id = a.unit_id AND p.school_year_id = a.school_year_id AND p.state = 'published'
    JOIN people.staff_member s ON s.id = a.staff_id
    WHERE a.class_id = ANY (${classIds}::uuid[])
    UNION ALL
    SELECT seat.class_id, seat.subject_code, s.id, s.full_name, s.account_id, array_agg(seat.pupil_id::text)
    FROM (SELECT DISTINCT c.unit_id, c.school_year_id FROM people.school_class c WHERE c.id = ANY (${classIds}::uuid[])) place
    CROSS JOIN LATERAL gradebook.seats_in_sight(place.unit_id, place.school_year_id) seat JOIN people.staff_member s ON s.id = seat.teacher_id
    WHERE seat.class_id = ANY (${classIds}::uuid[])
    GROUP BY seat.class_id, seat.subject_code, s.id
    ORDER BY name, "staffId"`.execute(tx);
  return rows;
}

/** Identity of a pupil as the page says it. */
export interface PupilIdentity {
  readonly pupilId: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly sectorCode: string | null;
  readonly birthPlace: string | null;
  readonly ethnicGroup: string | null;
  readonly identityNumber: string | null;
  readonly address: string | null;
  readonly guardians: readonly { readonly relation: string; readonly name: string }[];
  readonly awards: readonly string[];
  /** The teacher's remark of semester 2, else of semester 1, by subject code. */
  readonly subjectComments: Readonly<Record<string, string>>;
}

/** Identity, guardians, awards and remarks of the pupils of these classes; a fixed number of passes. */
export async function listIdentities(tx: ReadTx, classIds: readonly string[]): Promise<PupilIdentity[]> {
  const { rows } = await sql<PupilIdentity>`
    WITH roster AS (
      SELECT DISTINCT e.pupil_id, e.school_year_id FROM people.enrolment e
      WHERE e.class_id = ANY (${classIds}::uuid[]) AND (e.ends_on IS NULL OR e.ended_as = 'completed')
    ), kin AS (
      SELECT g.pupil_id, jsonb_agg(jsonb_build_object('relation', g.relation, 'name', g.full_name) ORDER BY
        array_position('{father,mother}'::text[], g.relation) NULLS LAST, g.full_name) AS list
      FROM people.guardian g JOIN roster r USING (pupil_id) GROUP BY g.pupil_id
    ), said AS (
      SELECT m.pupil_id, jsonb_object_agg(m.subject_code, m.comment) AS comments FROM (
        SELECT DISTINCT ON (m.pupil_id, m.subject_code) m.pupil_id, m.subject_code, m.comment FROM gradebook.subject_marks m
        JOIN roster r ON r.pupil_id = m.pupil_id AND r.school_year_id = m.school_year_id
        WHERE m.comment IS NOT NULL ORDER BY m.pupil_id, m.subject_code, m.semester DESC) m GROUP BY m.pupil_id
    )
    SELECT p.id AS "pupilId", p.sex, p.birth_date::text AS "birthDate", p.sector_code AS "sectorCode", v.birth_place AS "birthPlace",
      v.ethnic_group AS "ethnicGroup", v.identity_number AS "identityNumber", v.address, coalesce(kin.list, '[]') AS guardians,
      coalesce(w.lines, '{}') AS awards, coalesce(said.comments, '{}') AS "subjectComments"
    FROM roster r JOIN people.pupil p ON p.id = r.pupil_id LEFT JOIN people.pupil_private v ON v.pupil_id = p.id
    LEFT JOIN kin ON kin.pupil_id = p.id LEFT JOIN said ON said.pupil_id = p.id
    LEFT JOIN transcript.award w ON w.pupil_id = p.id AND w.school_year_id = r.school_year_id`.execute(tx);
  return rows;
}

/** Writes down that sensitive rows have been read. */
export async function noteRead(
  tx: ReadTx,
  {
    entity,
    id,
    unitId,
    details,
  }: { entity: string; id: string | null; unitId: string | null; details: object },
): Promise<void> {
  await sql`SELECT audit.note('read', ${entity}, ${id}, ${unitId}::uuid, ${JSON.stringify(details)}::jsonb)`.execute(
    tx,
  );
}
