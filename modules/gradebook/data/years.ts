import { type ReadTx, sql } from '#platform/db';

export interface YearAndBefore {
  readonly name: string;
  readonly before: { readonly id: string; readonly name: string } | null;
}

/** A school year's name and the year before it; undefined: no such year. */
export async function selectYearBeforeOptional(
  tx: ReadTx,
  schoolYearId: string,
): Promise<YearAndBefore | undefined> {
  const { rows } = await sql<YearAndBefore>`
    SELECT y.name, (SELECT jsonb_build_object('id', b.id, 'name', b.name) FROM organisation.school_year b
      WHERE b.department_id = y.department_id AND b.ends_on < y.starts_on ORDER BY b.ends_on DESC LIMIT 1) AS before
    FROM organisation.school_year y WHERE y.id = ${schoolYearId}`.execute(tx);
  return rows[0];
}
