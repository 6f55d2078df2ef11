import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { attachment, date, id, instant, note, person, requiredNote, unitRef, version } from './pieces.ts';

const documentId = z.object({ documentId: id });
const opinionId = z.object({ opinionId: id });

export const officialKind = z.enum([
  'directive',
  'decision',
  'guidance',
  'plan',
  'programme',
  'notice',
  'report',
  'proposal',
  'invitation',
  'dispatch',
]);
export const officialState = z.enum(['draft', 'collecting', 'issued', 'superseded', 'revoked', 'cancelled']);
export const recipientKind = z.enum([
  'divisions',
  'communes',
  'clusters',
  'schools',
  'lowerSecondarySchools',
  'upperSecondarySchools',
  'subjectTeams',
]);
export const disposition = z.enum(['adopted', 'partlyAdopted', 'explained']);

const abstract = z.string().trim().min(1).max(1000);
const reason = z.string().trim().min(1).max(2000);
const shortText = z.string().trim().min(1).max(100);

export const officialSummary = z.object({
  id,
  kind: officialKind,
  state: officialState,
  /** "12/HD-SGDĐT"; null until it is issued. */
  symbol: z.string().nullable(),
  abstract: z.string(),
  issuingUnit: unitRef,
  issuedOn: date.nullable(),
  signatoryName: z.string().nullable(),
  commentUntil: date.nullable(),
  files: z.int(),
  /** Whether the person's unit was asked for an opinion and has given none. */
  opinionDue: z.boolean(),
  /** When the person first opened it; null: not yet. */
  openedAt: instant.nullable(),
  version,
});

const recipients = {
  recipientKinds: z.array(recipientKind).max(7),
  recipientUnitIds: z.array(id).max(500),
};

