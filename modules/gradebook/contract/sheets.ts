import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  cellPlace,
  cellText,
  day,
  exemptionKind,
  form,
  id,
  ofSheet,
  ofTerm,
  place,
  semester,
  strand,
  subjectCode,
  term,
  version,
} from './pieces.ts';

export const listSheets = defineOperation('gradebook.listSheets', {
  method: 'GET',
  path: '/api/gradebook/sheets',
  summary: 'Sổ điểm của tôi hoặc của trường trong một học kì, đã nhập đến đâu',
  query: ofTerm.extend({ semester: ofTerm.shape.semester.optional() }),
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    semester,
    term,
    sheets: z.array(
      z.object({
        classId: id,
        className: z.string(),
        grade: z.int(),
        subjectCode,
        subjectName: z.string(),
        /** Who assesses its pupils: by the published assignment, or as teacher of an elective group. */
        teachers: z.array(z.string()),
        /** Whether the person asking is one of them, or assigned the subject in a class that learns it in groups. */
        mine: z.boolean(),
        pupils: z.int(),
        /** Cells that a complete sheet has, and those that hold a mark. */
        wanted: z.int(),
        filled: z.int(),
        /** Cells that wait for a make-up test. */
        missed: z.int(),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const getSheet = defineOperation('gradebook.getSheet', {
  method: 'GET',
  path: '/api/gradebook/sheets/{classId}/{subjectCode}/{semester}',
  summary: 'Sổ điểm một môn của một lớp trong học kì',
  params: ofSheet,
  answer: z.object({
    class: z.object({ id, name: z.string(), grade: z.int() }),
    schoolYear: z.string(),
    semester,
    subject: z.object({
      code: subjectCode,
      name: z.string(),
      judged: z.enum(['score', 'comment']),
      strands: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
    teachers: z.array(z.string()),
    term,
    /** Why marks cannot be entered now; null: they can. */
    closedBecause: z.string().nullable(),
    columns: z.array(
      z.object({
        place,
        name: z.string(),
        form: form.nullable(),
        title: z.string().nullable(),
        heldOn: z.string().nullable(),
        strand,
        version: z.int().min(0),
      }),
    ),
    rows: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        rollNumber: z.int().nullable(),
        exemption: exemptionKind.nullable(),
        /** Teacher of the elective group that the pupil learns the subject in; null: whoever is assigned it in the class. */
        groupTeacher: z.string().nullable(),
        /** Whether the person asking assesses the pupil, and so writes the row. */
        mine: z.boolean(),
        /** By place; a place that is not here is empty. */
        cells: z.partialRecord(cellPlace, z.string()),
      }),
    ),
    /** Pupils of the class who learn another elective instead, and which: they stand in its sheet. */
    elsewhere: z.array(z.object({ name: z.string(), subjectName: z.string() })),
    may: z.array(z.string()),
  }),
});

export const saveCells = defineOperation('gradebook.saveCells', {
  method: 'POST',
  path: '/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/cells',
  summary: 'Lưu các ô điểm đã đổi: tất cả hoặc không ô nào',
  params: ofSheet,
  body: z.object({
    cells: z
      .array(
        z.object({
          pupilId: id,
          place: cellPlace,
          /** What the person saw in the cell when the change began, as text. */
          was: cellText,
          value: cellText,
        }),
      )
      .min(1, 'Chưa có ô nào để lưu.')
      .max(1200, 'Mỗi lần lưu nhiều nhất 1200 ô.'),
  }),
  answer: z.object({ saved: z.int() }),
  bodyLimit: 2 * 1024 * 1024,
});

export const getCellHistory = defineOperation('gradebook.getCellHistory', {
  method: 'GET',
  path: '/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/history',
  summary: 'Các giá trị trước đây của một ô điểm: ai sửa, lúc nào, vì sao',
  params: ofSheet,
  query: z.object({ pupilId: id, place: cellPlace }),
  answer: z.object({
    /** Newest first. */
    entries: z.array(
      z.object({
        at: z.string(),
        by: z.string().nullable(),
        before: z.string(),
        after: z.string(),
        reason: z.string().nullable(),
      }),
    ),
  }),
});

export const keepAssessment = defineOperation('gradebook.keepAssessment', {
  method: 'PUT',
  path: '/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/columns/{place}',
  summary: 'Ghi hình thức, tên bài, ngày và phân môn của một cột điểm',
  params: ofSheet.extend({ place }),
  body: z.object({
    version: z.int().min(0),
    form,
    title: z.string().trim().min(1).max(200, 'Tên bài dài nhất 200 ký tự.').normalize('NFC').nullable(),
    heldOn: day.nullable(),
    strand,
  }),
  answer: z.object({ version }),
});

export const downloadSheet = defineOperation('gradebook.downloadSheet', {
  method: 'GET',
  path: '/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/workbook',
  summary: 'Tải sổ điểm một môn của lớp (Excel), sửa xong nhập lại được',
  params: ofSheet,
  answersFile: true,
});

export const readSheet = defineOperation('gradebook.readSheet', {
  method: 'POST',
  path: '/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/workbook',
  summary: 'Nhập sổ điểm từ tệp Excel: cùng các kiểm tra như nhập trên lưới, tất cả hoặc không ô nào',
  params: ofSheet,
  takesFile: true,
  answer: z.object({
    /** Cells that differed and are now kept. */
    saved: z.int(),
    /** Rows of pupils found in the file. */
    pupils: z.int(),
  }),
});

export const sheetOperations = [
  listSheets,
  getSheet,
  saveCells,
  getCellHistory,
  keepAssessment,
  downloadSheet,
  readSheet,
];
