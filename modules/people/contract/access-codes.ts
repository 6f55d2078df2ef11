import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();
const code = z.string().trim().min(1, 'Hãy gõ mã trên phiếu.').max(40, 'Mã trên phiếu có 12 ký tự.');

export const listSlipGroups = defineOperation('people.listSlipGroups', {
  method: 'GET',
  path: '/api/people/slips',
  summary: 'Phiếu kích hoạt của từng lớp và của giáo viên: đã in, đã kích hoạt',
  query: z.object({ schoolYearId: id.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        /** Null: the teachers of the school. */
        classId: id.nullable(),
        className: z.string().nullable(),
        people: z.int(),
        pupilCodes: z.int(),
        pupilActivated: z.int(),
        guardianCodes: z.int(),
        guardianActivated: z.int(),
        staffCodes: z.int(),
        staffActivated: z.int(),
      }),
    ),
  }),
});

export const printSlips = defineOperation('people.printSlips', {
  method: 'POST',
  path: '/api/people/slips',
  summary: 'In phiếu kích hoạt (PDF); mã chỉ hiện một lần, phiếu cũ hết dùng',
  query: z.object({ schoolYearId: id.optional() }),
  body: z.discriminatedUnion('holder', [
    z.object({ holder: z.enum(['pupil', 'guardian']), classId: id, replace: z.boolean() }),
    z.object({ holder: z.literal('staff'), replace: z.boolean() }),
  ]),
  answersFile: true,
  secret: true,
});

export const checkCode = defineOperation('people.checkCode', {
  method: 'POST',
  path: '/api/activation/check',
  summary: 'Xem mã trên phiếu là của ai',
  body: z.object({ code }),
  answer: z.object({
    name: z.string(),
    role: z.enum(['pupil', 'guardian', 'teacher', 'homeroomTeacher']),
    className: z.string().nullable(),
    unitName: z.string(),
  }),
  secret: true,
});

export const activateAccount = defineOperation('people.activateAccount', {
  method: 'POST',
  path: '/api/activation',
  summary: 'Kích hoạt tài khoản bằng mã trên phiếu và mật khẩu tự chọn',
  body: z.object({ code, password: z.string().max(1000) }),
  answer: z.object({ username: z.string() }),
  secret: true,
  atMost: 4,
});

export const listMyChildren = defineOperation('people.listMyChildren', {
  method: 'GET',
  path: '/api/people/my-children',
  summary: 'Em, hoặc các con của phụ huynh: lớp, trường, giáo viên chủ nhiệm',
  answer: z.object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        classId: id.nullable(),
        className: z.string().nullable(),
        unitId: id,
        school: z.string(),
        homeroom: z.string().nullable(),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const addChild = defineOperation('people.addChild', {
  method: 'POST',
  path: '/api/people/my-children',
  summary: 'Thêm một con vào tài khoản phụ huynh bằng mã trên phiếu của con',
  body: z.object({ code }),
  answer: z.object({ name: z.string() }),
  secret: true,
});

export const accessCodeOperations = [
  listSlipGroups,
  printSlips,
  checkCode,
  activateAccount,
  listMyChildren,
  addChild,
];
