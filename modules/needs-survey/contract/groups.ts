import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { eligibilityKinds, groupKinds, groupLimits, reasons } from '../rules/group.ts';
import { changes } from '../rules/progress.ts';
import { blockKinds } from '../rules/question.ts';
import { id, ofSchoolAndYear, surveyState, version } from './pieces.ts';

const surveyId = z.object({ surveyId: id });
const groupId = z.object({ groupId: id });
const subjectCode = z.string().regex(/^[A-Z0-9]{2,8}$/);
const day = z.iso.date();
const size = z.coerce
  .number()
  .int('Số học sinh là số nguyên.')
  .min(1, 'Mỗi nhóm có ít nhất 1 học sinh.')
  .max(
    groupLimits.pupils,
    `Mỗi nhóm có nhiều nhất ${groupLimits.pupils} học sinh (Thông tư 29/2024/TT-BGDĐT).`,
  );
const text = (least: number, most: number, missing: string) =>
  z.string().trim().min(least, missing).max(most, `Dài nhất ${most} ký tự.`).normalize('NFC');

const member = z.object({ pupilId: id, name: z.string(), className: z.string() });
const groupBase = {
  kind: z.enum(groupKinds),
  subjectCode: subjectCode.nullable(),
  subjectName: z.string().nullable(),
  grade: z.int().nullable(),
  name: z.string(),
};

export const proposeGroups = defineOperation('needsSurvey.proposeGroups', {
  method: 'GET',
  path: '/api/needs-survey/surveys/{surveyId}/group-proposal',
  summary: 'Nhóm buổi 2 đề xuất từ câu trả lời và kết quả học tập, kèm lí do của từng em; không lưu gì',
  params: surveyId,
  query: z.object({ size: size.default(groupLimits.pupils) }),
  answer: z.object({
    groups: z.array(
      z.object({
        ...groupBase,
        key: z.string(),
        /** Changes with the members: what is made is what was seen. */
        fingerprint: z.string(),
        /** The standing group they join; null: a new one. */
        joins: id.nullable(),
        members: z.array(member.extend({ reason: z.enum(reasons), reasonText: z.string() })),
      }),
    ),
    leftOut: z.array(
      z.object({
        kind: z.enum(groupKinds),
        subjectCode,
        subjectName: z.string(),
        grade: z.int(),
        why: z.enum(['notEntitled', 'notAsked']),
        pupils: z.array(member),
      }),
    ),
    placed: z.int(),
  }),
});

export const createGroups = defineOperation('needsSurvey.createGroups', {
  method: 'POST',
  path: '/api/needs-survey/surveys/{surveyId}/groups',
  summary: 'Lập các nhóm đã chọn trong đề xuất',
  params: surveyId,
  body: z.object({
    size,
    groups: z
      .array(z.object({ key: z.string().max(100), fingerprint: z.string().max(64) }))
      .min(1, 'Hãy chọn ít nhất một nhóm.')
      .max(300),
  }),
  answer: z.object({ groups: z.int(), pupils: z.int() }),
});

export const createRemedialGroup = defineOperation('needsSurvey.createRemedialGroup', {
  method: 'POST',
  path: '/api/needs-survey/groups',
  summary: 'Lập nhóm phụ đạo cho các em chưa đạt; em chưa đăng ký vào theo quyết định ghi rõ lí do',
  body: z.object({
    subjectCode,
    grade: z.int().min(6).max(12),
    decision: text(10, 180, 'Hãy ghi quyết định và lí do, ít nhất 10 ký tự.'),
    pupilIds: z
      .array(id)
      .min(1, 'Hãy chọn ít nhất một em.')
      .max(
        groupLimits.pupils,
        `Mỗi nhóm có nhiều nhất ${groupLimits.pupils} học sinh (Thông tư 29/2024/TT-BGDĐT).`,
      ),
  }),
  answer: z.object({ id, name: z.string(), pupils: z.int() }),
});

