import { z } from 'zod';
import { defineOperation, type Operation } from '#platform/api';
import { givenRows, rowShapes, storedRows, teamRowShapes } from './contract/rows.ts';

const id = z.uuid();
const day = z.iso.date();
const moment = z.iso.datetime({ offset: true }).nullable();
const version = z.int().min(1);
const note = (most: number) =>
  z.string().trim().min(1, 'Hãy ghi nội dung.').max(most, `Dài nhất ${most} ký tự.`);
const yearQuery = z.object({
  /** '2025-2026'; absent: the current year. */
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});
const state = z.enum(['draft', 'proposed', 'approved', 'acknowledged', 'published', 'superseded']);
const planId = z.object({ planId: id });
const teamOfPlan = z.object({ planId: id, teamId: id });
const step = z.enum(['edit', 'propose', 'approve', 'return', 'acknowledge', 'publish', 'amend']);

const planItem = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  schoolYear: z.string(),
  revision: z.int(),
  state,
  amendmentReason: z.string().nullable(),
  publishedAt: moment,
  version,
});
const finding = z.object({
  rule: z.string(),
  /** The rule in words, with its source. */
  ruleName: z.string(),
  severity: z.enum(['mustFix', 'warning']),
  place: z.string(),
  message: z.string(),
});
const figures = z.object({
  classes: z.array(
    z.object({
      grade: z.int(),
      classes: z.int(),
      twoSessions: z.int(),
      pupils: z.int(),
      female: z.int(),
      ethnic: z.int(),
    }),
  ),
  managers: z.int(),
  teachers: z.int(),
  employees: z.int(),
  femaleStaff: z.int(),
  belowStandard: z.int(),
  classrooms: z.int(),
  subjectRooms: z.int(),
  /** By subject: periods a week, teachers wanted by the norm, teachers there are. */
  staff: z.array(
    z.object({ subjectCode: z.string(), periods: z.number(), wanted: z.number(), present: z.number() }),
  ),
});
const done = z.object({ id, state, version });

export const listPlans = defineOperation('educationPlan.listPlans', {
  method: 'GET',
  path: '/api/education-plans',
  summary: 'Các bản kế hoạch giáo dục của trường trong năm học, bản mới nhất trước',
  query: yearQuery,
  answer: z.object({
    items: z.array(planItem),
    /** Whether the school of the person has a published plan of the year before to start from. */
    lastYear: z.boolean(),
    /** Guidance of the department and the commune that is in force. */
    guidance: z.array(
      z.object({ unitName: z.string(), title: z.string(), body: z.string(), publishBy: day.nullable() }),
    ),
  }),
});

export const draftPlan = defineOperation('educationPlan.draftPlan', {
  method: 'POST',
  path: '/api/education-plans',
  summary: 'Lập dự thảo kế hoạch giáo dục của trường từ khung chung hoặc từ năm trước',
  body: yearQuery.extend({ from: z.enum(['framework', 'lastYear']) }),
  answer: done,
});

export const getPlan = defineOperation('educationPlan.getPlan', {
  method: 'GET',
  path: '/api/education-plans/{planId}',
  summary: 'Một bản kế hoạch: nội dung, số liệu, kiểm tra, phần của các tổ',
  params: planId,
  answer: z.object({
    plan: planItem.extend({
      unitCode: z.string(),
      managedBy: z.string().nullable(),
      councilMinute: z.string().nullable(),
      basedOn: id.nullable(),
      calendar: z.object({ lessonsFrom: day, semester1To: day, semester2From: day, lessonsTo: day }),
      warningsReason: z.string().nullable(),
      returnedNote: z.string().nullable(),
      acknowledgementNote: z.string().nullable(),
      draftedAt: moment,
      proposedAt: moment,
      approvedAt: moment,
      acknowledgedAt: moment,
    }),
    may: z.array(step),
    rows: storedRows(rowShapes),
    figures,
    classes: z.array(z.object({ id, name: z.string(), grade: z.int() })),
    subjects: z.array(z.object({ code: z.string(), name: z.string(), shortName: z.string() })),
    findings: z.array(finding),
    teams: z.array(
      z.object({
        id,
        name: z.string(),
        state: z.enum(['draft', 'proposed', 'returned', 'accepted']),
        note: z.string().nullable(),
        lessons: z.int(),
        tests: z.int(),
        activities: z.int(),
        version: z.int(),
      }),
    ),
    readings: z.array(z.object({ role: z.string(), read: z.int(), people: z.int() })),
    /** Whether the person asking has confirmed having read it. */
    readByMe: z.boolean(),
  }),
});

export const updateCalendar = defineOperation('educationPlan.updateCalendar', {
  method: 'PATCH',
  path: '/api/education-plans/{planId}',
  summary: 'Sửa thời gian năm học của trường trong kế hoạch',
  params: planId,
  body: z.object({ version, lessonsFrom: day, semester1To: day, semester2From: day, lessonsTo: day }),
  answer: done,
});

