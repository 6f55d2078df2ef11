import { v7 as uuidv7 } from 'uuid';
import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';
import type { AssessmentForm, Place } from '../rules/index.ts';
import type { SheetGround, SheetKey } from './sheets.ts';

/** What a column of a grid was. */
export interface Assessment {
  readonly place: Place;
  readonly form: AssessmentForm;
  readonly title: string | null;
  readonly heldOn: string | null;
  readonly strand: string;
  readonly version: number;
}

/** What has been said about the columns of a sheet. */
export async function listAssessments(tx: ReadTx, key: SheetKey): Promise<Assessment[]> {
  const { rows } = await executePrepared(
    tx,
    sql<Assessment>`
    SELECT place, form, title, held_on AS "heldOn", strand, version FROM gradebook.assessment
    WHERE class_id = ${key.classId} AND subject_code = ${key.subjectCode} AND semester = ${key.semester}`,
  );
  return rows;
}

/** Writes what a column was; undefined: its version was no longer the one given (0: nothing had been said). */
export async function writeAssessment(
  tx: WriteTx,
  { unitId, departmentId }: Pick<SheetGround, 'unitId' | 'departmentId'>,
  key: SheetKey,
  { place, form, title, heldOn, strand, version }: Assessment,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    INSERT INTO gradebook.assessment AS a (id, unit_id, department_id, class_id, subject_code, semester, place, form, title, held_on, strand, version)
    VALUES (${uuidv7()}, ${unitId}, ${departmentId}, ${key.classId}, ${key.subjectCode}, ${key.semester}, ${place}, ${form}, ${title},
      ${heldOn}::date, ${strand}, ${version + 1})
    ON CONFLICT (class_id, subject_code, semester, place) DO UPDATE
      SET form = excluded.form, title = excluded.title, held_on = excluded.held_on, strand = excluded.strand, version = excluded.version
      WHERE a.version = excluded.version - 1
    RETURNING version`.execute(tx);
  return rows[0]?.version;
}
