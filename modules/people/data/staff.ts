import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { NamePlace } from '../rules/name-cursor.ts';
import type { Employment, Post, Qualification, StaffSubject } from '../rules/staff.ts';

export interface StaffFields {
  readonly fullName: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly code: string | null;
  readonly post: Post;
  readonly employment: Employment;
  readonly qualification: Qualification;
  readonly teacherTrained: boolean;
  readonly onProbation: boolean;
  readonly infantUntil: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly teamId: string | null;
  readonly joinedOn: string;
}

export interface StaffLine {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly code: string | null;
  readonly fullName: string;
  readonly sex: 'female' | 'male';
  readonly post: Post;
  readonly employment: Employment;
  readonly qualification: Qualification;
  readonly teacherTrained: boolean;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly phone: string | null;
  readonly accountId: string | null;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly subjects: readonly { readonly subjectCode: string; readonly strand: string }[];
  readonly homeroomOf: readonly string[];
}

export interface StaffFilter {
  readonly unitId: string;
  readonly schoolYearId: string;
  readonly today: string;
  readonly state: 'present' | 'withoutAccount' | 'posted' | 'left';
  readonly teamId?: string | undefined;
  readonly subject?: string | undefined;
  readonly post?: string | undefined;
  readonly text?: string | undefined;
}

function where(filter: StaffFilter) {
  const postedHere = sql`s.id IN (SELECT p.staff_id FROM people.staff_posting p
    WHERE p.unit_id = ${filter.unitId} AND p.school_year_id = ${filter.schoolYearId})`;
  const hasLeft = sql`coalesce(s.left_on <= ${filter.today}::date, false)`;
  const conditions = [
    {
      present: sql`(s.unit_id = ${filter.unitId} AND NOT ${hasLeft} OR ${postedHere})`,
      withoutAccount: sql`s.unit_id = ${filter.unitId} AND NOT ${hasLeft} AND s.account_id IS NULL`,
      posted: postedHere,
      left: sql`s.unit_id = ${filter.unitId} AND ${hasLeft}`,
    }[filter.state],
  ];
  if (filter.teamId) conditions.push(sql`s.team_id = ${filter.teamId}`);
  if (filter.post) conditions.push(sql`s.post = ${filter.post}`);
  if (filter.subject) {
    conditions.push(
      sql`EXISTS (SELECT FROM people.staff_subject t WHERE t.staff_id = s.id AND t.subject_code = ${filter.subject})`,
    );
  }
  if (filter.text) {
    const pattern = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`s.search_text LIKE organisation.fold(${pattern})`);
  }
  return sql.join(conditions, sql` AND `);
}

/** A page of staff by given name, then family name, in the order of the Vietnamese alphabet; also those posted to the school. */
export async function listStaff(
  tx: ReadTx,
  filter: StaffFilter,
  { after, limit }: { readonly after: NamePlace | null; readonly limit: number },
): Promise<StaffLine[]> {
  const { rows } = await sql<StaffLine>`
    WITH page AS (
      SELECT s.* FROM people.staff_member s WHERE ${where(filter)}
        ${after ? sql`AND (s.given_name, s.family_name, s.id) > (${after.givenName}, ${after.familyName}, ${after.id}::uuid)` : sql``}
      ORDER BY s.given_name, s.family_name, s.id LIMIT ${limit})
    SELECT s.id, s.given_name AS "givenName", s.family_name AS "familyName", s.code, s.full_name AS "fullName", s.sex, s.post,
      s.employment, s.qualification, s.teacher_trained AS "teacherTrained", s.team_id AS "teamId", team.name AS "teamName",
      s.unit_id AS "unitId", home.name AS "unitName", s.phone, s.account_id AS "accountId", s.joined_on AS "joinedOn",
      s.left_on AS "leftOn", coalesce(t.subjects, '[]') AS subjects, coalesce(c.names, '{}') AS "homeroomOf"
    FROM page s JOIN organisation.unit home ON home.id = s.unit_id LEFT JOIN organisation.unit team ON team.id = s.team_id
    LEFT JOIN (
      SELECT t.staff_id, jsonb_agg(jsonb_build_object('subjectCode', t.subject_code, 'strand', t.strand)
        ORDER BY t.subject_code, t.strand) AS subjects
      FROM people.staff_subject t WHERE t.staff_id IN (SELECT id FROM page) GROUP BY 1) t ON t.staff_id = s.id
    LEFT JOIN (
      SELECT c.homeroom_staff_id, array_agg(c.name ORDER BY c.grade, c.name) AS names FROM people.school_class c
      WHERE c.homeroom_staff_id IN (SELECT id FROM page) AND c.school_year_id = ${filter.schoolYearId} GROUP BY 1)
      c ON c.homeroom_staff_id = s.id
    ORDER BY s.given_name, s.family_name, s.id`.execute(tx);
  return rows;
}

