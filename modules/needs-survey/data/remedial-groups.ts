import type { GroupOfPupil } from '#modules/gradebook';
import { type ReadTx, sql } from '#platform/db';

/** Remedial groups that these pupils sit in, as the gradebook shows them beside its early warnings. */
export async function listRemedialGroups(
  tx: ReadTx,
  of: { readonly unitId: string; readonly schoolYearId: string; readonly pupilIds: readonly string[] },
): Promise<GroupOfPupil[]> {
  const { rows } = await sql<GroupOfPupil>`
    SELECT m.pupil_id AS "pupilId", g.subject_code AS "subjectCode", g.name, g.state = 'confirmed' AS confirmed
    FROM needs_survey.study_group g JOIN needs_survey.group_member m ON m.unit_id = g.unit_id AND m.group_id = g.id
    WHERE g.unit_id = ${of.unitId} AND g.school_year_id = ${of.schoolYearId} AND g.kind = 'remedial'
      AND m.pupil_id = ANY (${of.pupilIds}::uuid[]) ORDER BY g.name`.execute(tx);
  return rows;
}
