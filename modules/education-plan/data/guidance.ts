import { type ReadTx, sql, type WriteTx } from '#platform/db';

export interface Guidance {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly publishBy: string | null;
  readonly sections: { title: string; body: string }[];
  readonly publishedAt: string | null;
  readonly version: number;
}

const columns = sql`g.id, g.title, g.body, g.publish_by AS "publishBy", g.sections, g.published_at AS "publishedAt", g.version`;

export async function selectGuidanceOptional(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<Guidance | undefined> {
  const { rows } = await sql<Guidance>`SELECT ${columns} FROM education_plan.guidance g
    WHERE g.unit_id = ${unitId} AND g.school_year_id = ${schoolYearId}`.execute(tx);
  return rows[0];
}

/** What is in force for a school: of the commune that manages it, if it is managed by one, before that of the department. */
export async function listGuidanceFor(
  tx: ReadTx,
  schoolId: string,
  schoolYearId: string,
): Promise<(Guidance & { unitName: string })[]> {
  const { rows } = await sql<Guidance & { unitName: string }>`
    SELECT ${columns}, u.name AS "unitName" FROM education_plan.guidance g JOIN organisation.unit u ON u.id = g.unit_id
    WHERE g.school_year_id = ${schoolYearId} AND g.published_at IS NOT NULL AND (u.kind = 'department' OR EXISTS (
      SELECT FROM organisation.unit_line l WHERE l.superior_id = g.unit_id AND l.subordinate_id = ${schoolId} AND l.line = 'state'))
    ORDER BY u.kind = 'department', u.name`.execute(tx);
  return rows;
}

/** Writes at `version` (0: new). False: changed meanwhile. */
export async function upsertGuidance(
  tx: WriteTx,
  guidance: Omit<Guidance, 'publishedAt'> & { unitId: string; departmentId: string; schoolYearId: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO education_plan.guidance AS g (id, unit_id, department_id, school_year_id, title, body, publish_by, sections)
    VALUES (${guidance.id}, ${guidance.unitId}, ${guidance.departmentId}, ${guidance.schoolYearId}, ${guidance.title}, ${guidance.body},
      ${guidance.publishBy}, ${JSON.stringify(guidance.sections)}::jsonb)
    ON CONFLICT (unit_id, school_year_id) DO UPDATE SET title = excluded.title, body = excluded.body, publish_by = excluded.publish_by,
      sections = excluded.sections, version = g.version + 1 WHERE g.version = ${guidance.version}
    RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** False: changed meanwhile. */
export async function markGuidancePublished(
  tx: WriteTx,
  guidance: { id: string; version: number },
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    UPDATE education_plan.guidance SET published_at = ${at}, version = version + 1
    WHERE id = ${guidance.id} AND version = ${guidance.version} RETURNING id`.execute(tx);
  return rows.length > 0;
}
