import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { bases, employments, posts, qualifications } from '../rules/staff.ts';
import { personName, phone, sex } from './pupil-pieces.ts';

const id = z.uuid();
const day = z.iso.date();
const version = z.int().min(1);
const place = z.object({ id, name: z.string() });
const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/, 'Mã môn chưa đúng.');

const staffSubject = z.object({
  subjectCode,
  /** '': the whole subject, else a strand of an integrated one. */
  strand: z.string().regex(/^[a-zA-Z]{0,20}$/),
  lowerLevel: z.boolean(),
  upperLevel: z.boolean(),
  basis: z.enum(bases),
});

/** present: works here now; withoutAccount: of those; posted: comes from another school; left: no longer here. */
const staffState = z.enum(['present', 'withoutAccount', 'posted', 'left']);

const staffFilter = z.object({
  unitId: id.optional(),
  schoolYearId: id.optional(),
  teamId: id.optional(),
  subject: subjectCode.optional(),
  post: z.enum(posts).optional(),
  state: staffState.default('present'),
  /** Name or code, with or without marks. */
  q: z.string().max(100).optional(),
});

const staffWarning = z.object({
  code: z.enum(['belowStandard', 'notTeacherTrained', 'noSubject', 'noAccount', 'noTeam']),
  /** The rule obeyed; '' where it is good sense. */
  rule: z.string(),
  message: z.string(),
});

const staffLine = z.object({
  id,
  code: z.string().nullable(),
  fullName: z.string(),
  /** As lists of the school call the person: marked where others bear the name too. */
  shownName: z.string(),
  sex,
  post: z.enum(posts),
  employment: z.enum(employments),
  qualification: z.enum(qualifications),
  team: place.nullable(),
  homeUnit: place,
  subjects: z.array(z.object({ subjectCode, strand: z.string() })),
  /** Classes of the year the person is homeroom teacher of. */
  homeroomOf: z.array(z.string()),
  phone: z.string().nullable(),
  hasAccount: z.boolean(),
  leftOn: day.nullable(),
  warnings: z.array(staffWarning),
});

