import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { PupilStatus, Relation } from '../rules/pupil.ts';

/** What a list says about one pupil; null or absent: the list does not say, what is known stays. */
export interface PupilRow {
  readonly id?: string | null;
  readonly fullName: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: string;
  readonly sectorCode?: string | null;
  readonly identityNumber?: string | null;
  readonly ethnicGroup?: string | null;
  readonly birthPlace?: string | null;
  readonly address?: string | null;
  readonly communeId?: string | null;
  readonly village?: string | null;
  readonly phone?: string | null;
  readonly guardians?: readonly {
    readonly relation: Relation;
    readonly fullName: string;
    readonly phone?: string | null;
    readonly occupation?: string | null;
  }[];
  readonly classId?: string | null;
  readonly rollNumber?: number | null;
}

export interface MatchedPupil {
  /** Position in the list, from 0. */
  readonly line: number;
  readonly pupilId: string;
  readonly status: PupilStatus;
  readonly by: 'id' | 'identityNumber' | 'sectorCode' | 'nameAndBirth';
  /** Where the pupil sits now; null: in no class. */
  readonly classId: string | null;
}

/**
 * Which lines are pupils the school already has: by id, else identity number, else the sector's code, else the same name, sex and
 * birth date. Lines without a match are new.
 */
export async function matchPupils(
  tx: ReadTx,
  unitId: string,
  rows: readonly Pick<PupilRow, 'id' | 'fullName' | 'sex' | 'birthDate' | 'sectorCode' | 'identityNumber'>[],
): Promise<MatchedPupil[]> {
  const keys = rows.map(({ id, fullName, sex, birthDate, sectorCode, identityNumber }, line) => ({
    line,
    id,
    fullName,
    sex,
    birthDate,
    sectorCode,
    identityNumber,
  }));
  const { rows: matched } = await sql<MatchedPupil>`
    WITH given AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) one (line int, id uuid, "fullName" text, sex text,
        "birthDate" date, "sectorCode" text, "identityNumber" text)),
    own AS MATERIALIZED (
      SELECT p.id, p.sector_code, p.full_name, p.sex, p.birth_date, p.status, v.identity_number
      FROM people.pupil p LEFT JOIN people.pupil_private v ON v.pupil_id = p.id WHERE p.unit_id = ${unitId}),
    hits AS (
      SELECT g.line, o.id, o.status, 'id' AS by, 1 AS rank FROM given g JOIN own o ON o.id = g.id
      UNION ALL SELECT g.line, o.id, o.status, 'identityNumber', 2 FROM given g JOIN own o ON o.identity_number = g."identityNumber"
      UNION ALL SELECT g.line, o.id, o.status, 'sectorCode', 3 FROM given g JOIN own o ON o.sector_code = g."sectorCode"
      UNION ALL SELECT g.line, o.id, o.status, 'nameAndBirth', 4 FROM given g
        JOIN own o ON lower(o.full_name) = lower(g."fullName") AND o.sex = g.sex AND o.birth_date = g."birthDate"
          AND (o.identity_number IS NULL OR g."identityNumber" IS NULL) AND (o.sector_code IS NULL OR g."sectorCode" IS NULL))
    SELECT DISTINCT ON (h.line) h.line, h.id AS "pupilId", h.status, h.by, e.class_id AS "classId"
    FROM hits h LEFT JOIN people.enrolment e ON e.pupil_id = h.id AND e.ends_on IS NULL
    ORDER BY h.line, h.rank, h.id`.execute(tx);
  return matched;
}

/** Where the rows are written. */
export interface SaveContext {
  readonly unitId: string;
  readonly departmentId: string;
  readonly accountId: string;
  readonly now: Date;
  /** The day the pupils come into their classes ('YYYY-MM-DD'). */
  readonly on: string;
}

export type IdentifiedRow = PupilRow & {
  readonly id: string;
  readonly movementId: string;
  readonly enrolmentId: string;
};

interface Written {
  readonly id: string;
  readonly created?: boolean;
}

function asJson(rows: unknown): ReturnType<typeof sql> {
  return sql`${JSON.stringify(rows)}::jsonb`;
}

