import { v7 as uuidv7 } from 'uuid';
import { sql, type WriteTx } from '#platform/db';

/** Writes results of re-tests of one pupil, in tenths or 1 Đạt and 0 Chưa đạt; a subject tested before gets the new value. */
export async function writeRetests(
  tx: WriteTx,
  at: { unitId: string; departmentId: string; schoolYearId: string },
  { pupilId, heldOn }: { pupilId: string; heldOn: string },
  retests: readonly { readonly subjectCode: string; readonly value: number }[],
): Promise<void> {
  if (retests.length === 0) return;
  const given = JSON.stringify(retests.map((retest) => ({ ...retest, id: uuidv7() })));
  await sql`
    INSERT INTO gradebook.retest AS t (id, pupil_id, unit_id, department_id, school_year_id, subject_code, value, held_on)
    SELECT g.id, ${pupilId}::uuid, ${at.unitId}::uuid, ${at.departmentId}::uuid, ${at.schoolYearId}::uuid, g."subjectCode", g.value, ${heldOn}::date
    FROM jsonb_to_recordset(${given}::jsonb) AS g (id uuid, "subjectCode" text, value smallint)
    ON CONFLICT (pupil_id, school_year_id, subject_code) DO UPDATE
      SET value = excluded.value, held_on = excluded.held_on, version = t.version + 1`.execute(tx);
}
