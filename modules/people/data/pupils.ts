import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { NamePlace } from '../rules/name-cursor.ts';
import type { PupilStatus, Relation } from '../rules/pupil.ts';

export type ListedStatus = PupilStatus | 'unplaced';

export interface PupilLine {
  readonly id: string;
  readonly fullName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly sectorCode: string | null;
  readonly status: PupilStatus;
  readonly communeName: string | null;
  readonly village: string | null;
  readonly classId: string | null;
  readonly className: string | null;
  readonly grade: number | null;
  readonly rollNumber: number | null;
  readonly guardianName: string | null;
  readonly guardianPhone: string | null;
}

export interface PupilFilter {
  /** The school; null: the pupils that the person asking teaches, is or cares for. */
  readonly unitId: string | null;
  readonly schoolYear: { readonly id: string; readonly name: string; readonly isCurrent: boolean };
  readonly grade?: number | undefined;
  readonly classId?: string | undefined;
  readonly status?: ListedStatus | undefined;
  readonly text?: string | undefined;
}

/** Pupils of the filter with the last place each had in that year. */
function filtered(filter: PupilFilter) {
  const conditions = [
    filter.unitId === null ? sql`p.id IN (SELECT people.my_pupils())` : sql`p.unit_id = ${filter.unitId}`,
  ];
  if (filter.classId) {
    conditions.push(
      sql`p.id IN (SELECT sat.pupil_id FROM people.enrolment sat WHERE sat.class_id = ${filter.classId})`,
      sql`e.class_id = ${filter.classId}`,
    );
  } else if (!filter.schoolYear.isCurrent) conditions.push(sql`e.id IS NOT NULL`);
  // In the current year also pupils not yet in a class: they must not be forgotten. Those long gone are not shown.
  else if (!filter.status) conditions.push(sql`(e.id IS NOT NULL OR p.status IN ('learning', 'away'))`);
  if (filter.grade) conditions.push(sql`c.grade = ${filter.grade}`);
  if (filter.status === 'unplaced') conditions.push(sql`p.status = 'learning' AND e.id IS NULL`);
  else if (filter.status === 'learning') conditions.push(sql`p.status = 'learning' AND e.id IS NOT NULL`);
  else if (filter.status) conditions.push(sql`p.status = ${filter.status}`);
  if (filter.text) {
    const pattern = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`p.search_text LIKE organisation.fold(${pattern})`);
  }
  return sql`
    FROM people.pupil p
    LEFT JOIN LATERAL (
      SELECT one.id, one.class_id, one.roll_number FROM people.enrolment one
      WHERE one.pupil_id = p.id AND one.school_year_id = ${filter.schoolYear.id}
      ORDER BY (one.ends_on IS NULL) DESC, one.starts_on DESC, one.id DESC LIMIT 1) e ON true
    LEFT JOIN people.school_class c ON c.id = e.class_id
    WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** A page of pupils by given name, then family name, in the order of the Vietnamese alphabet. */
export async function listPupils(
  tx: ReadTx,
  filter: PupilFilter,
  page: { readonly after: NamePlace | null; readonly limit: number },
): Promise<PupilLine[]> {
  const { after, limit } = page;
  const { rows } = await sql<PupilLine>`
    SELECT shown.*, commune.name AS "communeName", g.full_name AS "guardianName", g.phone AS "guardianPhone"
    FROM (
      SELECT p.id, p.full_name AS "fullName", p.given_name AS "givenName", p.family_name AS "familyName", p.sex,
        p.birth_date AS "birthDate", p.sector_code AS "sectorCode", p.status, p.village, p.commune_id,
        c.id AS "classId", c.name AS "className", c.grade, e.roll_number AS "rollNumber"
      ${filtered(filter)}
      ${after ? sql`AND (p.given_name, p.family_name, p.id) > (${after.givenName}, ${after.familyName}, ${after.id}::uuid)` : sql``}
      ORDER BY p.given_name, p.family_name, p.id LIMIT ${limit}
    ) shown
    LEFT JOIN organisation.unit commune ON commune.id = shown.commune_id
    LEFT JOIN LATERAL (
      SELECT one.full_name, one.phone FROM people.guardian one WHERE one.pupil_id = shown.id
      ORDER BY (one.phone IS NULL), one.relation NOT IN ('mother', 'father'), one.id LIMIT 1) g ON true
    ORDER BY shown."givenName", shown."familyName", shown.id`.execute(tx);
  return rows;
}

/** How many pupils the filter has in all. */
export async function countPupils(tx: ReadTx, filter: PupilFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`SELECT count(*)::int AS total ${filtered(filter)}`.execute(
    tx,
  );
  return rows[0]?.total ?? 0;
}

export interface ClassChoice {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  /** Pupils in class now; in a year gone by, those who sat there to its end. */
  readonly pupils: number;
}

/** Classes of a school in a year with the pupils the person asking may see; without a school only classes that have such pupils. */
export async function listClassChoices(
  tx: ReadTx,
  { unitId, schoolYear }: Pick<PupilFilter, 'unitId' | 'schoolYear'>,
): Promise<ClassChoice[]> {
  const { rows } = await sql<ClassChoice>`
    SELECT c.id, c.name, c.grade, count(e.id)::int AS pupils
    FROM people.school_class c
    LEFT JOIN people.enrolment e ON e.unit_id = c.unit_id AND e.class_id = c.id AND (e.ends_on IS NULL OR e.ended_as = 'completed')
      ${unitId === null ? sql`AND e.pupil_id IN (SELECT people.my_pupils())` : sql``}
    WHERE c.school_year_id = ${schoolYear.id} ${unitId === null ? sql`` : sql`AND c.unit_id = ${unitId}`}
    GROUP BY c.id, c.name, c.grade ${unitId === null ? sql`HAVING count(e.id) > 0` : sql``}
    ORDER BY c.grade, c.name, c.id`.execute(tx);
  return rows;
}

export interface FoundPupil {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sectorCode: string | null;
  readonly status: PupilStatus;
  readonly unitName: string;
  readonly className: string | null;
}

/**
 * A search over the whole department, for those who see all of it: the first hits, by name. The index is asked first, for ids; what
 * stands in the rows comes through the policies.
 */
export async function findPupils(tx: ReadTx, text: string, limit: number): Promise<FoundPupil[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<FoundPupil>`
    SELECT p.id, p.full_name AS "fullName", p.birth_date AS "birthDate", p.sector_code AS "sectorCode", p.status,
      u.name AS "unitName", c.name AS "className"
    FROM people.pupil p JOIN organisation.unit u ON u.id = p.unit_id
    LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL
    LEFT JOIN people.school_class c ON c.id = e.class_id
    WHERE p.id = ANY (ARRAY(SELECT people.pupils_called(organisation.fold(${pattern}), ${limit})))
    ORDER BY p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

