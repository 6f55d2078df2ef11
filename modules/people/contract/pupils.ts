import { z } from 'zod';
import { defineOperation } from '#platform/api';
import {
  circumstanceKind,
  day,
  id,
  ofSchoolAndYear,
  personName,
  phone,
  pupilStatus,
  reason,
  recordedMove,
  relation,
  sex,
  version,
} from './pupil-pieces.ts';

const pupilFilter = ofSchoolAndYear.extend({
  grade: z.coerce.number().int().min(6).max(12).optional(),
  classId: id.optional(),
  /** unplaced: learning, but in no class of the year. */
  status: z.enum([...pupilStatus.options, 'unplaced']).optional(),
  /** Name or sector code, with or without marks. */
  q: z.string().max(100).optional(),
});

const pupilLine = z.object({
  id,
  fullName: z.string(),
  sex,
  birthDate: day,
  sectorCode: z.string().nullable(),
  status: pupilStatus,
  communeName: z.string().nullable(),
  village: z.string().nullable(),
  classId: id.nullable(),
  className: z.string().nullable(),
  grade: z.int().nullable(),
  rollNumber: z.int().nullable(),
  /** Whom to call first. */
  guardianName: z.string().nullable(),
  guardianPhone: z.string().nullable(),
});

export const listPupils = defineOperation('people.listPupils', {
  method: 'GET',
  path: '/api/people/pupils',
  summary: 'Danh sách học sinh, theo tên',
  query: pupilFilter.extend({
    cursor: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({
    items: z.array(pupilLine),
    total: z.int(),
    nextCursor: z.string().nullable(),
    /** Classes of the year with the pupils in them now. */
    classes: z.array(z.object({ id, name: z.string(), grade: z.int(), pupils: z.int() })),
  }),
});

export const exportPupils = defineOperation('people.exportPupils', {
  method: 'GET',
  path: '/api/people/pupils.xlsx',
  summary: 'Danh sách học sinh ra Excel',
  query: pupilFilter,
  answersFile: true,
});

/** One search over a whole area by name or code, for those who may not list pupils. Every search is written down. */
export const findPupils = defineOperation('people.findPupils', {
  method: 'GET',
  path: '/api/people/pupil-search',
  summary: 'Tìm một học sinh trong phạm vi',
  query: z.object({ q: z.string().trim().min(3, 'Hãy gõ ít nhất 3 ký tự.').max(100) }),
  answer: z.object({
    items: z.array(
      z.object({
        id,
        fullName: z.string(),
        birthDate: day,
        sectorCode: z.string().nullable(),
        status: pupilStatus,
        unitName: z.string(),
        className: z.string().nullable(),
      }),
    ),
  }),
  writes: true,
});

const guardian = z.object({
  id,
  relation,
  fullName: z.string(),
  phone: z.string().nullable(),
  occupation: z.string().nullable(),
});

const enrolmentStep = z.object({
  id,
  schoolYear: z.string(),
  unitName: z.string(),
  className: z.string(),
  grade: z.int(),
  startsOn: day,
  endsOn: day.nullable(),
  endedAs: z.enum(['classChanged', 'transferred', 'droppedOut', 'completed', 'cancelled']).nullable(),
  repeating: z.boolean(),
});

const movementStep = z.object({
  id,
  kind: z.enum([
    'enrolled',
    'classChanged',
    'transferredOut',
    'transferredIn',
    'droppedOut',
    'returned',
    'promoted',
    'repeated',
    'graduated',
    'leftProvince',
  ]),
  happenedOn: day,
  schoolYear: z.string(),
  unitName: z.string(),
  fromClass: z.string().nullable(),
  toClass: z.string().nullable(),
  otherUnitName: z.string().nullable(),
  reason: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: z.string(),
});

const pupilRecord = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  fullName: z.string(),
  sex,
  birthDate: day,
  sectorCode: z.string().nullable(),
  communeId: id.nullable(),
  communeName: z.string().nullable(),
  village: z.string().nullable(),
  phone: z.string().nullable(),
  status: pupilStatus,
  version,
  classId: id.nullable(),
  className: z.string().nullable(),
  grade: z.int().nullable(),
  classYearId: id.nullable(),
  enrolledOn: day.nullable(),
  openTransferId: id.nullable(),
});

const pupilId = z.object({ pupilId: id });

export const getPupil = defineOperation('people.getPupil', {
  method: 'GET',
  path: '/api/people/pupils/{pupilId}',
  summary: 'Hồ sơ một học sinh',
  params: pupilId,
  answer: z.object({
    pupil: pupilRecord,
    guardians: z.array(guardian),
    enrolments: z.array(enrolmentStep),
    movements: z.array(movementStep),
    /** Moves that fit now and that the role may record. */
    moves: z.array(recordedMove),
    /** Further operations that fit now and that the role may do. */
    may: z.array(z.string()),
  }),
});