/** How many staff the filter has in all. */
export async function countStaff(tx: ReadTx, filter: StaffFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    SELECT count(*)::int AS total FROM people.staff_member s WHERE ${where(filter)}`.execute(tx);
  return rows[0]?.total ?? 0;
}

export interface StaffRecord extends StaffFields {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly departmentId: string;
  readonly teamName: string | null;
  readonly accountId: string | null;
  readonly username: string | null;
  readonly leftOn: string | null;
  readonly version: number;
}

/** One staff member; undefined: not there or not the person's to see. `lock` keeps others from changing the record. */
export async function selectStaffOptional(
  tx: ReadTx,
  staffId: string,
  lock?: 'lock',
): Promise<StaffRecord | undefined> {
  const { rows } = await sql<StaffRecord>`
    SELECT s.id, s.unit_id AS "unitId", home.name AS "unitName", s.department_id AS "departmentId", s.team_id AS "teamId",
      team.name AS "teamName", s.account_id AS "accountId", a.username, s.code, s.full_name AS "fullName", s.sex,
      s.birth_date AS "birthDate", s.post, s.employment, s.qualification, s.teacher_trained AS "teacherTrained",
      s.on_probation AS "onProbation", s.infant_until AS "infantUntil", s.phone, s.email, s.joined_on AS "joinedOn",
      s.left_on AS "leftOn", s.version
    FROM people.staff_member s JOIN organisation.unit home ON home.id = s.unit_id
    LEFT JOIN organisation.unit team ON team.id = s.team_id LEFT JOIN identity.account a ON a.id = s.account_id
    WHERE s.id = ${staffId} ${lock ? sql`FOR UPDATE OF s` : sql``}`.execute(tx);
  return rows[0];
}

export async function listStaffSubjects(tx: ReadTx, staffId: string): Promise<StaffSubject[]> {
  const { rows } = await sql<StaffSubject>`
    SELECT subject_code AS "subjectCode", strand, lower_level AS "lowerLevel", upper_level AS "upperLevel", basis
    FROM people.staff_subject WHERE staff_id = ${staffId} ORDER BY subject_code, strand`.execute(tx);
  return rows;
}

/** Classes the person was or is homeroom teacher of, the newest year first. */
export async function listHomerooms(
  tx: ReadTx,
  staffId: string,
): Promise<{ schoolYear: string; className: string }[]> {
  const { rows } = await sql<{ schoolYear: string; className: string }>`
    SELECT y.name AS "schoolYear", c.name AS "className" FROM people.school_class c
    JOIN organisation.school_year y ON y.id = c.school_year_id
    WHERE c.homeroom_staff_id = ${staffId} ORDER BY y.name DESC, c.name`.execute(tx);
  return rows;
}

/** Classes of years not yet over whose homeroom teacher this is. */
export async function openHomerooms(tx: ReadTx, staffId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT c.name FROM people.school_class c JOIN organisation.school_year y ON y.id = c.school_year_id
    WHERE c.homeroom_staff_id = ${staffId} AND y.ends_on >= ${today}::date ORDER BY y.name, c.name`.execute(
    tx,
  );
  return rows.map(({ name }) => name);
}

