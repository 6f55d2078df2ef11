import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateForms, type FormField, readForm } from './form.ts';

const types = ['integer', 'decimal', 'text', 'date', 'boolean'] as const;
const aggregates = ['sum', 'average', 'none'] as const;

const anyFields: fc.Arbitrary<FormField[]> = fc.uniqueArray(
  fc.record({
    key: fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/),
    label: fc.string({ minLength: 1, maxLength: 20 }),
    type: fc.constantFrom(...types),
    required: fc.boolean(),
    aggregate: fc.constantFrom(...aggregates),
  }),
  { selector: (field) => field.key, minLength: 1, maxLength: 6 },
);

const anyValue = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.constant('12,5'),
  fc.constant('2025-02-29'),
  fc.constant('2025-09-05'),
  fc.constant({}),
  fc.constant([1]),
);

const anyForm = fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/), anyValue);

/** Fields with values that mostly fit, so that forms are accepted often enough. */
const fittingForm = anyFields.chain((fields) =>
  fc.tuple(
    fc.constant(fields),
    fc.array(
      fc.record(
        Object.fromEntries(
          fields.map((field) => [
            field.key,
            field.type === 'integer'
              ? fc.integer({ min: 0, max: 1000 })
              : field.type === 'decimal'
                ? fc.double({ min: 0, max: 1000, noNaN: true })
                : field.type === 'boolean'
                  ? fc.boolean()
                  : field.type === 'date'
                    ? fc.constant('2025-09-05')
                    : fc.string({ maxLength: 30 }),
          ]),
        ),
      ),
      { maxLength: 5 },
    ),
  ),
);

describe('reading a form', () => {
  test('gives either clean values of the right types or faults, never both and never nothing', () => {
    fc.assert(
      fc.property(anyFields, anyForm, (fields, given) => {
        const read = readForm(fields, given);
        if ('problems' in read) {
          expect(read.problems.length).toBeGreaterThan(0);
          for (const { path } of read.problems) {
            expect(Object.hasOwn(given, path) || fields.some(({ key }) => key === path)).toBe(true);
          }
          return;
        }
        for (const field of fields) {
          const value = read.values[field.key];
          if (value === undefined) expect(field.required).toBe(false);
          else if (field.type === 'integer') expect(Number.isInteger(value)).toBe(true);
          else if (field.type === 'decimal') expect(Number.isFinite(value)).toBe(true);
          else if (field.type === 'boolean') expect(typeof value).toBe('boolean');
          else expect(typeof value).toBe('string');
        }
      }),
    );
  });

  test('reads its own answer again to the same values', () => {
    fc.assert(
      fc.property(fittingForm, ([fields, forms]) => {
        for (const form of forms) {
          const once = readForm(fields, form);
          if ('problems' in once) continue;
          expect(readForm(fields, once.values)).toEqual(once);
        }
      }),
    );
  });

  const classes: FormField = {
    key: 'classes',
    label: 'Số lớp',
    type: 'integer',
    required: true,
    aggregate: 'sum',
  };

  test.each([
    ['nothing', {}, 'Chưa điền.'],
    ['blanks', { classes: '   ' }, 'Chưa điền.'],
    ['a number of another system', { classes: '0x10' }, 'Phải là số.'],
    ['letters', { classes: 'mười' }, 'Phải là số.'],
    ['half a class', { classes: 1.5 }, 'Phải là số nguyên.'],
    ['less than nothing', { classes: -1 }, 'Không được âm.'],
    ['the infinite', { classes: Number.POSITIVE_INFINITY }, 'Phải là số.'],
    ['too much', { classes: 2e12 }, 'Số quá lớn.'],
    ['an unknown field', { classes: 1, pupils: 2 }, 'Phiếu không có ô “pupils”.'],
  ])('refuses %s', (_name, given, message) => {
    const read = readForm([classes], given);
    expect('problems' in read ? read.problems.map((problem) => problem.message) : []).toContain(message);
  });

  test.each([
    ['1.200', 1200],
    ['1.234.567', 1_234_567],
    [' 45 ', 45],
  ])('reads %j as people here write it', (text, value) => {
    expect(readForm([classes], { classes: text })).toEqual({ values: { classes: value } });
  });

  test('takes a decimal comma, and refuses a day that is not in the calendar', () => {
    const share: FormField = { ...classes, key: 'share', type: 'decimal' };
    const on: FormField = { ...classes, key: 'on', label: 'Ngày', type: 'date', aggregate: 'none' };
    expect(readForm([share], { share: ' 12,5 ' })).toEqual({ values: { share: 12.5 } });
    expect(readForm([on], { on: '2025-02-30' })).toEqual({
      problems: [{ path: 'on', message: 'Phải là ngày có thật.' }],
    });
  });

  test('names every fault at once', () => {
    const fields = [classes, { ...classes, key: 'rooms', label: 'Số phòng' }];
    const read = readForm(fields, { classes: 'x', rooms: -3 });
    expect('problems' in read ? read.problems.map(({ path }) => path) : []).toEqual(['classes', 'rooms']);
  });
});

describe('adding forms up', () => {
  test('adds exactly what reading accepted', () => {
    fc.assert(
      fc.property(fittingForm, ([fields, forms]) => {
        const accepted = forms
          .map((form) => readForm(fields, form))
          .flatMap((read) => ('values' in read ? [read.values] : []));
        for (const total of aggregateForms(fields, accepted)) {
          const field = fields.find(({ key }) => key === total.key)!;
          const numbers = accepted.map((form) => form[field.key]).filter((one) => typeof one === 'number');
          const sum = numbers.reduce((left, right) => left + right, 0);
          expect(total.units).toBe(numbers.length);
          expect(total.value).toBeCloseTo(
            field.aggregate === 'average' && numbers.length > 0 ? sum / numbers.length : sum,
            6,
          );
        }
      }),
    );
  });

  test('leaves out fields that do not add up, and words among the numbers', () => {
    const fields: FormField[] = [
      { key: 'a', label: 'A', type: 'integer', required: true, aggregate: 'sum' },
      { key: 'b', label: 'B', type: 'integer', required: true, aggregate: 'none' },
      { key: 'c', label: 'C', type: 'integer', required: true, aggregate: 'average' },
    ];
    expect(aggregateForms(fields, [{ a: 1, b: 2, c: 3 }, { a: 4, c: 'ba' }, {}])).toEqual([
      { key: 'a', label: 'A', value: 5, units: 2 },
      { key: 'c', label: 'C', value: 3, units: 1 },
    ]);
    expect(aggregateForms(fields, [])[1]).toMatchObject({ value: 0, units: 0 });
  });
});
