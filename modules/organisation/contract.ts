import { z } from 'zod';
import { defineOperation } from '#platform/api';

const id = z.uuid();
const day = z.iso.date();
const version = z.int().min(1);
const name = z.string().trim().min(1, 'Hãy nhập tên.').max(200, 'Tên dài nhất 200 ký tự.');

export const unitKind = z.enum(['department', 'division', 'commune', 'school', 'subjectTeam', 'cluster']);
export const schoolKind = z.enum([
  'lowerSecondary',
  'upperSecondary',
  'combinedSecondary',
  'ethnicSemiBoarding',
  'ethnicBoardingLower',
  'ethnicBoardingUpper',
  'specialised',
  'vocContinuingCentre',
]);

export const unit = z.object({
  id,
  parentId: id.nullable(),
  kind: unitKind,
  code: z.string(),
  name: z.string(),
  schoolKind: schoolKind.nullable(),
  teachesLower: z.boolean(),
  teachesUpper: z.boolean(),
  managingAuthority: z.enum(['communePC', 'department']).nullable(),
  communeKind: z.enum(['commune', 'ward']).nullable(),
  /** Area class I-III of policies. */
  zone: z.int().nullable(),
  border: z.boolean(),
  /** Degrees, WGS 84. */
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  closedOn: day.nullable(),
  version,
});

const unitRef = z.object({ id, name: z.string(), kind: unitKind });
const line = z.enum(['state', 'professional']);

export const site = z.object({
  id,
  unitId: id,
  kind: z.enum(['main', 'satellite']),
  name: z.string(),
  village: z.string().nullable(),
  /** From the main site. */
  distanceKm: z.number().nullable(),
  version,
});

