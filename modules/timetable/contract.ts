import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();
const version = z.int().min(1);
const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);
const grade = z.int().min(6).max(12);
const semester = z.union([z.literal(1), z.literal(2)]);
const semesterInQuery = z.coerce.number().pipe(semester);
const half = z.enum(['morning', 'afternoon']);
const weekday = z.int().min(1, 'Chọn thứ trong tuần.').max(7, 'Chọn thứ trong tuần.');
const period = z.int().min(1, 'Tiết từ 1 đến 7.').max(7, 'Tiết từ 1 đến 7.');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ ghi như 07:30.');
const slot = z.object({ weekday, half, period });
const name = z.string().trim().min(1, 'Hãy đặt tên.').max(100, 'Tên dài nhất 100 ký tự.');
const week = z.int().min(1).max(60);
const notch = z.int().min(0).max(4);

const ofYear = z.object({
  /** '2025-2026'; absent: the current year. */
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});
const ofSchool = ofYear.extend({
  /** Absent: the school the person works or learns in. */
  schoolId: id.optional(),
});

const bell = z.object({ half, period, startsAt: time, endsAt: time });
const gradeSession = z.object({ grade, weekday, half, session: semester, periods: period });
const frame = z.object({
  bells: z.array(bell).min(1, 'Hãy khai ít nhất một tiết học.').max(14),
  sessions: z.array(gradeSession).max(84),
});
const subjectRule = z.object({
  subjectCode,
  roomKind: z.string().max(30).nullable(),
  doubles: z.int().min(0).max(5),
  mostPerDay: z.int().min(1).max(5),
  demanding: z.boolean(),
  notAfterLunch: z.boolean(),
});
const slotWish = z.object({
  of: z.enum(['staff', 'class', 'room']),
  id,
  at: slot,
  wish: z.enum(['closed', 'avoid', 'prefer']),
});
const weekEvent = z.object({
  kind: z.enum(['flag', 'class', 'activity', 'meeting']),
  name,
  at: slot,
  duration: z.int().min(1).max(5),
  grades: z.array(grade).min(1).max(7).nullable(),
  teamId: id.nullable(),
});
const goals = z.object({
  teacherGaps: notch,
  teacherHalfDays: notch,
  subjectSpread: notch,
  demandingEarly: notch,
  wishes: notch,
  evenDays: notch,
});

const ground = z.object({
  frame,
  limits: z.object({
    periodsPerSession: z.number(),
    periodsPerDay: z.number(),
    sessionsPerWeek: z.number(),
  }),
  classes: z.array(
    z.object({
      id,
      name: z.string(),
      grade: z.int(),
      twoSessions: z.boolean(),
      roomId: id.nullable(),
      homeroomStaffId: id.nullable(),
    }),
  ),
  teachers: z.array(
    z.object({ id, name: z.string(), teamId: id.nullable(), postedFrom: z.string().nullable() }),
  ),
  rooms: z.array(z.object({ id, name: z.string(), kind: z.string() })),
  subjects: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      shortName: z.string(),
      strands: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
  subjectRules: z.array(subjectRule),
  wishes: z.array(slotWish),
  events: z.array(weekEvent),
  taken: z.array(z.object({ staffId: id, school: z.string(), at: slot, duration: z.int() })),
  groupsSharing: z.array(z.array(id).length(2)),
});

const lesson = z.object({
  id,
  kind: z.enum(['lesson', 'event', 'group']),
  session: semester,
  subjectCode: z.string().nullable(),
  strand: z.string(),
  title: z.string().nullable(),
  studyGroupId: id.nullable(),
  duration: z.int(),
  classIds: z.array(id),
  staffIds: z.array(id),
  roomId: id.nullable(),
  at: slot.nullable(),
  locked: z.boolean(),
});

const figures = z.object({
  lessons: z.int(),
  unplaced: z.int(),
  mustFix: z.int(),
  warnings: z.int(),
  teacherGaps: z.int(),
  teacherHalfDays: z.int(),
  singleHalfDays: z.int(),
  splitSubjects: z.int(),
  demandingLate: z.int(),
  avoided: z.int(),
});

const finding = z.object({
  severity: z.enum(['mustFix', 'warning', 'note']),
  message: z.string(),
  link: z.string().nullable(),
});

const header = z.object({
  id,
  name: z.string(),
  state: z.enum(['candidate', 'draft', 'published', 'superseded']),
  semester,
  fromWeek: z.int().nullable(),
  toWeek: z.int().nullable(),
  parentId: id.nullable(),
  madeAt: z.string(),
  changedAt: z.string(),
  publishedAt: z.string().nullable(),
  /** null: not counted yet. */
  figures: figures.nullable(),
  version,
});

const schoolWeek = z.object({
  number: z.int(),
  semester: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
});

