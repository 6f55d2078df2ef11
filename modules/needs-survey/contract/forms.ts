import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { id, instant, questions, title, version } from './pieces.ts';

const formId = z.object({ formId: id });

export const listForms = defineOperation('needsSurvey.listForms', {
  method: 'GET',
  path: '/api/needs-survey/forms',
  summary: 'Mẫu phiếu khảo sát: của đơn vị mình và của Sở',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        title: z.string(),
        ownerName: z.string(),
        own: z.boolean(),
        questions: z.int(),
        savedAt: instant,
        version,
      }),
    ),
  }),
});

export const getForm = defineOperation('needsSurvey.getForm', {
  method: 'GET',
  path: '/api/needs-survey/forms/{formId}',
  summary: 'Một mẫu phiếu với các câu hỏi',
  params: formId,
  answer: z.object({
    id,
    title: z.string(),
    ownerName: z.string(),
    own: z.boolean(),
    /** Of whom the owner can ask: the grades of the school, or all of the department's. */
    grades: z.array(z.int()),
    questions,
    savedAt: instant,
    version,
  }),
});

export const createForm = defineOperation('needsSurvey.createForm', {
  method: 'POST',
  path: '/api/needs-survey/forms',
  summary: 'Lập mẫu phiếu: từ mẫu có sẵn, hoặc chép một mẫu khác',
  body: z.object({ title, copyOf: id.optional() }),
  answer: z.object({ id }),
});

export const saveForm = defineOperation('needsSurvey.saveForm', {
  method: 'PUT',
  path: '/api/needs-survey/forms/{formId}',
  summary: 'Lưu tên và các câu hỏi của mẫu phiếu',
  params: formId,
  body: z.object({ title, questions, version }),
  answer: z.object({ version }),
});

export const retireForm = defineOperation('needsSurvey.retireForm', {
  method: 'DELETE',
  path: '/api/needs-survey/forms/{formId}',
  summary: 'Bỏ một mẫu phiếu; các đợt khảo sát đã mở giữ nguyên câu hỏi',
  params: formId,
});

export const formOperations = [listForms, getForm, createForm, saveForm, retireForm];