export const listUnits = defineOperation('organisation.listUnits', {
  method: 'GET',
  path: '/api/units',
  summary: 'Các đơn vị của Sở',
  query: z.object({
    kind: unitKind.optional(),
    schoolKind: schoolKind.optional(),
    /** Schools that this commune manages. */
    communeId: id.optional(),
    /** Schools of this professional cluster. */
    clusterId: id.optional(),
    /** Units inside this one: divisions of the department, teams of a school. */
    parentId: id.optional(),
    q: z.string().max(100).optional(),
    closed: z.stringbool().default(false),
    cursor: z.string().max(1000).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  answer: z.object({ items: z.array(unit), nextCursor: z.string().nullable() }),
});

export const importUnits = defineOperation('organisation.importUnits', {
  method: 'POST',
  path: '/api/units/import',
  summary: 'Nhập danh mục đơn vị từ bảng tính (.xlsx, .csv, .tsv); dryRun chỉ xem trước',
  query: z.object({ dryRun: z.stringbool().default(false) }),
  takesFile: true,
  answer: z.object({
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    /** Lines with at least one fault. */
    faulty: z.int(),
    /** Only of a preview: a file with faults is refused. */
    faults: z.array(z.object({ cell: z.string(), message: z.string() })),
    changes: z.array(
      z.object({
        line: z.int(),
        what: z.enum(['created', 'changed']),
        kind: unitKind,
        code: z.string().nullable(),
        name: z.string(),
        /** Titles of the columns that differ. */
        fields: z.array(z.string()),
      }),
    ),
  }),
});

export const getUnitTemplate = defineOperation('organisation.getUnitTemplate', {
  method: 'GET',
  path: '/api/units/template',
  summary: 'Tệp mẫu để ghi danh mục đơn vị',
  answersFile: true,
});

const unitId = z.object({ unitId: id });

export const getUnit = defineOperation('organisation.getUnit', {
  method: 'GET',
  path: '/api/units/{unitId}',
  summary: 'Một đơn vị: tuyến trên, tuyến dưới, điểm trường, người đứng đầu',
  params: unitId,
  answer: z.object({
    unit,
    parent: unitRef.nullable(),
    above: z.array(unitRef.extend({ line })),
    /** Directly below, at most 500; belowTotal counts them all. */
    below: z.array(unitRef.extend({ line })),
    belowTotal: z.int(),
    sites: z.array(site),
    leaders: z.array(z.object({ accountId: id, name: z.string(), role: z.string() })),
  }),
});

export const updateUnit = defineOperation('organisation.updateUnit', {
  method: 'PATCH',
  path: '/api/units/{unitId}',
  summary: 'Sửa thông tin đơn vị',
  params: unitId,
  body: z.object({
    version,
    name: name.optional(),
    zone: z.int().min(1).max(3).nullable().optional(),
    border: z.boolean().optional(),
    latitude: z.number().min(-90).max(90).nullable().optional(),
    longitude: z.number().min(-180).max(180).nullable().optional(),
  }),
  answer: unit,
});

export const createSubjectTeam = defineOperation('organisation.createSubjectTeam', {
  method: 'POST',
  path: '/api/units/{unitId}/subject-teams',
  summary: 'Lập tổ chuyên môn của trường',
  params: unitId,
  body: z.object({ name }),
  answer: unit,
});

export const closeSubjectTeam = defineOperation('organisation.closeSubjectTeam', {
  method: 'POST',
  path: '/api/units/{unitId}/close',
  summary: 'Đóng tổ chuyên môn từ hôm nay',
  params: unitId,
});

const siteFields = {
  kind: z.enum(['main', 'satellite']),
  name,
  village: z.string().trim().min(1).max(200).nullable(),
  distanceKm: z.number().min(0).max(500).multipleOf(0.1).nullable(),
};

export const createSite = defineOperation('organisation.createSite', {
  method: 'POST',
  path: '/api/units/{unitId}/sites',
  summary: 'Thêm điểm trường',
  params: unitId,
  body: z.object({
    ...siteFields,
    village: siteFields.village.default(null),
    distanceKm: siteFields.distanceKm.default(null),
  }),
  answer: site,
});

const siteId = z.object({ siteId: id });

export const updateSite = defineOperation('organisation.updateSite', {
  method: 'PATCH',
  path: '/api/sites/{siteId}',
  summary: 'Sửa điểm trường',
  params: siteId,
  body: z.object({
    version,
    kind: siteFields.kind.optional(),
    name: name.optional(),
    village: siteFields.village.optional(),
    distanceKm: siteFields.distanceKm.optional(),
  }),
  answer: site,
});

export const deleteSite = defineOperation('organisation.deleteSite', {
  method: 'DELETE',
  path: '/api/sites/{siteId}',
  summary: 'Xoá điểm trường',
  params: siteId,
});

export const createCluster = defineOperation('organisation.createCluster', {
  method: 'POST',
  path: '/api/clusters',
  summary: 'Lập cụm chuyên môn',
  body: z.object({
    name,
    code: z
      .string()
      .trim()
      .regex(/^[\p{L}\d][\p{L}\d._-]{0,29}$/u, 'Mã có 1-30 chữ, số, không có khoảng trắng.'),
  }),
  answer: unit,
});

export const setClusterSchools = defineOperation('organisation.setClusterSchools', {
  method: 'PUT',
  path: '/api/clusters/{unitId}/schools',
  summary: 'Đặt lại danh sách trường của cụm',
  params: unitId,
  body: z.object({ schoolIds: z.array(id).max(500) }),
  answer: z.object({
    asked: z.int(),
    /** Schools of the cluster that were asked for, whether new or already there. */
    done: z.int(),
    added: z.int(),
    removed: z.int(),
    skipped: z.array(z.object({ id, reason: z.string() })),
  }),
});

const schoolBreak = z.object({ from: day, to: day, name: z.string().trim().min(1).max(100) });

export const schoolYear = z.object({
  id,
  name: z.string(),
  startsOn: day,
  opensOn: day,
  endsOn: day,
  isCurrent: z.boolean(),
  /** Where the dates come from. */
  sourceNote: z.string(),
  breaks: z.array(schoolBreak),
  version,
});

const semester = z.object({ number: z.int(), startsOn: day, endsOn: day, weeks: z.int() });
const schoolWeek = z.object({ number: z.int(), semester: z.int(), startsOn: day, endsOn: day });

export const schoolYearWithWeeks = z.object({
  schoolYear,
  semesters: z.array(semester),
  weeks: z.array(schoolWeek),
});

export const listSchoolYears = defineOperation('organisation.listSchoolYears', {
  method: 'GET',
  path: '/api/school-years',
  summary: 'Các năm học, năm mới trước',
  answer: z.object({ items: z.array(schoolYear) }),
});

export const getSchoolYear = defineOperation('organisation.getSchoolYear', {
  method: 'GET',
  path: '/api/school-years/{schoolYearId}',
  summary: 'Một năm học: học kì, tuần học',
  params: z.object({ schoolYearId: id }),
  answer: schoolYearWithWeeks,
});

export const setSchoolYear = defineOperation('organisation.setSchoolYear', {
  method: 'PUT',
  path: '/api/school-years/{name}',
  summary: 'Đặt thời gian năm học theo quyết định; tuần học được tính lại',
  params: z.object({
    name: z
      .string()
      .regex(/^\d{4}-\d{4}$/, 'Năm học viết như 2025-2026.')
      .refine(
        (text) => Number(text.slice(5)) === Number(text.slice(0, 4)) + 1,
        'Năm học viết như 2025-2026.',
      ),
  }),
  body: z.object({
    /** The version seen; absent for a new school year. */
    version: version.optional(),
    startsOn: day,
    opensOn: day,
    endsOn: day,
    semester1Weeks: z.int().min(1).max(30),
    semester2Weeks: z.int().min(1).max(30),
    breaks: z.array(schoolBreak).max(30),
    isCurrent: z.boolean(),
    sourceNote: z.string().trim().min(1, 'Hãy ghi căn cứ: số, ngày của quyết định.').max(1000),
  }),
  answer: schoolYearWithWeeks.extend({
    /** Where the dates leave the national frame: allowed, but to be justified. */
    warnings: z.array(z.string()),
  }),
});

const words = z.object({ vi: z.string(), en: z.string() });
const part = z.object({ key: z.string(), label: words });
const limits = { min: z.number(), max: z.number(), step: z.number() };
const measure = { ...limits, unit: words };

export const settingForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), ...measure }),
  /** Values are shares: 0.5 is 50%. */
  z.object({ kind: z.literal('percent'), ...limits }),
  z.object({ kind: z.literal('numbers'), most: z.int(), ...measure }),
  z.object({ kind: z.literal('choice'), options: z.array(part).readonly() }),
  z.object({ kind: z.literal('row'), fields: z.array(part).readonly(), ...measure }),
  z.object({
    kind: z.literal('table'),
    rows: z.array(part).readonly(),
    columns: z.array(part).readonly(),
    ...measure,
  }),
]);