const solve = z.object({
  id,
  state: z.enum(['waiting', 'running', 'stopping', 'done', 'stopped', 'impossible', 'failed']),
  semester,
  seconds: z.int(),
  spentSeconds: z.number(),
  /** Best so far after so many seconds: cost of what must be kept, of the wishes, and by goal or rule. */
  progress: z.array(
    z.object({
      seconds: z.number(),
      hard: z.number(),
      soft: z.number(),
      unplaced: z.int(),
      parts: z.record(z.string(), z.number()),
    }),
  ),
  findings: z.array(finding),
  timetableId: id.nullable(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
});

const day = z.iso.date('Chọn một ngày.');

const dayChange = z.object({
  lessonId: id,
  day,
  kind: z.enum(['substituted', 'cancelled', 'online', 'madeUp']),
  /** Who stands in. */
  staffId: id.nullable(),
  /** Where it is made up. */
  madeUp: z.object({ day, half, period }).nullable(),
  /** Where an online lesson is held. */
  link: z.string().nullable(),
});

export const getSetup = defineOperation('timetable.getSetup', {
  method: 'GET',
  path: '/api/timetable/setup',
  summary:
    'Thiết lập thời khoá biểu của một trường: tiết học, buổi học, giờ đóng, hoạt động cố định, mong muốn',
  query: ofSchool.extend({ semester: semesterInQuery.optional() }),
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    semester,
    ground,
    goals,
    teams: z.array(z.object({ id, name: z.string() })),
    /** 0: the school has set nothing yet; what is shown comes from the education plan and the defaults. */
    version: z.int().min(0),
    mayEdit: z.boolean(),
    lessons: z.int(),
    findings: z.array(finding),
  }),
});

export const saveSetup = defineOperation('timetable.saveSetup', {
  method: 'PUT',
  path: '/api/timetable/setup',
  summary: 'Lưu thiết lập thời khoá biểu: những phần được gửi',
  body: ofSchool.extend({
    version: z.int().min(0),
    frame: frame.optional(),
    goals: goals.optional(),
    subjectRules: z.array(subjectRule).max(40).optional(),
    wishes: z.array(slotWish).max(5000).optional(),
    events: z.array(weekEvent).max(60).optional(),
  }),
  answer: z.object({ version }),
  bodyLimit: 2 * 1024 * 1024,
});

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
    items: z.array(header),
    solve: solve.nullable(),
    mayEdit: z.boolean(),
  }),
});

const timetableId = z.object({ timetableId: id });

export const getTimetable = defineOperation('timetable.getTimetable', {
  method: 'GET',
  path: '/api/timetable/timetables/{timetableId}',
  summary: 'Một thời khoá biểu với mọi tiết học và những gì cần để sửa',
  params: timetableId,
  answer: z.object({
    timetable: header,
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    ground,
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

export const startSolve = defineOperation('timetable.startSolve', {
  method: 'POST',
  path: '/api/timetable/solves',
  summary: 'Xếp thời khoá biểu tự động',
  body: ofSchool.extend({
    semester,
    seconds: z.int().min(1, 'Ít nhất 1 giây.').max(3600, 'Nhiều nhất một giờ.'),
    /** Begin from this timetable: locked lessons stay where they are. */
    from: id.optional(),
  }),
  answer: solve,
});

const solveId = z.object({ solveId: id });

export const getSolve = defineOperation('timetable.getSolve', {
  method: 'GET',
  path: '/api/timetable/solves/{solveId}',
  summary: 'Lần xếp đang tới đâu',
  params: solveId,
  answer: solve,
});

export const stopSolve = defineOperation('timetable.stopSolve', {
  method: 'POST',
  path: '/api/timetable/solves/{solveId}/stop',
  summary: 'Dừng xếp và lấy kết quả tốt nhất đang có',
  params: solveId,
  body: z.object({}),
  answer: solve,
});

export const getWeek = defineOperation('timetable.getWeek', {
  method: 'GET',
  path: '/api/timetable/week',
  summary: 'Thời khoá biểu đã công bố của một tuần, như người hỏi được xem',
  query: ofSchool.extend({ week: z.coerce.number().int().min(1).max(60).optional() }),
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    schoolYear: z.string(),
    week: schoolWeek.nullable(),
    weeks: z.array(schoolWeek),
    timetable: header.nullable(),
    bells: z.array(bell),
    classes: z.array(z.object({ id, name: z.string(), grade: z.int() })),
    teachers: z.array(z.object({ id, name: z.string() })),
    rooms: z.array(z.object({ id, name: z.string() })),
    subjects: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        shortName: z.string(),
        strands: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
    lessons: z.array(lesson),
    /** Whose week it is when the person asking teaches or learns here. */
    myStaffId: id.nullable(),
    myClassIds: z.array(id),
    /** Today, 'YYYY-MM-DD'. */
    today: z.string(),
    /** What does not hold as it hangs, on the days of this week, and lessons made up in it. */
    changes: z.array(dayChange),
  }),
});

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

export const makeFeedAddress = defineOperation('timetable.makeFeedAddress', {
  method: 'POST',
  path: '/api/timetable/calendar-feed',
  summary: 'Lấy địa chỉ lịch (iCalendar) của tuần học cho điện thoại; địa chỉ cũ hết hiệu lực',
  body: z.object({}),
  answer: z.object({ address: z.string() }),
  secret: true,
});

export const getCalendarFeed = defineOperation('timetable.getCalendarFeed', {
  method: 'GET',
  path: '/api/timetable/calendar/{token}',
  summary: 'Lịch tuần học (iCalendar)',
  params: z.object({ token: z.string().min(20).max(80) }),
  answersFile: true,
});

const candidate = z.object({
  staffId: id,
  nearness: z.enum(['subjectAndClass', 'subject', 'class', 'free']),
  load: z.int(),
  stoodIn: z.int(),
});

export const proposeSubstitutes = defineOperation('timetable.proposeSubstitutes', {
  method: 'GET',
  path: '/api/timetable/substitutes',
  summary: 'Đề xuất người dạy thay cho một giáo viên vắng, kèm lí do; không lưu gì',
  query: ofSchool.extend({ staffId: id, fromDay: day, toDay: day }),
  answer: z.object({
    items: z.array(
      z.object({
        lessonId: id,
        day,
        at: slot,
        title: z.string(),
        /** null: nobody is free. */
        chosen: candidate.nullable(),
        candidates: z.array(candidate),
      }),
    ),
    teachers: z.array(z.object({ id, name: z.string() })),
  }),
});

const disruption = z.object({
  id,
  kind: z.enum(['teacherAway', 'noSchool', 'online']),
  staffId: id.nullable(),
  classId: id.nullable(),
  grade: z.int().nullable(),
  siteId: id.nullable(),
  /** Whom or what it is about, in words. */
  about: z.string(),
  fromDay: day,
  toDay: day,
  endedOn: day.nullable(),
  reason: z.string(),
  link: z.string().nullable(),
  lessons: z.int(),
  cancelled: z.int(),
  version,
});

export const listDisruptions = defineOperation('timetable.listDisruptions', {
  method: 'GET',
  path: '/api/timetable/disruptions',
  summary: 'Những ngày thời khoá biểu thay đổi: người vắng, nghỉ học, học trực tuyến',
  query: ofSchool,
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    today: z.string(),
    items: z.array(disruption),
    classes: z.array(z.object({ id, name: z.string(), grade: z.int() })),
    teachers: z.array(z.object({ id, name: z.string() })),
    sites: z.array(z.object({ id, name: z.string() })),
    mayEdit: z.boolean(),
  }),
});

