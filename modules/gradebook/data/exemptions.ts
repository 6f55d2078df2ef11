import { v7 as uuidv7 } from 'uuid';
import { sql, type WriteTx } from '#platform/db';

export interface Exemption {
  readonly kind: 'exempt' | 'practice' | 'reduced' | 'iep';
  readonly basis: string;
}

/** Writes or takes back (null) the decision; false: no such pupil in the school. */
export async function writeExemption(
  tx: WriteTx,
  at: { pupilId: string; unitId: string; schoolYearId: string; subjectCode: string },
  exemption: Exemption | null,
): Promise<boolean> {
  if (exemption === null) {
    await sql`DELETE FROM gradebook.exemption WHERE pupil_id = ${at.pupilId} AND school_year_id = ${at.schoolYearId}
      AND subject_code = ${at.subjectCode}`.execute(tx);
    return true;
  }
  const { rows } = await sql<{ id: string }>`
    INSERT INTO gradebook.exemption AS x (id, pupil_id, unit_id, department_id, school_year_id, subject_code, kind, basis)
    SELECT ${uuidv7()}, p.id, p.unit_id, p.department_id, ${at.schoolYearId}, ${at.subjectCode}, ${exemption.kind}, ${exemption.basis}
    FROM people.pupil p WHERE p.id = ${at.pupilId} AND p.unit_id = ${at.unitId}
    ON CONFLICT (pupil_id, school_year_id, subject_code) DO UPDATE
      SET kind = excluded.kind, basis = excluded.basis, version = x.version + 1
    RETURNING id`.execute(tx);
  return rows.length > 0;
}