const grade = z.coerce.number().int().min(10, 'Môn lựa chọn chỉ có ở khối 10, 11, 12.').max(12);
const block = text(1, 40, 'Hãy đặt tên cho lượt chọn, ví dụ: Lượt 1.');
const periodsPerWeek = z.coerce
  .number()
  .int('Số tiết là số nguyên.')
  .min(1, 'Ít nhất 1 tiết.')
  .max(4, 'Nhiều nhất 4 tiết.');
const subjectCodes = z.array(subjectCode).min(2, 'Hãy chọn ít nhất hai môn.').max(12);
const classIds = z.array(id).min(1, 'Hãy chọn ít nhất một lớp.').max(40);
/** For how many groups of each subject there is room, in the order of the subjects. */
const groupsOfSubjects = z
  .array(
    z.coerce.number().int('Số nhóm là số nguyên.').min(1, 'Ít nhất 1 nhóm.').max(20, 'Nhiều nhất 20 nhóm.'),
  )
  .max(12);
/** Groups by what pupils wish: the question, how many a group has at most and at least; and of each subject, where the head says so. */
const byWishes = z.object({
  ...{ surveyId: id, questionId: z.string().max(40), largest: size, least: size },
  groups: groupsOfSubjects.optional(),
});

/** A list in the query: the key as often as there are values, or once with commas between them. */
const inQuery = <Item extends z.ZodType>(items: z.ZodArray<Item>) =>
  z.preprocess((given) => (typeof given === 'string' ? given.split(',') : given), items);

const blockByWishes = byWishes.extend({
  kind: z.enum(blockKinds),
  grade,
  block,
  periodsPerWeek,
  subjectCodes: inQuery(subjectCodes),
  classIds: inQuery(classIds),
  groups: inQuery(groupsOfSubjects).optional(),
});

export const listAskedWishes = defineOperation('needsSurvey.listAskedWishes', {
  method: 'GET',
  path: '/api/needs-survey/asked-wishes',
  summary: 'Các câu hỏi chọn môn, chọn chuyên đề đã hỏi một khối trong các đợt khảo sát của trường',
  query: z.object({ kind: z.enum(blockKinds), grade }),
  answer: z.object({
    items: z.array(
      z.object({
        surveyId: id,
        title: z.string(),
        state: surveyState,
        questionId: z.string(),
        question: z.string(),
        subjectCodes: z.array(subjectCode),
        classIds: z.array(id),
        asked: z.int(),
        answered: z.int(),
      }),
    ),
  }),
});

export const proposeElectiveBlock = defineOperation('needsSurvey.proposeElectiveBlock', {
  method: 'GET',
  path: '/api/needs-survey/elective-blocks/proposal',
  summary: 'Nhóm môn lựa chọn, chuyên đề đề xuất theo nguyện vọng của từng em; không lưu gì',
  query: blockByWishes,
  answer: z.object({
    /** Changes with groups and members: what is made is what was seen. */
    fingerprint: z.string(),
    groups: z.array(
      z.object({
        name: z.string(),
        teacherName: z.string().nullable(),
        pupils: z.int(),
        first: z.int(),
        second: z.int(),
        /** In the subject of the class, without having wished it. */
        own: z.int(),
      }),
    ),
    /** In the order asked for. */
    subjects: z.array(
      z.object({
        subjectName: z.string(),
        /** Groups there is room for, and groups that its pupils fill; 0: too few pupils for one. */
        room: z.int(),
        made: z.int(),
        pupils: z.int(),
        /** Who wished it first, and who got it not, being full. */
        wishes: z.int(),
        waiting: z.int(),
      }),
    ),
    pupils: z.array(
      member.extend({
        wishes: z.array(z.string()),
        /** Place in line by the lot drawn; null: no answer. */
        lot: z.int().nullable(),
        group: z.string(),
        wish: z.int().nullable(),
        /** Why the wishes before it were not granted. */
        missed: z.array(z.string()),
      }),
    ),
  }),
});

export const exportElectiveBlock = defineOperation('needsSurvey.exportElectiveBlock', {
  method: 'GET',
  path: '/api/needs-survey/elective-blocks/proposal.xlsx',
  summary: 'Nhóm đề xuất theo nguyện vọng ra Excel: từng em, nguyện vọng, nhóm',
  query: blockByWishes,
  answersFile: true,
});

