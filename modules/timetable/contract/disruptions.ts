import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { day, grade, half, id, ofSchool, period, slot, version } from './pieces.ts';

const candidate = z.object({
  staffId: id,
  nearness: z.enum(['subjectAndGrade', 'subject', 'class', 'free']),
  /** Own periods on that day, periods stood in for this year; whether the teacher would come for this alone. */
  load: z.int(),
  stoodIn: z.int(),
  comesSpecially: z.boolean(),
});

const dayPlace = z.object({ day, half, period, roomId: id.nullable() });
const dayMove = z.object({ lessonId: id, from: dayPlace, to: dayPlace });

export const proposeSubstitutes = defineOperation('timetable.proposeSubstitutes', {
  method: 'GET',
  path: '/api/timetable/substitutes',
  summary: 'Đề xuất người dạy thay cho một giáo viên vắng, kèm lí do; không lưu gì',
  query: ofSchool.extend({ staffId: id, fromDay: day, toDay: day }),
  answer: z.object({
    items: z.array(
      z.object({
        lessonId: id,
        /** The day it hangs on, which names it, and on which it is held: another one when it was moved or is made up. */
        day,
        heldOn: day,
        at: slot,
        /** Periods. */
        duration: z.int(),
        title: z.string(),
        /** Teacher of the lesson for whom the absent was to stand in; null: the absent teaches it. */
        standsInFor: id.nullable(),
        /** Who holds it when nobody stands in: those who teach it too. Empty: then it falls away. */
        heldBy: z.array(id),
        /** null: nobody is free, or nobody is needed. */
        chosen: candidate.nullable(),
        candidates: z.array(candidate),
        /** Teachers who cannot: taken at that time, or with a full day. */
        busy: z.int(),
        full: z.int(),
      }),
    ),
    teachers: z.array(z.object({ id, name: z.string() })),
  }),
});

export const proposeMoves = defineOperation('timetable.proposeMoves', {
  method: 'GET',
  path: '/api/timetable/moves',
  summary: 'Đề xuất dời ít tiết nhất khi một giáo viên vắng hoặc một phòng đóng; không lưu gì',
  query: ofSchool.extend({ staffId: id.optional(), roomId: id.optional(), fromDay: day, toDay: day }),
  answer: z.object({
    weeks: z.array(
      z.object({
        week: z.int(),
        /** proved: no fewer lessons can be moved; found: perhaps fewer; impossible, open: no way was found. */
        outcome: z.enum(['nothing', 'proved', 'found', 'impossible', 'open']),
        /** Fewer moves than these there cannot be. */
        lowerBound: z.int(),
        moves: z.array(dayMove.extend({ title: z.string() })),
        /** Why there is no way, in words. */
        reason: z.string().nullable(),
      }),
    ),
    rooms: z.array(z.object({ id, name: z.string() })),
  }),
});

const disruption = z.object({
  id,
  kind: z.enum(['teacherAway', 'roomClosed', 'noSchool', 'online']),
  staffId: id.nullable(),
  classId: id.nullable(),
  grade: z.int().nullable(),
  siteId: id.nullable(),
  roomId: id.nullable(),
  /** Whom or what it is about, in words. */
  about: z.string(),
  fromDay: day,
  toDay: day,
  endedOn: day.nullable(),
  reason: z.string(),
  link: z.string().nullable(),
  /** Periods that are changed, and of them those that fall away, are moved, made up. */
  lessons: z.int(),
  cancelled: z.int(),
  moved: z.int(),
  madeUp: z.int(),
  /** Last day on which one of its lessons is made up. */
  madeUpTo: day.nullable(),
  version,
});

export const listDisruptions = defineOperation('timetable.listDisruptions', {
  method: 'GET',
  path: '/api/timetable/disruptions',
  summary: 'Những ngày thời khoá biểu thay đổi: người vắng, phòng đóng, nghỉ học, học trực tuyến',
  query: ofSchool,
  answer: z.object({
    school: z.object({ id, name: z.string() }),
    today: z.string(),
    items: z.array(disruption),
    classes: z.array(z.object({ id, name: z.string(), grade: z.int() })),
    teachers: z.array(z.object({ id, name: z.string() })),
    sites: z.array(z.object({ id, name: z.string() })),
    rooms: z.array(z.object({ id, name: z.string() })),
    mayEdit: z.boolean(),
  }),
});

