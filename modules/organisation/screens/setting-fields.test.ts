import { expect, test } from 'vitest';
import type { SettingForm, SettingValue } from '../rules/index.ts';
import { readTexts, textsOf } from './setting-fields.ts';

const unit = { vi: 'ngày', en: 'days' };
const part = (key: string) => ({ key, label: unit });
const limits = { min: 0, max: 100, unit };

test.each<[string, SettingForm, SettingValue, Record<string, string>]>([
  ['a number', { kind: 'number', step: 0.1, ...limits }, 1.9, { value: '1,9' }],
  ['a share', { kind: 'percent', min: 0, max: 1, step: 0.01 }, 0.55, { value: '55' }],
  ['numbers', { kind: 'numbers', most: 5, step: 1, ...limits }, [7, 1, 0], { value: '7; 1; 0' }],
  ['a choice', { kind: 'choice', options: [part('a'), part('b')] }, 'b', { value: 'b' }],
  [
    'a row',
    { kind: 'row', fields: [part('month'), part('year')], step: 1, ...limits },
    { month: 5, year: 15 },
    { 'value.month': '5', 'value.year': '15' },
  ],
  [
    'a table',
    { kind: 'table', rows: [part('lower')], columns: [part('one'), part('two')], step: 0.1, ...limits },
    { lower: { one: 1.9, two: 2 } },
    { 'value.lower.one': '1,9', 'value.lower.two': '2' },
  ],
])('%s is shown as typed and read back the same', (_, form, value, texts) => {
  expect(textsOf(form, value)).toEqual(texts);
  expect(readTexts(form, texts)).toEqual({ value, problems: [] });
});

test('whole numbers may be parted by commas', () => {
  expect(readTexts({ kind: 'numbers', most: 5, step: 1, ...limits }, { value: '7, 1 0' }).value).toEqual([
    7, 1, 0,
  ]);
});

test.each(['', 'bảy', '7 ngày', '101'])('"%s" is a fault of its field', (text) => {
  const { problems } = readTexts(
    { kind: 'row', fields: [part('month')], step: 1, ...limits },
    { 'value.month': text },
  );
  expect(problems).toEqual([{ path: 'value.month', message: 'Hãy nhập số nguyên từ 0 đến 100.' }]);
});
