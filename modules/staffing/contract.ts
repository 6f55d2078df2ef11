import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();
const version = z.int().min(1);
const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);
const strand = z.string().regex(/^[a-zA-Z]{0,20}$/);
const ofYear = z.object({
  /** '2025-2026'; absent: the current year. */
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});
const ofSchool = ofYear.extend({
  /** Absent: the school the person works in. */
  schoolId: id.optional(),
});
/** A figure for each semester: periods a week. */
const bySemester = z.object({ 1: z.number(), 2: z.number() });

const cellRow = z.object({
  strand,
  staffId: id,
  periods: bySemester,
  /** Why somebody not qualified teaches it. */
  exceptionReason: z.string().trim().max(300, 'Lí do dài nhất 300 ký tự.').nullable(),
});
const assignment = cellRow.extend({ classId: id, subjectCode });

const plan = z.object({
  state: z.enum(['draft', 'published']),
  publishedAt: z.string().nullable(),
  /** After publishedAt: there are changes not yet published. */
  changedAt: z.string(),
  version,
});

export const dutyKind = z.enum([
  'teamLead',
  'deputyTeamLead',
  'pupilTeamLead',
  'deputyPupilTeamLead',
  'partySecretary',
  'unionChair',
  'youthUnionSecretary',
  'subjectRoom',
  'library',
  'equipment',
  'academicOffice',
  'counselling',
  'officeWork',
  'other',
]);

const duty = z.object({
  id,
  staffId: id,
  kind: dutyKind,
  /** Periods a week off the norm. */
  periods: z.number(),
  paid: z.boolean(),
  note: z.string().nullable(),
  version,
});

const teacher = z.object({
  id,
  name: z.string(),
  post: z.string(),
  teamId: id.nullable(),
  teamName: z.string().nullable(),
  /** Periods a week before and after reductions. */
  base: z.number(),
  norm: z.number(),
  reductions: z.array(z.object({ label: z.string(), periods: z.number() })),
  /** Mean periods a week in other schools. */
  elsewhere: z.number(),
  /** The home school of a teacher shared with this one. */
  postedFrom: z.string().nullable(),
  homerooms: z.array(z.string()),
  duties: z.array(duty),
  qualifications: z.array(z.object({ subjectCode, strand, lower: z.boolean(), upper: z.boolean() })),
});

