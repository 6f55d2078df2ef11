import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';
import type { ClassKind } from '../rules/school-class.ts';

export interface ClassFields {
  readonly grade: number;
  readonly name: string;
  readonly kind: ClassKind;
  /** Code of the subject of a specialised class, else null. */
  readonly specialisedSubject: string | null;
  readonly siteId: string | null;
  readonly roomId: string | null;
  readonly homeroomStaffId: string | null;
  readonly twoSessions: boolean;
}

export interface SchoolClass extends ClassFields {
  readonly id: string;
  readonly unitId: string;
  readonly schoolYearId: string;
  readonly siteName: string | null;
  readonly roomName: string | null;
  readonly roomCapacity: number | null;
  readonly homeroomName: string | null;
  /** The homeroom teacher no longer works at the school. */
  readonly homeroomLeft: boolean;
  readonly pupils: number;
  readonly female: number;
  readonly minority: number;
  /** Null: the person asking may not know. */
  readonly disabled: number | null;
  readonly version: number;
}

const columns = sql`c.id, c.unit_id AS "unitId", c.school_year_id AS "schoolYearId", c.grade, c.name, c.kind,
  c.specialised_subject AS "specialisedSubject", c.site_id AS "siteId", s.name AS "siteName", c.room_id AS "roomId", r.name AS "roomName",
  r.capacity AS "roomCapacity", c.homeroom_staff_id AS "homeroomStaffId", h.full_name AS "homeroomName",
  coalesce(h.left_on <= current_day.day, false) AS "homeroomLeft", c.two_sessions AS "twoSessions", c.version`;

function from(today: string) {
  return sql`people.school_class c CROSS JOIN (SELECT ${today}::date AS day) current_day
    LEFT JOIN organisation.site s ON s.id = c.site_id LEFT JOIN people.room r ON r.id = c.room_id
    LEFT JOIN people.staff_member h ON h.id = c.homeroom_staff_id`;
}

/** Classes of a school year by grade and name, with their counts. */
export async function listClasses(
  tx: ReadTx,
  { unitId, schoolYearId, today }: { unitId: string; schoolYearId: string; today: string },
): Promise<SchoolClass[]> {
  const { rows } = await executePrepared(
    tx,
    sql<SchoolClass>`
    SELECT ${columns}, coalesce(f.pupils, 0) AS pupils, coalesce(f.female, 0) AS female, coalesce(f.minority, 0) AS minority,
      CASE WHEN organisation.acting_role() IN ('principal', 'vicePrincipal', 'clerk', 'departmentLeader', 'divisionHead')
        THEN coalesce(f.disabled, 0) END AS disabled
    FROM ${from(today)} LEFT JOIN people.class_figures(ARRAY[${unitId}::uuid], ${schoolYearId}) f ON f.class_id = c.id
    WHERE c.unit_id = ${unitId} AND c.school_year_id = ${schoolYearId} ORDER BY c.grade, c.name, c.id`,
  );
  return rows;
}

/** The fields of a class as they stand; undefined: not there or not the person's to see. */
export async function selectClassOptional(
  tx: ReadTx,
  classId: string,
): Promise<
  (ClassFields & { id: string; unitId: string; schoolYearId: string; version: number }) | undefined
> {
  const { rows } = await sql<
    ClassFields & { id: string; unitId: string; schoolYearId: string; version: number }
  >`
    SELECT id, unit_id AS "unitId", school_year_id AS "schoolYearId", grade, name, kind, specialised_subject AS "specialisedSubject",
      site_id AS "siteId", room_id AS "roomId", homeroom_staff_id AS "homeroomStaffId", two_sessions AS "twoSessions", version
    FROM people.school_class WHERE id = ${classId}`.execute(tx);
  return rows[0];
}

export async function insertClass(
  tx: WriteTx,
  one: ClassFields & { id: string; unitId: string; departmentId: string; schoolYearId: string },
): Promise<void> {
  await sql`
    INSERT INTO people.school_class (id, unit_id, department_id, school_year_id, grade, name, kind, specialised_subject, site_id, room_id,
      homeroom_staff_id, two_sessions)
    VALUES (${one.id}, ${one.unitId}, ${one.departmentId}, ${one.schoolYearId}, ${one.grade}, ${one.name}, ${one.kind},
      ${one.specialisedSubject}, ${one.siteId}, ${one.roomId}, ${one.homeroomStaffId}, ${one.twoSessions})`.execute(
    tx,
  );
}

/** Saves when the class still has `version`; false: changed meanwhile, or not the person's to write. */
export async function updateClass(
  tx: WriteTx,
  one: ClassFields & { id: string; version: number },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE people.school_class SET grade = ${one.grade}, name = ${one.name}, kind = ${one.kind},
      specialised_subject = ${one.specialisedSubject}, site_id = ${one.siteId}, room_id = ${one.roomId},
      homeroom_staff_id = ${one.homeroomStaffId}, two_sessions = ${one.twoSessions}, version = version + 1
    WHERE id = ${one.id} AND version = ${one.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function deleteClass(tx: WriteTx, classId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM people.school_class WHERE id = ${classId} RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Whether anybody ever sat in the class. */
export async function hasSitters(tx: ReadTx, classId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM people.enrolment WHERE class_id = ${classId} LIMIT 1`.execute(tx);
  return rows.length > 0;
}

/** What stands at the places a class names: undefined parts are not the school's, or closed, or gone. */
export async function selectClassPlaces(
  tx: ReadTx,
  unitId: string,
  ids: { roomId: string | null; homeroomStaffId: string | null; siteId: string | null },
  today: string,
): Promise<{ room: boolean; homeroom: boolean; site: boolean }> {
  const { rows } = await sql<{ room: boolean; homeroom: boolean; site: boolean }>`
    SELECT EXISTS (SELECT FROM people.room WHERE id = ${ids.roomId}::uuid AND unit_id = ${unitId} AND closed_on IS NULL) AS room,
      EXISTS (SELECT FROM people.staff_member s WHERE s.id = ${ids.homeroomStaffId}::uuid
        AND (s.left_on IS NULL OR s.left_on > ${today}::date)
        AND (s.unit_id = ${unitId} OR s.id IN (SELECT people.posted_to_us()))) AS homeroom,
      EXISTS (SELECT FROM organisation.site WHERE id = ${ids.siteId}::uuid AND unit_id = ${unitId}) AS site`.execute(
    tx,
  );
  return rows[0]!;
}
