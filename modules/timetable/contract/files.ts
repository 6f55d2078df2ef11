import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { header, id, name, ofSchool, semesterInQuery } from './pieces.ts';
import { timetableId } from './timetables.ts';

const sheetQuery = z.object({
  of: z.enum(['class', 'teacher', 'room', 'school']).default('school'),
  /** One class, teacher or room; absent: all, one after the other. */
  id: id.optional(),
});

export const downloadPdf = defineOperation('timetable.downloadPdf', {
  method: 'GET',
  path: '/api/timetable/timetables/{timetableId}/pdf',
  summary: 'In thời khoá biểu (PDF): theo lớp, giáo viên, phòng, hoặc toàn trường khổ A3',
  params: timetableId,
  query: sheetQuery,
  answersFile: true,
});

export const downloadWorkbook = defineOperation('timetable.downloadWorkbook', {
  method: 'GET',
  path: '/api/timetable/timetables/{timetableId}/workbook',
  summary: 'Tải thời khoá biểu (Excel): toàn trường, theo lớp, theo giáo viên, theo phòng',
  params: timetableId,
  answersFile: true,
});

export const importTimetable = defineOperation('timetable.importTimetable', {
  method: 'POST',
  path: '/api/timetable/import',
  summary: 'Nhập thời khoá biểu đang có từ Excel hoặc tệp .fet thành bản nháp',
  query: ofSchool.extend({ semester: semesterInQuery, name }),
  takesFile: true,
  answer: z.object({
    timetable: header,
    /** Cells read, lessons placed, and what could not be matched, by cell. */
    cells: z.int(),
    placed: z.int(),
    findings: z.array(z.object({ cell: z.string(), message: z.string() })),
  }),
});

/** Every operation of this part. */
export const fileOperations = [downloadPdf, downloadWorkbook, importTimetable];
