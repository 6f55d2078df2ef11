import { type ReadTx, sql } from '#platform/db';

export interface YearRef {
  readonly id: string;
  readonly name: string;
  readonly isCurrent: boolean;
}

export async function selectYearRefOptional(tx: ReadTx, yearId: string): Promise<YearRef | undefined> {
  const { rows } = await sql<YearRef>`
    SELECT id, name, is_current AS "isCurrent" FROM organisation.school_year WHERE id = ${yearId}`.execute(
    tx,
  );
  return rows[0];
}
