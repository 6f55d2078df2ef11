import { executePrepared, type ReadTx, sql, type WriteTx } from '#platform/db';
import type { Answers, Question } from '../rules/question.ts';

/** A pupil and one survey that asks the pupil; without a survey its parts are null. */
export interface AskedRow {
  readonly pupilId: string;
  readonly pupilName: string;
  readonly className: string;
  readonly grade: number;
  readonly schoolName: string;
  readonly surveyId: string | null;
  readonly title: string;
  readonly questions: Question[];
  readonly opensAt: string;
  readonly closesAt: string;
  readonly answers: Answers | null;
  readonly answeredBy: 'pupil' | 'guardian';
  readonly answeredAt: string;
  readonly responseVersion: number;
}

const columns = sql`pupil_id AS "pupilId", pupil_name AS "pupilName", class_name AS "className", grade, school_name AS "schoolName",
  survey_id AS "surveyId", title, questions, opens_at AS "opensAt", closes_at AS "closesAt", answers, answered_by AS "answeredBy",
  answered_at AS "answeredAt", response_version AS "responseVersion"`;

/** Whether an address has given too many wrong codes of late. */
export async function doorIsShut(tx: ReadTx, address: string, now: Date): Promise<boolean> {
  const { rows } = await executePrepared(
    tx,
    sql<{ shut: boolean }>`SELECT needs_survey.door_is_shut(${address}, ${now}) AS shut`,
  );
  return rows[0]?.shut ?? true;
}

export async function countWrongCode(tx: WriteTx, address: string, now: Date): Promise<void> {
  await executePrepared(tx, sql`SELECT needs_survey.count_wrong_code(${address}, ${now})`);
}

/** What the pupil of a code is asked, the survey to answer first; undefined: no such code in force. */
export async function selectAskedByCode(
  tx: ReadTx,
  hash: Buffer,
  now: Date,
): Promise<(AskedRow & { holder: 'pupil' | 'guardian' }) | undefined> {
  const { rows } = await executePrepared(
    tx,
    sql<AskedRow & { holder: 'pupil' | 'guardian' }>`
    SELECT holder, ${columns} FROM needs_survey.asked_by_code(${hash}, ${now}) LIMIT 1`,
  );
  return rows[0];
}

/** The same for one survey, whatever else the pupil is asked. */
export async function selectAskedSurveyByCode(
  tx: ReadTx,
  hash: Buffer,
  surveyId: string,
  now: Date,
): Promise<{ known: boolean; asked: AskedRow | undefined }> {
  const { rows } = await executePrepared(
    tx,
    sql<AskedRow>`SELECT ${columns} FROM needs_survey.asked_by_code(${hash}, ${now})`,
  );
  return { known: rows.length > 0, asked: rows.find((row) => row.surveyId === surveyId) };
}

export async function listAskedOfMine(tx: ReadTx, now: Date): Promise<AskedRow[]> {
  const { rows } = await sql<AskedRow>`SELECT ${columns} FROM needs_survey.asked_of_mine(${now})`.execute(tx);
  return rows;
}

interface Sending {
  readonly id: string;
  readonly surveyId: string;
  readonly answers: Answers;
  readonly sendingId: string;
  readonly basedOn: number;
  readonly now: Date;
}
export interface Kept {
  readonly at: string;
  readonly version: number;
}

/** Keeps an answer by code; undefined: closed, not asked, or another answer came meanwhile. */
export async function keepAnswerByCode(
  tx: WriteTx,
  hash: Buffer,
  by: 'pupil' | 'guardian',
  one: Sending,
): Promise<Kept | undefined> {
  const { rows } = await executePrepared(
    tx,
    sql<Kept>`SELECT answered_at AS at, version FROM needs_survey.answer_by_code(${hash}, ${one.id}, ${one.surveyId},
      ${JSON.stringify(one.answers)}::jsonb, ${by}, ${one.sendingId}, ${one.basedOn}, ${one.now})`,
  );
  return rows[0];
}

/** Keeps an answer of a signed-in pupil or guardian; undefined as above. */
export async function keepAnswerOfMine(
  tx: WriteTx,
  pupilId: string,
  one: Sending,
): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`
    SELECT answered_at AS at, version FROM needs_survey.answer_of_mine(${one.id}, ${one.surveyId}, ${pupilId},
      ${JSON.stringify(one.answers)}::jsonb, ${one.sendingId}, ${one.basedOn}, ${one.now})`.execute(tx);
  return rows[0];
}
