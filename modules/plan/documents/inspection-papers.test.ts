import { expect, test } from 'vitest';
import { type InspectionMinutes, inspectionMinutes } from './inspection-minutes.ts';
import { opinionSheets } from './opinion-table.ts';

const minutes: InspectionMinutes = {
  superior: 'Sở Giáo dục và Đào tạo',
  agency: 'Phòng Giáo dục trung học',
  place: 'Điện Biên',
  date: '2025-10-01',
  kind: 'surprise',
  purpose: 'Kiểm tra hồ sơ',
  inspectedUnit: 'Trường THCS Mường Pồn',
  beganOn: '2025-10-01',
  leader: 'Lò Văn Thử',
  members: ['Quàng Thị Thử'],
  items: [{ question: 'Đã công khai kế hoạch chưa?', result: 'notMet', note: null }],
  findings: [{ body: 'Chưa công khai', severity: 'major', dueOn: '2025-10-15', state: 'open', answer: null }],
  conclusion: 'Cần khắc phục',
  address: 'https://hoaban.example/kiem-tra/1',
};

test('the minutes name the team, every checked line, every finding, and lead back to their rows', () => {
  const document = inspectionMinutes(minutes);
  expect(document).toMatchObject({
    kind: 'BIÊN BẢN',
    signature: { position: 'TRƯỞNG ĐOÀN', name: 'Lò Văn Thử' },
  });
  const tables = document.body.filter((block) => block.type === 'table');
  expect(tables.map((table) => table.rows)).toEqual([
    [['1', 'Đã công khai kế hoạch chưa?', 'Chưa đạt', '']],
    [['1', 'Chưa công khai', 'Đáng kể', '15/10/2025', 'Chờ khắc phục']],
  ]);
  expect(JSON.stringify(document.body)).toContain('https://hoaban.example/kiem-tra/1');
});

test('minutes without a conclusion are not signed', () => {
  const document = inspectionMinutes({ ...minutes, conclusion: null, items: [], findings: [] });
  expect(document.signature.name).toBe('');
  expect(document.body.some((block) => block.type === 'table')).toBe(false);
});

test('a day that is none is refused', () => {
  expect(() => inspectionMinutes({ ...minutes, beganOn: '2025-02-30' })).toThrow();
});

test('the table of opinions says what became of each, and who was silent', () => {
  const given = {
    unitName: 'Trường A',
    accountName: 'Lò Văn Thử',
    givenAt: '2025-10-01T02:00:00Z',
    passage: '',
  };
  const [opinions, silent] = opinionSheets(
    [
      { ...given, stance: 'agrees', body: '', disposition: null, reply: null },
      { ...given, stance: 'comments', body: 'Lùi hạn', disposition: null, reply: null },
      { ...given, stance: 'comments', body: 'Rõ hơn', disposition: 'explained', reply: 'Theo Bộ' },
    ],
    ['Trường B'],
  );
  expect(opinions?.rows.map((row) => row.slice(5))).toEqual([
    ['Nhất trí', '', ''],
    ['Lùi hạn', 'Chưa xử lý', ''],
    ['Rõ hơn', 'Giải trình', 'Theo Bộ'],
  ]);
  expect(silent?.rows).toEqual([[1, 'Trường B']]);
});
