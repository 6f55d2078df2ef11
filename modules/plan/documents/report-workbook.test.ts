import { expect, test } from 'vitest';
import { readTables, renderWorkbook } from '#platform/documents';
import { computeFigures, type ReportEvidence } from '../rules/report.ts';
import { reportSheets } from './report-workbook.ts';

const evidence: ReportEvidence = {
  from: '2025-10-01',
  to: '2025-10-31',
  asOf: '2025-11-03',
  duties: [
    {
      assignmentId: 'a1',
      code: 'N1',
      title: '=HYPERLINK("http://xau.vn";"Bấm")',
      section: '+I. Chung',
      state: 'accepted',
      dueOn: '2025-10-20',
      blocked: false,
      note: null,
      decidedOn: '2025-10-12',
    },
  ],
  difficulties: [],
  findings: [],
  indicators: [
    {
      indicator: 'plan.dutiesAcknowledged',
      name: 'Tỷ lệ tiếp nhận',
      direction: 'atLeast',
      threshold: 0.95,
      value: 0.5,
      numerator: 1,
      denominator: 2,
      assignmentId: 'a1',
      code: 'N1',
    },
  ],
  forms: [],
};
const figures = computeFigures(evidence);
const sheets = reportSheets({
  reportId: 'r1',
  title: 'Báo cáo tháng 10',
  unitName: 'Trường THCS Mường Pồn',
  periodLabel: 'tháng 10 năm 2025',
  asOf: '2025-11-03',
  figures,
  evidence,
  narrative: { general: '@SUM(A1)', results: '', shortcomings: '', nextPeriod: '', proposals: '' },
  publicUrl: 'https://hoaban.test',
});

test('every figure is a line with its value as a number and the address of its rows', async () => {
  const [read] = await readTables(await renderWorkbook(sheets), 'bao-cao.xlsx');
  const [titles = [], ...lines] = read?.rows ?? [];
  expect(lines).toHaveLength(figures.length);
  const line = (label: string) => {
    const found = lines.find((cells) => cells[2] === label) ?? [];
    return Object.fromEntries(titles.map((title, at) => [title, found[at]]));
  };
  expect(line('Nhiệm vụ đến hạn trong kỳ')).toMatchObject({ 'Số liệu': '1', 'Tỷ lệ': '' });
  expect(line('Tỷ lệ tiếp nhận')).toMatchObject({
    'Số liệu': '',
    'Tỷ lệ': '0.5',
    'Tử số': '1',
    'Mẫu số': '2',
    'Ngưỡng tỷ lệ': '0.95',
    Đạt: 'Không',
  });
  expect(line('Nhiệm vụ đến hạn trong kỳ')['Các dòng tạo nên số liệu']).toMatch(
    /^https:\/\/hoaban\.test\/.*r1.*total/,
  );
  expect(sheets[0]?.rows.flat().filter((value) => typeof value === 'number').length).toBeGreaterThan(5);
});

test('what people wrote stays a text, also where it looks like a formula', async () => {
  const [figuresRead, duties, words] = await readTables(await renderWorkbook(sheets), 'bao-cao.xlsx');
  const written = [figuresRead, duties, words].flatMap((sheet) => sheet?.rows.flat() ?? []);
  expect(written.filter((text) => /^[=+@]/.test(text))).toEqual([]);
  expect(duties?.rows[1]?.[1]).toBe(`'=HYPERLINK("http://xau.vn";"Bấm")`);
  expect(duties?.rows[1]?.[3]).toBe('2025-10-20');
});
