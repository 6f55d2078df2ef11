import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { id, instant, ofSchoolAndYear, questions, surveyState, title, version } from './pieces.ts';

const surveyId = z.object({ surveyId: id });
const window = {
  opensAt: instant,
  closesAt: instant,
};

const surveyHead = z.object({
  id,
  title: z.string(),
  unitId: id,
  unitName: z.string(),
  ...window,
  state: surveyState,
  asked: z.int(),
  answered: z.int(),
  version,
});

export const listSurveys = defineOperation('needsSurvey.listSurveys', {
  method: 'GET',
  path: '/api/needs-survey/surveys',
  summary: 'Các đợt khảo sát trong phạm vi của mình, mới nhất trước, kèm số đã trả lời',
  query: ofSchoolAndYear.extend({
    cursor: id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(surveyHead), nextCursor: z.string().nullable() }),
});

export const openSurvey = defineOperation('needsSurvey.openSurvey', {
  method: 'POST',
  path: '/api/needs-survey/surveys',
  summary: 'Mở một đợt khảo sát cho các lớp',
  body: z.object({
    formId: id,
    title,
    classIds: z.array(id).min(1, 'Hãy chọn ít nhất một lớp.').max(200),
    ...window,
  }),
  answer: z.object({ id, pupils: z.int() }),
});

export const changeSurvey = defineOperation('needsSurvey.changeSurvey', {
  method: 'PUT',
  path: '/api/needs-survey/surveys/{surveyId}',
  summary: 'Đổi ngày mở, ngày đóng; đóng ngay hoặc mở lại',
  params: surveyId,
  body: z.object({ title, ...window, version }),
  answer: z.object({ version }),
});

const rate = { asked: z.int(), answered: z.int() };
/** Null: too few to show. */
const count = z.int().nullable();

export const getSurvey = defineOperation('needsSurvey.getSurvey', {
  method: 'GET',
  path: '/api/needs-survey/surveys/{surveyId}',
  summary: 'Một đợt khảo sát: câu hỏi, tỷ lệ trả lời theo lớp',
  params: surveyId,
  answer: surveyHead.extend({
    schoolYearId: id,
    questions,
    classes: z.array(z.object({ id, name: z.string(), grade: z.int(), ...rate })),
    may: z.array(z.string()),
  }),
});

export const divisions = ['grade', 'class', 'area'] as const;

export const getResults = defineOperation('needsSurvey.getResults', {
  method: 'GET',
  path: '/api/needs-survey/surveys/{surveyId}/results',
  summary: 'Nhu cầu theo khối, lớp hoặc nơi ở; nơi ở dưới 5 em không hiện số',
  params: surveyId,
  query: z.object({ by: z.enum(divisions).default('grade') }),
  answer: z.object({
    ...rate,
    parts: z.array(z.object({ key: z.string(), name: z.string(), ...rate })),
    questions: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        type: z.string(),
        meaning: z.string().nullable(),
        answered: z.int(),
        /** Of numbers and scales. */
        mean: z.number().nullable(),
        options: z.array(
          z.object({
            value: z.string(),
            label: z.string(),
            count: z.int(),
            byPart: z.array(count),
          }),
        ),
      }),
    ),
  }),
});

export const exportResults = defineOperation('needsSurvey.exportResults', {
  method: 'GET',
  path: '/api/needs-survey/surveys/{surveyId}/results.xlsx',
  summary: 'Kết quả khảo sát ra Excel',
  params: surveyId,
  answersFile: true,
});

export const listUnanswered = defineOperation('needsSurvey.listUnanswered', {
  method: 'GET',
  path: '/api/needs-survey/surveys/{surveyId}/unanswered',
  summary: 'Học sinh chưa trả lời, để giáo viên chủ nhiệm nhắc',
  params: surveyId,
  query: z.object({
    classId: id.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({
    items: z.array(z.object({ pupilId: id, name: z.string(), className: z.string() })),
    count: z.int(),
    nextCursor: z.string().nullable(),
  }),
});

export const exportUnanswered = defineOperation('needsSurvey.exportUnanswered', {
  method: 'GET',
  path: '/api/needs-survey/surveys/{surveyId}/unanswered.xlsx',
  summary: 'Học sinh chưa trả lời ra Excel',
  params: surveyId,
  answersFile: true,
});

export const surveyOperations = [
  listSurveys,
  openSurvey,
  changeSurvey,
  getSurvey,
  getResults,
  exportResults,
  listUnanswered,
  exportUnanswered,
];
