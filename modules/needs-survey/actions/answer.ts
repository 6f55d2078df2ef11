import { v7 as uuidv7 } from 'uuid';
import { hashToken } from '#modules/identity-access';
import type { WriteTx } from '#platform/db';
import type { Refusal } from '#platform/errors';
import {
  type AskedRow,
  countWrongCode,
  doorIsShut,
  type Kept,
  keepAnswerByCode,
  keepAnswerOfMine,
  listAskedOfMine,
  selectAskedByCode,
  selectAskedSurveyByCode,
} from '../data/answering.ts';
import { needsSurveyErrors } from '../errors.ts';
import { readAccessCode } from '../rules/access-code.ts';
import { checkAnswers } from '../rules/check-answers.ts';
import type { Answers } from '../rules/question.ts';
import { surveyState } from '../rules/survey-state.ts';

interface Visitor {
  /** Network address: wrong codes are counted by it. */
  readonly ip: string;
  readonly now: Date;
}

export interface Sending {
  readonly surveyId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly sendingId: string;
  readonly basedOn: number;
}

/** A wrong code, an expired one and one that never was get the same answer; the count is kept although it is a refusal. */
async function wrongCode(tx: WriteTx, { ip, now }: Visitor): Promise<Refusal> {
  await countWrongCode(tx, ip, now);
  return needsSurveyErrors.badCode();
}

/** A code that cannot be one is looked up like any other. */
function hashOf(code: string): Buffer {
  return hashToken(readAccessCode(code));
}

/**
 * What the pupil of a code is asked.
 * @returns the pupil with the survey to answer first, or the refusal needsSurvey.badCode, counted
 * @throws Refusal needsSurvey.tooManyWrongCodes
 */
export async function openByCode(
  tx: WriteTx,
  visitor: Visitor,
  code: string,
): Promise<(AskedRow & { holder: 'pupil' | 'guardian' }) | Refusal> {
  if (await doorIsShut(tx, visitor.ip, visitor.now)) throw needsSurveyErrors.tooManyWrongCodes();
  return (await selectAskedByCode(tx, hashOf(code), visitor.now)) ?? (await wrongCode(tx, visitor));
}

/**
 * Keeps the answer of the pupil of a code.
 * @returns when it was kept and its version, or the refusal needsSurvey.badCode, counted
 * @throws Refusal needsSurvey.tooManyWrongCodes, notOpen, badAnswers, answeredMeanwhile with both
 */
export async function answerByCode(
  tx: WriteTx,
  visitor: Visitor,
  { code, by, ...sending }: Sending & { readonly code: string; readonly by: 'pupil' | 'guardian' },
): Promise<Kept | Refusal> {
  const { now } = visitor;
  if (await doorIsShut(tx, visitor.ip, now)) throw needsSurveyErrors.tooManyWrongCodes();
  const hash = hashOf(code);
  const { known, asked } = await selectAskedSurveyByCode(tx, hash, sending.surveyId, now);
  if (!known) return wrongCode(tx, visitor);
  const answers = answersTo(asked, sending, now);
  const kept = await keepAnswerByCode(tx, hash, by, { ...sending, id: uuidv7(), answers, now });
  if (kept) return kept;
  const { asked: current } = await selectAskedSurveyByCode(tx, hash, sending.surveyId, now);
  throw overtaken(answers, current);
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
