import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { CellValue, Place } from '../rules/index.ts';
import type { SheetGround, SheetKey } from './sheets.ts';

export interface Correction extends SheetKey {
  readonly id: string;
  readonly pupilId: string;
  readonly className: string;
  readonly pupilName: string;
  readonly place: Place;
  readonly from: CellValue;
  readonly to: CellValue;
  readonly reason: string;
  readonly state: 'asked' | 'approved' | 'refused';
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  readonly version: number;
}

const selection = sql`
  SELECT k.id, k.class_id AS "classId", k.subject_code AS "subjectCode", k.semester, k.pupil_id AS "pupilId", c.name AS "className",
    p.full_name AS "pupilName", k.place, k.from_value AS "from", k.to_value AS "to", k.reason, k.state, k.asked_by AS "askedBy",
    k.asked_at AS "askedAt", k.decided_at AS "decidedAt", k.decision_note AS "decisionNote", k.version
  FROM gradebook.correction k JOIN people.pupil p ON p.id = k.pupil_id JOIN people.school_class c ON c.id = k.class_id`;

/** Newest first, at most 500. */
export async function listCorrections(
  tx: ReadTx,
  state: Correction['state'] | undefined,
): Promise<Correction[]> {
  const { rows } = await sql<Correction>`${selection}
    WHERE ${state ?? null}::text IS NULL OR k.state = ${state ?? null} ORDER BY k.asked_at DESC, k.id DESC LIMIT 500`.execute(
    tx,
  );
  return rows;
}

/** Held until the transaction ends. */
export async function holdCorrectionOptional(tx: WriteTx, id: string): Promise<Correction | undefined> {
  const { rows } = await sql<Correction>`${selection} WHERE k.id = ${id} FOR UPDATE OF k`.execute(tx);
  return rows[0];
}

/** Gives the id; undefined: the cell has an open request already. */
export async function insertCorrection(
  tx: WriteTx,
  ground: Pick<SheetGround, 'unitId' | 'departmentId' | 'schoolYearId'>,
  key: SheetKey,
  asked: { pupilId: string; place: Place; from: CellValue; to: CellValue; reason: string },
  by: { accountId: string; now: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO gradebook.correction (id, pupil_id, unit_id, department_id, school_year_id, class_id, subject_code, semester, place,
      from_value, to_value, reason, asked_by, asked_at)
    VALUES (${uuidv7()}, ${asked.pupilId}, ${ground.unitId}, ${ground.departmentId}, ${ground.schoolYearId}, ${key.classId},
      ${key.subjectCode}, ${key.semester}, ${asked.place}, ${asked.from}, ${asked.to}, ${asked.reason}, ${by.accountId}, ${by.now})
    ON CONFLICT (pupil_id, school_year_id, subject_code, semester, place) WHERE state = 'asked' DO NOTHING RETURNING id`.execute(
    tx,
  );
  return rows[0]?.id;
}

export async function decideCorrectionRow(
  tx: WriteTx,
  id: string,
  decision: { state: 'approved' | 'refused'; note: string | null; accountId: string; now: Date },
): Promise<void> {
  await sql`UPDATE gradebook.correction SET state = ${decision.state}, decision_note = ${decision.note}, decided_by = ${decision.accountId},
    decided_at = ${decision.now}, version = version + 1 WHERE id = ${id}`.execute(tx);
}
