import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { id, planId, version } from './pieces.ts';
import { givenRows, storedRows, teamRowShapes } from './rows.ts';

const teamOfPlan = z.object({ planId: id, teamId: id });

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

/** Annexes 1 to 3: of a team, of a teacher. */
export const teamPlanOperations = [
  getTeamPlan,
  saveTeamRows,
  proposeTeamPlan,
  decideTeamPlan,
  getTeacherPlan,
  drawTeacherPlan,
  saveTeacherPlan,
];
