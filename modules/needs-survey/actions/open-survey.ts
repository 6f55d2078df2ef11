import { v7 as uuidv7 } from 'uuid';
import type { ReadTx, WriteTx } from '#platform/db';
import type { Problem } from '#platform/errors';
import { selectFormOptional } from '../data/forms.ts';
import {
  insertSurvey,
  listClassRates,
  selectAskedClasses,
  selectSurveyOptional,
  updateSurvey,
} from '../data/surveys.ts';
import { needsSurveyErrors } from '../errors.ts';
import { type Acting, ownSchool, yearIdOf } from './acting.ts';

interface Window {
  readonly opensAt: string;
  readonly closesAt: string;
}

const dayMs = 24 * 3600_000;
/** A survey is for a season, not for a year. */
const longestDays = 120;

function windowProblems({ opensAt, closesAt }: Window): Problem[] {
  const length = Date.parse(closesAt) - Date.parse(opensAt);
  if (length <= 0) return [{ path: 'closesAt', message: 'Ngày đóng phải sau ngày mở.' }];
  return length > longestDays * dayMs
    ? [{ path: 'closesAt', message: `Mỗi đợt dài nhất ${longestDays} ngày.` }]
    : [];
}

async function classProblems(tx: ReadTx, by: Parameters<typeof selectAskedClasses>[1]) {
  const found = await selectAskedClasses(tx, by);
  const problems: Problem[] = [
    ...(found.length < new Set(by.classIds).size
      ? [{ path: 'classIds', message: 'Có lớp không thuộc trường trong năm học này. Hãy chọn lại.' }]
      : []),
    ...found
      .filter(({ busyWith }) => busyWith !== null)
      .map(({ name, busyWith }) => ({
        path: 'classIds',
        message: `Lớp ${name} đang có đợt khảo sát khác trong thời gian này: ${busyWith}.`,
      })),
  ];
  return { problems, pupils: found.reduce((sum, { pupils }) => sum + pupils, 0) };
}

/**
 * Puts a form before classes of the own school for a window of time; the questions are kept as they are now.
 * @throws Refusal needsSurvey.schoolNeeded, formNotFound, noSchoolYear, badWindow with every fault
 */
export async function openSurvey(
  tx: WriteTx,
  acting: Acting,
  input: Window & {
    readonly formId: string;
    readonly title: string;
    readonly classIds: readonly string[];
  },
): Promise<{ id: string; pupils: number }> {
  const school = await ownSchool(tx, acting);
  const form = await selectFormOptional(tx, input.formId);
  if (!form) throw needsSurveyErrors.formNotFound();
  const schoolYearId = await yearIdOf(tx, undefined);
  const classIds = [...new Set(input.classIds)];
  const where = { unitId: school.id, schoolYearId, classIds };
  const { problems, pupils } = await classProblems(tx, { ...where, ...window(input), exceptSurveyId: null });
  const all = [...windowProblems(input), ...problems];
  if (Date.parse(input.closesAt) <= acting.now.getTime()) {
    all.push({ path: 'closesAt', message: 'Ngày đóng đã qua.' });
  }
  if (all.length > 0) throw needsSurveyErrors.badWindow(all);
  const id = uuidv7();
  await insertSurvey(tx, {
    ...where,
    ...window(input),
    id,
    departmentId: acting.actor.departmentId,
    formId: form.id,
    formVersion: form.version,
    title: input.title,
    questions: form.questions,
    openedBy: acting.actor.accountId,
  });
  return { id, pupils };
}

/**
 * Changes title and window: closing now is a window that ends now, opening again one that ends later.
 * @throws Refusal needsSurvey.surveyNotFound, badWindow, changedMeanwhile with both
 */
export async function changeSurvey(
  tx: WriteTx,
  acting: Acting,
  surveyId: string,
  input: Window & { readonly title: string; readonly version: number },
): Promise<{ version: number }> {
  const current = await selectSurveyOptional(tx, surveyId);
  if (!current || current.unitId !== (await ownSchool(tx, acting)).id)
    throw needsSurveyErrors.surveyNotFound();
  const problems = windowProblems(input);
  if (problems.length === 0) {
    const classes = await listClassRates(tx, surveyId);
    const others = await classProblems(tx, {
      unitId: current.unitId,
      schoolYearId: current.schoolYearId,
      classIds: classes.map(({ id }) => id),
      ...window(input),
      exceptSurveyId: surveyId,
    });
    problems.push(...others.problems);
  }
  if (problems.length > 0) throw needsSurveyErrors.badWindow(problems);
  const { title, opensAt, closesAt, version } = current;
  if (!(await updateSurvey(tx, { ...input, id: surveyId }))) {
    throw needsSurveyErrors.changedMeanwhile(input, { title, opensAt, closesAt, version });
  }
  return { version: input.version + 1 };
}

function window({ opensAt, closesAt }: Window): Window {
  return { opensAt, closesAt };
}