export const settingValue = z.union([
  z.number(),
  z.string().max(100),
  z.array(z.number()).max(50).readonly(),
  z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])),
]);

export const setting = z.object({
  key: z.string(),
  module: z.string(),
  label: words,
  effect: words,
  form: settingForm,
  default: settingValue,
  /** Where the default comes from. */
  source: z.string(),
  /** The department's own value; null: the default counts. */
  own: settingValue.nullable(),
  /** A stored value of an earlier release no longer fits and does not count. */
  unusable: z.boolean(),
  /** 0: nobody has set it yet. */
  version: z.int(),
  /** Who changed it last and why; by null: somebody the reader does not see. */
  changed: z.object({ by: z.string().nullable(), at: z.iso.datetime(), note: z.string() }).nullable(),
});

export const listSettings = defineOperation('organisation.listSettings', {
  method: 'GET',
  path: '/api/settings',
  summary: 'Các mức quy định của mọi phần, mức của Sở và mức mặc định',
  answer: z.object({ items: z.array(setting), mayChange: z.boolean() }),
});

const settingKey = z.object({ key: z.string().max(100) });
const settingNote = z
  .string()
  .trim()
  .min(1, 'Hãy ghi lý do hoặc căn cứ: số, ngày của văn bản.')
  .max(1000, 'Lý do dài nhất 1000 ký tự.');
/** The version seen; 0: not set yet. */
const settingVersion = z.int().min(0);

export const updateSetting = defineOperation('organisation.updateSetting', {
  method: 'PUT',
  path: '/api/settings/{key}',
  summary: 'Đặt một mức quy định cho Sở',
  params: settingKey,
  body: z.object({ version: settingVersion, value: settingValue, note: settingNote }),
  answer: setting,
});

export const resetSetting = defineOperation('organisation.resetSetting', {
  method: 'POST',
  path: '/api/settings/{key}/reset',
  summary: 'Dùng lại mức mặc định',
  params: settingKey,
  body: z.object({ version: settingVersion, note: settingNote }),
  answer: setting,
});

/** Every operation of the organisation. */
export const organisationOperations = [
  listUnits,
  importUnits,
  getUnitTemplate,
  getUnit,
  updateUnit,
  createSubjectTeam,
  closeSubjectTeam,
  createSite,
  updateSite,
  deleteSite,
  createCluster,
  setClusterSchools,
  listSchoolYears,
  getSchoolYear,
  setSchoolYear,
  listSettings,
  updateSetting,
  resetSetting,
];
