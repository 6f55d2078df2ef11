import { type ReadTx, sql } from '#platform/db';

/** What a school is made of in one school year; every figure is computed from rows. */
export interface SchoolFigures {
  readonly unitId: string;
  readonly classes: number;
  readonly classesWithoutHomeroom: number;
  readonly classesInTwoSessions: number;
  /** Keys '6' to '12'. */
  readonly classesByGrade: Readonly<Record<string, number>>;
  readonly classesByKind: Readonly<Record<string, number>>;
  readonly pupils: number;
  readonly female: number;
  /** Of other ethnic groups than Kinh, as far as the group is recorded. */
  readonly minority: number;
  readonly minorityFemale: number;
  readonly pupilsByGrade: Readonly<Record<string, number>>;
  /** Keys are codes of the national list; '' counts pupils whose group is not recorded. */
  readonly pupilsByEthnicGroup: Readonly<Record<string, number>>;
  /** Pupils in the largest class. */
  readonly largestClass: number;
  readonly rooms: number;
  readonly staff: number;
  readonly femaleStaff: number;
  readonly staffByPost: Readonly<Record<string, number>>;
  readonly staffByEmployment: Readonly<Record<string, number>>;
  /** Staff who may teach a subject (whole or a strand); one person counts in each of their subjects. */
  readonly teachersBySubject: Readonly<Record<string, number>>;
  readonly postedIn: number;
  readonly postedOut: number;
  readonly staffWithoutAccount: number;
}

const columns = sql`f.unit_id AS "unitId", f.classes, f.classes_without_homeroom AS "classesWithoutHomeroom",
  f.classes_in_two_sessions AS "classesInTwoSessions", f.classes_by_grade AS "classesByGrade", f.classes_by_kind AS "classesByKind",
  f.pupils, f.female, f.minority, f.minority_female AS "minorityFemale", f.pupils_by_grade AS "pupilsByGrade",
  f.pupils_by_ethnic_group AS "pupilsByEthnicGroup", f.largest_class AS "largestClass", f.rooms, f.staff,
  f.female_staff AS "femaleStaff", f.staff_by_post AS "staffByPost", f.staff_by_employment AS "staffByEmployment",
  f.teachers_by_subject AS "teachersBySubject", f.posted_in AS "postedIn", f.posted_out AS "postedOut",
  f.without_account AS "staffWithoutAccount"`;

/**
 * Figures of schools in a school year, one row for each school of `unitIds` within reach of the person asking (also those who may
 * not open the records behind); one statement, whatever the number of schools. No order.
 */
export async function schoolFigures(
  tx: ReadTx,
  unitIds: readonly string[],
  schoolYearId: string,
): Promise<SchoolFigures[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<SchoolFigures>`
    SELECT ${columns} FROM people.school_figures(${unitIds}::uuid[], ${schoolYearId}) f`.execute(tx);
  return rows;
}

export interface ReachedSchool {
  readonly id: string;
  readonly name: string;
  readonly schoolKind: string | null;
  readonly position: number;
}

/** Where a page of schools begins: after this one. */
export interface SchoolPlace {
  readonly position: number;
  readonly name: string;
  readonly id: string;
}

/** Schools within reach, in the order of the units. */
export async function listReachedSchools(
  tx: ReadTx,
  filter: { text?: string | undefined; after?: SchoolPlace | undefined; limit: number },
): Promise<ReachedSchool[]> {
  const conditions = [sql`u.id IN (SELECT people.reached_schools())`, sql`u.closed_on IS NULL`];
  if (filter.text) {
    const pattern = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`u.search_text LIKE organisation.fold(${pattern})`);
  }
  if (filter.after) {
    const { position, name, id } = filter.after;
    conditions.push(sql`(u.position, u.name, u.id) > (${position}::int, ${name}, ${id}::uuid)`);
  }
  const { rows } = await sql<ReachedSchool>`
    SELECT u.id, u.name, u.school_kind AS "schoolKind", u.position FROM organisation.unit u
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY u.position, u.name, u.id LIMIT ${filter.limit}`.execute(
    tx,
  );
  return rows;
}
