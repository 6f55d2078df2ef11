import { type Collection, collections, type Item } from '../contract/oneroster-items.ts';

/** A row as it comes from the database; what each collection has is in data/sources.ts. */
// biome-ignore lint/suspicious/noExplicitAny: columns of eleven kinds of rows, written out field by field below and checked against the schema of the answer.
type Columns = Readonly<Record<string, any>>;

/** Makes references to other objects: their address, id and type. */
export type RefTo = (collection: Collection, id: string) => { href: string; sourcedId: string; type: string };

export function refMaker(publicUrl: string): RefTo {
  return (collection, sourcedId) => {
    const service = ['categories', 'scoreScales', 'lineItems', 'results'].includes(collection)
      ? 'gradebook'
      : 'rostering';
    const href = `${publicUrl}/ims/oneroster/${service}/v1p2/${collection}/${sourcedId}`;
    return { href, sourcedId, type: collections[collection].one };
  };
}

const grade = (value: number | null): string[] => (value === null ? [] : [String(value).padStart(2, '0')]);
const words = (word: string | null): string[] => (word === null ? [] : [word]);
const given = (name: string, value: unknown) =>
  value === null || value === undefined ? {} : { [name]: value };

/** What a result says; an average that cannot be given yet says so (ASM-09: a missing mark blocks it). */
export interface Scored {
  readonly status: 'fully graded' | 'partially graded' | 'not submitted';
  /** Of 10. */
  readonly score?: number;
  readonly text?: 'Đ' | 'CĐ';
}

const shapes: Readonly<Record<Collection, (row: Columns, ref: RefTo) => object>> = {
  orgs: (r, ref) => ({
    name: r.name,
    type: r.type,
    identifier: r.identifier,
    ...given('parent', r.parent_id && ref('orgs', r.parent_id)),
    children: r.child_ids.map((id: string) => ref('orgs', id)),
  }),
  academicSessions: (r, ref) => ({
    title: r.title,
    type: r.type,
    startDate: r.starts_on,
    endDate: r.ends_on,
    ...given('parent', r.parent_id && ref('academicSessions', r.parent_id)),
    children: r.child_ids.map((id: string) => ref('academicSessions', id)),
    schoolYear: r.school_year,
  }),
  courses: (r, ref) => ({
    title: r.title,
    courseCode: r.course_code,
    schoolYear: ref('academicSessions', r.school_year_id),
    grades: grade(r.grade),
    subjects: words(r.subject_name),
    subjectCodes: words(r.subject_code),
    org: ref('orgs', r.unit_id),
  }),
  classes: (r, ref) => ({
    title: r.title,
    classCode: r.class_code,
    classType: r.class_type,
    grades: grade(r.grade),
    subjects: words(r.subject_name),
    subjectCodes: words(r.subject_code),
    course: ref('courses', r.course_id),
    school: ref('orgs', r.unit_id),
    terms: r.term_ids.map((id: string) => ref('academicSessions', id)),
  }),
  enrollments: (r, ref) => ({
    user: ref('users', r.user_key),
    class: ref('classes', r.class_id),
    school: ref('orgs', r.unit_id),
    role: r.role,
    primary: r.primary_teacher,
    ...given('beginDate', r.starts_on),
    ...given('endDate', r.ends_on),
  }),
  users: (r, ref) => ({
    enabledUser: r.enabled ? 'true' : 'false',
    ...given('username', r.username),
    givenName: r.given,
    ...given('middleName', r.middle),
    familyName: r.family,
    ...given('identifier', r.identifier),
    roles: [{ roleType: 'primary', role: r.role, org: ref('orgs', r.unit_id) }],
    primaryOrg: ref('orgs', r.unit_id),
    grades: grade(r.grade),
    agents: r.agent_ids.map((id: string) => ref('users', id)),
  }),
  demographics: (r) => ({ birthDate: r.birth_date, sex: r.sex }),
  categories: (r) => ({ title: r.title, weight: r.weight }),
  scoreScales: (r, ref) => ({
    title: r.title,
    type: 'comment',
    class: ref('classes', r.class_id),
    scoreScaleValue: [
      { itemValueLHS: 'Đ', itemValueRHS: 'Đạt' },
      { itemValueLHS: 'CĐ', itemValueRHS: 'Chưa đạt' },
    ],
  }),
  lineItems: (r, ref) => ({
    title: r.title,
    assignDate: r.starts_on,
    dueDate: r.ends_on,
    class: ref('classes', r.class_id),
    school: ref('orgs', r.unit_id),
    category: ref('categories', `${r.department_id}.${String(r.place).replace(/\d+$/, '')}`),
    academicSession: ref('academicSessions', r.term_id),
    ...(r.judged === 'comment'
      ? { scoreScale: ref('scoreScales', `${r.class_id}.scale`) }
      : { resultValueMin: 0, resultValueMax: 10 }),
  }),
  results: (r, ref) => {
    const scored: Scored = r.scored;
    return {
      lineItem: ref('lineItems', r.line_item_id),
      student: ref('users', r.student_key),
      class: ref('classes', r.class_id),
      ...(r.judged === 'comment' ? { scoreScale: ref('scoreScales', `${r.class_id}.scale`) } : {}),
      scoreStatus: scored.status,
      ...given('score', scored.score),
      ...given('textScore', scored.text),
      scoreDate: new Date(r.changed).toISOString().slice(0, 10),
    };
  },
};

/** A row as the object of the standard. */
export function itemOf(collection: Collection, row: Columns, ref: RefTo): Item {
  return {
    sourcedId: row.id,
    status: row.status,
    dateLastModified: new Date(row.changed).toISOString(),
    ...shapes[collection](row, ref),
  };
}
