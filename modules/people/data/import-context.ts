import { type ReadTx, sql } from '#platform/db';
import type { IdentityHolder, KnownRecord, SheetContext } from '../rules/sheets/index.ts';

type Lists = Pick<
  SheetContext,
  'classes' | 'communes' | 'villages' | 'teams' | 'staff' | 'rooms' | 'sites'
> & {
  readonly teachesLower: boolean;
  readonly teachesUpper: boolean;
};

/** The lists a sheet of the school is read against, in one question. */
export async function selectSheetLists(
  tx: ReadTx,
  { unitId, schoolYearId }: { unitId: string; schoolYearId: string },
): Promise<Lists> {
  const { rows } = await sql<Lists>`
    SELECT u.teaches_lower AS "teachesLower", u.teaches_upper AS "teachesUpper",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'grade', c.grade) ORDER BY c.grade, c.name), '[]')
        FROM people.school_class c WHERE c.unit_id = u.id AND c.school_year_id = ${schoolYearId}) AS classes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) ORDER BY x.name), '[]')
        FROM organisation.unit x WHERE x.department_id = u.department_id AND x.kind = 'commune' AND x.closed_on IS NULL) AS communes,
      (SELECT coalesce(jsonb_agg(DISTINCT p.village), '[]') FROM people.pupil p WHERE p.unit_id = u.id AND p.village IS NOT NULL) AS villages,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) ORDER BY x.name), '[]')
        FROM organisation.unit x WHERE x.parent_id = u.id AND x.kind = 'subjectTeam' AND x.closed_on IS NULL) AS teams,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.full_name, 'code', s.code) ORDER BY s.given_name, s.family_name), '[]')
        FROM people.staff_member s WHERE s.unit_id = u.id AND s.left_on IS NULL) AS staff,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name) ORDER BY r.name), '[]')
        FROM people.room r WHERE r.unit_id = u.id AND r.closed_on IS NULL) AS rooms,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) ORDER BY s.name), '[]')
        FROM organisation.site s WHERE s.unit_id = u.id) AS sites
    FROM organisation.unit u WHERE u.id = ${unitId}`.execute(tx);
  return rows[0]!;
}

/** Who holds these identity numbers, in whichever school of the department. */
export async function listHolders(
  tx: ReadTx,
  numbers: readonly string[],
): Promise<Map<string, IdentityHolder>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<IdentityHolder & { number: string }>`
    SELECT identity_number AS number, person, unit_id AS "unitId", unit_name AS "unitName"
    FROM people.identity_number_holders(${numbers}::text[])`.execute(tx);
  return new Map(rows.map(({ number, ...holder }) => [number, holder]));
}