/** Puts pupils in; gives those created or changed. */
export async function upsertPupils(
  tx: WriteTx,
  rows: readonly IdentifiedRow[],
  context: SaveContext,
): Promise<Written[]> {
  const { rows: written } = await sql<Written>`
    INSERT INTO people.pupil AS p (id, unit_id, department_id, sector_code, full_name, sex, birth_date, commune_id, village, phone)
    SELECT one.id, ${context.unitId}, ${context.departmentId}, one."sectorCode", one."fullName", one.sex, one."birthDate",
      one."communeId", one.village, one.phone
    FROM jsonb_to_recordset(${asJson(rows)}) one (id uuid, "sectorCode" text, "fullName" text, sex text, "birthDate" date,
      "communeId" uuid, village text, phone text)
    ON CONFLICT (id) DO UPDATE SET full_name = excluded.full_name, sex = excluded.sex, birth_date = excluded.birth_date,
      sector_code = coalesce(excluded.sector_code, p.sector_code), commune_id = coalesce(excluded.commune_id, p.commune_id),
      village = coalesce(excluded.village, p.village), phone = coalesce(excluded.phone, p.phone), version = p.version + 1
    WHERE (p.full_name, p.sex, p.birth_date) IS DISTINCT FROM (excluded.full_name, excluded.sex, excluded.birth_date)
      OR excluded.sector_code IS DISTINCT FROM p.sector_code AND excluded.sector_code IS NOT NULL
      OR excluded.commune_id IS DISTINCT FROM p.commune_id AND excluded.commune_id IS NOT NULL
      OR excluded.village IS DISTINCT FROM p.village AND excluded.village IS NOT NULL
      OR excluded.phone IS DISTINCT FROM p.phone AND excluded.phone IS NOT NULL
    RETURNING p.id, p.version = 1 AS created`.execute(tx);
  return written;
}

/** Puts the sensitive parts in; gives the pupils whose part was created or changed. */
export async function upsertPrivates(
  tx: WriteTx,
  rows: readonly IdentifiedRow[],
  context: SaveContext,
): Promise<Written[]> {
  const { rows: written } = await sql<Written>`
    INSERT INTO people.pupil_private AS v (pupil_id, unit_id, department_id, identity_number, ethnic_group, birth_place, address)
    SELECT one.id, ${context.unitId}, ${context.departmentId}, one."identityNumber", one."ethnicGroup", one."birthPlace", one.address
    FROM jsonb_to_recordset(${asJson(rows)}) one (id uuid, "identityNumber" text, "ethnicGroup" text, "birthPlace" text, address text)
    ON CONFLICT (pupil_id) DO UPDATE SET identity_number = coalesce(excluded.identity_number, v.identity_number),
      ethnic_group = coalesce(excluded.ethnic_group, v.ethnic_group), birth_place = coalesce(excluded.birth_place, v.birth_place),
      address = coalesce(excluded.address, v.address), version = v.version + 1
    WHERE excluded.identity_number IS DISTINCT FROM v.identity_number AND excluded.identity_number IS NOT NULL
      OR excluded.ethnic_group IS DISTINCT FROM v.ethnic_group AND excluded.ethnic_group IS NOT NULL
      OR excluded.birth_place IS DISTINCT FROM v.birth_place AND excluded.birth_place IS NOT NULL
      OR excluded.address IS DISTINCT FROM v.address AND excluded.address IS NOT NULL
    RETURNING v.pupil_id AS id`.execute(tx);
  return written;
}

/** Puts guardians in by relation and name; those the list does not name stay. Gives the pupils concerned. */
export async function upsertGuardians(
  tx: WriteTx,
  rows: readonly IdentifiedRow[],
  context: SaveContext,
): Promise<Written[]> {
  const guardians = rows.flatMap(({ id, guardians = [] }) =>
    guardians.map((one) => ({ ...one, pupilId: id })),
  );
  if (guardians.length === 0) return [];
  const { rows: written } = await sql<Written>`
    INSERT INTO people.guardian AS g (id, pupil_id, unit_id, department_id, relation, full_name, phone, occupation)
    SELECT DISTINCT ON (one."pupilId", one.relation, lower(one."fullName")) organisation.uuid_v7(), one."pupilId", ${context.unitId},
      ${context.departmentId}, one.relation, one."fullName", one.phone, one.occupation
    FROM jsonb_to_recordset(${asJson(guardians)}) one ("pupilId" uuid, relation text, "fullName" text, phone text, occupation text)
    ON CONFLICT (pupil_id, relation, lower(full_name)) DO UPDATE SET phone = coalesce(excluded.phone, g.phone),
      occupation = coalesce(excluded.occupation, g.occupation), version = g.version + 1
    WHERE excluded.phone IS DISTINCT FROM g.phone AND excluded.phone IS NOT NULL
      OR excluded.occupation IS DISTINCT FROM g.occupation AND excluded.occupation IS NOT NULL
    RETURNING g.pupil_id AS id`.execute(tx);
  return written;
}

