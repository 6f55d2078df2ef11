import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  goals,
  ground,
  header,
  id,
  lesson,
  name,
  ofSchool,
  schoolWeek,
  semester,
  slot,
  version,
  week,
} from './pieces.ts';
import { solve } from './solves.ts';

export const listTimetables = defineOperation('timetable.listTimetables', {
  method: 'GET',
  path: '/api/timetable/timetables',
  summary: 'Các thời khoá biểu của một trường và lần xếp gần nhất',
  query: ofSchool,
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    semester,
    week: z.int().nullable(),
    weeks: z.array(schoolWeek),
    today: z.string(),
    items: z.array(header),
    solve: solve.nullable(),
    mayEdit: z.boolean(),
  }),
});

export const timetableId = z.object({ timetableId: id });

export const getTimetable = defineOperation('timetable.getTimetable', {
  method: 'GET',
  path: '/api/timetable/timetables/{timetableId}',
  summary: 'Một thời khoá biểu với mọi tiết học và những gì cần để sửa',
  params: timetableId,
  answer: z.object({
    timetable: header,
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    /** Closed periods, wishes and other schools of the staff are in it for the office alone. */
    ground,
    goals,
    lessons: z.array(lesson),
    mayEdit: z.boolean(),
  }),
});

export const createTimetable = defineOperation('timetable.createTimetable', {
  method: 'POST',
  path: '/api/timetable/timetables',
  summary: 'Lập thời khoá biểu nháp: để trống từ phân công, hoặc chép một thời khoá biểu',
  body: ofSchool.extend({ name, semester, copyOf: id.optional() }),
  answer: header,
});

export const renameTimetable = defineOperation('timetable.renameTimetable', {
  method: 'PATCH',
  path: '/api/timetable/timetables/{timetableId}',
  summary: 'Đặt lại tên thời khoá biểu',
  params: timetableId,
  body: z.object({ name, version }),
  answer: header,
});

export const deleteTimetable = defineOperation('timetable.deleteTimetable', {
  method: 'DELETE',
  path: '/api/timetable/timetables/{timetableId}',
  summary: 'Xoá thời khoá biểu chưa công bố',
  params: timetableId,
  query: z.object({ version: z.coerce.number().int().min(1) }),
});

const place = z.object({ at: slot.nullable(), roomId: id.nullable(), locked: z.boolean() });

export const saveLessons = defineOperation('timetable.saveLessons', {
  method: 'PUT',
  path: '/api/timetable/timetables/{timetableId}/lessons',
  summary: 'Lưu chỗ của các tiết đã dời: tất cả hoặc không tiết nào',
  params: timetableId,
  body: z.object({
    changes: z
      .array(place.extend({ lessonId: id, /** What the person saw before the change. */ seen: place }))
      .min(1)
      .max(3000),
  }),
  answer: z.object({ timetable: header, saved: z.int() }),
  bodyLimit: 2 * 1024 * 1024,
});

export const bePresent = defineOperation('timetable.bePresent', {
  method: 'POST',
  path: '/api/timetable/timetables/{timetableId}/presence',
  summary: 'Báo đang mở để sửa; biết ai khác cũng đang mở và bản mới nhất',
  params: timetableId,
  body: z.object({}),
  answer: z.object({ version, others: z.array(z.string()) }),
});

export const publishTimetable = defineOperation('timetable.publishTimetable', {
  method: 'POST',
  path: '/api/timetable/timetables/{timetableId}/publish',
  summary: 'Công bố thời khoá biểu cho các tuần',
  params: timetableId,
  body: z.object({ version, fromWeek: week, toWeek: week }),
  answer: header,
});

/** Every operation of this part. */
export const editingOperations = [
  listTimetables,
  getTimetable,
  createTimetable,
  renameTimetable,
  deleteTimetable,
  saveLessons,
  bePresent,
  publishTimetable,
];