export interface PupilRecord {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly departmentId: string;
  readonly fullName: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly sectorCode: string | null;
  readonly communeId: string | null;
  readonly communeName: string | null;
  readonly village: string | null;
  readonly phone: string | null;
  readonly status: PupilStatus;
  readonly version: number;
  /** Where the pupil sits now. */
  readonly enrolmentId: string | null;
  readonly enrolledOn: string | null;
  readonly classId: string | null;
  readonly className: string | null;
  readonly grade: number | null;
  readonly classYearId: string | null;
  readonly openTransferId: string | null;
}

/** One pupil with the present place; undefined: not there or not the person's to see. `lock` keeps others from changing it. */
export async function selectPupilOptional(
  tx: ReadTx,
  pupilId: string,
  lock?: 'lock',
): Promise<PupilRecord | undefined> {
  const { rows } = await sql<PupilRecord>`
    SELECT p.id, p.unit_id AS "unitId", u.name AS "unitName", p.department_id AS "departmentId", p.full_name AS "fullName", p.sex,
      p.birth_date AS "birthDate", p.sector_code AS "sectorCode", p.commune_id AS "communeId", commune.name AS "communeName",
      p.village, p.phone, p.status, p.version, e.id AS "enrolmentId", e.starts_on AS "enrolledOn", c.id AS "classId",
      c.name AS "className", c.grade, e.school_year_id AS "classYearId",
      (SELECT t.id FROM people.transfer t WHERE t.pupil_id = p.id AND t.state = 'asked') AS "openTransferId"
    FROM people.pupil p JOIN organisation.unit u ON u.id = p.unit_id
    LEFT JOIN organisation.unit commune ON commune.id = p.commune_id
    LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL
    LEFT JOIN people.school_class c ON c.id = e.class_id
    WHERE p.id = ${pupilId} ${lock ? sql`FOR UPDATE OF p` : sql``}`.execute(tx);
  return rows[0];
}

