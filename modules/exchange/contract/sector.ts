import { z } from 'zod';
import { defineOperation } from '#platform/api';
import { sectorKinds } from '../rules/index.ts';

const id = z.uuid();
const kind = z.enum(sectorKinds);
const ofKind = z.object({ kind });

const column = z.object({
  heading: z.string().trim().min(1, 'Hãy ghi tên cột.').max(100).normalize('NFC'),
  /** '' leaves the column empty. */
  field: z.string().max(40),
  required: z.boolean(),
  codes: z.record(z.string().max(100), z.string().max(50)),
});

const mapping = z.object({
  columns: z.array(column),
  sourceNote: z.string(),
  /** 0: the default. */
  version: z.int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
  fields: z.array(z.object({ key: z.string(), name: z.string() })),
});

const counts = { asked: z.int(), written: z.int(), refused: z.int(), doubtful: z.int() };

export const getSectorMapping = defineOperation('exchange.getSectorMapping', {
  method: 'GET',
  path: '/api/exchange/sector/{kind}/mapping',
  summary: 'Mẫu xuất CSDL ngành: cột nào lấy dữ liệu nào',
  params: ofKind,
  answer: mapping,
});

export const saveSectorMapping = defineOperation('exchange.saveSectorMapping', {
  method: 'PUT',
  path: '/api/exchange/sector/{kind}/mapping',
  summary: 'Sửa mẫu xuất CSDL ngành của Sở, kèm ghi chú nguồn',
  params: ofKind,
  body: z.object({
    columns: z.array(column).min(1, 'Mẫu cần ít nhất một cột.').max(80),
    sourceNote: z
      .string()
      .trim()
      .min(10, 'Hãy ghi biểu này theo văn bản hay nguồn nào.')
      .max(500)
      .normalize('NFC'),
    version: z.int(),
  }),
  answer: mapping,
});

export const resetSectorMapping = defineOperation('exchange.resetSectorMapping', {
  method: 'DELETE',
  path: '/api/exchange/sector/{kind}/mapping',
  summary: 'Bỏ mẫu của Sở, dùng lại mẫu mặc định',
  params: ofKind,
  answer: mapping,
});

export const previewSector = defineOperation('exchange.previewSector', {
  method: 'GET',
  path: '/api/exchange/sector/{kind}/preview',
  summary: 'Xem trước tệp CSDL ngành của trường: đếm dòng và lỗi từng dòng',
  params: ofKind,
  answer: z.object({
    ...counts,
    headings: z.array(z.string()),
    sourceNote: z.string(),
    faults: z.array(
      z.object({
        line: z.int(),
        name: z.string(),
        place: z.string(),
        heading: z.string(),
        severity: z.enum(['error', 'warning']),
        message: z.string(),
      }),
    ),
    /** How many faults there are; the first ones are listed. */
    faultsInAll: z.int(),
    sample: z.array(z.array(z.string())),
  }),
  writes: true,
});

const sectorExport = z.object({
  id,
  kind,
  format: z.enum(['xlsx', 'csv']),
  ...counts,
  sourceNote: z.string(),
  sha256: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
});

export const exportSector = defineOperation('exchange.exportSector', {
  method: 'POST',
  path: '/api/exchange/sector/{kind}/exports',
  summary: 'Xuất tệp CSDL ngành của trường (Excel hoặc CSV) và ghi vào lịch sử',
  params: ofKind,
  body: z.object({ format: z.enum(['xlsx', 'csv']) }),
  answer: sectorExport,
});

export const listSectorExports = defineOperation('exchange.listSectorExports', {
  method: 'GET',
  path: '/api/exchange/sector/exports',
  summary: 'Các lần đã xuất tệp CSDL ngành',
  answer: z.object({ items: z.array(sectorExport) }),
});

export const downloadSectorExport = defineOperation('exchange.downloadSectorExport', {
  method: 'GET',
  path: '/api/exchange/sector/exports/{exportId}/file',
  summary: 'Tải lại tệp của một lần xuất',
  params: z.object({ exportId: id }),
  answersFile: true,
  writes: true,
});

export const sectorOperations = [
  getSectorMapping,
  saveSectorMapping,
  resetSectorMapping,
  previewSector,
  exportSector,
  listSectorExports,
  downloadSectorExport,
];