export const recordDisruption = defineOperation('timetable.recordDisruption', {
  method: 'POST',
  path: '/api/timetable/disruptions',
  summary: 'Ghi thay đổi của một số ngày và báo cho người liên quan',
  body: ofSchool.extend({
    kind: z.enum(['teacherAway', 'roomClosed', 'noSchool', 'online']),
    staffId: id.nullable().default(null),
    classId: id.nullable().default(null),
    grade: grade.nullable().default(null),
    siteId: id.nullable().default(null),
    roomId: id.nullable().default(null),
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
    /** Who stands in for which lesson; one not named here falls away, unless somebody who teaches it too is there. */
    substitutes: z
      .array(z.object({ lessonId: id, day, staffId: id }))
      .max(500)
      .default([]),
    /** Lessons held at another time or in another room in the same week; a lesson concerned and neither here nor above falls away. */
    moves: z.array(dayMove).max(500).default([]),
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

export const proposeMakeUp = defineOperation('timetable.proposeMakeUp', {
  method: 'GET',
  path: '/api/timetable/disruptions/{disruptionId}/make-up',
  summary: 'Đề xuất giờ dạy bù cho các tiết đã nghỉ, dời ít tiết khác nhất khi được phép; không lưu gì',
  params: disruptionId,
  query: z.object({
    /** Last day for making up. */
    untilDay: day,
    /** Whether other lessons may be moved within their week for it. */
    moving: z.enum(['yes', 'no']).default('no'),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        changeId: id,
        title: z.string(),
        /** Periods. */
        duration: z.int(),
        lost: dayPlace,
        /** null: no period in which class, teacher and room are free. */
        place: dayPlace.nullable(),
        /** Why it has no place, in words. */
        why: z.string().nullable(),
        /** Periods that the class lacks of the least of the year in the subject, with all that is not made up; null: none. */
        lacks: z.object({ missing: z.int(), minimum: z.int() }).nullable(),
      }),
    ),
    /** Other lessons that go elsewhere in their week for it. */
    moves: z.array(dayMove.extend({ title: z.string() })),
    /** Proved: no more lessons can be made up without moving others; no fewer others can move. */
    most: z.boolean(),
    fewest: z.boolean(),
    rooms: z.array(z.object({ id, name: z.string() })),
  }),
});

export const makeUpLessons = defineOperation('timetable.makeUpLessons', {
  method: 'POST',
  path: '/api/timetable/disruptions/{disruptionId}/make-up',
  summary: 'Xếp dạy bù các tiết đã nghỉ vào các giờ đã đề xuất và báo cho người liên quan',
  params: disruptionId,
  body: z.object({
    version,
    /** Last day for making up. */
    untilDay: day,
    places: z
      .array(dayPlace.extend({ changeId: id }))
      .min(1, 'Chưa có tiết nào để xếp bù.')
      .max(2000),
    moves: z.array(dayMove).max(500).default([]),
  }),
  /** Periods that have a place now, and those that have none. */
  answer: z.object({ disruption, placed: z.int(), left: z.int(), told: z.int() }),
});

export const readMakeUpUndo = defineOperation('timetable.readMakeUpUndo', {
  method: 'GET',
  path: '/api/timetable/disruptions/{disruptionId}/make-up/undo',
  summary: 'Thôi dạy bù thì những tiết nào trở lại chưa dạy bù, ai được báo; không lưu gì',
  params: disruptionId,
  answer: z.object({
    /** Made-up lessons still to come: the day they were lost, and where they are made up. */
    items: z.array(
      z.object({ changeId: id, title: z.string(), duration: z.int(), lostOn: day, place: dayPlace }),
    ),
    /** Made-up lessons that have been held. */
    held: z.int(),
    /** Other lessons that go back to their own hour, and how many cannot. */
    moves: z.array(dayMove.extend({ title: z.string() })),
    staying: z.int(),
    told: z.int(),
    rooms: z.array(z.object({ id, name: z.string() })),
  }),
});

export const undoMakeUp = defineOperation('timetable.undoMakeUp', {
  method: 'POST',
  path: '/api/timetable/disruptions/{disruptionId}/make-up/undo',
  summary: 'Thôi dạy bù các tiết đã xếp bù mà chưa dạy và báo cho người liên quan',
  params: disruptionId,
  body: z.object({ version, changeIds: z.array(id).min(1, 'Chưa có tiết bù nào để trả lại.').max(2000) }),
  /** Periods that are lost again, and those moved for them that are back. */
  answer: z.object({ disruption, undone: z.int(), back: z.int(), told: z.int() }),
});

/** Every operation of this part. */
export const disruptionOperations = [
  proposeSubstitutes,
  proposeMoves,
  listDisruptions,
  recordDisruption,
  endDisruption,
  proposeMakeUp,
  makeUpLessons,
  readMakeUpUndo,
  undoMakeUp,
];
