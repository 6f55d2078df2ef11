import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { TestDatabase } from '#tests/harness/database.ts';
import { hashAccessCode } from '../people/actions/access-codes.ts';
import { readCode, writeCode } from '../people/rules/access-code.ts';
import { templateQuestions } from './rules/template.ts';

/** Rows for tests of the needs survey. */

interface Place {
  readonly id: string;
  readonly departmentId: string;
}

/** A code of a pupil, or of the guardian; `columns` as given, the rest as a code in force. Gives the code as printed. */
export async function addCode(
  { owner }: TestDatabase,
  school: Place,
  pupil: { id: string; schoolYearId: string },
  columns: { holder?: 'pupil' | 'guardian'; expires_at?: string; revoked_at?: string } = {},
): Promise<string> {
  const code = writeCode(randomBytes(12));
  await owner.query(
    `INSERT INTO people.access_code (id, unit_id, department_id, school_year_id, pupil_id, holder, code_hash, made_at, expires_at, revoked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, '2025-09-01', $8, $9)`,
    [
      uuidv7(),
      school.id,
      school.departmentId,
      pupil.schoolYearId,
      pupil.id,
      columns.holder ?? 'pupil',
      hashAccessCode(readCode(code)!),
      columns.expires_at ?? '2026-05-31T23:59:59+07:00',
      columns.revoked_at ?? null,
    ],
  );
  return code;
}

/** A survey of the ready form for lower secondary, open all October 2025 unless other times or questions are given. Gives the id. */
export async function addSurvey(
  { owner }: TestDatabase,
  school: Place,
  asks: { schoolYearId: string; classIds: readonly string[]; accountId: string },
  {
    opensAt = '2025-10-01T00:00:00+07:00',
    closesAt = '2025-10-31T17:00:00+07:00',
    questions = templateQuestions({ lower: true, upper: false }),
  } = {},
): Promise<string> {
  const id = uuidv7();
  await owner.query(
    `INSERT INTO needs_survey.survey (id, unit_id, department_id, school_year_id, form_version, title, questions, opens_at, closes_at, opened_by)
     VALUES ($1, $2, $3, $4, 1, 'Nhu cầu học buổi 2', $5, $6, $7, $8)`,
    [
      id,
      school.id,
      school.departmentId,
      asks.schoolYearId,
      JSON.stringify(questions),
      opensAt,
      closesAt,
      asks.accountId,
    ],
  );
  await owner.query(
    `INSERT INTO needs_survey.survey_class (survey_id, class_id, unit_id, department_id) SELECT $1, c, $3, $4 FROM unnest($2::uuid[]) c`,
    [id, asks.classIds, school.id, school.departmentId],
  );
  return id;
}

/** An answer kept without the door. Gives the id. */
export async function addResponse(
  { owner }: TestDatabase,
  school: Place,
  of: { surveyId: string; pupilId: string; classId: string },
  answers: object,
): Promise<string> {
  const id = uuidv7();
  await owner.query(
    `INSERT INTO needs_survey.response (id, survey_id, pupil_id, class_id, unit_id, department_id, answers, answered_by, device_command_id, answered_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'pupil', $8, '2025-10-05T08:00:00+07:00')`,
    [id, of.surveyId, of.pupilId, of.classId, school.id, school.departmentId, answers, uuidv7()],
  );
  return id;
}
