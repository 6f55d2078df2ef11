import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, id, moment, note, version, yearQuery } from './pieces.ts';

const boardItem = z.object({
  unitId: id,
  unitName: z.string(),
  communeName: z.string().nullable(),
  /** None: the school has not begun. */
  planId: id.nullable(),
  revision: z.int().nullable(),
  state: z.enum(['none', 'draft', 'proposed', 'approved', 'acknowledged', 'published']),
  mustFix: z.int(),
  warnings: z.int(),
  publishedOn: day.nullable(),
  onTime: z.boolean().nullable(),
});
const boardFilter = yearQuery.extend({
  state: z.enum(['none', 'draft', 'proposed', 'approved', 'acknowledged', 'published']).optional(),
  rule: z.string().max(40).optional(),
  q: z.string().max(100).optional(),
});

export const getBoard = defineOperation('educationPlan.getBoard', {
  method: 'GET',
  path: '/api/education-plans/board',
  summary: 'Kế hoạch giáo dục của mọi trường: bước, lỗi theo quy định, công khai đúng hạn',
  query: boardFilter,
  answer: z.object({
    items: z.array(boardItem),
    publishBy: day.nullable(),
    states: z.array(z.object({ state: z.string(), schools: z.int() })),
    rules: z.array(z.object({ rule: z.string(), name: z.string(), schools: z.int() })),
  }),
});

export const exportBoard = defineOperation('educationPlan.exportBoard', {
  method: 'GET',
  path: '/api/education-plans/board/export',
  summary: 'Bảng kế hoạch của các trường ra Excel',
  query: boardFilter,
  answersFile: true,
});

const guidance = z.object({
  id: id.nullable(),
  title: z.string(),
  body: z.string(),
  publishBy: day.nullable(),
  sections: z.array(z.object({ title: z.string(), body: z.string() })),
  publishedAt: moment,
  version: z.int(),
});

export const getGuidance = defineOperation('educationPlan.getGuidance', {
  method: 'GET',
  path: '/api/education-plans/guidance',
  summary: 'Hướng dẫn và mẫu kế hoạch của đơn vị mình cho năm học',
  query: yearQuery,
  answer: guidance,
});

export const saveGuidance = defineOperation('educationPlan.saveGuidance', {
  method: 'PUT',
  path: '/api/education-plans/guidance',
  summary: 'Soạn hướng dẫn và mẫu kế hoạch cho các trường',
  body: yearQuery.extend({
    /** 0: nothing saved before. */
    version: z.int().min(0),
    title: note(200),
    body: note(20_000),
    publishBy: day.nullable(),
    sections: z.array(z.object({ title: note(200), body: z.string().max(20_000) })).max(40),
  }),
  answer: guidance,
});

export const publishGuidance = defineOperation('educationPlan.publishGuidance', {
  method: 'POST',
  path: '/api/education-plans/guidance/publish',
  summary: 'Công bố hướng dẫn cho các trường',
  body: yearQuery.extend({ version }),
  answer: guidance,
});

/** What the offices above see and ask for: the board of schools, the guidance. */
export const boardOperations = [getBoard, exportBoard, getGuidance, saveGuidance, publishGuidance];