export const saveRows = defineOperation('educationPlan.saveRows', {
  method: 'PUT',
  path: '/api/education-plans/{planId}/rows',
  summary: 'Lưu tất cả dòng của một phần kế hoạch',
  params: planId,
  body: z.discriminatedUnion('part', [
    givenRows('sections', rowShapes.sections, 40),
    givenRows('targets', rowShapes.targets, 200),
    givenRows('periods', rowShapes.periods, 600),
    givenRows('dayLoads', rowShapes.dayLoads, 200),
    givenRows('secondSession', rowShapes.secondSession, 300),
    givenRows('activities', rowShapes.activities, 300),
    givenRows('integratedTopics', rowShapes.integratedTopics, 500),
  ]),
  answer: done,
});

export const proposePlan = defineOperation('educationPlan.proposePlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/propose',
  summary: 'Trình hiệu trưởng duyệt kế hoạch',
  params: planId,
  body: z.object({ version }),
  answer: done,
});

export const approvePlan = defineOperation('educationPlan.approvePlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/approve',
  summary: 'Duyệt kế hoạch; còn cảnh báo thì phải ghi lí do',
  params: planId,
  body: z.object({ version, warningsReason: z.string().trim().max(2000).optional() }),
  answer: done,
});

export const returnPlan = defineOperation('educationPlan.returnPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/return',
  summary: 'Trả lại kế hoạch để sửa, kèm ý kiến',
  params: planId,
  body: z.object({ version, note: note(2000) }),
  answer: done,
});

export const acknowledgePlan = defineOperation('educationPlan.acknowledgePlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/acknowledge',
  summary: 'Cấp quản lí ghi nhận kế hoạch của trường',
  params: planId,
  body: z.object({ version, note: z.string().trim().max(2000).optional() }),
  answer: done,
});

export const publishPlan = defineOperation('educationPlan.publishPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/publish',
  summary: 'Công khai kế hoạch cho giáo viên, học sinh, cha mẹ và trang công khai',
  params: planId,
  body: z.object({ version }),
  answer: done,
});

export const amendPlan = defineOperation('educationPlan.amendPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/amend',
  summary: 'Lập bản điều chỉnh trong năm: lí do và biên bản họp hội đồng',
  params: planId,
  body: z.object({ reason: note(1000), minute: note(300) }),
  answer: done,
});

export const confirmReading = defineOperation('educationPlan.confirmReading', {
  method: 'POST',
  path: '/api/education-plans/{planId}/readings',
  summary: 'Xác nhận đã đọc kế hoạch',
  params: planId,
  answer: z.object({ id }),
});

