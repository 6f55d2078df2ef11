import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { roomKinds } from '../rules/room.ts';
import { classKinds } from '../rules/school-class.ts';

const id = z.uuid();
const day = z.iso.date();
const version = z.int().min(1);
const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);

/** Which school and year a list is about; absent: the own school, the current year. */
const ofSchoolAndYear = z.object({ unitId: id.optional(), schoolYearId: id.optional() });
const place = z.object({ id, name: z.string() });

const schoolHead = z.object({
  id,
  name: z.string(),
  schoolKind: z.string().nullable(),
  teachesLower: z.boolean(),
  teachesUpper: z.boolean(),
});

const roomFields = {
  name: z
    .string()
    .trim()
    .min(1, 'Hãy nhập tên phòng.')
    .max(60, 'Tên phòng dài nhất 60 ký tự.')
    .normalize('NFC'),
  kind: z.enum(roomKinds),
  /** Pupils it takes. */
  capacity: z.int().min(1, 'Số chỗ từ 1 đến 2000.').max(2000, 'Số chỗ từ 1 đến 2000.').nullable(),
  /** Built to last (kiên cố). */
  solid: z.boolean(),
  siteId: id.nullable(),
  /** What it has, by name (máy chiếu, máy tính); left out: as it was. */
  equipment: z
    .array(
      z
        .string()
        .trim()
        .min(1, 'Hãy ghi tên thiết bị.')
        .max(40, 'Tên thiết bị dài nhất 40 ký tự.')
        .normalize('NFC'),
    )
    .max(20, 'Nhiều nhất 20 loại thiết bị.')
    .optional(),
};

const room = z.object({
  ...roomFields,
  name: z.string(),
  equipment: z.array(z.string()),
  id,
  siteName: z.string().nullable(),
  closedOn: day.nullable(),
  /** Classes of the year that sit in it. */
  classNames: z.array(z.string()),
  version,
});

export const listRooms = defineOperation('people.listRooms', {
  method: 'GET',
  path: '/api/people/rooms',
  summary: 'Phòng của trường',
  query: ofSchoolAndYear,
  answer: z.object({ school: schoolHead, year: place, items: z.array(room), may: z.array(z.string()) }),
});

export const exportRooms = defineOperation('people.exportRooms', {
  method: 'GET',
  path: '/api/people/rooms.xlsx',
  summary: 'Danh sách phòng ra Excel',
  query: ofSchoolAndYear,
  answersFile: true,
});

export const createRoom = defineOperation('people.createRoom', {
  method: 'POST',
  path: '/api/people/rooms',
  summary: 'Thêm phòng',
  body: z.object(roomFields),
  answer: z.object({ id }),
});

export const updateRoom = defineOperation('people.updateRoom', {
  method: 'PUT',
  path: '/api/people/rooms/{roomId}',
  summary: 'Sửa phòng; ngừng dùng hoặc dùng lại',
  params: z.object({ roomId: id }),
  body: z.object({ ...roomFields, closed: z.boolean(), version }),
  answer: z.object({ version }),
});

const classFields = {
  grade: z.int().min(6).max(12),
  name: z.string().trim().min(1, 'Hãy nhập tên lớp.').max(20, 'Tên lớp dài nhất 20 ký tự.').normalize('NFC'),
  kind: z.enum(classKinds),
  /** Of a specialised class. */
  specialisedSubject: subjectCode.nullable(),
  siteId: id.nullable(),
  roomId: id.nullable(),
  homeroomStaffId: id.nullable(),
  twoSessions: z.boolean(),
};

const classWarning = z.object({
  code: z.enum(['noHomeroom', 'tooLarge', 'tooManyDisabled', 'notInclusive', 'roomTooSmall', 'wrongLevel']),
  /** The rule obeyed; '' where it is good sense. */
  rule: z.string(),
  message: z.string(),
});