export interface PupilFields {
  readonly fullName: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly sectorCode: string | null;
  readonly communeId: string | null;
  readonly village: string | null;
  readonly phone: string | null;
}

export async function insertPupil(
  tx: WriteTx,
  pupil: PupilFields & { id: string; unitId: string; departmentId: string },
): Promise<void> {
  await sql`
    INSERT INTO people.pupil (id, unit_id, department_id, sector_code, full_name, sex, birth_date, commune_id, village, phone)
    VALUES (${pupil.id}, ${pupil.unitId}, ${pupil.departmentId}, ${pupil.sectorCode}, ${pupil.fullName}, ${pupil.sex},
      ${pupil.birthDate}, ${pupil.communeId}, ${pupil.village}, ${pupil.phone})`.execute(tx);
  await sql`INSERT INTO people.pupil_private (pupil_id, unit_id, department_id)
    VALUES (${pupil.id}, ${pupil.unitId}, ${pupil.departmentId})`.execute(tx);
}

/** Saves when the record still has `version`; false: changed meanwhile, or not the person's to write. */
export async function updatePupil(
  tx: WriteTx,
  pupil: PupilFields & { id: string; version: number },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE people.pupil SET sector_code = ${pupil.sectorCode}, full_name = ${pupil.fullName}, sex = ${pupil.sex},
      birth_date = ${pupil.birthDate}, commune_id = ${pupil.communeId}, village = ${pupil.village}, phone = ${pupil.phone},
      version = version + 1
    WHERE id = ${pupil.id} AND version = ${pupil.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function setPupilStatus(tx: WriteTx, pupilId: string, status: PupilStatus): Promise<void> {
  await sql`UPDATE people.pupil SET status = ${status}, version = version + 1
    WHERE id = ${pupilId} AND status <> ${status}`.execute(tx);
}

export interface Guardian {
  readonly id: string;
  readonly relation: Relation;
  readonly fullName: string;
  readonly phone: string | null;
  readonly occupation: string | null;
}

export async function listGuardians(tx: ReadTx, pupilId: string): Promise<Guardian[]> {
  const { rows } = await sql<Guardian>`
    SELECT id, relation, full_name AS "fullName", phone, occupation FROM people.guardian
    WHERE pupil_id = ${pupilId} ORDER BY relation NOT IN ('mother', 'father'), relation, full_name, id`.execute(
    tx,
  );
  return rows;
}

/** Puts the guardians of a pupil as given: known ids are changed, new ones added, the others removed. */
export async function replaceGuardians(
  tx: WriteTx,
  pupil: { id: string; unitId: string; departmentId: string },
  guardians: readonly Guardian[],
): Promise<void> {
  const rows = JSON.stringify(guardians);
  await sql`DELETE FROM people.guardian g WHERE g.pupil_id = ${pupil.id}
    AND g.id NOT IN (SELECT (one ->> 'id')::uuid FROM jsonb_array_elements(${rows}::jsonb) one)`.execute(tx);
  await sql`
    INSERT INTO people.guardian AS g (id, pupil_id, unit_id, department_id, relation, full_name, phone, occupation)
    SELECT one.id, ${pupil.id}, ${pupil.unitId}, ${pupil.departmentId}, one.relation, one."fullName", one.phone, one.occupation
    FROM jsonb_to_recordset(${rows}::jsonb) one (id uuid, relation text, "fullName" text, phone text, occupation text)
    ON CONFLICT (id) DO UPDATE SET relation = excluded.relation, full_name = excluded.full_name, phone = excluded.phone,
      occupation = excluded.occupation, version = g.version + 1
    WHERE g.pupil_id = ${pupil.id} AND (g.relation, g.full_name, g.phone, g.occupation)
      IS DISTINCT FROM (excluded.relation, excluded.full_name, excluded.phone, excluded.occupation)`.execute(
    tx,
  );
}
