import { type ReadTx, sql } from '#platform/db';
import type { TakenInstead } from '../rules/studied.ts';

/** A pupil who learns another elective than the own class, in a group of an elective block. */
export interface SeatElsewhere extends TakenInstead {
  readonly classId: string;
  readonly pupilId: string;
}

/** Of all classes of a school in a year, as far as the person asking sees the pupils. */
export async function listSeatsElsewhere(
  tx: ReadTx,
  unitId: string,
  schoolYearId: string,
): Promise<SeatElsewhere[]> {
  const { rows } = await sql<SeatElsewhere>`
    SELECT s.class_id AS "classId", s.pupil_id AS "pupilId", s.own_code AS "ownCode", s.subject_code AS "takenCode"
    FROM gradebook.seats_in_sight(${unitId}, ${schoolYearId}) s WHERE s.own_code <> s.subject_code`.execute(
    tx,
  );
  return rows;
}