/**
 * Seats pupils in the classes the list names, with the movement that fits: enrolled, class changed within the year, or from the
 * year before promoted or repeated. Gives the pupils that moved.
 */
export async function seatPupils(
  tx: WriteTx,
  rows: readonly IdentifiedRow[],
  context: SaveContext,
): Promise<Written[]> {
  const seats = rows
    .filter(({ classId }) => classId)
    .map(({ id, classId, rollNumber, movementId, enrolmentId }) => ({
      id,
      classId,
      rollNumber,
      movementId,
      enrolmentId,
    }));
  if (seats.length === 0) return [];
  const given = sql`jsonb_to_recordset(${asJson(seats)}) one (id uuid, "classId" uuid, "rollNumber" int, "movementId" uuid, "enrolmentId" uuid)`;
  const { rows: moved } = await sql<Written>`
    INSERT INTO people.movement (id, pupil_id, unit_id, department_id, school_year_id, kind, happened_on, from_class_id, to_class_id,
      reason, recorded_by, recorded_at)
    SELECT one."movementId", one.id, ${context.unitId}, ${context.departmentId}, there.school_year_id,
      CASE WHEN e.id IS NULL THEN 'enrolled' WHEN e.school_year_id = there.school_year_id THEN 'classChanged'
        WHEN there.grade > here.grade THEN 'promoted' WHEN there.grade = here.grade THEN 'repeated' ELSE 'enrolled' END,
      greatest(${context.on}::date, e.starts_on), e.class_id, there.id,
      CASE WHEN e.school_year_id <> there.school_year_id AND there.grade = here.grade THEN 'Theo danh sách lớp nhập từ Excel' END,
      ${context.accountId}, ${context.now}
    FROM ${given} JOIN people.school_class there ON there.id = one."classId" AND there.unit_id = ${context.unitId}
    LEFT JOIN people.enrolment e ON e.pupil_id = one.id AND e.ends_on IS NULL
    LEFT JOIN people.school_class here ON here.id = e.class_id
    WHERE e.class_id IS DISTINCT FROM there.id
    RETURNING pupil_id AS id`.execute(tx);
  await sql`
    UPDATE people.enrolment e SET ends_on = m.happened_on, ended_as = CASE WHEN m.kind = 'classChanged' THEN 'classChanged' ELSE 'completed' END
    FROM ${given} JOIN people.movement m ON m.id = one."movementId"
    WHERE e.pupil_id = one.id AND e.ends_on IS NULL`.execute(tx);
  await sql`
    INSERT INTO people.enrolment (id, pupil_id, unit_id, department_id, school_year_id, class_id, roll_number, starts_on, repeating)
    SELECT one."enrolmentId", m.pupil_id, m.unit_id, m.department_id, m.school_year_id, m.to_class_id, one."rollNumber", m.happened_on,
      m.kind = 'repeated'
    FROM ${given} JOIN people.movement m ON m.id = one."movementId"`.execute(tx);
  const { rows: numbered } = await sql<Written>`
    UPDATE people.enrolment e SET roll_number = one."rollNumber" FROM ${given}
    WHERE e.pupil_id = one.id AND e.ends_on IS NULL AND e.class_id = one."classId" AND one."rollNumber" IS NOT NULL
      AND e.roll_number IS DISTINCT FROM one."rollNumber" RETURNING e.pupil_id AS id`.execute(tx);
  return [...moved, ...numbered];
}

/** Of these classes, those that are the school's. */
export async function ownClasses(tx: ReadTx, unitId: string, classIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM people.school_class WHERE unit_id = ${unitId} AND id = ANY (${classIds}::uuid[])`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
