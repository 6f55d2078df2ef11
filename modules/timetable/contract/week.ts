import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  bell,
  day,
  half,
  header,
  id,
  lesson,
  ofSchool,
  period,
  schoolWeek,
  subject,
  weeks,
} from './pieces.ts';

const dayChange = z.object({
  lessonId: id,
  day,
  /** heldByOthers: a teacher of it is away, nobody stands in, and those who teach it too still do. */
  kind: z.enum(['substituted', 'heldByOthers', 'cancelled', 'online', 'madeUp', 'moved']),
  /** Those of its teachers who are away, and who stands in for each (null: nobody). */
  absent: z.array(z.object({ staffId: id, standInId: id.nullable() })),
  /** When it is held instead: made up later, or moved. */
  to: z.object({ day, half, period }).nullable(),
  /** Of a moved lesson: its room there; null: as ever. */
  roomId: id.nullable(),
  /** Where an online lesson is held. */
  link: z.string().nullable(),
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
    /** What the school calls this week when lessons take turns; null: they do not. */
    letter: z.enum(['A', 'B']).nullable(),
    frame: z.object({ weekA: weeks }),
    bells: z.array(bell),
    classes: z.array(z.object({ id, name: z.string(), grade: z.int() })),
    teachers: z.array(z.object({ id, name: z.string() })),
    rooms: z.array(z.object({ id, name: z.string() })),
    subjects: z.array(subject),
    /** Those of the week, and those of other weeks that are made up in it, without a place (`at` null). */
    lessons: z.array(lesson),
    /** Whose week it is when the person asking teaches or learns here. */
    myStaffId: id.nullable(),
    myClassIds: z.array(id),
    /** Classes whose calendar the person may give away. */
    feedClassIds: z.array(id),
    /** Today, 'YYYY-MM-DD'. */
    today: z.string(),
    /** What does not hold as it hangs, on the days of this week, and lessons made up in it. */
    changes: z.array(dayChange),
  }),
});

export const makeFeedAddress = defineOperation('timetable.makeFeedAddress', {
  method: 'POST',
  path: '/api/timetable/calendar-feed',
  summary: 'Lấy địa chỉ lịch (iCalendar) của tuần học, của mình hoặc của một lớp; địa chỉ cũ hết hiệu lực',
  body: z.object({
    /** Whose calendar; null: the own. */
    classId: id.nullable().default(null),
  }),
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

/** Every operation of this part. */
export const weekOperations = [getWeek, makeFeedAddress, getCalendarFeed];
