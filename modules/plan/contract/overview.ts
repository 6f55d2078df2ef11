import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { date, id, instant, ofSchoolYear, schoolLevel, shownState, stateCounts, unitRef } from './pieces.ts';

export const boardQuery = ofSchoolYear.extend({
  /** Rows: communes with their schools inside, schools, or the parts of one unit. */
  rows: z.enum(['communes', 'schools', 'divisions', 'all']).default('communes'),
  columns: z.enum(['section', 'month', 'duty']).default('section'),
  /** Drill down: only this unit and what it reaches. */
  unitId: id.optional(),
  dutyId: id.optional(),
  section: z.string().max(300).optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  level: schoolLevel.optional(),
  show: z.enum(['all', 'overdue', 'blocked']).default('all'),
});

export const getBoard = defineOperation('plan.getBoard', {
  method: 'GET',
  path: '/api/plan/board',
  summary: 'Bảng theo dõi: đơn vị × nhiệm vụ',
  query: boardQuery,
  answer: z.object({
    document: z.object({ id, title: z.string() }).nullable(),
    /** The unit that was drilled into. */
    unit: unitRef.nullable(),
    /** What the board can be narrowed to: parts and months of the whole plan. */
    choices: z.object({
      sections: z.array(z.object({ key: z.string(), title: z.string() })),
      months: z.array(z.string()),
    }),
    columns: z.array(z.object({ key: z.string(), label: z.string(), title: z.string() })),
    rows: z.array(
      z.object({
        unit: unitRef,
        total: stateCounts,
        /** One per column; null: nothing is asked of this unit there. */
        cells: z.array(stateCounts.nullable()),
      }),
    ),
    total: stateCounts,
  }),
});

export const exportBoard = defineOperation('plan.exportBoard', {
  method: 'GET',
  path: '/api/plan/board.xlsx',
  summary: 'Bảng theo dõi ra Excel',
  query: boardQuery,
  answersFile: true,
});

/** The assignments behind a cell: what is late and who can unblock it. */
export const listBoardCell = defineOperation('plan.listBoardCell', {
  method: 'GET',
  path: '/api/plan/board/cell',
  summary: 'Các việc trong một ô của bảng',
  query: ofSchoolYear.extend({
    unitId: id,
    /** With them: exactly the row of the board with these rows, drilled into this unit. Without: the unit and all it reaches. */
    rows: boardQuery.shape.rows.unwrap().optional(),
    within: id.optional(),
    level: schoolLevel.optional(),
    dutyId: id.optional(),
    section: z.string().max(300).optional(),
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .optional(),
    show: z.enum(['all', 'overdue', 'blocked']).default('all'),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        id,
        code: z.string(),
        title: z.string(),
        unit: unitRef,
        role: z.string(),
        shown: shownState,
        dueOn: date,
        blocked: z.boolean(),
        /** Who can move it: holders of the role in the unit, or the unit above when it is blocked. */
        responsible: z.array(
          z.object({ name: z.string(), role: z.string(), unit: z.string(), phone: z.string().nullable() }),
        ),
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
});

export const getCalendar = defineOperation('plan.getCalendar', {
  method: 'GET',
  path: '/api/plan/calendar',
  summary: 'Lịch nhiệm vụ theo tháng trong phạm vi của mình',
  query: ofSchoolYear.extend({ from: date.optional(), to: date.optional() }),
  answer: z.object({
    months: z.array(
      z.object({
        month: z.string(),
        entries: z.array(
          z.object({
            dutyId: id,
            code: z.string(),
            kind: z.string(),
            title: z.string(),
            startsOn: date,
            dueOn: date,
            responsible: z.array(z.string()),
            counts: stateCounts,
            /** The person's own assignment of this duty, when there is one. */
            assignmentId: id.nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const search = defineOperation('plan.search', {
  method: 'GET',
  path: '/api/search',
  summary: 'Tìm nhiệm vụ, đơn vị, người (không cần dấu)',
  query: ofSchoolYear.extend({ q: z.string().trim().min(1).max(100) }),
  answer: z.object({
    results: z.array(
      z.object({
        kind: z.enum(['assignment', 'duty', 'unit', 'person', 'officialDocument']),
        id,
        title: z.string(),
        detail: z.string(),
        link: z.string(),
      }),
    ),
  }),
});

export const listNotices = defineOperation('plan.listNotices', {
  method: 'GET',
  path: '/api/plan/notices',
  summary: 'Thông báo của tôi',
  query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30) }),
  answer: z.object({
    unread: z.int(),
    items: z.array(
      z.object({
        id,
        kind: z.string(),
        title: z.string(),
        body: z.string(),
        link: z.string(),
        at: instant,
        readAt: instant.nullable(),
      }),
    ),
  }),
});

export const readNotices = defineOperation('plan.readNotices', {
  method: 'POST',
  path: '/api/plan/notices/read',
  summary: 'Đánh dấu đã đọc',
  body: z.object({ ids: z.array(id).max(500).nullable() }),
  answer: z.object({ read: z.int() }),
});

export const makeFeedAddress = defineOperation('plan.makeFeedAddress', {
  method: 'POST',
  path: '/api/plan/calendar-feed',
  summary: 'Lập địa chỉ lịch cá nhân (iCalendar); địa chỉ cũ hết hiệu lực',
  answer: z.object({ address: z.string() }),
});

export const getCalendarFeed = defineOperation('plan.getCalendarFeed', {
  method: 'GET',
  path: '/api/calendar/{token}',
  summary: 'Lịch cá nhân dạng iCalendar, biết địa chỉ mới xem được',
  params: z.object({ token: z.string().min(20).max(100) }),
  answersFile: true,
});

export const listIndicators = defineOperation('plan.listIndicators', {
  method: 'GET',
  path: '/api/plan/indicators',
  summary: 'Chỉ số của các đơn vị trong phạm vi của mình',
  query: z.object({ indicator: z.string().max(100).optional(), unitId: id.optional() }),
  answer: z.object({
    indicators: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        description: z.string(),
        unitKinds: z.array(z.string()),
        direction: z.enum(['atLeast', 'atMost']),
        source: z.string(),
        /** Duties of the plan in force that it settles, with the value that settles them. */
        duties: z.array(z.object({ id, code: z.string(), title: z.string(), threshold: z.number() })),
        values: z.array(
          z.object({
            unit: unitRef,
            value: z.number().nullable(),
            numerator: z.number().nullable(),
            denominator: z.number().nullable(),
            computedAt: instant,
          }),
        ),
      }),
    ),
  }),
});

export const overviewOperations = [
  getBoard,
  exportBoard,
  listBoardCell,
  getCalendar,
  search,
  listNotices,
  readNotices,
  makeFeedAddress,
  getCalendarFeed,
  listIndicators,
];
