import { bind } from '#modules/identity-access';
import type { ReadTx } from '#platform/db';
import { renderWorkbook, type Sheet } from '#platform/documents';
import type { AnyRoute, FileAnswer } from '#platform/http';
import { yearIdOf } from '../actions/acting.ts';
import { changeSurvey, openSurvey } from '../actions/open-survey.ts';
import * as contract from '../contract/surveys.ts';
import { type Division, listChoices, listParts } from '../data/results.ts';
import {
  listClassRates,
  listSurveys,
  listUnanswered,
  type SurveyHead,
  selectSurveyOptional,
} from '../data/surveys.ts';
import { resultSheets, unansweredSheet } from '../documents/result-sheets.ts';
import { needsSurveyErrors } from '../errors.ts';
import { readResults } from '../rules/read-results.ts';
import { surveyState } from '../rules/survey-state.ts';
import { mayOf, questionShape } from './shapes.ts';

async function surveyOf(tx: ReadTx, surveyId: string) {
  const survey = await selectSurveyOptional(tx, surveyId);
  if (!survey) throw needsSurveyErrors.surveyNotFound();
  return survey;
}

function headShape(
  { schoolYearId: _, ...head }: SurveyHead,
  { asked, answered }: { asked: number; answered: number },
  now: Date,
) {
  return { ...head, asked, answered, state: surveyState(head, now) };
}

async function resultsBy(tx: ReadTx, surveyId: string, by: Division) {
  const { questions } = await surveyOf(tx, surveyId);
  const countable = questions.filter(({ type }) => type !== 'text');
  const parts = await listParts(tx, surveyId, by);
  const choices = await listChoices(tx, surveyId, by, countable);
  return readResults(questions, { parts, choices }, { discreet: by === 'area' });
}

async function workbook(title: string, sheets: readonly Sheet[]): Promise<FileAnswer> {
  return {
    fileName: `${title}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await renderWorkbook([...sheets]),
  };
}

function skipOf(cursor: string | undefined): number {
  return cursor && /^\d{1,6}$/.test(cursor) ? Number(cursor) : 0;
}

export const surveyRoutes: AnyRoute[] = [
  bind(contract.listSurveys, async ({ tx, now, query }) => {
    const schoolYearId = await yearIdOf(tx, query.schoolYearId);
    const { unitId, cursor: before, limit } = query;
    const rows = await listSurveys(tx, { schoolYearId, unitId, before, limit: limit + 1 });
    const page = rows.slice(0, limit);
    return {
      items: page.map(({ asked, answered, ...head }) => headShape(head, { asked, answered }, now)),
      nextCursor: rows.length > limit ? page.at(-1)!.id : null,
    };
  }),
  bind(contract.openSurvey, ({ tx, actor, now, body }) => openSurvey(tx, { actor, now }, body)),
  bind(contract.changeSurvey, ({ tx, actor, now, params, body }) =>
    changeSurvey(tx, { actor, now }, params.surveyId, body),
  ),
  bind(contract.getSurvey, async ({ tx, actor, now, params }) => {
    const { questions, ...head } = await surveyOf(tx, params.surveyId);
    const classes = await listClassRates(tx, head.id);
    const sum = (of: 'asked' | 'answered') => classes.reduce((total, one) => total + one[of], 0);
    const own = head.unitId === actor.unitId;
    const reminding = ['needsSurvey.listUnanswered', 'needsSurvey.exportUnanswered'];
    return {
      ...headShape(head, { asked: sum('asked'), answered: sum('answered') }, now),
      schoolYearId: head.schoolYearId,
      questions: questions.map(questionShape),
      classes: actor.scope === 'own' ? classes.filter(({ asked }) => asked > 0) : classes,
      may: [
        ...mayOf(actor.role, ['needsSurvey.getResults', 'needsSurvey.exportResults', ...reminding]),
        ...(own ? mayOf(actor.role, ['needsSurvey.changeSurvey', 'needsSurvey.proposeGroups']) : []),
      ],
    };
  }),
  bind(contract.getResults, ({ tx, params, query }) => resultsBy(tx, params.surveyId, query.by)),
  bind(contract.exportResults, async ({ tx, params }) => {
    const survey = await surveyOf(tx, params.surveyId);
    const byClass = await resultsBy(tx, survey.id, 'class');
    const byGrade = await resultsBy(tx, survey.id, 'grade');
    return workbook(`Kết quả ${survey.title}`, resultSheets(byClass, byGrade));
  }),
  bind(contract.listUnanswered, async ({ tx, params, query }) => {
    await surveyOf(tx, params.surveyId);
    const skip = skipOf(query.cursor);
    const { classId, limit } = query;
    const rows = await listUnanswered(tx, { surveyId: params.surveyId, classId, skip, limit });
    const count = rows[0]?.count ?? 0;
    return {
      items: rows.map(({ count: _, ...row }) => row),
      count,
      nextCursor: skip + rows.length < count ? `${skip + rows.length}` : null,
    };
  }),
  bind(contract.exportUnanswered, async ({ tx, params }) => {
    const survey = await surveyOf(tx, params.surveyId);
    const rows = await listUnanswered(tx, {
      surveyId: survey.id,
      classId: undefined,
      skip: 0,
      limit: 10_000,
    });
    return workbook(`Chưa trả lời ${survey.title}`, [unansweredSheet(rows)]);
  }),
];
