import { z } from 'zod';

// The engine's own description of a school and its week. README.md explains each part with an example.

const id = z.string().min(1);
const count = z.int().min(0);

/** A place in the week by numbers from 0; what is left out means all of them. */
export const slotSchema = z.strictObject({
  day: count.optional(),
  session: count.optional(),
  period: count.optional(),
});

const sessionSchema = z.strictObject({
  name: z.string().optional(),
  periods: z.int().min(0).max(31),
  /** After these periods comes a long break that no lesson of several periods goes across. */
  breaksAfter: z.array(count).optional(),
});

const weekSchema = z.strictObject({
  days: z
    .array(z.strictObject({ name: z.string().optional(), sessions: z.array(sessionSchema).min(1).max(4) }))
    .min(1)
    .max(14),
  /** Kinds of week that take turns (A and B) or parts of the term; left out: all weeks are alike. */
  kinds: z.array(z.string()).min(1).max(6).optional(),
});

const roomSchema = z.strictObject({
  id,
  site: id.optional(),
  kind: z.string().optional(),
  capacity: count.optional(),
  equipment: z.array(z.string()).optional(),
  closed: z.array(slotSchema).optional(),
});

const teacherSchema = z.strictObject({
  id,
  /** When the teacher cannot come; also the hours given at another school. `weeks`: only in these kinds of week, by number. */
  closed: z.array(slotSchema.extend({ weeks: z.array(count).min(1).optional() })).optional(),
});

const classSchema = z.strictObject({
  id,
  pupils: count.optional(),
  site: id.optional(),
  closed: z.array(slotSchema).optional(),
  /** Ways the class is divided; groups of one way do not share pupils, groups of two ways do. */
  divisions: z
    .array(z.array(z.strictObject({ id, pupils: count.optional() })).min(2))
    .max(4)
    .optional(),
});

/** Pupils of several classes taught together: made of groups or whole classes. */
const crossGroupSchema = z.strictObject({ id, of: z.array(id).min(1) });

const lessonSchema = z.strictObject({
  id,
  subject: z.string(),
  teachers: z.array(id),
  /** Classes, groups or cross groups that come. */
  groups: z.array(id),
  /**
   * Classes of which only some pupils come (a group of those who wish it): it does not take the time of the class, but the
   * class is there, which counts for `noon`.
   */
  partly: z.array(id).optional(),
  /** Periods in a row. */
  duration: z.int().min(1).max(31),
  /** How many such lessons a week; 1 when left out. */
  times: z.int().min(1).max(60).optional(),
  /** In which kinds of week, by number; all when left out. */
  weeks: z.array(count).min(1).optional(),
  tags: z.array(z.string()).optional(),
  /** A room that has all of this; `wished` lets the lesson stand without one, at a price. */
  room: z
    .strictObject({
      ids: z.array(id).optional(),
      kind: z.string().optional(),
      equipment: z.array(z.string()).optional(),
      /** A room with fewer places than pupils will do (the own room of a class that has grown). */
      tight: z.boolean().optional(),
      wished: z.number().positive().optional(),
    })
    .optional(),
  /** Where it may start; `fixed` is a list of one. */
  starts: z.array(slotSchema).optional(),
  /** Lessons of one block start together (elective blocks, parallel strands). */
  block: id.optional(),
});

const who = z.strictObject({
  teachers: z.union([z.literal('all'), z.array(id)]).optional(),
  classes: z.union([z.literal('all'), z.array(id)]).optional(),
});
const which = z.strictObject({
  ids: z.array(id).optional(),
  subjects: z.array(z.string()).optional(),
  classes: z.array(id).optional(),
  teachers: z.array(id).optional(),
  tags: z.array(z.string()).optional(),
});
/** What breaking it costs a unit, or that it must be kept. */
const weight = z.union([z.literal('required'), z.number().min(0).max(1e6)]);
const per = z.enum(['session', 'day', 'week']);

