import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { givenAnswers, id, instant, keptAnswers, question, who } from './pieces.ts';

const code = z.string().max(60);

/** What a pupil is asked, and what is kept of it. */
export const asked = z.object({
  surveyId: id,
  title: z.string(),
  opensAt: instant,
  closesAt: instant,
  state: z.enum(['waiting', 'open', 'closed']),
  /** Only those of the pupil's grade. */
  questions: z.array(question),
  answered: z.object({ answers: keptAnswers, by: who, at: instant, version: z.int() }).nullable(),
});

const pupil = z.object({ id, name: z.string(), className: z.string(), schoolName: z.string() });

export const openByCode = defineOperation('needsSurvey.openByCode', {
  method: 'POST',
  path: '/api/needs-survey/answering/open',
  summary: 'Mở phiếu khảo sát bằng mã trên giấy mời; không cần tài khoản',
  body: z.object({ code }),
  answer: z.object({ holder: who, pupil: pupil.omit({ id: true }), survey: asked.nullable() }),
  bodyLimit: 2048,
});

const sending = {
  surveyId: id,
  answers: givenAnswers,
  /** Made by the device once for this sending: a repeat is no second answer. */
  sendingId: id,
  /** Version of the answer that this one replaces; 0: none. */
  basedOn: z.int().min(0),
};
const kept = z.object({ at: instant, version: z.int() });

export const answerByCode = defineOperation('needsSurvey.answerByCode', {
  method: 'POST',
  path: '/api/needs-survey/answering/answer',
  summary: 'Gửi câu trả lời bằng mã; sửa được đến khi đóng',
  body: z.object({ code, by: who, ...sending }),
  answer: kept,
  bodyLimit: 32 * 1024,
});

export const listMine = defineOperation('needsSurvey.listMine', {
  method: 'GET',
  path: '/api/needs-survey/mine',
  summary: 'Phiếu khảo sát của em, hoặc của các con',
  answer: z.object({ items: z.array(z.object({ pupil, survey: asked })) }),
});

export const answerMine = defineOperation('needsSurvey.answerMine', {
  method: 'POST',
  path: '/api/needs-survey/mine',
  summary: 'Trả lời khảo sát khi đã đăng nhập',
  body: z.object({ pupilId: id, ...sending }),
  answer: kept,
  bodyLimit: 32 * 1024,
});

export const listMyGroups = defineOperation('needsSurvey.listMyGroups', {
  method: 'GET',
  path: '/api/needs-survey/my-groups',
  summary: 'Nhóm buổi 2 của em, hoặc của các con, đã được trường duyệt',
  answer: z.object({
    items: z.array(
      z.object({
        pupilId: id,
        id,
        name: z.string(),
        subjectName: z.string().nullable(),
        periods: z.int(),
        teacher: z.string().nullable(),
      }),
    ),
  }),
});

export const answeringOperations = [openByCode, answerByCode, listMine, answerMine, listMyGroups];
