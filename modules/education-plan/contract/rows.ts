import { z } from 'zod';

const text = (most: number) =>
  z.string().trim().min(1, 'Hãy nhập nội dung.').max(most, `Dài nhất ${most} ký tự.`);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Dài nhất ${most} ký tự.`)
    .nullable()
    .transform((value) => value || null);
const grade = z.int().min(6, 'Lớp từ 6 đến 12.').max(12, 'Lớp từ 6 đến 12.');
const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/, 'Hãy chọn môn trong danh sách.');
const week = z.int().min(1, 'Tuần từ 1 đến 35.').max(35, 'Tuần từ 1 đến 35.');
const day = z.iso.date();
const periods = (most: number) => z.int().min(0).max(most, `Nhiều nhất ${most} tiết.`);

/** Rows of each part, without id. */
export const rowShapes = {
  sections: z.object({ title: text(200), body: z.string().max(20_000) }),
  targets: z.object({
    grade: grade.nullable(),
    label: text(200),
    value: z.number().min(-1_000_000).max(10_000_000),
    unit: text(30),
  }),
  periods: z.object({
    grade,
    classId: z.uuid().nullable(),
    subjectCode,
    semester1: periods(350),
    semester2: periods(350),
  }),
  dayLoads: z.object({
    grade,
    weekday: z.int().min(1).max(6),
    half: z.enum(['morning', 'afternoon']),
    programme: periods(12),
    support: periods(12),
  }),
  secondSession: z.object({
    grade,
    content: z.enum([
      'tutoring',
      'gifted',
      'examReview',
      'research',
      'career',
      'experience',
      'stem',
      'reading',
      'lifeSkills',
      'finance',
      'traffic',
      'digital',
      'ai',
      'languages',
      'arts',
      'sports',
    ]),
    subjectCode: subjectCode.nullable(),
    periodsPerWeek: z.number().min(0).max(20),
    groupSize: z.int().min(1).max(500),
    funding: z.enum(['stateBudget', 'otherLegal', 'pupilFee']),
  }),
  activities: z.object({
    title: text(300),
    grades: optional(60),
    startsOn: day,
    endsOn: day,
    lead: optional(200),
    place: optional(200),
    topics: optional(300),
  }),
  integratedTopics: z.object({ grade, subjectCode, topic: text(200), periods: periods(200) }),
} as const;

export const teamRowShapes = {
  lessons: z.object({
    grade,
    subjectCode,
    title: text(300),
    periods: z.int().min(1, 'Ít nhất 1 tiết.').max(100, 'Nhiều nhất 100 tiết.'),
    week,
    requirement: optional(2000),
    equipment: optional(500),
    room: optional(100),
    /** Strand of an integrated subject; null: common to everybody who teaches it. */
    strand: z
      .string()
      .regex(/^[a-zA-Z]{1,20}$/, 'Hãy chọn phân môn trong danh sách.')
      .nullable()
      .default(null),
  }),
  tests: z.object({
    grade,
    subjectCode,
    kind: z.enum(['midterm1', 'final1', 'midterm2', 'final2']),
    minutes: z.int().min(15, 'Ít nhất 15 phút.').max(240, 'Nhiều nhất 240 phút.'),
    week,
    requirement: optional(2000),
    form: optional(200),
  }),
  teamActivities: z.object({
    grade,
    title: text(300),
    requirement: optional(2000),
    periods: z.int().min(1, 'Ít nhất 1 tiết.').max(100, 'Nhiều nhất 100 tiết.'),
    held: text(100),
    place: optional(200),
    lead: optional(200),
    partners: optional(200),
    conditions: optional(500),
  }),
} as const;

type Shapes = Record<string, z.ZodObject>;

/** The rows of all parts as they are answered: each with its id. */
export function storedRows<S extends Shapes>(shapes: S) {
  const stored = { id: z.uuid() };
  return z.object(
    Object.fromEntries(
      Object.entries(shapes).map(([part, shape]) => [part, z.array(shape.extend(stored))]),
    ) as {
      [Part in keyof S]: z.ZodArray<z.ZodObject<S[Part]['shape'] & typeof stored>>;
    },
  );
}

/** What is saved at once: all rows of a part; a row without id is new, one left out is removed. */
export function givenRows<Part extends string, S extends z.ZodObject>(part: Part, shape: S, most: number) {
  return z.object({
    part: z.literal(part),
    version: z.int().min(0),
    rows: z
      .array(
        shape.extend({ id: z.uuid().optional() }) as z.ZodObject<
          S['shape'] & { id: z.ZodOptional<z.ZodUUID> }
        >,
      )
      .max(most, `Nhiều nhất ${most} dòng một lần lưu.`),
  });
}
