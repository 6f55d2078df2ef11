import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Site {
  readonly id: string;
  readonly unitId: string;
  readonly kind: 'main' | 'satellite';
  readonly name: string;
  readonly village: string | null;
  readonly distanceKm: number | null;
  readonly version: number;
}

const columns = sql`s.id, s.unit_id AS "unitId", s.kind, s.name, s.village, s.distance_km::float8 AS "distanceKm", s.version`;

/** The main site first, then by name. */
export async function listSites(tx: ReadTx, unitId: string): Promise<Site[]> {
  const { rows } = await sql<Site>`
    SELECT ${columns} FROM organisation.site s WHERE s.unit_id = ${unitId} ORDER BY s.kind, s.name, s.id`.execute(
    tx,
  );
  return rows;
}

export async function selectSiteOptional(tx: ReadTx, siteId: string): Promise<Site | undefined> {
  const { rows } = await sql<Site>`SELECT ${columns} FROM organisation.site s WHERE s.id = ${siteId}`.execute(
    tx,
  );
  return rows[0];
}

export async function hasOtherMainSite(tx: ReadTx, unitId: string, siteId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM organisation.site WHERE unit_id = ${unitId} AND kind = 'main' AND id <> ${siteId}`.execute(
    tx,
  );
  return rows.length > 0;
}

export async function insertSite(tx: WriteTx, site: Site, departmentId: string): Promise<void> {
  await sql`INSERT INTO organisation.site (id, unit_id, department_id, kind, name, village, distance_km)
    VALUES (${site.id}, ${site.unitId}, ${departmentId}, ${site.kind}, ${site.name}, ${site.village}, ${site.distanceKm})`.execute(
    tx,
  );
}

/** Saves when the site still has `version`; undefined: changed meanwhile. */
export async function updateSite(tx: WriteTx, site: Site): Promise<Site | undefined> {
  const { rows } = await sql<Site>`
    UPDATE organisation.site s SET kind = ${site.kind}, name = ${site.name}, village = ${site.village},
      distance_km = ${site.distanceKm}, version = version + 1
    WHERE s.id = ${site.id} AND s.version = ${site.version} RETURNING ${columns}`.execute(tx);
  return rows[0];
}

export async function deleteSite(tx: WriteTx, siteId: string): Promise<boolean> {
  const { rows } = await sql<{
    id: string;
  }>`DELETE FROM organisation.site WHERE id = ${siteId} RETURNING id`.execute(tx);
  return rows.length > 0;
}