const schoolClass = z.object({
  ...classFields,
  name: z.string(),
  id,
  siteName: z.string().nullable(),
  roomName: z.string().nullable(),
  homeroomName: z.string().nullable(),
  homeroomLeft: z.boolean(),
  pupils: z.int(),
  female: z.int(),
  minority: z.int(),
  /** Null: the role may not know. */
  disabled: z.int().nullable(),
  /** Pupils the class may have, and by which rule. */
  limit: z.object({ pupils: z.int(), rule: z.string(), source: z.string() }),
  warnings: z.array(classWarning),
  version,
});

export const listClasses = defineOperation('people.listClasses', {
  method: 'GET',
  path: '/api/people/classes',
  summary: 'Các lớp của một năm học, theo khối, kèm sĩ số và điều cần xem lại',
  query: ofSchoolAndYear,
  answer: z.object({
    school: schoolHead,
    year: place,
    items: z.array(schoolClass),
    totals: z.object({ classes: z.int(), pupils: z.int(), female: z.int(), minority: z.int() }),
    may: z.array(z.string()),
  }),
});

export const exportClasses = defineOperation('people.exportClasses', {
  method: 'GET',
  path: '/api/people/classes.xlsx',
  summary: 'Danh sách lớp ra Excel',
  query: ofSchoolAndYear,
  answersFile: true,
});

export const createClass = defineOperation('people.createClass', {
  method: 'POST',
  path: '/api/people/classes',
  summary: 'Thêm lớp vào một năm học',
  body: z.object({ ...classFields, schoolYearId: id.optional() }),
  answer: z.object({ id }),
});

const classId = z.object({ classId: id });

export const updateClass = defineOperation('people.updateClass', {
  method: 'PUT',
  path: '/api/people/classes/{classId}',
  summary: 'Sửa lớp: tên, loại, phòng, giáo viên chủ nhiệm',
  params: classId,
  body: z.object({ ...classFields, version }),
  answer: z.object({ version }),
});

export const deleteClass = defineOperation('people.deleteClass', {
  method: 'DELETE',
  path: '/api/people/classes/{classId}',
  summary: 'Xoá lớp chưa từng có học sinh',
  params: classId,
});

const counts = z.record(z.string(), z.int());

const schoolFigures = z.object({
  unitId: id,
  name: z.string(),
  schoolKind: z.string().nullable(),
  classes: z.int(),
  classesWithoutHomeroom: z.int(),
  classesInTwoSessions: z.int(),
  classesByGrade: counts,
  classesByKind: counts,
  pupils: z.int(),
  female: z.int(),
  minority: z.int(),
  minorityFemale: z.int(),
  pupilsByGrade: counts,
  /** Keys are codes of the national list; '' where the group is not recorded. */
  pupilsByEthnicGroup: counts,
  largestClass: z.int(),
  rooms: z.int(),
  staff: z.int(),
  femaleStaff: z.int(),
  staffByPost: counts,
  staffByEmployment: counts,
  teachersBySubject: counts,
  postedIn: z.int(),
  postedOut: z.int(),
  staffWithoutAccount: z.int(),
});

const schoolFilter = z.object({ schoolYearId: id.optional(), q: z.string().max(100).optional() });

export const listSchoolFigures = defineOperation('people.listSchoolFigures', {
  method: 'GET',
  path: '/api/people/schools',
  summary: 'Quy mô các trường trong phạm vi: lớp, học sinh, đội ngũ',
  query: schoolFilter.extend({
    cursor: z.string().max(1000).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ year: place, items: z.array(schoolFigures), nextCursor: z.string().nullable() }),
});

export const exportSchoolFigures = defineOperation('people.exportSchoolFigures', {
  method: 'GET',
  path: '/api/people/schools.xlsx',
  summary: 'Quy mô các trường ra Excel',
  query: schoolFilter,
  answersFile: true,
});

/** Operations on classes, rooms and the figures of schools. */
export const classOperations = [
  listRooms,
  exportRooms,
  createRoom,
  updateRoom,
  listClasses,
  exportClasses,
  createClass,
  updateClass,
  deleteClass,
  listSchoolFigures,
  exportSchoolFigures,
];
