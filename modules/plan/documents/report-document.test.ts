import { expect, test } from 'vitest';
import type { Block, OfficialDocument } from '#platform/documents';
import { computeFigures, type ReportEvidence } from '../rules/report.ts';
import { type ReportPaper, reportDocument } from './report-document.ts';

const evidence: ReportEvidence = {
  from: '2025-10-01',
  to: '2025-10-31',
  asOf: '2025-11-03',
  duties: (['accepted', 'inProgress', 'notApplicable'] as const).map((state, at) => ({
    assignmentId: `a${at}`,
    code: `N${at}`,
    title: `Việc ${at}`,
    section: 'I. Chung',
    state,
    dueOn: '2025-10-20',
    blocked: false,
    note: state === 'accepted' ? null : 'Chờ kinh phí',
    decidedOn: state === 'accepted' ? '2025-10-12' : null,
  })),
  difficulties: [],
  findings: [],
  indicators: [],
  forms: [],
};

const paper: ReportPaper = {
  reportId: 'r1',
  heading: {
    superior: 'Ủy ban nhân dân xã Mường Pồn',
    agency: 'Trường THCS Mường Pồn',
    place: 'Mường Pồn',
    position: 'Hiệu trưởng',
  },
  symbol: null,
  date: '2025-11-03',
  title: 'Báo cáo kết quả thực hiện nhiệm vụ tháng 10 năm 2025',
  addressee: 'Ủy ban nhân dân xã Mường Pồn',
  periodLabel: 'tháng 10 năm 2025',
  asOf: '2025-11-03',
  figures: computeFigures(evidence),
  evidence,
  narrative: {
    general: 'Trường có 12 lớp.',
    results: '',
    shortcomings: '',
    nextPeriod: 'Một\nHai',
    proposals: '',
  },
  signer: { role: 'principal', name: 'Người Ký' },
  publicUrl: 'https://hoaban.test',
};

function tables(document: OfficialDocument) {
  return document.body.filter((block): block is Extract<Block, { type: 'table' }> => block.type === 'table');
}

test('chapters are numbered, the situation first, empty ones left out', () => {
  const headings = reportDocument(paper).body.flatMap((block) =>
    block.type === 'heading' ? [block.text] : [],
  );
  expect(headings).toEqual([
    'I. Tình hình chung',
    'II. Kết quả thực hiện nhiệm vụ',
    '1. Nhiệm vụ được công nhận trong kỳ',
    '2. Nhiệm vụ quá hạn hoặc đang vướng',
    '3. Nhiệm vụ không áp dụng',
    '4. Khó khăn, vướng mắc',
    'III. Nhiệm vụ trọng tâm kỳ tới',
  ]);
});

test('every figure of a table leads to its rows, and the last line adds up', () => {
  const [bySection] = tables(reportDocument(paper));
  const cells = bySection!.rows.flatMap((row) => row.slice(1));
  for (const cell of cells) {
    expect(cell).toMatchObject({
      link: expect.stringContaining('https://hoaban.test/bao-cao/r1/so-lieu?figure='),
    });
  }
  expect(bySection!.rows.at(-1)!.map((cell) => (typeof cell === 'string' ? cell : cell.text))).toEqual([
    'Cộng',
    '3',
    '1',
    '0',
    '1',
    '0',
    '0',
    '1',
  ]);
});

test('what is late says why', () => {
  const late = tables(reportDocument(paper)).find((table) =>
    table.columns.some(({ title }) => title === 'Lý do'),
  );
  expect(late!.rows).toEqual([
    [{ text: 'N1 Việc 1', link: 'https://hoaban.test/viec/a1' }, '20/10/2025', 'Chờ kinh phí'],
  ]);
});

test('the abstract does not repeat the kind; without a number there is none', () => {
  expect(reportDocument(paper)).toMatchObject({
    kind: 'BÁO CÁO',
    abstract: 'Kết quả thực hiện nhiệm vụ tháng 10 năm 2025',
    number: null,
    signature: { position: 'HIỆU TRƯỞNG', name: 'Người Ký' },
  });
});

test('a day that is none is not printed', () => {
  expect(() => reportDocument({ ...paper, asOf: '2025-13-01' })).toThrow(RangeError);
});
