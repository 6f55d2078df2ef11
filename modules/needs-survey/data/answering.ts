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

/** What the pupil of a code is asked, the survey to answer first; none: no such code in force, or nobody sits in a class. */
export async function listAskedByCode(tx: ReadTx, hash: Buffer, now: Date): Promise<AskedRow[]> {
  const { rows } = await executePrepared(
    tx,
    sql<AskedRow>`SELECT ${columns} FROM needs_survey.asked_by_code(${hash}, ${now})`,
  );
  return rows;
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

export interface OwnGroup {
  readonly pupilId: string;
  readonly id: string;
  readonly name: string;
  readonly subjectCode: string | null;
  /** Periods a week. */
  readonly periods: number;
  readonly teacher: string | null;
}

/** Confirmed groups of the current year that the pupil asking, or children of the guardian asking, sit in. */
export async function listGroupsOfMine(tx: ReadTx): Promise<OwnGroup[]> {
  const { rows } = await sql<OwnGroup>`
    SELECT pupil_id AS "pupilId", id, name, subject_code AS "subjectCode", periods, teacher FROM needs_survey.my_groups()`.execute(
    tx,
  );
  return rows;
}
