import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { SheetKindName, SheetRow } from '../rules/sheets/index.ts';

/** A spreadsheet on its way in. */
export interface ImportBatch {
  readonly id: string;
  readonly unitId: string;
  readonly schoolYearId: string;
  readonly kind: SheetKindName;
  readonly fileName: string;
  readonly sheetName: string;
  readonly headings: readonly string[];
  readonly mapping: BatchMapping;
  readonly rows: readonly SheetRow[];
  readonly state: 'preview' | 'accepted' | 'discarded';
  readonly counts: BatchCounts | null;
  readonly madeByName: string | null;
  readonly madeAt: string;
  readonly acceptedAt: string | null;
  readonly version: number;
}

export interface BatchMapping {
  /** Field of each column; null: not imported. */
  readonly fields: readonly (string | null)[];
  /** The old encoding that the texts came in. */
  readonly converted: 'tcvn3' | 'vni' | null;
}

/** What an accepted import did. */
export interface BatchCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows with faults that the person chose to leave out, and rows taken out before. */
  readonly leftOut: number;
}

const columns = sql`b.id, b.unit_id AS "unitId", b.school_year_id AS "schoolYearId", b.kind, b.file_name AS "fileName",
  b.sheet_name AS "sheetName", b.headings, b.mapping, b.state, b.counts, a.display_name AS "madeByName", b.made_at AS "madeAt",
  b.accepted_at AS "acceptedAt", b.version`;

/** One import with its rows; undefined: not there or not the person's. `lock` keeps others from changing it. */
export async function selectImportOptional(
  tx: ReadTx,
  id: string,
  lock?: 'lock',
): Promise<ImportBatch | undefined> {
  const { rows } = await sql<ImportBatch>`
    SELECT ${columns}, b.rows FROM people.import_batch b LEFT JOIN identity.account a ON a.id = b.made_by
    WHERE b.id = ${id} ${lock ? sql`FOR UPDATE OF b` : sql``}`.execute(tx);
  return rows[0];
}

/** The latest imports of a school in a year, without their rows. */
export async function listImports(
  tx: ReadTx,
  place: { unitId: string; schoolYearId: string },
  limit: number,
): Promise<Omit<ImportBatch, 'rows'>[]> {
  const { rows } = await sql<Omit<ImportBatch, 'rows'>>`
    SELECT ${columns} FROM people.import_batch b LEFT JOIN identity.account a ON a.id = b.made_by
    WHERE b.unit_id = ${place.unitId} AND b.school_year_id = ${place.schoolYearId} AND b.state <> 'discarded'
    ORDER BY b.made_at DESC, b.id DESC LIMIT ${limit}`.execute(tx);
  return rows;
}

export async function insertImport(
  tx: WriteTx,
  batch: Omit<ImportBatch, 'state' | 'counts' | 'madeByName' | 'acceptedAt' | 'version'> & {
    readonly departmentId: string;
    readonly sha256: string;
    readonly madeBy: string;
  },
): Promise<void> {
  await sql`
    INSERT INTO people.import_batch (id, unit_id, department_id, school_year_id, kind, file_name, file_sha256, sheet_name, headings,
      mapping, rows, made_by, made_at)
    VALUES (${batch.id}, ${batch.unitId}, ${batch.departmentId}, ${batch.schoolYearId}, ${batch.kind}, ${batch.fileName},
      ${batch.sha256}, ${batch.sheetName}, ${batch.headings}::text[], ${JSON.stringify(batch.mapping)}::jsonb,
      ${JSON.stringify(batch.rows)}::jsonb, ${batch.madeBy}, ${batch.madeAt})`.execute(tx);
}

/** Puts corrected rows and mapping; the caller holds the lock. */
export async function updateImport(
  tx: WriteTx,
  id: string,
  change: { rows?: readonly SheetRow[]; mapping?: BatchMapping },
): Promise<void> {
  const rows = change.rows ? JSON.stringify(change.rows) : null;
  const mapping = change.mapping ? JSON.stringify(change.mapping) : null;
  await sql`
    UPDATE people.import_batch SET rows = coalesce(${rows}::jsonb, rows), mapping = coalesce(${mapping}::jsonb, mapping),
      version = version + 1 WHERE id = ${id}`.execute(tx);
}

/** Ends an import; the rows it carried are not kept. */
export async function closeImport(
  tx: WriteTx,
  id: string,
  end: { state: 'accepted' | 'discarded'; counts: BatchCounts | null; at: Date },
): Promise<void> {
  await sql`
    UPDATE people.import_batch SET state = ${end.state}, rows = '[]', counts = ${end.counts ? JSON.stringify(end.counts) : null}::jsonb,
      accepted_at = ${end.state === 'accepted' ? end.at : null}, version = version + 1 WHERE id = ${id}`.execute(
    tx,
  );
}

/** Imports of one school are accepted one after the other. */
export async function lockSchoolImports(tx: WriteTx, unitId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('people.import'), hashtext(${unitId}))`.execute(tx);
}

/** How the school's own headings were matched last time. */
export async function selectMappingOptional(
  tx: ReadTx,
  key: { unitId: string; kind: string; headingsKey: string },
): Promise<(string | null)[] | undefined> {
  const { rows } = await sql<{ mapping: (string | null)[] }>`
    SELECT mapping FROM people.column_mapping
    WHERE unit_id = ${key.unitId} AND kind = ${key.kind} AND headings_key = ${key.headingsKey}`.execute(tx);
  return rows[0]?.mapping;
}

export async function saveMapping(
  tx: WriteTx,
  key: { unitId: string; departmentId: string; kind: string; headingsKey: string },
  fields: readonly (string | null)[],
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO people.column_mapping (unit_id, department_id, kind, headings_key, mapping, used_at)
    VALUES (${key.unitId}, ${key.departmentId}, ${key.kind}, ${key.headingsKey}, ${JSON.stringify(fields)}::jsonb, ${now})
    ON CONFLICT (unit_id, kind, headings_key) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`.execute(
    tx,
  );
}
