import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { SectorColumn, SectorKind } from '../rules/index.ts';

export interface MappingRow {
  readonly columns: readonly SectorColumn[];
  readonly sourceNote: string;
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

/** The department's own template; undefined: the default holds. */
export async function selectMappingOptional(tx: ReadTx, kind: SectorKind): Promise<MappingRow | undefined> {
  const { rows } = await sql<MappingRow>`
    SELECT m.columns, m.source_note AS "sourceNote", m.version, m.changed_at AS "changedAt", a.display_name AS "changedBy"
    FROM exchange.sector_mapping m LEFT JOIN identity.account a ON a.id = m.changed_by WHERE m.kind = ${kind}`.execute(
    tx,
  );
  return rows[0];
}

/** Keeps a template when nobody changed it since `version` was read (0: there was none); false otherwise. */
export async function upsertMapping(
  tx: WriteTx,
  mapping: {
    readonly departmentId: string;
    readonly kind: SectorKind;
    readonly columns: readonly SectorColumn[];
    readonly sourceNote: string;
    readonly version: number;
    readonly by: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO exchange.sector_mapping AS m (id, department_id, kind, columns, source_note, changed_by, changed_at)
    SELECT ${uuidv7()}, ${mapping.departmentId}, ${mapping.kind}, ${JSON.stringify(mapping.columns)}::jsonb, ${mapping.sourceNote},
      ${mapping.by}, ${mapping.now}
    ON CONFLICT (department_id, kind) DO UPDATE SET columns = excluded.columns, source_note = excluded.source_note,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = m.version + 1
    WHERE m.version = ${mapping.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}

export async function deleteMapping(tx: WriteTx, kind: SectorKind): Promise<void> {
  await sql`DELETE FROM exchange.sector_mapping WHERE kind = ${kind}`.execute(tx);
}

export interface PupilFacts {
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly grade: number;
  readonly className: string;
  readonly rollNumber: number | null;
  readonly sectorCode: string | null;
  readonly identityNumber: string | null;
  readonly ethnicGroup: string | null;
  readonly birthPlace: string | null;
  readonly address: string | null;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: 'female' | 'male';
  readonly commune: string | null;
  readonly village: string | null;
  readonly phone: string | null;
  readonly status: 'learning' | 'away' | 'graduated' | 'left';
  readonly enrolledOn: string;
}

/** Pupils who sit in a class of the school's current year, by class and roll number, with their private part. */
export async function listPupilFacts(tx: ReadTx, unitId: string): Promise<PupilFacts[]> {
  const { rows } = await sql<PupilFacts>`
    SELECT u.code AS "schoolCode", u.name AS "schoolName", c.grade, c.name AS "className", e.roll_number AS "rollNumber",
      p.sector_code AS "sectorCode", v.identity_number AS "identityNumber", v.ethnic_group AS "ethnicGroup", v.birth_place AS "birthPlace",
      v.address, p.full_name AS "fullName", p.birth_date AS "birthDate", p.sex, k.name AS commune, p.village, p.phone, p.status,
      e.starts_on AS "enrolledOn"
    FROM people.enrolment e
    JOIN organisation.school_year y ON y.id = e.school_year_id AND y.is_current
    JOIN people.school_class c ON c.id = e.class_id
    JOIN people.pupil p ON p.id = e.pupil_id
    JOIN organisation.unit u ON u.id = e.unit_id
    LEFT JOIN people.pupil_private v ON v.pupil_id = p.id
    LEFT JOIN organisation.unit k ON k.id = p.commune_id
    WHERE e.unit_id = ${unitId} AND e.ends_on IS NULL
    ORDER BY c.grade, c.name, e.roll_number NULLS LAST, p.given_name, p.family_name, p.id`.execute(tx);
  return rows;
}

export interface StaffFacts {
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly code: string | null;
  readonly identityNumber: string | null;
  readonly ethnicGroup: string | null;
  readonly fullName: string;
  readonly birthDate: string;
  readonly sex: 'female' | 'male';
  readonly post: string;
  readonly employment: string;
  readonly qualification: string;
  readonly joinedOn: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Staff of the school who have not left, by name, with their private part. */
export async function listStaffFacts(tx: ReadTx, unitId: string, today: string): Promise<StaffFacts[]> {
  const { rows } = await sql<StaffFacts>`
    SELECT u.code AS "schoolCode", u.name AS "schoolName", s.code, v.identity_number AS "identityNumber", v.ethnic_group AS "ethnicGroup",
      s.full_name AS "fullName", s.birth_date AS "birthDate", s.sex, s.post, s.employment, s.qualification, s.joined_on AS "joinedOn",
      s.phone, s.email
    FROM people.staff_member s JOIN organisation.unit u ON u.id = s.unit_id LEFT JOIN people.staff_private v ON v.staff_id = s.id
    WHERE s.unit_id = ${unitId} AND (s.left_on IS NULL OR s.left_on > ${today}::date)
    ORDER BY s.given_name, s.family_name, s.id`.execute(tx);
  return rows;
}

export interface ExportRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: SectorKind;
  readonly format: 'xlsx' | 'csv';
  readonly asked: number;
  readonly written: number;
  readonly refused: number;
  readonly doubtful: number;
  readonly sourceNote: string;
  readonly sha256: string;
  readonly madeBy: string;
  readonly madeAt: string;
}

const exportRows = sql`
  SELECT x.id, x.unit_id AS "unitId", x.kind, x.format, x.asked, x.written, x.refused, x.doubtful, x.source_note AS "sourceNote",
    x.file_sha256 AS sha256, coalesce(a.display_name, '') AS "madeBy", x.made_at AS "madeAt"
  FROM exchange.sector_export x LEFT JOIN identity.account a ON a.id = x.made_by`;

export async function insertExport(
  tx: WriteTx,
  made: Omit<ExportRow, 'id' | 'madeBy' | 'madeAt'> & {
    readonly departmentId: string;
    readonly bytes: number;
    readonly by: string;
    readonly now: Date;
  },
): Promise<ExportRow> {
  const id = uuidv7();
  await sql`
    INSERT INTO exchange.sector_export (id, unit_id, department_id, school_year_id, kind, format, source_note, asked, written, refused, doubtful,
      file_sha256, bytes, made_by, made_at)
    SELECT ${id}, ${made.unitId}, ${made.departmentId}, y.id, ${made.kind}, ${made.format}, ${made.sourceNote}, ${made.asked}, ${made.written},
      ${made.refused}, ${made.doubtful}, ${made.sha256}, ${made.bytes}, ${made.by}, ${made.now}
    FROM organisation.school_year y WHERE y.is_current`.execute(tx);
  const row = await selectExportOptional(tx, id);
  if (!row) throw new Error('no current school year');
  return row;
}

export async function selectExportOptional(tx: ReadTx, id: string): Promise<ExportRow | undefined> {
  const { rows } = await sql<ExportRow>`${exportRows} WHERE x.id = ${id}`.execute(tx);
  return rows[0];
}

export async function listExports(tx: ReadTx, unitId: string): Promise<ExportRow[]> {
  const { rows } =
    await sql<ExportRow>`${exportRows} WHERE x.unit_id = ${unitId} ORDER BY x.made_at DESC, x.id DESC LIMIT 50`.execute(
      tx,
    );
  return rows;
}