export const createElectiveBlock = defineOperation('needsSurvey.createElectiveBlock', {
  method: 'POST',
  path: '/api/needs-survey/elective-blocks',
  summary:
    'Lập các nhóm môn lựa chọn, chuyên đề học cùng giờ cho nhiều lớp một khối; mỗi em vào nhóm theo tổ hợp của lớp, hoặc theo nguyện vọng',
  body: z.object({
    kind: z.enum(blockKinds),
    grade,
    block,
    periodsPerWeek,
    subjectCodes,
    classIds,
    byWishes: byWishes.extend({ fingerprint: z.string().max(64) }).optional(),
  }),
  answer: z.object({ groups: z.int(), pupils: z.int() }),
});

/** Members with a result of the gradebook when they came and now, and those of them who have improved; null: nobody has both. */
const progress = z.object({ compared: z.int(), better: z.int() }).nullable();

const groupHead = z.object({
  ...groupBase,
  block: z.string().nullable(),
  id,
  state: z.enum(['proposed', 'confirmed']),
  confirmedAt: z.string().nullable(),
  sizeLimit: z.int(),
  periodsPerWeek: z.int(),
  teacherId: id.nullable(),
  teacherName: z.string().nullable(),
  pupils: z.int(),
  byDecision: z.int(),
  requested: z.int(),
  received: z.int(),
  progress,
  version,
});

export const listGroups = defineOperation('needsSurvey.listGroups', {
  method: 'GET',
  path: '/api/needs-survey/groups',
  summary: 'Các nhóm buổi 2 của một trường trong năm học',
  query: ofSchoolAndYear,
  answer: z.object({ items: z.array(groupHead), may: z.array(z.string()) }),
});

export const exportGroups = defineOperation('needsSurvey.exportGroups', {
  method: 'GET',
  path: '/api/needs-survey/groups.xlsx',
  summary: 'Các nhóm buổi 2 và danh sách từng nhóm ra Excel',
  query: ofSchoolAndYear,
  answersFile: true,
});

export const getGroup = defineOperation('needsSurvey.getGroup', {
  method: 'GET',
  path: '/api/needs-survey/groups/{groupId}',
  summary: 'Một nhóm buổi 2: học sinh, lí do, đơn đăng ký',
  params: groupId,
  answer: groupHead.extend({
    mostPeriods: z.int(),
    tutoring: z.boolean(),
    members: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        className: z.string().nullable(),
        reason: z.enum(reasons),
        reasonText: z.string(),
        requestNumber: z.string().nullable(),
        requestedOn: z.string().nullable(),
        receivedOn: z.string().nullable(),
        decidedBy: z.string().nullable(),
        decidedAt: z.string().nullable(),
        withdrawn: z.boolean(),
        /** What the gradebook knew of the subject when the pupil came, and knows now, in words. */
        firstBasis: z.string().nullable(),
        nowBasis: z.string().nullable(),
        change: z.enum(changes).nullable(),
      }),
    ),
    may: z.array(z.string()),
  }),
});

export const changeGroup = defineOperation('needsSurvey.changeGroup', {
  method: 'PUT',
  path: '/api/needs-survey/groups/{groupId}',
  summary: 'Sửa tên, số chỗ, số tiết mỗi tuần, người dạy của một nhóm',
  params: groupId,
  body: z.object({
    name: text(2, 100, 'Hãy nhập tên nhóm.'),
    sizeLimit: size,
    periodsPerWeek: z
      .int('Số tiết là số nguyên.')
      .min(1, 'Ít nhất 1 tiết.')
      .max(groupLimits.otherPeriods, 'Nhiều nhất 10 tiết.'),
    teacherId: id.nullable(),
    version,
  }),
  answer: z.object({ version }),
});

export const confirmGroup = defineOperation('needsSurvey.confirmGroup', {
  method: 'POST',
  path: '/api/needs-survey/groups/{groupId}/confirm',
  summary: 'Duyệt nhóm: mọi em có lí do, nhóm dạy thêm có đủ đơn đăng ký',
  params: groupId,
  body: z.object({ version }),
  answer: z.object({ version }),
});

