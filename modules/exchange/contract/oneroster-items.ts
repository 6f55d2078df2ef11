import { z } from 'zod';

// The objects of OneRoster 1.2 as Hoa Ban gives them: what the standard names, without what it does not hold or must not hand out.

const ref = z.object({ href: z.string(), sourcedId: z.string(), type: z.string() });
const base = {
  sourcedId: z.string(),
  status: z.enum(['active', 'tobedeleted']),
  dateLastModified: z.string(),
};
/** With `fields` only some are given. */
const item = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ ...base, ...shape }).partial();

const org = item({
  name: z.string(),
  type: z.enum(['district', 'local', 'school']),
  identifier: z.string(),
  parent: ref.optional(),
  children: z.array(ref),
});
const academicSession = item({
  title: z.string(),
  type: z.enum(['schoolYear', 'term', 'gradingPeriod']),
  startDate: z.string(),
  endDate: z.string(),
  parent: ref.optional(),
  children: z.array(ref),
  schoolYear: z.string(),
});
const course = item({
  title: z.string(),
  courseCode: z.string(),
  schoolYear: ref,
  grades: z.array(z.string()),
  subjects: z.array(z.string()),
  subjectCodes: z.array(z.string()),
  org: ref,
});
const classItem = item({
  title: z.string(),
  classCode: z.string(),
  classType: z.enum(['homeroom', 'scheduled']),
  grades: z.array(z.string()),
  subjects: z.array(z.string()),
  subjectCodes: z.array(z.string()),
  course: ref,
  school: ref,
  terms: z.array(ref),
});
const enrollment = item({
  user: ref,
  class: ref,
  school: ref,
  role: z.enum(['student', 'teacher']),
  primary: z.enum(['true', 'false']),
  beginDate: z.string().optional(),
  endDate: z.string().optional(),
});
const user = item({
  enabledUser: z.enum(['true', 'false']),
  username: z.string().optional(),
  givenName: z.string(),
  middleName: z.string().optional(),
  familyName: z.string(),
  identifier: z.string().optional(),
  roles: z.array(
    z.object({ roleType: z.literal('primary'), role: z.enum(['student', 'teacher', 'guardian']), org: ref }),
  ),
  primaryOrg: ref,
  grades: z.array(z.string()),
  agents: z.array(ref),
});
const demographic = item({ birthDate: z.string(), sex: z.enum(['male', 'female']) });
const category = item({ title: z.string(), weight: z.number() });
const scoreScale = item({
  title: z.string(),
  type: z.string(),
  class: ref,
  scoreScaleValue: z.array(z.object({ itemValueLHS: z.string(), itemValueRHS: z.string() })),
});
const lineItem = item({
  title: z.string(),
  assignDate: z.string(),
  dueDate: z.string(),
  class: ref,
  school: ref,
  category: ref,
  academicSession: ref,
  scoreScale: ref.optional(),
  resultValueMin: z.number().optional(),
  resultValueMax: z.number().optional(),
});
const result = item({
  lineItem: ref,
  student: ref,
  class: ref,
  scoreScale: ref.optional(),
  scoreStatus: z.enum(['fully graded', 'partially graded', 'not submitted']),
  score: z.number().optional(),
  textScore: z.string().optional(),
  scoreDate: z.string(),
});

/** By collection: the name of one, of many, the object, and the name its type has in references. */
export const collections = {
  orgs: { one: 'org', many: 'orgs', shape: org },
  academicSessions: { one: 'academicSession', many: 'academicSessions', shape: academicSession },
  courses: { one: 'course', many: 'courses', shape: course },
  classes: { one: 'class', many: 'classes', shape: classItem },
  enrollments: { one: 'enrollment', many: 'enrollments', shape: enrollment },
  users: { one: 'user', many: 'users', shape: user },
  demographics: { one: 'demographics', many: 'demographics', shape: demographic },
  categories: { one: 'category', many: 'categories', shape: category },
  scoreScales: { one: 'scoreScale', many: 'scoreScales', shape: scoreScale },
  lineItems: { one: 'lineItem', many: 'lineItems', shape: lineItem },
  results: { one: 'result', many: 'results', shape: result },
} as const;
export type Collection = keyof typeof collections;

/** A row of a collection as it is written into the answer. */
export type Item = { readonly sourcedId: string } & Readonly<Record<string, unknown>>;
