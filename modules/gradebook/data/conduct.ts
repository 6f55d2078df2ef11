import { v7 as uuidv7 } from 'uuid';
import { sql, type WriteTx } from '#platform/db';
import type { ResultLevel } from '../rules/index.ts';

export interface ConductRow {
  readonly pupilId: string;
  readonly semester1: ResultLevel | null;
  readonly semester2: ResultLevel | null;
  readonly afterSummer: ResultLevel | null;
  readonly comment1: string | null;
  readonly comment2: string | null;
  /** The version that was read; 0: there was none. */
  readonly version: number;
}

/** Writes the conduct of pupils of a school in one statement; gives those whose row was still as read. */
export async function writeConduct(
  tx: WriteTx,
  at: { unitId: string; departmentId: string; schoolYearId: string },
  rows: readonly ConductRow[],
): Promise<Set<string>> {
  const given = JSON.stringify(rows.map((row) => ({ ...row, id: uuidv7() })));
  const { rows: written } = await sql<{ pupil: string }>`
    INSERT INTO gradebook.conduct AS k (id, pupil_id, unit_id, department_id, school_year_id, semester1, semester2, after_summer, comment1, comment2,
      version)
    SELECT g.id, g."pupilId", ${at.unitId}::uuid, ${at.departmentId}::uuid, ${at.schoolYearId}::uuid, g.semester1, g.semester2, g."afterSummer",
      g.comment1, g.comment2, g.version + 1
    FROM jsonb_to_recordset(${given}::jsonb) AS g (id uuid, "pupilId" uuid, semester1 text, semester2 text, "afterSummer" text, comment1 text,
      comment2 text, version integer)
    ON CONFLICT (pupil_id, school_year_id) DO UPDATE
      SET semester1 = excluded.semester1, semester2 = excluded.semester2, after_summer = excluded.after_summer, comment1 = excluded.comment1,
        comment2 = excluded.comment2, version = excluded.version
      WHERE k.version = excluded.version - 1
    RETURNING k.pupil_id AS pupil`.execute(tx);
  return new Set(written.map(({ pupil }) => pupil));
}