export const recordDisruption = defineOperation('timetable.recordDisruption', {
  method: 'POST',
  path: '/api/timetable/disruptions',
  summary: 'Ghi thay đổi của một số ngày và báo cho người liên quan',
  body: ofSchool.extend({
    kind: z.enum(['teacherAway', 'noSchool', 'online']),
    staffId: id.nullable().default(null),
    classId: id.nullable().default(null),
    grade: grade.nullable().default(null),
    siteId: id.nullable().default(null),
    fromDay: day,
    toDay: day,
    reason: z.string().trim().min(1, 'Hãy ghi lí do.').max(300),
    link: z
      .string()
      .trim()
      .max(500)
      .regex(/^https:\/\/\S+$/, 'Đường dẫn bắt đầu bằng https://')
      .nullable()
      .default(null),
    /** Who stands in for which lesson; a lesson not named here falls away. */
    substitutes: z
      .array(z.object({ lessonId: id, day, staffId: id }))
      .max(500)
      .default([]),
  }),
  answer: z.object({ disruption, told: z.int() }),
});

const disruptionId = z.object({ disruptionId: id });

export const endDisruption = defineOperation('timetable.endDisruption', {
  method: 'POST',
  path: '/api/timetable/disruptions/{disruptionId}/end',
  summary: 'Trở lại bình thường từ một ngày, báo cho người liên quan',
  params: disruptionId,
  body: z.object({ version, fromDay: day }),
  answer: z.object({ disruption, told: z.int() }),
});

export const makeUpLessons = defineOperation('timetable.makeUpLessons', {
  method: 'POST',
  path: '/api/timetable/disruptions/{disruptionId}/make-up',
  summary: 'Xếp dạy bù các tiết đã nghỉ vào giờ trống sớm nhất của lớp và giáo viên',
  params: disruptionId,
  body: z.object({ version, /** Last day for making up. */ untilDay: day }),
  answer: z.object({ disruption, placed: z.int(), left: z.int(), told: z.int() }),
});

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
});

export const getBoard = defineOperation('timetable.getBoard', {
  method: 'GET',
  path: '/api/timetable/board',
  summary:
    'Thời khoá biểu của các trường trong phạm vi: công bố, dạy hai buổi, lỗi, tiết trống của giáo viên',
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

/** Every operation of the timetable. */
export const timetableOperations = [
  getSetup,
  saveSetup,
  listTimetables,
  getTimetable,
  createTimetable,
  renameTimetable,
  deleteTimetable,
  saveLessons,
  bePresent,
  publishTimetable,
  startSolve,
  getSolve,
  stopSolve,
  getWeek,
  downloadPdf,
  downloadWorkbook,
  importTimetable,
  makeFeedAddress,
  getCalendarFeed,
  proposeSubstitutes,
  listDisruptions,
  recordDisruption,
  endDisruption,
  makeUpLessons,
  getBoard,
  exportBoard,
];