/** Whether a team is an open subject team of the school. */
export async function isTeamOf(tx: ReadTx, unitId: string, teamId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM organisation.unit WHERE id = ${teamId} AND parent_id = ${unitId} AND kind = 'subjectTeam' AND closed_on IS NULL`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function insertStaff(
  tx: WriteTx,
  one: StaffFields & { id: string; unitId: string; departmentId: string },
): Promise<void> {
  await sql`
    INSERT INTO people.staff_member (id, unit_id, department_id, team_id, code, full_name, sex, birth_date, post, employment,
      qualification, teacher_trained, on_probation, infant_until, phone, email, joined_on)
    VALUES (${one.id}, ${one.unitId}, ${one.departmentId}, ${one.teamId}, ${one.code}, ${one.fullName}, ${one.sex}, ${one.birthDate},
      ${one.post}, ${one.employment}, ${one.qualification}, ${one.teacherTrained}, ${one.onProbation}, ${one.infantUntil},
      ${one.phone}, ${one.email}, ${one.joinedOn})`.execute(tx);
  await sql`INSERT INTO people.staff_private (staff_id, unit_id, department_id)
    VALUES (${one.id}, ${one.unitId}, ${one.departmentId})`.execute(tx);
}

/** Saves when the record still has `version`; false: changed meanwhile, or not the person's to write. */
export async function updateStaff(
  tx: WriteTx,
  one: StaffFields & { id: string; version: number },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE people.staff_member SET team_id = ${one.teamId}, code = ${one.code}, full_name = ${one.fullName}, sex = ${one.sex},
      birth_date = ${one.birthDate}, post = ${one.post}, employment = ${one.employment}, qualification = ${one.qualification},
      teacher_trained = ${one.teacherTrained}, on_probation = ${one.onProbation}, infant_until = ${one.infantUntil},
      phone = ${one.phone}, email = ${one.email}, joined_on = ${one.joinedOn}, version = version + 1
    WHERE id = ${one.id} AND version = ${one.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Puts the subjects of a staff member as given; rows that stay are not touched. */
export async function replaceStaffSubjects(
  tx: WriteTx,
  one: { id: string; unitId: string; departmentId: string },
  subjects: readonly StaffSubject[],
): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) g ("subjectCode" text, strand text, "lowerLevel" boolean,
    "upperLevel" boolean, basis text)`;
  await sql`DELETE FROM people.staff_subject t WHERE t.staff_id = ${one.id} AND NOT EXISTS (
    SELECT FROM ${given} WHERE g."subjectCode" = t.subject_code AND g.strand = t.strand)`.execute(tx);
  await sql`
    INSERT INTO people.staff_subject AS t (staff_id, unit_id, department_id, subject_code, strand, lower_level, upper_level, basis)
    SELECT ${one.id}, ${one.unitId}, ${one.departmentId}, g."subjectCode", g.strand, g."lowerLevel", g."upperLevel", g.basis FROM ${given}
    ON CONFLICT (staff_id, subject_code, strand) DO UPDATE
      SET lower_level = excluded.lower_level, upper_level = excluded.upper_level, basis = excluded.basis
    WHERE (t.lower_level, t.upper_level, t.basis) IS DISTINCT FROM (excluded.lower_level, excluded.upper_level, excluded.basis)`.execute(
    tx,
  );
}

export async function setStaffLeft(
  tx: WriteTx,
  one: { id: string; version: number; leftOn: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE people.staff_member SET left_on = ${one.leftOn}, version = version + 1
    WHERE id = ${one.id} AND version = ${one.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function setStaffAccount(
  tx: WriteTx,
  one: { id: string; version: number; accountId: string | null },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE people.staff_member SET account_id = ${one.accountId}, version = version + 1
    WHERE id = ${one.id} AND version = ${one.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Whether an account of somebody who works in the school or one of its teams. */
export async function isAccountOfSchool(tx: ReadTx, unitId: string, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT r.id FROM identity.role_assignment r JOIN organisation.unit u ON u.id = r.unit_id
    WHERE r.account_id = ${accountId} AND (u.id = ${unitId} OR u.parent_id = ${unitId}) AND r.role NOT IN ('pupil', 'guardian')
    LIMIT 1`.execute(tx);
  return rows.length > 0;
}

export interface StaffPrivate {
  readonly identityNumber: string | null;
  readonly ethnicGroup: string | null;
  readonly version: number;
}

/** The sensitive part; undefined: the person asking may not see it. */
export async function selectStaffPrivateOptional(
  tx: ReadTx,
  staffId: string,
): Promise<StaffPrivate | undefined> {
  const { rows } = await sql<StaffPrivate>`
    SELECT identity_number AS "identityNumber", ethnic_group AS "ethnicGroup", version
    FROM people.staff_private WHERE staff_id = ${staffId}`.execute(tx);
  return rows[0];
}

/** Saves when the sensitive part still has `version`; false: changed meanwhile. */
export async function updateStaffPrivate(tx: WriteTx, staffId: string, part: StaffPrivate): Promise<boolean> {
  const { rows } = await sql<{ version: number }>`
    UPDATE people.staff_private SET identity_number = ${part.identityNumber}, ethnic_group = ${part.ethnicGroup}, version = version + 1
    WHERE staff_id = ${staffId} AND version = ${part.version} RETURNING version`.execute(tx);
  return rows.length > 0;
}