export const comparePlan = defineOperation('educationPlan.comparePlan', {
  method: 'GET',
  path: '/api/education-plans/{planId}/differences',
  summary: 'Điểm khác so với bản trước',
  params: planId,
  answer: z.object({
    before: z.int().nullable(),
    parts: z.array(
      z.object({
        part: z.string(),
        differences: z.array(
          z.object({
            what: z.enum(['added', 'removed', 'changed']),
            /** The row in words, before and after. */
            before: z.string().nullable(),
            after: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const downloadPlan = defineOperation('educationPlan.downloadPlan', {
  method: 'GET',
  path: '/api/education-plans/{planId}/file',
  summary: 'Kế hoạch ra tệp: Word, PDF, phụ lục 1, 2 của tổ, bảng tiết Excel',
  params: planId,
  query: z.object({
    kind: z.enum(['docx', 'pdf', 'xlsx', 'annex1', 'annex2', 'annex3', 'annex4']),
    /** Of annexes 1 and 2. */
    teamId: id.optional(),
    /** Of annexes 3 and 4; absent: the person's own. */
    staffId: id.optional(),
  }),
  answersFile: true,
});

export const getTeamPlan = defineOperation('educationPlan.getTeamPlan', {
  method: 'GET',
  path: '/api/education-plans/{planId}/teams/{teamId}',
  summary: 'Phụ lục 1 và 2 của một tổ',
  params: teamOfPlan,
  answer: z.object({
    team: z.object({ id, name: z.string() }),
    state: z.enum(['draft', 'proposed', 'returned', 'accepted']),
    note: z.string().nullable(),
    version: z.int(),
    mayEdit: z.boolean(),
    mayPropose: z.boolean(),
    mayDecide: z.boolean(),
    rows: storedRows(teamRowShapes),
    /** Strands of integrated subjects, each once. */
    strands: z.array(z.object({ code: z.string(), name: z.string() })),
    subjects: z.array(z.object({ code: z.string(), name: z.string() })),
    /** Periods planned and periods in Annex 1, of the subjects this team writes. */
    sums: z.array(
      z.object({
        grade: z.int(),
        subjectCode: z.string(),
        planned: z.int(),
        written: z.int(),
        tests: z.int(),
      }),
    ),
  }),
});

export const saveTeamRows = defineOperation('educationPlan.saveTeamRows', {
  method: 'PUT',
  path: '/api/education-plans/{planId}/teams/{teamId}/rows',
  summary: 'Lưu tất cả dòng của một phần phụ lục của tổ',
  params: teamOfPlan,
  body: z.discriminatedUnion('part', [
    givenRows('lessons', teamRowShapes.lessons, 3000),
    givenRows('tests', teamRowShapes.tests, 400),
    givenRows('teamActivities', teamRowShapes.teamActivities, 300),
  ]),
  bodyLimit: 4 * 1024 * 1024,
  answer: z.object({ version: z.int() }),
});

export const proposeTeamPlan = defineOperation('educationPlan.proposeTeamPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/teams/{teamId}/propose',
  summary: 'Tổ trưởng trình phụ lục của tổ',
  params: teamOfPlan,
  body: z.object({ version: z.int().min(0) }),
  answer: z.object({ version: z.int() }),
});

export const decideTeamPlan = defineOperation('educationPlan.decideTeamPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/teams/{teamId}/decide',
  summary: 'Duyệt hoặc trả lại phụ lục của tổ',
  params: teamOfPlan,
  body: z.object({
    version,
    decision: z.enum(['accept', 'return']),
    note: z.string().trim().max(2000).optional(),
  }),
  answer: z.object({ version: z.int() }),
});

const teacherRow = z.object({
  id,
  lessonId: id,
  grade: z.int(),
  subjectCode: z.string(),
  title: z.string(),
  /** Name of the strand; null: the whole subject. */
  strand: z.string().nullable(),
  periods: z.int(),
  week: z.int(),
  equipment: z.string().nullable(),
  place: z.string().nullable(),
});

export const getTeacherPlan = defineOperation('educationPlan.getTeacherPlan', {
  method: 'GET',
  path: '/api/education-plans/{planId}/teacher-plan',
  summary: 'Phụ lục 3 của một giáo viên',
  params: planId,
  query: z.object({ staffId: id.optional() }),
  answer: z.object({
    staff: z.object({ id, name: z.string() }),
    mine: z.boolean(),
    rows: z.array(teacherRow),
    subjects: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
});

export const drawTeacherPlan = defineOperation('educationPlan.drawTeacherPlan', {
  method: 'POST',
  path: '/api/education-plans/{planId}/teacher-plan',
  summary: 'Lấy các bài của Phụ lục 1 theo phân công giảng dạy vào Phụ lục 3 của mình',
  params: planId,
  /** `removed`: lessons of a strand that somebody else teaches. */
  answer: z.object({ added: z.int(), removed: z.int() }),
});

export const saveTeacherPlan = defineOperation('educationPlan.saveTeacherPlan', {
  method: 'PUT',
  path: '/api/education-plans/{planId}/teacher-plan',
  summary: 'Lưu tuần, thiết bị, địa điểm của Phụ lục 3 của mình',
  params: planId,
  body: z.object({
    rows: z
      .array(
        z.object({
          id,
          week: z.int().min(1, 'Tuần từ 1 đến 35.').max(35, 'Tuần từ 1 đến 35.'),
          equipment: z.string().trim().max(500).nullable(),
          place: z.string().trim().max(200).nullable(),
        }),
      )
      .max(2000),
  }),
  answer: z.object({ saved: z.int() }),
});

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

export const getPublicPlan = defineOperation('educationPlan.getPublicPlan', {
  method: 'GET',
  path: '/api/public/education-plans/{schoolCode}',
  summary: 'Kế hoạch đã công khai của một trường, không cần đăng nhập',
  params: z.object({ schoolCode: z.string().max(60) }),
  query: yearQuery,
  answer: z.object({
    school: z.string(),
    schoolYear: z.string(),
    revision: z.int(),
    publishedOn: day,
    amendmentReason: z.string().nullable(),
    calendar: z.object({ lessonsFrom: day, semester1To: day, semester2From: day, lessonsTo: day }),
    figures: figures.nullable(),
    sections: z.array(z.object({ title: z.string(), body: z.string() })),
    targets: z.array(rowShapes.targets),
    periods: z.array(
      z.object({
        grade: z.int(),
        className: z.string().nullable(),
        subject: z.string(),
        semester1: z.int(),
        semester2: z.int(),
      }),
    ),
    secondSession: z.array(
      z.object({
        grade: z.int(),
        content: z.string(),
        subject: z.string().nullable(),
        periodsPerWeek: z.number(),
        groupSize: z.int(),
        funding: z.string(),
      }),
    ),
    activities: z.array(
      z.object({
        title: z.string(),
        grades: z.string().nullable(),
        startsOn: day,
        endsOn: day,
        place: z.string().nullable(),
      }),
    ),
  }),
});

/** Every operation of the school education plan. */
export const educationPlanOperations = [
  listPlans,
  draftPlan,
  getBoard,
  exportBoard,
  getGuidance,
  saveGuidance,
  publishGuidance,
  getPlan,
  updateCalendar,
  saveRows,
  proposePlan,
  approvePlan,
  returnPlan,
  acknowledgePlan,
  publishPlan,
  amendPlan,
  confirmReading,
  comparePlan,
  downloadPlan,
  getTeamPlan,
  saveTeamRows,
  proposeTeamPlan,
  decideTeamPlan,
  getTeacherPlan,
  drawTeacherPlan,
  saveTeacherPlan,
  getPublicPlan,
] as Operation[];