export const deleteGroup = defineOperation('needsSurvey.deleteGroup', {
  method: 'DELETE',
  path: '/api/needs-survey/groups/{groupId}',
  summary: 'Bỏ một nhóm buổi 2',
  params: groupId,
  query: z.object({ version: z.coerce.number().int().min(1) }),
});

export const addByDecision = defineOperation('needsSurvey.addByDecision', {
  method: 'POST',
  path: '/api/needs-survey/groups/{groupId}/members',
  summary: 'Thêm một em chưa đăng ký, theo quyết định ghi rõ lí do',
  params: groupId,
  body: z.object({
    pupilId: id,
    decision: text(10, 300, 'Hãy ghi quyết định và lí do, ít nhất 10 ký tự.'),
  }),
  answer: z.object({ pupils: z.int() }),
});

export const removeMember = defineOperation('needsSurvey.removeMember', {
  method: 'DELETE',
  path: '/api/needs-survey/groups/{groupId}/members/{pupilId}',
  summary: 'Đưa một em ra khỏi nhóm',
  params: groupId.extend({ pupilId: id }),
});

export const printRequests = defineOperation('needsSurvey.printRequests', {
  method: 'POST',
  path: '/api/needs-survey/groups/{groupId}/requests.pdf',
  summary: 'In đơn đăng ký học thêm của cả nhóm (PDF), đánh số vào sổ',
  params: groupId,
  answersFile: true,
});

export const receiveRequests = defineOperation('needsSurvey.receiveRequests', {
  method: 'PUT',
  path: '/api/needs-survey/groups/{groupId}/requests',
  summary: 'Ghi ngày nhận lại đơn đã ký; bỏ ngày là chưa nhận',
  params: groupId,
  body: z.object({
    pupilIds: z.array(id).min(1, 'Hãy chọn ít nhất một em.').max(45),
    receivedOn: day.nullable(),
  }),
  answer: z.object({ received: z.int() }),
});

const entitlement = {
  subjectCode,
  kind: z.enum(eligibilityKinds),
};

export const listCandidates = defineOperation('needsSurvey.listCandidates', {
  method: 'GET',
  path: '/api/needs-survey/entitlements',
  summary: 'Học sinh một khối: đã đăng ký chưa, có kết quả chưa đạt hoặc được chọn bồi dưỡng chưa',
  query: z.object({ ...entitlement, grade: z.coerce.number().int().min(6).max(12) }),
  answer: z.object({
    grades: z.array(z.int()),
    subjects: z.array(z.object({ code: subjectCode, name: z.string() })),
    items: z.array(
      z.object({
        pupilId: id,
        name: z.string(),
        classId: id,
        className: z.string(),
        asked: z.boolean(),
        basis: z.string().nullable(),
        /** Who says it; 'gradebook' without a basis: the pupil meets the requirement. */
        source: z.enum(['gradebook', 'school']).nullable(),
        /** The group of this kind and subject that the pupil sits in. */
        group: z.string().nullable(),
      }),
    ),
  }),
});

export const recordEntitlements = defineOperation('needsSurvey.recordEntitlements', {
  method: 'POST',
  path: '/api/needs-survey/entitlements',
  summary: 'Ghi kết quả chưa đạt, hoặc được chọn bồi dưỡng, của các em; hoặc rút lại',
  body: z.object({
    ...entitlement,
    pupils: z
      .array(z.object({ pupilId: id, basis: text(3, 300, 'Hãy ghi căn cứ: kết quả hoặc quyết định.') }))
      .max(2000),
    withdrawn: z.array(id).max(2000),
  }),
  answer: z.object({ recorded: z.int(), withdrawn: z.int() }),
});

export const groupOperations = [
  proposeGroups,
  createGroups,
  createRemedialGroup,
  listAskedWishes,
  proposeElectiveBlock,
  exportElectiveBlock,
  createElectiveBlock,
  listGroups,
  exportGroups,
  getGroup,
  changeGroup,
  confirmGroup,
  deleteGroup,
  addByDecision,
  removeMember,
  printRequests,
  receiveRequests,
  listCandidates,
  recordEntitlements,
];