const circumstance = z.object({
  kind: circumstanceKind,
  startsOn: day,
  endsOn: day.nullable(),
  note: z.string().trim().min(1).max(300).nullable(),
});

const privatePart = z.object({
  identityNumber: z
    .string()
    .regex(/^\d{12}$/, 'Số định danh cá nhân gồm 12 chữ số.')
    .nullable(),
  /** Code of the national list, '01' to '54'. */
  ethnicGroup: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  birthPlace: z.string().trim().min(1).max(200).nullable(),
  address: z.string().trim().min(1).max(300).nullable(),
  circumstances: z.array(circumstance).max(30),
});

/** Sensitive: loaded on demand, and every reading is in the audit trail. */
export const getPupilPrivate = defineOperation('people.getPupilPrivate', {
  method: 'GET',
  path: '/api/people/pupils/{pupilId}/private',
  summary: 'Phần riêng tư của hồ sơ (mỗi lần xem đều được ghi lại)',
  params: pupilId,
  answer: privatePart.extend({ version, seesCircumstances: z.boolean() }),
  writes: true,
});

export const savePupilPrivate = defineOperation('people.savePupilPrivate', {
  method: 'PUT',
  path: '/api/people/pupils/{pupilId}/private',
  summary: 'Sửa phần riêng tư của hồ sơ',
  params: pupilId,
  body: privatePart.extend({ version }),
  answer: z.object({ version }),
});

const guardianInput = z.object({
  /** Absent: a new one. */
  id: id.optional(),
  relation,
  fullName: personName,
  phone: phone.nullable(),
  occupation: z.string().trim().min(1).max(100).nullable(),
});

const pupilInput = z.object({
  fullName: personName,
  sex,
  birthDate: day,
  sectorCode: z
    .string()
    .regex(/^\d{10}$/, 'Mã định danh của ngành gồm 10 chữ số.')
    .nullable(),
  communeId: id.nullable(),
  village: z.string().trim().min(1).max(100).nullable(),
  phone: phone.nullable(),
  guardians: z.array(guardianInput).max(8, 'Ghi nhiều nhất 8 người.'),
});

export const createPupil = defineOperation('people.createPupil', {
  method: 'POST',
  path: '/api/people/pupils',
  summary: 'Thêm học sinh và xếp lớp',
  body: pupilInput.extend({
    /** Null: not yet in a class. */
    classId: id.nullable(),
    /** First day in the class. */
    on: day,
    identityNumber: privatePart.shape.identityNumber.default(null),
    ethnicGroup: privatePart.shape.ethnicGroup.default(null),
  }),
  answer: z.object({ id }),
});

export const updatePupil = defineOperation('people.updatePupil', {
  method: 'PUT',
  path: '/api/people/pupils/{pupilId}',
  summary: 'Sửa hồ sơ học sinh và người giám hộ',
  params: pupilId,
  body: pupilInput.extend({ version }),
  answer: z.object({ version }),
});

export const recordMovement = defineOperation('people.recordMovement', {
  method: 'POST',
  path: '/api/people/pupils/{pupilId}/movements',
  summary: 'Ghi biến động: vào lớp, đổi lớp, bỏ học, trở lại, chuyển ra ngoài tỉnh',
  params: pupilId,
  body: z.object({
    kind: recordedMove,
    on: day,
    /** With enrolled, classChanged, returned. */
    classId: id.nullable().default(null),
    /** With droppedOut, returned, leftProvince. */
    reason: reason.nullable().default(null),
  }),
  answer: z.object({ status: pupilStatus, version }),
});

export const getEnrolmentFigures = defineOperation('people.getEnrolmentFigures', {
  method: 'GET',
  path: '/api/people/enrolment-figures',
  summary: 'Sĩ số đầu năm, hiện nay, bỏ học, trở lại, chuyển đi, chuyển đến',
  query: z.object({ by: z.enum(['class', 'school', 'commune']), schoolYearId: id.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        atStart: z.int(),
        kept: z.int(),
        now: z.int(),
        droppedOut: z.int(),
        returned: z.int(),
        transferredIn: z.int(),
        transferredOut: z.int(),
      }),
    ),
  }),
});

export const pupilOperations = [
  listPupils,
  exportPupils,
  findPupils,
  getPupil,
  getPupilPrivate,
  savePupilPrivate,
  createPupil,
  updatePupil,
  recordMovement,
  getEnrolmentFigures,
];
