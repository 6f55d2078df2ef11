import { z } from 'zod';
import { defineOperation, type Operation, type RefusalBody } from '#platform/api';
import { gradebookCoreScopes, mostPerPage, rosterCoreScopes, type Scope, scopes } from '../rules/index.ts';
import { type Collection, collections } from './oneroster-items.ts';

const statusInfo = z.object({
  imsx_codeMajor: z.literal('failure'),
  imsx_severity: z.literal('error'),
  imsx_description: z.string(),
  imsx_CodeMinor: z.object({
    imsx_codeMinorField: z.array(
      z.object({ imsx_codeMinorFieldName: z.string(), imsx_codeMinorFieldValue: z.string() }),
    ),
  }),
});

const minorByCode: Readonly<Record<string, string>> = {
  'exchange.unknownObject': 'unknownobject',
  'exchange.badQuestion': 'invalid_filter_field',
};
const minorByStatus: Readonly<Record<number, string>> = {
  400: 'invaliddata',
  401: 'unauthorisedrequest',
  403: 'forbidden',
  404: 'unknownobject',
  422: 'invaliddata',
  429: 'server_busy',
  503: 'server_busy',
};

/** The status body of OneRoster 1.2 (imsx_StatusInfo). */
export const statusInfoBody: RefusalBody = {
  shape: statusInfo,
  of: ({ status, code, title, detail }) => ({
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: `${title}. ${detail}`,
    imsx_CodeMinor: {
      imsx_codeMinorField: [
        {
          imsx_codeMinorFieldName: 'TargetEndSystem',
          imsx_codeMinorFieldValue: minorByCode[code] ?? minorByStatus[status] ?? 'internal_server_error',
        },
      ],
    },
  }),
};

const questions = {
  limit: z.coerce.number().int().min(1).max(mostPerPage).default(100),
  offset: z.coerce.number().int().min(0).max(100_000_000).default(0),
  sort: z.string().max(60).optional(),
  orderBy: z.enum(['asc', 'desc']).default('asc'),
  filter: z.string().max(1000).optional(),
  fields: z.string().max(500).optional(),
};
export const pageQuery = z.object(questions);
const oneQuery = z.object({ fields: questions.fields });

/** Parameters of a path narrow the collection: which object, whose school, class, course, term, person. */
export type Narrowing = Partial<
  Record<
    'sourcedId' | 'school' | 'class' | 'course' | 'term' | 'student' | 'teacher' | 'user' | 'lineItem',
    string
  >
>;

/** One reading of the standard: what it is called there, where it lies, what it gives. */
export interface Reading {
  readonly operation: Operation;
  readonly collection: Collection;
  readonly one: boolean;
  /** Only users of this role, orgs or sessions of this type. */
  readonly only?: string | undefined;
}

const roster = '/ims/oneroster/rostering/v1p2';
const gradebook = '/ims/oneroster/gradebook/v1p2';
const parameter = z.string().max(120);

interface Written {
  readonly path: string;
  readonly collection: Collection;
  readonly summary: string;
  readonly scopes: readonly Scope[];
  readonly only?: string;
}

/** Declares a reading; the names in braces are the narrowing, `{sourcedId}` at the end gives one object. */
function reading(name: string, { path, collection, summary, scopes, only }: Written): Reading {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, word = '']) => word);
  const one = path.endsWith('{sourcedId}');
  const { one: single, many, shape } = collections[collection];
  const operation = defineOperation(`oneroster.${name}`, {
    method: 'GET',
    path,
    summary,
    ...(names.length > 0
      ? { params: z.object(Object.fromEntries(names.map((word) => [word, parameter]))) }
      : {}),
    query: one ? oneQuery : pageQuery,
    answer: one ? z.object({ [single]: shape }) : z.object({ [many]: z.array(shape) }),
    scopes,
    refusal: statusInfoBody,
    // Every reading is noted.
    writes: true,
  });
  return { operation: operation as Operation, collection, one, only };
}