export interface ImportYear {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The school year asked for; without an id the current one of the department. */
export async function selectImportYearOptional(
  tx: ReadTx,
  id: string | undefined,
): Promise<ImportYear | undefined> {
  const { rows } = await sql<ImportYear>`
    SELECT y.id, y.name, y.starts_on AS "startsOn", y.ends_on AS "endsOn" FROM organisation.school_year y
    WHERE ${id ? sql`y.id = ${id}` : sql`y.is_current`}`.execute(tx);
  return rows[0];
}

interface KnownRow {
  readonly id: string;
  readonly name: string;
  readonly closed: string | null;
  readonly values: Record<string, string | null>;
}

const asRecord = ({ id, name, values, closed }: KnownRow): KnownRecord => ({
  id,
  name,
  values,
  ...(closed ? { closed } : {}),
});

/** Every pupil of the school as a sheet of pupils would say it. */
export async function listKnownPupils(tx: ReadTx, unitId: string): Promise<KnownRecord[]> {
  const { rows } = await sql<KnownRow>`
    WITH parents AS (
      SELECT DISTINCT ON (g.pupil_id, g.relation) g.pupil_id, g.relation, g.full_name, g.phone FROM people.guardian g
      WHERE g.unit_id = ${unitId} AND g.relation IN ('father', 'mother', 'guardian') ORDER BY g.pupil_id, g.relation, g.id DESC),
    cared AS (
      SELECT pupil_id, jsonb_object_agg(relation || 'Name', full_name) || jsonb_object_agg(relation || 'Phone', phone) AS said
      FROM parents GROUP BY pupil_id)
    SELECT p.id, p.full_name AS name,
      CASE p.status WHEN 'away' THEN p.full_name || ' đã thôi học.' WHEN 'graduated' THEN p.full_name || ' đã ra trường.'
        WHEN 'left' THEN p.full_name || ' đã chuyển ra ngoài tỉnh.' END AS closed,
      jsonb_build_object('sectorCode', p.sector_code, 'identityNumber', v.identity_number, 'fullName', p.full_name,
        'birthDate', p.birth_date, 'sex', p.sex, 'ethnicGroup', v.ethnic_group, 'className', c.name, 'rollNumber', e.roll_number::text,
        'communeName', commune.name, 'village', p.village, 'address', v.address, 'birthPlace', v.birth_place, 'phone', p.phone)
        || coalesce(cared.said, '{}') AS values
    FROM people.pupil p
    LEFT JOIN people.pupil_private v ON v.pupil_id = p.id
    LEFT JOIN people.enrolment e ON e.pupil_id = p.id AND e.ends_on IS NULL
    LEFT JOIN people.school_class c ON c.id = e.class_id
    LEFT JOIN organisation.unit commune ON commune.id = p.commune_id
    LEFT JOIN cared ON cared.pupil_id = p.id
    WHERE p.unit_id = ${unitId}`.execute(tx);
  return rows.map(asRecord);
}

/** Everybody who works at the school as a sheet of staff would say it. */
export async function listKnownStaff(tx: ReadTx, unitId: string): Promise<KnownRecord[]> {
  const { rows } = await sql<KnownRow>`
    SELECT s.id, s.full_name AS name, CASE WHEN s.left_on IS NOT NULL THEN s.full_name || ' đã thôi làm việc ở trường.' END AS closed,
      jsonb_build_object('code', s.code, 'fullName', s.full_name, 'birthDate', s.birth_date, 'sex', s.sex,
        'identityNumber', v.identity_number, 'ethnicGroup', v.ethnic_group, 'post', s.post, 'employment', s.employment,
        'qualification', s.qualification, 'teamName', t.name, 'phone', s.phone, 'email', s.email, 'joinedOn', s.joined_on,
        'subjects', (SELECT string_agg(DISTINCT x.subject_code, ' ' ORDER BY x.subject_code) FROM people.staff_subject x
          WHERE x.staff_id = s.id)) AS values
    FROM people.staff_member s LEFT JOIN people.staff_private v ON v.staff_id = s.id LEFT JOIN organisation.unit t ON t.id = s.team_id
    WHERE s.unit_id = ${unitId}`.execute(tx);
  return rows.map(asRecord);
}

/** The classes of the school in a year as a sheet of classes would say them. */
export async function listKnownClasses(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<KnownRecord[]> {
  const { rows } = await sql<KnownRow>`
    SELECT c.id, c.name, NULL AS closed,
      jsonb_build_object('name', c.name, 'grade', c.grade::text, 'kind', c.kind, 'specialisedSubject', c.specialised_subject,
        'homeroomStaffId', c.homeroom_staff_id, 'roomName', r.name, 'siteName', s.name,
        'twoSessions', CASE WHEN c.two_sessions THEN 'yes' ELSE 'no' END) AS values
    FROM people.school_class c LEFT JOIN people.room r ON r.id = c.room_id LEFT JOIN organisation.site s ON s.id = c.site_id
    WHERE c.unit_id = ${unitId} AND c.school_year_id = ${schoolYearId}`.execute(tx);
  return rows.map(asRecord);
}
