import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineSetting, type SettingForm, settingProblems, settingText } from './setting.ts';

const days = { vi: 'ngày', en: 'days' };
const part = (key: string) => ({ key, label: { vi: `Mức ${key}`, en: `Level ${key}` } });
const number: SettingForm = { kind: 'number', min: 1, max: 30, step: 1, unit: days };
const percent: SettingForm = { kind: 'percent', min: 0, max: 1, step: 0.05 };
const numbers: SettingForm = { kind: 'numbers', most: 3, min: 0, max: 60, step: 1, unit: days };
const choice: SettingForm = { kind: 'choice', options: [part('a'), part('b')] };
const row: SettingForm = {
  kind: 'row',
  fields: [part('month'), part('year')],
  min: 0,
  max: 90,
  step: 1,
  unit: days,
};
const table: SettingForm = {
  kind: 'table',
  rows: [part('lower'), part('upper')],
  columns: [part('one'), part('two')],
  min: 1,
  max: 5,
  step: 0.1,
  unit: days,
};
const forms = { number, percent, numbers, choice, row, table };

/** Values that a form takes. */
function values(form: SettingForm): fc.Arbitrary<unknown> {
  if (form.kind === 'choice') return fc.constantFrom(...form.options.map(({ key }) => key));
  const steps = Math.round((form.max - form.min) / form.step);
  const one = fc.integer({ min: 0, max: steps }).map((step) => form.min + step * form.step);
  switch (form.kind) {
    case 'numbers':
      return fc.uniqueArray(one, { minLength: 1, maxLength: form.most });
    case 'row':
      return fc.record(Object.fromEntries(form.fields.map(({ key }) => [key, one])));
    case 'table': {
      const cells = fc.record(Object.fromEntries(form.columns.map(({ key }) => [key, one])));
      return fc.record(Object.fromEntries(form.rows.map(({ key }) => [key, cells])));
    }
    default:
      return one;
  }
}

describe('A value of a setting', () => {
  test.each(Object.entries(forms))(
    'inside the limits fits a form %s, and is written in both languages',
    (_, form) => {
      fc.assert(
        fc.property(values(form), (value) => {
          expect(settingProblems(form, value)).toEqual([]);
          expect(settingText(form, value as number, 'vi')).not.toMatch(/undefined|NaN/);
          expect(settingText(form, value as number, 'en')).not.toMatch(/undefined|NaN/);
        }),
      );
    },
  );

  test.each(Object.entries(forms))(
    'of any other kind is refused by a form %s, never thrown at',
    (_, form) => {
      fc.assert(
        fc.property(fc.anything(), (value) => {
          fc.pre(typeof value !== 'number' && !Array.isArray(value) && value !== 'a' && value !== 'b');
          expect(settingProblems(form, value)).not.toEqual([]);
        }),
      );
    },
  );

  test.each<[string, SettingForm, unknown, string, string]>([
    ['below the least', number, 0, '', 'Hãy nhập số nguyên từ 1 đến 30.'],
    ['between the steps', number, 1.5, '', 'Hãy nhập số nguyên từ 1 đến 30.'],
    ['no number', number, '7', '', 'Hãy nhập số nguyên từ 1 đến 30.'],
    ['a share above the most', percent, 1.2, '', 'Hãy nhập số từ 0% đến 100%, chia hết cho 5.'],
    ['no numbers', numbers, [], '', 'Hãy nhập ít nhất một số.'],
    ['the same number twice', numbers, [7, 7], '', 'Có số trùng nhau. Hãy bỏ bớt.'],
    ['too many', numbers, [1, 2, 3, 4], '', 'Nhập nhiều nhất 3 số.'],
    ['an unknown choice', choice, 'c', '', 'Hãy chọn một mục trong danh sách.'],
    ['a missing field', row, { month: 5 }, 'year', 'Hãy nhập số nguyên từ 0 đến 90.'],
    ['a missing row', table, { lower: { one: 1, two: 2 } }, 'upper', 'Hãy nhập đủ các mức.'],
  ])('%s is refused in words', (_, form, value, path, message) => {
    expect(settingProblems(form, value)).toEqual([{ path, message }]);
  });

  test('all faults are told at once, with the cell', () => {
    const problems = settingProblems(table, {
      lower: { one: 0, two: 9 },
      upper: { one: 1, two: 1, three: 1 },
    });
    expect(problems.map(({ path }) => path)).toEqual(['lower.one', 'lower.two', 'upper.three']);
  });
});

test('Values are written as people say them', () => {
  expect(settingText(numbers, [7, 1, 0], 'vi')).toBe('7; 1; 0 ngày');
  expect(settingText(percent, 0.5, 'vi')).toBe('50%');
  expect(settingText(row, { month: 5, year: 15 }, 'vi')).toBe('Mức month: 5; Mức year: 15 (ngày)');
  expect(settingText(table, { lower: { one: 1.9, two: 2 }, upper: { one: 1, two: 2.5 } }, 'vi')).toBe(
    'Mức lower: Mức one 1,9, Mức two 2; Mức upper: Mức one 1, Mức two 2,5 (ngày)',
  );
});

describe('A definition is refused', () => {
  const words = { label: days, effect: days, source: 'Thử' };
  test('with a key that names no module', () => {
    expect(() => defineSetting({ ...words, key: 'days', form: number, default: 3 as never })).toThrow(
      'module.name',
    );
  });
  test('with a default that its own form refuses', () => {
    expect(() =>
      defineSetting({
        ...words,
        key: 'plan.days',
        form: { kind: 'number', min: 1, max: 30, step: 1, unit: days },
        default: 31,
      }),
    ).toThrow('default of plan.days');
  });
});