/** A collection and one object of it. */
function both(
  one: string,
  all: string,
  path: string,
  rest: Omit<Written, 'path' | 'summary'> & { readonly words: string },
): Reading[] {
  const { words, ...more } = rest;
  return [
    reading(all, { ...more, path, summary: `OneRoster: ${words}` }),
    reading(one, { ...more, path: `${path}/{sourcedId}`, summary: `OneRoster: một đối tượng của ${words}` }),
  ];
}

const core = { scopes: rosterCoreScopes };
const wide = { scopes: [scopes.roster] };
const marks = { scopes: gradebookCoreScopes };

export const readings: readonly Reading[] = [
  ...both('getOrg', 'getAllOrgs', `${roster}/orgs`, { ...core, collection: 'orgs', words: 'đơn vị' }),
  ...both('getSchool', 'getAllSchools', `${roster}/schools`, {
    ...core,
    collection: 'orgs',
    only: 'school',
    words: 'trường',
  }),
  ...both('getAcademicSession', 'getAllAcademicSessions', `${roster}/academicSessions`, {
    ...core,
    collection: 'academicSessions',
    words: 'năm học và học kì',
  }),
  ...both('getTerm', 'getAllTerms', `${roster}/terms`, {
    ...core,
    collection: 'academicSessions',
    only: 'term',
    words: 'học kì',
  }),
  ...both('getGradingPeriod', 'getAllGradingPeriods', `${roster}/gradingPeriods`, {
    ...core,
    collection: 'academicSessions',
    only: 'gradingPeriod',
    words: 'kì đánh giá',
  }),
  ...both('getCourse', 'getAllCourses', `${roster}/courses`, {
    ...core,
    collection: 'courses',
    words: 'môn theo khối',
  }),
  ...both('getClass', 'getAllClasses', `${roster}/classes`, {
    ...core,
    collection: 'classes',
    words: 'lớp và lớp môn',
  }),
  ...both('getEnrollment', 'getAllEnrollments', `${roster}/enrollments`, {
    ...core,
    collection: 'enrollments',
    words: 'ai học, ai dạy lớp nào',
  }),
  ...both('getUser', 'getAllUsers', `${roster}/users`, { ...core, collection: 'users', words: 'người' }),
  ...both('getStudent', 'getAllStudents', `${roster}/students`, {
    ...core,
    collection: 'users',
    only: 'student',
    words: 'học sinh',
  }),
  ...both('getTeacher', 'getAllTeachers', `${roster}/teachers`, {
    ...core,
    collection: 'users',
    only: 'teacher',
    words: 'giáo viên',
  }),
  ...both('getDemographics', 'getAllDemographics', `${roster}/demographics`, {
    scopes: [scopes.demographics],
    collection: 'demographics',
    words: 'ngày sinh, giới tính',
  }),
  ...[
    ['getTermsForSchool', '/schools/{school}/terms', 'academicSessions', 'học kì của một trường', 'term'],
    ['getCoursesForSchool', '/schools/{school}/courses', 'courses', 'môn của một trường'],
    ['getClassesForSchool', '/schools/{school}/classes', 'classes', 'lớp của một trường'],
    ['getEnrollmentsForSchool', '/schools/{school}/enrollments', 'enrollments', 'ghi danh của một trường'],
    ['getStudentsForSchool', '/schools/{school}/students', 'users', 'học sinh của một trường', 'student'],
    ['getTeachersForSchool', '/schools/{school}/teachers', 'users', 'giáo viên của một trường', 'teacher'],
    [
      'getEnrollmentsForClassInSchool',
      '/schools/{school}/classes/{class}/enrollments',
      'enrollments',
      'ghi danh của một lớp',
    ],
    [
      'getStudentsForClassInSchool',
      '/schools/{school}/classes/{class}/students',
      'users',
      'học sinh của một lớp',
      'student',
    ],
    [
      'getTeachersForClassInSchool',
      '/schools/{school}/classes/{class}/teachers',
      'users',
      'giáo viên của một lớp',
      'teacher',
    ],
    ['getStudentsForClass', '/classes/{class}/students', 'users', 'học sinh của một lớp', 'student'],
    ['getTeachersForClass', '/classes/{class}/teachers', 'users', 'giáo viên của một lớp', 'teacher'],
    ['getClassesForCourse', '/courses/{course}/classes', 'classes', 'lớp của một môn'],
    ['getClassesForTerm', '/terms/{term}/classes', 'classes', 'lớp của một học kì'],
    [
      'getGradingPeriodsForTerm',
      '/terms/{term}/gradingPeriods',
      'academicSessions',
      'kì đánh giá của một học kì',
      'gradingPeriod',
    ],
    ['getClassesForStudent', '/students/{student}/classes', 'classes', 'lớp của một học sinh'],
    ['getClassesForTeacher', '/teachers/{teacher}/classes', 'classes', 'lớp của một giáo viên'],
    ['getClassesForUser', '/users/{user}/classes', 'classes', 'lớp của một người'],
  ].map(([name = '', path = '', collection = '', words = '', only]) =>
    reading(name, {
      ...wide,
      path: `${roster}${path}`,
      collection: collection as Collection,
      summary: `OneRoster: ${words}`,
      ...(only ? { only } : {}),
    }),
  ),
  ...both('getCategory', 'getAllCategories', `${gradebook}/categories`, {
    ...marks,
    collection: 'categories',
    words: 'loại đánh giá',
  }),
  ...both('getScoreScale', 'getAllScoreScales', `${gradebook}/scoreScales`, {
    ...marks,
    collection: 'scoreScales',
    words: 'thang nhận xét',
  }),
  ...both('getLineItem', 'getAllLineItems', `${gradebook}/lineItems`, {
    ...marks,
    collection: 'lineItems',
    words: 'cột điểm',
  }),
  ...both('getResult', 'getAllResults', `${gradebook}/results`, {
    ...marks,
    collection: 'results',
    words: 'kết quả',
  }),
  ...[
    [
      'getScoreScalesForSchool',
      '/schools/{school}/scoreScales',
      'scoreScales',
      'thang nhận xét của một trường',
    ],
    ['getLineItemsForSchool', '/schools/{school}/lineItems', 'lineItems', 'cột điểm của một trường'],
    ['getScoreScalesForClass', '/classes/{class}/scoreScales', 'scoreScales', 'thang nhận xét của một lớp'],
    ['getCategoriesForClass', '/classes/{class}/categories', 'categories', 'loại đánh giá của một lớp'],
    ['getLineItemsForClass', '/classes/{class}/lineItems', 'lineItems', 'cột điểm của một lớp'],
    ['getResultsForClass', '/classes/{class}/results', 'results', 'kết quả của một lớp'],
    [
      'getResultsForLineItemForClass',
      '/classes/{class}/lineItems/{lineItem}/results',
      'results',
      'kết quả của một cột điểm',
    ],
    [
      'getResultsForStudentForClass',
      '/classes/{class}/students/{student}/results',
      'results',
      'kết quả của một học sinh',
    ],
  ].map(([name = '', path = '', collection = '', words = '']) =>
    reading(name, {
      scopes: [scopes.gradebook],
      path: `${gradebook}${path}`,
      collection: collection as Collection,
      summary: `OneRoster: ${words}`,
    }),
  ),
];

export const getBulkCsv = defineOperation('oneroster.getBulkCsv', {
  method: 'GET',
  path: '/ims/oneroster/csv/v1p2/bulk.zip',
  summary: 'OneRoster: mọi dữ liệu của một trường dưới dạng tệp nén CSV (bulk)',
  query: z.object({ school: z.uuid().optional() }),
  answersFile: true,
  scopes: rosterCoreScopes,
  refusal: statusInfoBody,
  writes: true,
  atMost: 1,
});

export const downloadRoster = defineOperation('exchange.downloadRoster', {
  method: 'GET',
  path: '/api/exchange/oneroster.zip',
  summary: 'Tải dữ liệu của trường theo chuẩn OneRoster 1.2 (CSV)',
  query: z.object({
    /** Marks and averages come along. */
    marks: z.enum(['yes', 'no']).default('no'),
    birthDates: z.enum(['yes', 'no']).default('no'),
  }),
  answersFile: true,
  writes: true,
  atMost: 1,
});

export const onerosterOperations = [
  ...readings.map(({ operation }) => operation),
  getBulkCsv,
  downloadRoster,
];
