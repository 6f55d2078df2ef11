import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();
const ofRun = z.object({ runId: id });

const run = z.object({
  id,
  state: z.enum(['open', 'stopped', 'done']),
  register: z.string(),
  /** asked = match + differs + notFound + notAnswered + noNumber + waiting. */
  asked: z.int(),
  match: z.int(),
  differs: z.int(),
  notFound: z.int(),
  notAnswered: z.int(),
  noNumber: z.int(),
  waiting: z.int(),
  /** Of those that differ or are not found. */
  settled: z.int(),
  trouble: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.string(),
  endedAt: z.string().nullable(),
});

export const listPopulationRuns = defineOperation('exchange.listPopulationRuns', {
  method: 'GET',
  path: '/api/exchange/population/runs',
  summary: 'Các lượt đối chiếu học sinh với CSDL quốc gia về dân cư',
  answer: z.object({
    /** Name of what is asked; null: the operator has set up none. */
    register: z.string().nullable(),
    items: z.array(run),
  }),
});

export const startPopulationRun = defineOperation('exchange.startPopulationRun', {
  method: 'POST',
  path: '/api/exchange/population/runs',
  summary: 'Bắt đầu đối chiếu học sinh đang học của trường; chạy nền, đếm từng em',
  answer: run,
});

export const continuePopulationRun = defineOperation('exchange.continuePopulationRun', {
  method: 'POST',
  path: '/api/exchange/population/runs/{runId}/continue',
  summary: 'Hỏi tiếp những em chưa có câu trả lời',
  params: ofRun,
  answer: run,
});

export const stopPopulationRun = defineOperation('exchange.stopPopulationRun', {
  method: 'POST',
  path: '/api/exchange/population/runs/{runId}/stop',
  summary: 'Dừng lượt đối chiếu; có thể hỏi tiếp sau',
  params: ofRun,
  answer: run,
});

export const listPopulationResults = defineOperation('exchange.listPopulationResults', {
  method: 'GET',
  path: '/api/exchange/population/runs/{runId}/results',
  summary: 'Kết quả từng em của một lượt: khác ở mục nào, không tìm thấy, chưa trả lời',
  params: ofRun,
  query: z.object({
    state: z.enum(['open', 'differs', 'notFound', 'notAnswered', 'noNumber', 'match']).default('open'),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        className: z.string().nullable(),
        state: z.enum(['waiting', 'match', 'differs', 'notFound', 'notAnswered', 'noNumber']),
        fields: z.array(z.enum(['fullName', 'birthDate', 'identityNumber'])),
        settledBy: z.string().nullable(),
        settledAt: z.string().nullable(),
        settledNote: z.string().nullable(),
      }),
    ),
  }),
});

export const settlePopulationDifference = defineOperation('exchange.settlePopulationDifference', {
  method: 'POST',
  path: '/api/exchange/population/runs/{runId}/results/{pupilId}/settle',
  summary: 'Ghi đã xử lí một chênh lệch ra sao; hồ sơ học sinh không bị sửa theo',
  params: ofRun.extend({ pupilId: id }),
  body: z.object({ note: z.string().trim().min(3, 'Hãy ghi đã xử lí ra sao.').max(500).normalize('NFC') }),
});

export const populationOperations = [
  listPopulationRuns,
  startPopulationRun,
  continuePopulationRun,
  stopPopulationRun,
  listPopulationResults,
  settlePopulationDifference,
];