export const getAssignments = defineOperation('staffing.getAssignments', {
  method: 'GET',
  path: '/api/staffing/assignments',
  summary: 'Phân công giảng dạy của một trường: lớp, môn, giáo viên, định mức',
  query: ofSchool,
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    plan: plan.nullable(),
    /** The staff record of the person asking, when there is one. */
    me: id.nullable(),
    mayEdit: z.boolean(),
    subjects: z.array(
      z.object({
        code: subjectCode,
        name: z.string(),
        shortName: z.string(),
        strands: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
    classes: z.array(
      z.object({
        id,
        name: z.string(),
        grade: z.int(),
        homeroomStaffId: id.nullable(),
        needs: z.array(z.object({ subjectCode, weekly: bySemester })),
      }),
    ),
    teachers: z.array(teacher),
    assignments: z.array(assignment),
  }),
});

export const saveAssignments = defineOperation('staffing.saveAssignments', {
  method: 'PUT',
  path: '/api/staffing/assignments',
  summary: 'Lưu các ô phân công đã đổi: tất cả hoặc không ô nào',
  body: ofSchool.extend({
    cells: z
      .array(
        z.object({
          classId: id,
          subjectCode,
          /** What the person saw in the cell when the change began. */
          seen: z.array(cellRow).max(20),
          rows: z.array(cellRow).max(20),
        }),
      )
      .min(1)
      .max(2000),
  }),
  answer: z.object({ plan, saved: z.int() }),
  bodyLimit: 2 * 1024 * 1024,
});

export const proposeAssignments = defineOperation('staffing.proposeAssignments', {
  method: 'GET',
  path: '/api/staffing/assignments/proposal',
  summary: 'Đề xuất phân công cho những ô còn trống, kèm lí do; không lưu gì',
  query: ofSchool.extend({
    /** Whether what is assigned now stays; else everything is dealt out anew. */
    keep: z.stringbool().default(true),
  }),
  answer: z.object({
    rows: z.array(assignment.extend({ why: z.string() })),
    shortages: z.array(
      z.object({ subjectCode, strand, periods: z.number(), posts: z.number(), message: z.string() }),
    ),
    loads: z.array(z.object({ staffId: id, load: z.number() })),
  }),
  atMost: 2,
});

export const publishAssignments = defineOperation('staffing.publishAssignments', {
  method: 'POST',
  path: '/api/staffing/assignments/publish',
  summary: 'Công bố phân công cho giáo viên của trường',
  body: ofSchool.extend({ version }),
  answer: plan,
});

export const downloadAssignmentSheet = defineOperation('staffing.downloadAssignmentSheet', {
  method: 'GET',
  path: '/api/staffing/assignments/workbook',
  summary: 'Tải phân công giảng dạy (Excel)',
  query: ofSchool,
  answersFile: true,
});

export const downloadAssignmentPaper = defineOperation('staffing.downloadAssignmentPaper', {
  method: 'GET',
  path: '/api/staffing/assignments/document',
  summary: 'Tải bảng phân công giảng dạy (Word, thể thức văn bản)',
  query: ofSchool,
  answersFile: true,
});

const dutyFields = {
  periods: z
    .number()
    .min(0, 'Số tiết giảm từ 0 đến 19.')
    .max(19, 'Số tiết giảm từ 0 đến 19.')
    .multipleOf(0.5),
  paid: z.boolean(),
  note: z.string().trim().min(1).max(300).nullable(),
};

export const createDuty = defineOperation('staffing.createDuty', {
  method: 'POST',
  path: '/api/staffing/duties',
  summary: 'Giao nhiệm vụ kiêm nhiệm cho một người',
  body: ofSchool.extend({ staffId: id, kind: dutyKind, ...dutyFields }),
  answer: duty,
});

const dutyId = z.object({ dutyId: id });

export const updateDuty = defineOperation('staffing.updateDuty', {
  method: 'PATCH',
  path: '/api/staffing/duties/{dutyId}',
  summary: 'Sửa nhiệm vụ kiêm nhiệm',
  params: dutyId,
  body: z.object({ version, ...dutyFields }),
  answer: duty,
});

export const deleteDuty = defineOperation('staffing.deleteDuty', {
  method: 'DELETE',
  path: '/api/staffing/duties/{dutyId}',
  summary: 'Thôi giao nhiệm vụ kiêm nhiệm',
  params: dutyId,
  query: z.object({ version: z.coerce.number().int().min(1) }),
});

const covered = z.object({
  need: z.number(),
  have: z.number(),
  needFte: z.number(),
  haveFte: z.number(),
});

export const getCoverage = defineOperation('staffing.getCoverage', {
  method: 'GET',
  path: '/api/staffing/coverage',
  summary: 'Thừa, thiếu giáo viên theo môn của các trường trong phạm vi',
  query: ofYear,
  answer: z.object({
    schoolYear: z.string(),
    subjects: z.array(z.object({ code: subjectCode, name: z.string(), shortName: z.string() })),
    rows: z.array(
      z.object({
        schoolId: id,
        name: z.string(),
        place: z.string().nullable(),
        classes: z.int(),
        pupils: z.int(),
        teachers: z.int(),
        /** Most teachers by TT 20/2023. */
        quota: z.number(),
        total: covered,
        /** By subject code; absent: nobody learns it there. */
        subjects: z.record(z.string(), covered),
        published: z.boolean(),
        cells: z.int(),
        complete: z.int(),
      }),
    ),
  }),
});

export const exportCoverage = defineOperation('staffing.exportCoverage', {
  method: 'GET',
  path: '/api/staffing/coverage/workbook',
  summary: 'Tải bảng thừa, thiếu giáo viên (Excel)',
  query: ofYear,
  answersFile: true,
});

/** Every operation of staffing. */
export const staffingOperations = [
  getAssignments,
  saveAssignments,
  proposeAssignments,
  publishAssignments,
  downloadAssignmentSheet,
  downloadAssignmentPaper,
  createDuty,
  updateDuty,
  deleteDuty,
  getCoverage,
  exportCoverage,
];
