import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { figures, id, ofYear } from './pieces.ts';

const boardRow = z.object({
  unitId: id,
  unitName: z.string(),
  communeName: z.string().nullable(),
  classes: z.int(),
  twoSessionClasses: z.int(),
  published: z.boolean(),
  fromWeek: z.int().nullable(),
  publishedOn: z.string().nullable(),
  figures: figures.nullable(),
  /** Periods a week of a teacher in it; null: nothing is published. */
  load: z.object({ average: z.number(), most: z.number() }).nullable(),
});

export const getBoard = defineOperation('timetable.getBoard', {
  method: 'GET',
  path: '/api/timetable/board',
  summary:
    'Thời khoá biểu của các trường trong phạm vi: công bố, dạy hai buổi, lỗi, số tiết và tiết trống của giáo viên',
  query: ofYear.extend({
    q: z.string().trim().max(100).optional(),
    show: z.enum(['missing', 'wrong']).optional(),
  }),
  answer: z.object({
    schoolYear: z.string(),
    week: z.int().nullable(),
    items: z.array(boardRow),
    counts: z.object({
      schools: z.int(),
      missing: z.int(),
      wrong: z.int(),
      classes: z.int(),
      twoSessionClasses: z.int(),
    }),
  }),
});

export const exportBoard = defineOperation('timetable.exportBoard', {
  method: 'GET',
  path: '/api/timetable/board/workbook',
  summary: 'Tải bảng thời khoá biểu của các trường (Excel)',
  query: ofYear.extend({
    q: z.string().trim().max(100).optional(),
    show: z.enum(['missing', 'wrong']).optional(),
  }),
  answersFile: true,
});

/** Every operation of this part. */
export const boardOperations = [getBoard, exportBoard];
