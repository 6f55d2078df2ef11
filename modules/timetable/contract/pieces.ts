import { z } from 'zod';

export const id = z.uuid();

export const version = z.int().min(1);

const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);

export const grade = z.int().min(6).max(12);

export const semester = z.union([z.literal(1), z.literal(2)]);

export const semesterInQuery = z.coerce.number().pipe(semester);

export const weeks = z.enum(['odd', 'even']);

export const half = z.enum(['morning', 'afternoon']);

const weekday = z.int().min(1, 'Chọn thứ trong tuần.').max(7, 'Chọn thứ trong tuần.');

export const period = z.int().min(1, 'Tiết từ 1 đến 7.').max(7, 'Tiết từ 1 đến 7.');

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ ghi như 07:30.');

export const slot = z.object({ weekday, half, period });

export const name = z.string().trim().min(1, 'Hãy đặt tên.').max(100, 'Tên dài nhất 100 ký tự.');

export const week = z.int().min(1).max(60);

const notch = z.int().min(0).max(4);

export const ofYear = z.object({
  /** '2025-2026'; absent: the current year. */
  schoolYear: z
    .string()
    .regex(/^\d{4}-\d{4}$/)
    .optional(),
});

export const ofSchool = ofYear.extend({
  /** Absent: the school the person works or learns in. */
  schoolId: id.optional(),
});

export const bell = z.object({ half, period, startsAt: time, endsAt: time });

export const gradeSession = z.object({ grade, weekday, half, session: semester, periods: period });

export const frame = z.object({
  bells: z.array(bell).min(1, 'Hãy khai ít nhất một tiết học.').max(14),
  sessions: z.array(gradeSession).max(84),
  /** Most classes that may stay over noon on a day; null: no limit. */
  noonClasses: z.int().min(0, 'Ghi số lớp từ 0.').max(200, 'Nhiều nhất 200 lớp.').nullable(),
  /** Free periods for the way between two sites of the school. */
  travelPeriods: z.int().min(0).max(3, 'Nhiều nhất 3 tiết.'),
  /** Which weeks of the school year are called week A. */
  weekA: weeks.default('odd'),
});

export const subjectRule = z.object({
  subjectCode,
  roomKind: z.string().max(30).nullable(),
  /** What the room must have, by name. */
  equipment: z.array(z.string().trim().min(1).max(40)).max(10).default([]),
  doubles: z.int().min(0).max(5),
  mostPerDay: z.int().min(1).max(5),
  demanding: z.boolean(),
  notAfterLunch: z.boolean(),
  /** Half a period a week is taught every other week instead of being rounded. */
  alternates: z.boolean().default(false),
});

export const slotWish = z.object({
  of: z.enum(['staff', 'class', 'room']),
  id,
  at: slot,
  wish: z.enum(['closed', 'avoid', 'prefer']),
});

export const weekEvent = z.object({
  kind: z.enum(['flag', 'class', 'activity', 'meeting']),
  name,
  at: slot,
  duration: z.int().min(1).max(5),
  grades: z.array(grade).min(1).max(7).nullable(),
  teamId: id.nullable(),
});

export const goals = z.object({
  teacherGaps: notch,
  teacherHalfDays: notch,
  subjectSpread: notch,
  demandingEarly: notch,
  wishes: notch,
  evenDays: notch,
  longRuns: notch,
  teacherRest: notch,
  fairShare: notch,
  stability: notch,
});

export const subject = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  strands: z.array(z.object({ code: z.string(), name: z.string() })),
});

export const ground = z.object({
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
      siteId: id.nullable(),
      pupils: z.int(),
      homeroomStaffId: id.nullable(),
    }),
  ),
  teachers: z.array(
    z.object({ id, name: z.string(), teamId: id.nullable(), postedFrom: z.string().nullable() }),
  ),
  rooms: z.array(
    z.object({
      id,
      name: z.string(),
      kind: z.string(),
      capacity: z.int().nullable(),
      equipment: z.array(z.string()),
      siteId: id.nullable(),
    }),
  ),
  subjects: z.array(subject),
  subjectRules: z.array(subjectRule),
  wishes: z.array(slotWish),
  events: z.array(weekEvent),
  taken: z.array(
    z.object({ staffId: id, school: z.string(), weeks: weeks.nullable(), at: slot, duration: z.int() }),
  ),
  groups: z.array(z.object({ id, pupils: z.int() })),
  groupsSharing: z.array(z.array(id).length(2)),
});

export const lesson = z.object({
  id,
  kind: z.enum(['lesson', 'event', 'group']),
  session: semester,
  subjectCode: z.string().nullable(),
  strand: z.string(),
  title: z.string().nullable(),
  studyGroupId: id.nullable(),
  /** In odd or even weeks of the school year only; null: every week. */
  weeks: weeks.nullable(),
  /** Lessons with the same one start together; null: by itself. */
  block: z.string().nullable(),
  duration: z.int(),
  classIds: z.array(id),
  staffIds: z.array(id),
  roomId: id.nullable(),
  at: slot.nullable(),
  locked: z.boolean(),
});

export const figures = z.object({
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

export const finding = z.object({
  severity: z.enum(['mustFix', 'warning', 'note']),
  message: z.string(),
  link: z.string().nullable(),
});

export const header = z.object({
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

export const schoolWeek = z.object({
  number: z.int(),
  semester: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
});

export const day = z.iso.date('Chọn một ngày.');