export const listStaff = defineOperation('people.listStaff', {
  method: 'GET',
  path: '/api/people/staff',
  summary: 'Cán bộ, giáo viên, nhân viên của trường, theo tên',
  query: staffFilter.extend({
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({
    school: place,
    items: z.array(staffLine),
    total: z.int(),
    nextCursor: z.string().nullable(),
    may: z.array(z.string()),
  }),
});

export const exportStaff = defineOperation('people.exportStaff', {
  method: 'GET',
  path: '/api/people/staff.xlsx',
  summary: 'Danh sách cán bộ, giáo viên, nhân viên ra Excel',
  query: staffFilter,
  answersFile: true,
});

const posting = z.object({
  id,
  host: place,
  schoolYear: place,
  periodsPerWeek: z.number(),
  /** The paper that orders it. */
  decision: z.string(),
  startsOn: day,
  endsOn: day,
  version,
});

const staffId = z.object({ staffId: id });

export const getStaff = defineOperation('people.getStaff', {
  method: 'GET',
  path: '/api/people/staff/{staffId}',
  summary: 'Hồ sơ một cán bộ, giáo viên, nhân viên',
  params: staffId,
  answer: z.object({
    member: z.object({
      id,
      homeUnit: place,
      team: place.nullable(),
      code: z.string().nullable(),
      fullName: z.string(),
      sex,
      post: z.enum(posts),
      employment: z.enum(employments),
      qualification: z.enum(qualifications),
      teacherTrained: z.boolean(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      joinedOn: day,
      leftOn: day.nullable(),
      version,
    }),
    /** Null: colleagues do not see it. */
    personal: z.object({ birthDate: day, onProbation: z.boolean(), infantUntil: day.nullable() }).nullable(),
    /** Null: none, or the role does not see it. */
    account: z.object({ id, username: z.string() }).nullable(),
    subjects: z.array(staffSubject),
    /** Homeroom classes of all years, the newest first. */
    homerooms: z.array(z.object({ schoolYear: z.string(), className: z.string() })),
    postings: z.array(posting),
    warnings: z.array(staffWarning),
    may: z.array(z.string()),
  }),
});

const privateFields = {
  identityNumber: z
    .string()
    .regex(/^\d{12}$/, 'Số định danh cá nhân gồm đúng 12 chữ số.')
    .nullable(),
  /** Code of the national list, '01' to '54'. */
  ethnicGroup: z
    .string()
    .regex(/^(?:0[1-9]|[1-4]\d|5[0-4])$/, 'Hãy chọn dân tộc trong danh mục.')
    .nullable(),
};
const numberWarnings = z.array(z.object({ kind: z.string(), message: z.string() }));

/** Sensitive: loaded on demand, and every reading is in the audit trail. */
export const getStaffPrivate = defineOperation('people.getStaffPrivate', {
  method: 'GET',
  path: '/api/people/staff/{staffId}/private',
  summary: 'Số định danh, dân tộc của một cán bộ, giáo viên (mỗi lần xem đều được ghi lại)',
  params: staffId,
  answer: z.object({ ...privateFields, warnings: numberWarnings, version }),
  writes: true,
});

export const saveStaffPrivate = defineOperation('people.saveStaffPrivate', {
  method: 'PUT',
  path: '/api/people/staff/{staffId}/private',
  summary: 'Sửa số định danh, dân tộc của một cán bộ, giáo viên',
  params: staffId,
  body: z.object({ ...privateFields, version }),
  answer: z.object({ version, warnings: numberWarnings }),
});

const staffInput = z.object({
  fullName: personName,
  sex,
  birthDate: day,
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9._-]{1,30}$/, 'Mã có 1-30 chữ không dấu, số, chấm, gạch.')
    .nullable(),
  post: z.enum(posts),
  employment: z.enum(employments),
  qualification: z.enum(qualifications),
  teacherTrained: z.boolean(),
  onProbation: z.boolean(),
  /** The last day a mother of a child under 12 months teaches less. */
  infantUntil: day.nullable(),
  phone: phone.nullable(),
  email: z.email('Địa chỉ e-mail chưa đúng, ví dụ ten@truong.edu.vn.').max(254).nullable(),
  teamId: id.nullable(),
  joinedOn: day,
  subjects: z.array(staffSubject).max(20, 'Ghi nhiều nhất 20 môn, phân môn.'),
});

export const createStaff = defineOperation('people.createStaff', {
  method: 'POST',
  path: '/api/people/staff',
  summary: 'Thêm cán bộ, giáo viên, nhân viên',
  body: staffInput.extend({
    identityNumber: privateFields.identityNumber.default(null),
    ethnicGroup: privateFields.ethnicGroup.default(null),
  }),
  answer: z.object({ id, warnings: numberWarnings }),
});

export const updateStaff = defineOperation('people.updateStaff', {
  method: 'PUT',
  path: '/api/people/staff/{staffId}',
  summary: 'Sửa hồ sơ cán bộ, giáo viên, nhân viên và môn dạy được',
  params: staffId,
  body: staffInput.extend({ version }),
  answer: z.object({ version }),
});

export const setStaffLeft = defineOperation('people.setStaffLeft', {
  method: 'POST',
  path: '/api/people/staff/{staffId}/left',
  summary: 'Ghi ngày thôi làm việc ở trường, hoặc trở lại làm việc',
  params: staffId,
  body: z.object({
    /** The first day no longer at the school; null: works here again. */
    on: day.nullable(),
    version,
  }),
  answer: z.object({
    version,
    /** Classes of current and coming years that now lack a homeroom teacher. */
    classesWithoutHomeroom: z.array(z.string()),
  }),
});

export const linkStaffAccount = defineOperation('people.linkStaffAccount', {
  method: 'PUT',
  path: '/api/people/staff/{staffId}/account',
  summary: 'Gắn hồ sơ với một tài khoản đang có, hoặc bỏ gắn',
  params: staffId,
  body: z.object({
    /** Null: no longer. */
    accountId: id.nullable(),
    version,
  }),
  answer: z.object({ version }),
});

export const createStaffAccount = defineOperation('people.createStaffAccount', {
  method: 'POST',
  path: '/api/people/staff/{staffId}/new-account',
  summary: 'Lập tài khoản cho cán bộ, giáo viên; mật khẩu một lần chỉ hiện một lần',
  params: staffId,
  body: z.object({
    username: z
      .string()
      .trim()
      .toLowerCase()
      .regex(
        /^[a-z0-9][a-z0-9._-]{2,59}$/,
        'Tên đăng nhập có 3-60 ký tự: chữ không dấu, số, dấu chấm, gạch ngang.',
      )
      .refine((name) => !/^0\d{9}$/.test(name), 'Tên đăng nhập không được là số điện thoại.'),
    role: z.enum(['vicePrincipal', 'clerk', 'teamLead', 'homeroomTeacher', 'teacher']),
  }),
  answer: z.object({ accountId: id, username: z.string(), oneTimePassword: z.string() }),
  secret: true,
  atMost: 2,
});

const postingFields = {
  /** The host school. */
  unitId: id,
  schoolYearId: id.optional(),
  periodsPerWeek: z
    .number()
    .min(0.5, 'Số tiết một tuần từ 0,5 đến 30.')
    .max(30, 'Số tiết một tuần từ 0,5 đến 30.')
    .multipleOf(0.5),
  decision: z.string().trim().min(1, 'Hãy ghi số, ngày của quyết định.').max(200),
  startsOn: day,
  endsOn: day,
};

export const createPosting = defineOperation('people.createPosting', {
  method: 'POST',
  path: '/api/people/staff/{staffId}/postings',
  summary: 'Cử giáo viên dạy thêm ở trường thứ hai (dạy liên trường)',
  params: staffId,
  body: z.object(postingFields),
  answer: z.object({ id }),
});

export const deletePosting = defineOperation('people.deletePosting', {
  method: 'DELETE',
  path: '/api/people/postings/{postingId}',
  summary: 'Bỏ quyết định dạy liên trường đã ghi nhầm',
  params: z.object({ postingId: id }),
});

/** Operations on staff. */
export const staffOperations = [
  listStaff,
  exportStaff,
  getStaff,
  getStaffPrivate,
  saveStaffPrivate,
  createStaff,
  updateStaff,
  setStaffLeft,
  linkStaffAccount,
  createStaffAccount,
  createPosting,
  deletePosting,
];