export const constraintSchema = z.discriminatedUnion('type', [
  /** Lessons of one subject in one class lie days apart. */
  z.strictObject({
    type: z.literal('spread'),
    weight,
    which,
    minDays: z.int().min(1).max(7),
    togetherIfSameDay: z.boolean().optional(),
  }),
  /** Hours a day or session; with `subjects` only theirs. */
  z.strictObject({
    type: z.literal('hours'),
    weight,
    who,
    per: z.enum(['session', 'day']),
    subjects: z.array(z.string()).optional(),
    min: count.optional(),
    max: count.optional(),
    emptyAllowed: z.boolean().optional(),
  }),
  /** Empty periods between lessons of one session, added up over a session, a day or the week. */
  z.strictObject({
    type: z.literal('gaps'),
    weight,
    who,
    per,
    max: count,
    /** Empty periods before the first lesson of a session count as well: sessions begin with their first period. */
    fromStart: z.boolean().optional(),
  }),
  /** Days, or half-days (sessions), at school. */
  z.strictObject({
    type: z.literal('presence'),
    weight,
    who,
    per: z.enum(['session', 'day']),
    /** Only sessions of this number in a day (afternoons: 1). */
    session: count.optional(),
    min: count.optional(),
    max: count.optional(),
  }),
  z.strictObject({ type: z.literal('consecutive'), weight, who, max: z.int().min(1) }),
  /** Free periods from the last lesson of a day to the first of the next. */
  z.strictObject({ type: z.literal('rest'), weight, who, min: z.int().min(1) }),
  /** Lessons lie within the slots, or with `avoid` outside of them (no physical education right after lunch). */
  z.strictObject({
    type: z.literal('times'),
    weight,
    which,
    slots: z.array(slotSchema),
    avoid: z.boolean().optional(),
  }),
  /** Each period later in the session costs one unit more (hard subjects early). */
  z.strictObject({ type: z.literal('early'), weight, which }),
  z.strictObject({
    type: z.literal('same'),
    weight,
    ids: z.array(id).min(2),
    what: z.enum(['start', 'day', 'period']),
  }),
  z.strictObject({ type: z.literal('apart'), weight, ids: z.array(id).min(2) }),
  /** The first comes before the second, in the week or when both fall on one session; `next`: at once. */
  z.strictObject({
    type: z.literal('order'),
    weight,
    first: id,
    second: id,
    how: z.enum(['week', 'session', 'next']),
  }),
  /** How many of the classes may have lessons in all sessions of one day: who must be fed at noon. */
  z.strictObject({
    type: z.literal('noon'),
    weight,
    classes: z.union([z.literal('all'), z.array(id)]),
    max: count,
  }),
  /** The slots that nobody likes are shared evenly: the most loaded has at most `max` more than the least. */
  z.strictObject({
    type: z.literal('fair'),
    weight,
    teachers: z.array(id).min(2),
    slots: z.array(slotSchema),
    max: count,
  }),
  /** Teachers have periods for the way from one site to another. */
  z.strictObject({
    type: z.literal('travel'),
    weight,
    teachers: z.union([z.literal('all'), z.array(id)]),
    periods: z.int().min(1),
  }),
  /** Lessons stay where a former timetable had them. */
  z.strictObject({
    type: z.literal('stay'),
    weight,
    former: z.array(z.strictObject({ lesson: id, nth: count, day: count, session: count, period: count })),
  }),
]);

/** A school's timetabling problem. */
export const schoolSchema = z.strictObject({
  version: z.literal(1),
  name: z.string(),
  week: weekSchema,
  rooms: z.array(roomSchema),
  teachers: z.array(teacherSchema),
  classes: z.array(classSchema),
  crossGroups: z.array(crossGroupSchema).optional(),
  lessons: z.array(lessonSchema),
  constraints: z.array(constraintSchema),
});

export type SchoolProblem = z.infer<typeof schoolSchema>;
export type SchoolLesson = SchoolProblem['lessons'][number];
export type SchoolConstraint = SchoolProblem['constraints'][number];
export type SchoolSlot = z.infer<typeof slotSchema>;

/** A timetable of such a problem: each of the `times` of a lesson, from 0. */
export const schoolTimetableSchema = z.strictObject({
  lessons: z.array(
    z.strictObject({
      lesson: id,
      nth: count,
      day: count,
      session: count,
      period: count,
      room: z.string().optional(),
    }),
  ),
});
export type SchoolTimetable = z.infer<typeof schoolTimetableSchema>;
