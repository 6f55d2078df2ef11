import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { sheetKinds } from '../rules/sheets/sheet-kind.ts';

const id = z.uuid();
const kind = z.enum(sheetKinds);
const version = z.int().min(1);
const counts = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), leftOut: z.int() });
const oneImport = z.object({ importId: id });
const atVersion = z.object({ version });
/** The import after a change, at its new version. */
const changed = z.object({ version });

const finding = z.object({
  /** Such as 'D14'; 'Dòng 14' when no column gives what is missing. */
  cell: z.string(),
  column: z.int().nullable(),
  field: z.string(),
  code: z.string(),
  severity: z.enum(['must', 'warn']),
  message: z.string(),
  remedy: z.string(),
  /** What to put instead; '' empties the cell. */
  proposal: z.string().nullable(),
  /** Cells to write when the proposal is taken. */
  edits: z.array(z.object({ column: z.int(), text: z.string() })),
});

export const getImportTemplate = defineOperation('people.getImportTemplate', {
  method: 'GET',
  path: '/api/people/import-templates/{kind}',
  summary: 'Tệp mẫu để ghi danh sách học sinh, cán bộ hoặc lớp của trường',
  params: z.object({ kind }),
  query: z.object({ schoolYearId: id.optional() }),
  answersFile: true,
});

export const listImports = defineOperation('people.listImports', {
  method: 'GET',
  path: '/api/people/imports',
  summary: 'Các lần nhập gần đây của trường',
  query: z.object({ schoolYearId: id.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        id,
        kind,
        fileName: z.string(),
        state: z.enum(['preview', 'accepted']),
        counts: counts.nullable(),
        madeByName: z.string().nullable(),
        madeAt: z.string(),
        acceptedAt: z.string().nullable(),
      }),
    ),
  }),
});

export const startImport = defineOperation('people.startImport', {
  method: 'POST',
  path: '/api/people/imports',
  summary: 'Đưa một bảng tính (.xlsx, .csv, .tsv) vào xem trước',
  query: z.object({ kind, schoolYearId: id.optional() }),
  takesFile: true,
  answer: z.object({ id }),
  atMost: 2,
});

export const previewImport = defineOperation('people.previewImport', {
  method: 'GET',
  path: '/api/people/imports/{importId}',
  summary: 'Xem trước một lần nhập: số dòng mới, thay đổi, lỗi từng ô',
  params: oneImport,
  query: z.object({
    show: z.enum(['all', 'faulty', 'warned', 'new', 'changed', 'skipped']).default('all'),
    offset: z.coerce.number().int().min(0).max(20_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    id,
    version,
    kind,
    fileName: z.string(),
    sheetName: z.string(),
    schoolYear: z.object({ id, name: z.string() }),
    state: z.enum(['preview', 'accepted', 'discarded']),
    /** The old encoding that the file came in and was converted from. */
    converted: z.enum(['tcvn3', 'vni']).nullable(),
    columns: z.array(
      z.object({
        letters: z.string(),
        heading: z.string(),
        field: z.string().nullable(),
        sample: z.string(),
      }),
    ),
    fields: z.array(z.object({ field: z.string(), title: z.string(), required: z.boolean() })),
    missingColumns: z.array(z.string()),
    counts: z.object({
      new: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      faulty: z.int(),
      skipped: z.int(),
      mustFix: z.int(),
      warnings: z.int(),
    }),
    /** What an accepted import did. */
    done: counts.nullable(),
    proposals: z.array(
      z.object({
        code: z.string(),
        count: z.int(),
        example: z.object({ cell: z.string(), proposal: z.string() }),
      }),
    ),
    /** To be sent back on acceptance: what was seen is what is written. */
    fingerprint: z.string(),
    /** Rows of the filter. */
    total: z.int(),
    rows: z.array(
      z.object({
        line: z.int(),
        state: z.enum(['new', 'changed', 'unchanged', 'faulty', 'skipped']),
        cells: z.array(z.string()),
        /** Name of the record that the row belongs to. */
        known: z.string().nullable(),
        findings: z.array(finding),
        changes: z.array(z.object({ title: z.string(), before: z.string().nullable(), after: z.string() })),
      }),
    ),
  }),
});

export const mapImportColumns = defineOperation('people.mapImportColumns', {
  method: 'PUT',
  path: '/api/people/imports/{importId}/columns',
  summary: 'Chọn lại nội dung của từng cột',
  params: oneImport,
  body: atVersion.extend({ fields: z.array(z.string().max(50).nullable()).max(100) }),
  answer: changed,
});

export const editImport = defineOperation('people.editImport', {
  method: 'PATCH',
  path: '/api/people/imports/{importId}/rows',
  summary: 'Sửa ô ngay trong bảng xem trước, bỏ bớt hoặc lấy lại dòng',
  params: oneImport,
  body: atVersion.extend({
    cells: z
      .array(z.object({ line: z.int().min(1), column: z.int().min(0).max(99), text: z.string().max(1000) }))
      .max(500)
      .default([]),
    rows: z
      .array(z.object({ line: z.int().min(1), skipped: z.boolean() }))
      .max(500)
      .default([]),
  }),
  answer: changed,
});

export const acceptImportProposals = defineOperation('people.acceptImportProposals', {
  method: 'POST',
  path: '/api/people/imports/{importId}/proposals',
  summary: 'Sửa theo mọi đề xuất cùng loại',
  params: oneImport,
  body: atVersion.extend({ code: z.string().max(50) }),
  answer: changed,
});

export const downloadImport = defineOperation('people.downloadImport', {
  method: 'GET',
  path: '/api/people/imports/{importId}/workbook',
  summary: 'Tải bảng đã đánh dấu lỗi',
  params: oneImport,
  answersFile: true,
});

export const acceptImport = defineOperation('people.acceptImport', {
  method: 'POST',
  path: '/api/people/imports/{importId}/acceptance',
  summary: 'Nhập bảng đã xem trước vào hệ thống, tất cả trong một lần',
  params: oneImport,
  body: atVersion.extend({ fingerprint: z.string().max(100), leaveOutFaulty: z.boolean() }),
  answer: counts,
});

export const discardImport = defineOperation('people.discardImport', {
  method: 'DELETE',
  path: '/api/people/imports/{importId}',
  summary: 'Bỏ một lần nhập chưa xong',
  params: oneImport,
  query: z.object({ version: z.coerce.number().int().min(1) }),
});

export const importOperations = [
  getImportTemplate,
  listImports,
  startImport,
  previewImport,
  mapImportColumns,
  editImport,
  acceptImportProposals,
  downloadImport,
  acceptImport,
  discardImport,
];
