import { v7 as uuidv7 } from 'uuid';
import { hashAccessCode, pupilByCode } from '#modules/people';
import type { WriteTx } from '#platform/db';
import { Refusal } from '#platform/errors';
import {
  type AskedRow,
  type Kept,
  keepAnswerByCode,
  keepAnswerOfMine,
  listAskedByCode,
  listAskedOfMine,
} from '../data/answering.ts';
import { needsSurveyErrors } from '../errors.ts';
import { checkAnswers } from '../rules/check-answers.ts';
import type { Answers } from '../rules/question.ts';
import { surveyState } from '../rules/survey-state.ts';

/** Where a code comes from: wrong ones are counted by network address. */
interface Visitor {
  readonly ip: string;
  readonly now: Date;
}

export interface Sending {
  readonly surveyId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly sendingId: string;
  readonly basedOn: number;
}

/** The hash of a code as people type it; what cannot be a code is nobody's hash. */
function hashOf(code: string): Buffer {
  return hashAccessCode(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}

/**
 * What the pupil of a code is asked, the survey to answer first.
 * @returns the refusal people.codeNotValid (wrong, expired, never made: all alike) or people.tooManyCodes, which must be returned
 * on, not thrown: the attempt stays counted
 */
export async function openByCode(
  tx: WriteTx,
  visitor: Visitor,
  code: string,
): Promise<{ holder: 'pupil' | 'guardian'; asked: AskedRow } | Refusal> {
  const [pupil, [asked]] = await lookUp(tx, visitor, code, hashOf(code));
  if (pupil instanceof Refusal) return pupil;
  if (!asked) throw needsSurveyErrors.notOpen();
  return { holder: pupil.holder, asked };
}

/**
 * Keeps the answer of the pupil of a code.
 * @returns when it was kept and its version, or a refusal as above
 * @throws Refusal needsSurvey.notOpen, badAnswers, answeredMeanwhile with both
 */
export async function answerByCode(
  tx: WriteTx,
  visitor: Visitor,
  { code, by, ...sending }: Sending & { readonly code: string; readonly by: 'pupil' | 'guardian' },
): Promise<Kept | Refusal> {
  const { now } = visitor;
  const hash = hashOf(code);
  const [pupil, rows] = await lookUp(tx, visitor, code, hash);
  if (pupil instanceof Refusal) return pupil;
  const ofSurvey = (asked: readonly AskedRow[]) => asked.find((row) => row.surveyId === sending.surveyId);
  const answers = answersTo(ofSurvey(rows), sending, now);
  const kept = await keepAnswerByCode(tx, hash, by, { ...sending, id: uuidv7(), answers, now });
  if (kept) return kept;
  throw overtaken(answers, ofSurvey(await listAskedByCode(tx, hash, now)));
}

/** Tries the code and looks up what it asks, in one flight to the database: what a wrong code finds is nothing. */
function lookUp(tx: WriteTx, visitor: Visitor, code: string, hash: Buffer) {
  return Promise.all([pupilByCode(tx, code, visitor), listAskedByCode(tx, hash, visitor.now)]);
}

/**
 * Keeps the answer of a signed-in pupil, or of a guardian for a child.
 * @throws Refusal needsSurvey.notOpen, badAnswers, answeredMeanwhile with both
 */
export async function answerMine(
  tx: WriteTx,
  now: Date,
  { pupilId, ...sending }: Sending & { readonly pupilId: string },
): Promise<Kept> {
  const find = async () =>
    (await listAskedOfMine(tx, now)).find(
      (row) => row.surveyId === sending.surveyId && row.pupilId === pupilId,
    );
  const answers = answersTo(await find(), sending, now);
  const kept = await keepAnswerOfMine(tx, pupilId, { ...sending, id: uuidv7(), answers, now });
  if (kept) return kept;
  throw overtaken(answers, await find());
}

function answersTo(asked: AskedRow | undefined, { answers }: Sending, now: Date): Answers {
  if (!asked || surveyState(asked, now) !== 'open') throw needsSurveyErrors.notOpen();
  const checked = checkAnswers(asked.questions, asked.grade, answers);
  if (!checked.ok) throw needsSurveyErrors.badAnswers(checked.problems);
  return checked.answers;
}

function overtaken(yours: Answers, current: AskedRow | undefined): Refusal {
  if (!current?.answers) return needsSurveyErrors.notOpen();
  const { answers, answeredBy: by, answeredAt: at, responseVersion: version } = current;
  return needsSurveyErrors.answeredMeanwhile({ answers: yours }, { answers, by, at, version });
}
