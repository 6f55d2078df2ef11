import { v7 as uuidv7 } from 'uuid';
import { type ReadTx, sql, type WriteTx } from '#platform/db';
import type { HelpForm } from '../rules/index.ts';

export interface Help {
  readonly id: string;
  readonly pupilId: string;
  readonly subjectCode: string | null;
  readonly form: HelpForm;
  readonly note: string;
  readonly givenOn: string;
  readonly givenBy: string;
}

/** Help given in a year to pupils of the classes, newest first. */
export async function listHelp(
  tx: ReadTx,
  schoolYearId: string,
  pupilIds: readonly string[],
): Promise<Help[]> {
  const { rows } = await sql<Help>`
    SELECT id, pupil_id AS "pupilId", subject_code AS "subjectCode", form, note, given_on AS "givenOn", given_by AS "givenBy"
    FROM gradebook.help WHERE school_year_id = ${schoolYearId} AND pupil_id = ANY (${pupilIds}::uuid[]) ORDER BY given_on DESC, id DESC`.execute(
    tx,
  );
  return rows;
}

/** Undefined: no such pupil of the school in sight of the person asking. */
export async function insertHelp(
  tx: WriteTx,
  at: { unitId: string; schoolYearId: string },
  help: Omit<Help, 'id'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO gradebook.help (id, pupil_id, unit_id, department_id, school_year_id, subject_code, form, note, given_on, given_by)
    SELECT ${uuidv7()}, p.id, p.unit_id, p.department_id, ${at.schoolYearId}, ${help.subjectCode}, ${help.form}, ${help.note},
      ${help.givenOn}::date, ${help.givenBy} FROM people.pupil p WHERE p.id = ${help.pupilId} AND p.unit_id = ${at.unitId} RETURNING id`.execute(
    tx,
  );
  return rows[0]?.id;
}

/** Pupils the person asking leads, and the pupils and subjects taught: for whom help may be recorded. */
export async function mayHelp(tx: ReadTx, pupilId: string, subjectCode: string | null): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT ${pupilId}::uuid IN (SELECT gradebook.my_homeroom_pupils())
      OR EXISTS (SELECT FROM gradebook.my_taught() t WHERE t.pupil_id = ${pupilId} AND t.subject_code = ${subjectCode}) AS may`.execute(
    tx,
  );
  return rows[0]?.may ?? false;
}
