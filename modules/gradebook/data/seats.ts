import { type ReadTx, sql } from '#platform/db';
import type { TakenInstead } from '../rules/studied.ts';

/** A pupil who learns another elective than the own class, in a group of an elective block. */
export interface SeatElsewhere extends TakenInstead {
  readonly classId: string;
  readonly pupilId: string;
}

/**
 * Rows (class_id, pupil_id, subject_code, own_code, teacher_id) of the pupils of a school who learn another elective than the own class (own_code
 * null: besides those of the class), as far as the person asking sees them. `unitId`, `schoolYearId`: values, or columns of the query around.
 */
export function seatsElsewhere(unitId: unknown, schoolYearId: unknown) {
  return sql`(SELECT * FROM gradebook.seats_in_sight(${unitId}, ${schoolYearId}) WHERE own_code IS DISTINCT FROM subject_code)`;
}

/** Of all classes of a school in a year, as far as the person asking sees the pupils. */
export async function listSeatsElsewhere(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<SeatElsewhere[]> {
  const { rows } = await sql<SeatElsewhere>`
    SELECT s.class_id AS "classId", s.pupil_id AS "pupilId", s.own_code AS "ownCode", s.subject_code AS "takenCode"
    FROM ${seatsElsewhere(unitId, schoolYearId)} s`.execute(tx);
  return rows;
}