export const listOfficialDocuments = defineOperation('plan.listOfficialDocuments', {
  method: 'GET',
  path: '/api/plan/official-documents',
  summary: 'Sổ văn bản chỉ đạo: đi, đến, dự thảo',
  query: z.object({
    /** own: issued or drafted by the own unit; received: sent to it; forOpinion: waits for its opinion; unread: not opened by the person. */
    box: z.enum(['all', 'own', 'received', 'forOpinion', 'unread']).default('all'),
    kind: officialKind.optional(),
    state: officialState.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    dutyId: id.optional(),
    q: z.string().trim().max(200).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({ items: z.array(officialSummary), nextCursor: z.string().nullable(), count: z.int() }),
});

export const registerOfficialDocument = defineOperation('plan.registerOfficialDocument', {
  method: 'POST',
  path: '/api/plan/official-documents',
  summary: 'Lập dự thảo văn bản của đơn vị mình',
  body: z.object({
    kind: officialKind,
    abstract,
    recipientKinds: recipients.recipientKinds.default([]),
    recipientUnitIds: recipients.recipientUnitIds.default([]),
    dutyIds: z.array(id).max(100).default([]),
    /** An issued document of the own unit that this one replaces. */
    replacesId: id.optional(),
  }),
  answer: z.object({ id, version }),
});

export const getOfficialDocument = defineOperation('plan.getOfficialDocument', {
  method: 'GET',
  path: '/api/plan/official-documents/{documentId}',
  summary: 'Một văn bản: tệp, nơi nhận, nhiệm vụ liên quan',
  params: documentId,
  answer: z.object({
    document: officialSummary.omit({ files: true }).extend({
      draftingUnit: unitRef,
      signatoryPosition: z.string().nullable(),
      stateNote: z.string().nullable(),
      recipientKinds: z.array(recipientKind),
      recipientUnits: z.array(unitRef),
      replaces: z.object({ id, symbol: z.string().nullable() }).nullable(),
      replacedBy: z.object({ id, symbol: z.string().nullable() }).nullable(),
      createdBy: person,
      createdAt: instant,
    }),
    files: z.array(attachment),
    duties: z.array(z.object({ id, code: z.string(), title: z.string() })),
    may: z.array(z.string()),
  }),
});

export const updateOfficialDocument = defineOperation('plan.updateOfficialDocument', {
  method: 'PATCH',
  path: '/api/plan/official-documents/{documentId}',
  summary: 'Sửa dự thảo: loại, trích yếu, nơi nhận, nhiệm vụ liên quan',
  params: documentId,
  body: z.object({
    version,
    kind: officialKind.optional(),
    abstract: abstract.optional(),
    recipientKinds: recipients.recipientKinds.optional(),
    recipientUnitIds: recipients.recipientUnitIds.optional(),
    dutyIds: z.array(id).max(100).optional(),
    replacesId: id.nullable().optional(),
  }),
  answer: z.object({ version }),
});

export const attachOfficialDocumentFile = defineOperation('plan.attachOfficialDocumentFile', {
  method: 'POST',
  path: '/api/plan/official-documents/{documentId}/files',
  summary: 'Đính kèm tệp văn bản (PDF, Word, Excel, ảnh; tối đa 20 MB)',
  params: documentId,
  takesFile: true,
  answer: attachment,
});

export const removeOfficialDocumentFile = defineOperation('plan.removeOfficialDocumentFile', {
  method: 'POST',
  path: '/api/plan/official-documents/{documentId}/files/{attachmentId}/remove',
  summary: 'Bỏ tệp khỏi dự thảo',
  params: z.object({ documentId: id, attachmentId: id }),
});

const moved = z.object({ state: officialState, version });

export const collectOpinions = defineOperation('plan.collectOpinions', {
  method: 'POST',
  path: '/api/plan/official-documents/{documentId}/collect',
  summary: 'Gửi dự thảo lấy ý kiến, hoặc đổi hạn góp ý',
  params: documentId,
  body: z.object({ version, until: date }),
  answer: moved.extend({ units: z.int() }),
});

export const issueOfficialDocument = defineOperation('plan.issueOfficialDocument', {
  method: 'POST',
  path: '/api/plan/official-documents/{documentId}/issue',
  summary: 'Ban hành: cấp số, ký hiệu và gửi tới nơi nhận',
  params: documentId,
  body: z.object({
    version,
    issuedOn: date,
    signatoryName: shortText,
    signatoryPosition: shortText,
    /** A number already given on paper; absent: the next one of the year. */
    number: z.int().min(1).max(99_999).optional(),
  }),
  answer: moved.extend({ number: z.int(), symbol: z.string(), units: z.int() }),
});

export const cancelOfficialDocument = defineOperation('plan.cancelOfficialDocument', {
  method: 'POST',
  path: '/api/plan/official-documents/{documentId}/cancel',
  summary: 'Hủy dự thảo',
  params: documentId,
  body: z.object({ version, reason }),
  answer: moved,
});

export const revokeOfficialDocument = defineOperation('plan.revokeOfficialDocument', {
  method: 'POST',
  path: '/api/plan/official-documents/{documentId}/revoke',
  summary: 'Thu hồi văn bản đã ban hành',
  params: documentId,
  body: z.object({ version, reason }),
  answer: moved,
});

export const readOfficialDocument = defineOperation('plan.readOfficialDocument', {
  method: 'POST',
  path: '/api/plan/official-documents/{documentId}/read',
  summary: 'Ghi nhận đã mở xem văn bản',
  params: documentId,
  answer: z.object({ openedAt: instant }),
});

export const listOfficialDocumentReadings = defineOperation('plan.listOfficialDocumentReadings', {
  method: 'GET',
  path: '/api/plan/official-documents/{documentId}/readings',
  summary: 'Nơi nhận nào đã mở, ai mở, lúc nào',
  params: documentId,
  answer: z.object({
    units: z.array(
      z.object({
        unit: unitRef,
        toldAt: instant,
        openings: z.array(z.object({ by: person, openedAt: instant })),
      }),
    ),
    opened: z.int(),
  }),
});

export const opinion = z.object({
  id,
  unit: unitRef,
  by: person,
  givenAt: instant,
  stance: z.enum(['agrees', 'comments']),
  passage: z.string(),
  body: z.string(),
  disposition: disposition.nullable(),
  reply: z.string().nullable(),
  version,
});

export const giveOpinion = defineOperation('plan.giveOpinion', {
  method: 'POST',
  path: '/api/plan/official-documents/{documentId}/opinions',
  summary: 'Góp ý dự thảo, hoặc nhất trí',
  params: documentId,
  body: z.object({
    stance: z.enum(['agrees', 'comments']),
    /** The passage it is about: "Mục II.3", "Điều 5". */
    passage: z.string().trim().max(300).default(''),
    body: z.string().trim().max(5000).default(''),
  }),
  answer: z.object({ id, version }),
});

export const updateOpinion = defineOperation('plan.updateOpinion', {
  method: 'PATCH',
  path: '/api/plan/opinions/{opinionId}',
  summary: 'Sửa góp ý của đơn vị mình khi còn hạn',
  params: opinionId,
  body: z.object({
    version,
    passage: z.string().trim().max(300).optional(),
    body: requiredNote.optional(),
  }),
  answer: z.object({ version }),
});

export const disposeOpinion = defineOperation('plan.disposeOpinion', {
  method: 'POST',
  path: '/api/plan/opinions/{opinionId}/dispose',
  summary: 'Tiếp thu hoặc giải trình góp ý',
  params: opinionId,
  body: z.object({ version, disposition, reply: note.default('') }),
  answer: z.object({ version }),
});

export const listOpinions = defineOperation('plan.listOpinions', {
  method: 'GET',
  path: '/api/plan/official-documents/{documentId}/opinions',
  summary: 'Bảng tổng hợp, tiếp thu, giải trình ý kiến',
  params: documentId,
  answer: z.object({
    asked: z.int(),
    answered: z.int(),
    undisposed: z.int(),
    silent: z.array(unitRef),
    opinions: z.array(opinion),
  }),
});

export const exportOpinions = defineOperation('plan.exportOpinions', {
  method: 'GET',
  path: '/api/plan/official-documents/{documentId}/opinions.xlsx',
  summary: 'Bảng tổng hợp ý kiến ra Excel',
  params: documentId,
  answersFile: true,
});

export const agencySetting = z.object({
  unit: unitRef,
  abbreviation: z.string(),
  place: z.string(),
  superior: z.string().nullable(),
  /** False: proposed from the unit's name, not yet set by anybody. */
  set: z.boolean(),
  version: z.int().min(0),
});

export const getAgencySetting = defineOperation('plan.getAgencySetting', {
  method: 'GET',
  path: '/api/plan/agency-setting',
  summary: 'Chữ viết tắt, địa danh của cơ quan trong văn bản',
  answer: agencySetting,
});

export const updateAgencySetting = defineOperation('plan.updateAgencySetting', {
  method: 'PATCH',
  path: '/api/plan/agency-setting',
  summary: 'Đặt chữ viết tắt, địa danh của cơ quan trong văn bản',
  body: z.object({
    /** 0: nobody has set it yet. */
    version: z.int().min(0),
    abbreviation: z.string().trim().min(1).max(30),
    place: shortText,
    superior: z.string().trim().min(1).max(200).nullable().default(null),
  }),
  answer: agencySetting,
});

export const officialDocumentOperations = [
  listOfficialDocuments,
  registerOfficialDocument,
  getOfficialDocument,
  updateOfficialDocument,
  attachOfficialDocumentFile,
  removeOfficialDocumentFile,
  collectOpinions,
  issueOfficialDocument,
  cancelOfficialDocument,
  revokeOfficialDocument,
  readOfficialDocument,
  listOfficialDocumentReadings,
  giveOpinion,
  updateOpinion,
  disposeOpinion,
  listOpinions,
  exportOpinions,
  getAgencySetting,
  updateAgencySetting,
];
