import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from '#platform/i18n';
import { checkRows, type KnownRecord, type SheetRow } from './check-rows.ts';
import { findHeadings, mapColumns } from './map-columns.ts';
import { closest, similarity } from './match-words.ts';
import { pupilSheet } from './pupil-sheet.ts';
import { dayOfSerial, readDate } from './read-date.ts';
import { readIdentityNumber, readPhone } from './read-digits.ts';
import { properCase, readName } from './read-name.ts';
import { readMark } from './read-word.ts';
import { columnLetters, type SheetContext } from './sheet-kind.ts';
import { staffSheet } from './staff-sheet.ts';

const bounds = { from: '1995-01-01', to: '2025-10-01' };
const context: SheetContext = {
  unitId: 'school',
  today: '2025-10-01',
  firstYear: 2025,
  classes: [
    { id: 'a', name: '6A1', grade: 6 },
    { id: 'b', name: '9B', grade: 9 },
  ],
  grades: [6, 7, 8, 9],
  communes: [{ id: 'c', name: 'Xã Mường Thử' }],
  villages: ['Bản Huổi Thử'],
  ethnicGroups: [
    { code: '03', word: 'Thái' },
    { code: '08', word: 'Mông', also: ["H'Mông", 'Hmông'] },
  ],
  subjects: [{ code: 'MATH', word: 'Toán' }],
  teams: [],
  staff: [],
  rooms: [],
  sites: [],
  holders: new Map(),
};

const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2025-09-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const isoDay = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
const codeOf = (reading: { findings: readonly { code: string }[] }) => reading.findings[0]?.code;

describe('a day', () => {
  test('written in any usual way is the same day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.', ' / '), fc.boolean(), (value, sign, short) => {
        const [year, month, date] = value.split('-') as [string, string, string];
        const plain = (digits: string) => (short ? String(Number(digits)) : digits);
        expect(readDate(`${plain(date)}${sign}${plain(month)}${sign}${year}`, bounds).value).toBe(value);
        expect(readDate(value, bounds).value).toBe(value);
        expect(readDate(`${value}T00:00:00.000Z`, bounds).value).toBe(value);
      }),
    );
  });

  test('as a serial number of Excel is proposed, never taken silently', () => {
    fc.assert(
      fc.property(day, (value) => {
        const serial = Math.round((Date.parse(value) - Date.UTC(1899, 11, 30)) / 86_400_000);
        expect(dayOfSerial(serial)).toBe(value);
        const reading = readDate(String(serial), bounds);
        expect([reading.value, codeOf(reading), reading.findings[0]!.proposal]).toEqual([
          null,
          'dateSerial',
          formatDate(value),
        ]);
      }),
    );
  });

  test('with month and day the other way round is proposed only where it cannot be read as it stands', () => {
    fc.assert(
      fc.property(day, (value) => {
        const [year, month, date] = value.split('-').map(Number) as [number, number, number];
        const reading = readDate(`${month}/${date}/${year}`, bounds);
        const isReadable = date <= 12 && isoDay(year, date, month) <= bounds.to;
        if (!isReadable)
          expect([codeOf(reading), reading.findings[0]!.proposal]).toEqual(['dateOrder', formatDate(value)]);
        else expect(reading.value).toBe(isoDay(year, date, month));
      }),
    );
  });

  test.each([
    ['5/9/12', 'dateYear', '05/09/2012'],
    ['2/10/2025', 'dateOrder', '10/02/2025'],
    ['05092012', 'dateForm', '05/09/2012'],
    ['ngày 5 tháng 9 năm 2012', 'dateForm', '05/09/2012'],
    ['2012/9/5', 'dateForm', '05/09/2012'],
    ['2012', 'dateYear', null],
    ['31/02/2012', 'dateUnreadable', null],
    ['05/09/1012', 'dateUnreadable', null],
    ['không rõ', 'dateUnreadable', null],
    ['=A1', 'formula', null],
  ])('%s is at fault as %s', (typed, code, proposal) => {
    const reading = readDate(typed, bounds);
    expect([reading.value, codeOf(reading), reading.findings[0]!.proposal]).toEqual([null, code, proposal]);
  });
});

describe('digits', () => {
  const number = fc.stringMatching(/^0\d{11}$/);
  test('of an identity number lose their zero in Excel and get it back by a proposal', () => {
    fc.assert(
      fc.property(number, (digits) => {
        expect(readIdentityNumber(digits).value).toBe(digits);
        expect(readIdentityNumber(`'${digits.slice(0, 3)} ${digits.slice(3)}`).value).toBe(digits);
        fc.pre(digits[1] !== '0');
        expect(readIdentityNumber(String(Number(digits))).findings[0]).toMatchObject({
          code: 'leadingZero',
          proposal: digits,
        });
      }),
    );
  });

  test('of a phone are read with +84 and separators', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{8}$/), (rest) => {
        expect(readPhone(`+84 ${rest}`).value).toBe(`0${rest}`);
        expect(readPhone(`0${rest.slice(0, 3)}.${rest.slice(3)}`).value).toBe(`0${rest}`);
        expect(readPhone(rest).findings[0]).toMatchObject({ code: 'leadingZero', proposal: `0${rest}` });
      }),
    );
  });

  test.each([
    ['1.1214E+10', 'digits', null],
    ['123456789', 'digits', ''],
    ['không có', 'digits', null],
  ])('%s is no identity number', (typed, code, proposal) => {
    expect(readIdentityNumber(typed).findings[0]).toMatchObject({ code, proposal });
  });

  test('a phone that lost a digit elsewhere is not made up with a zero', () => {
    expect(readPhone('091234567').findings[0]).toMatchObject({ code: 'digits', proposal: '' });
  });

  test('two phones in one cell: the first is proposed', () => {
    expect(readPhone('0912345678/0987654321').findings[0]).toMatchObject({ proposal: '0912345678' });
  });
});

describe('a name', () => {
  const word = fc.constantFrom('Lò', 'Thị', 'Giàng', 'A', 'Đức', 'Ánh', 'Quàng', 'Phương', 'Ử');
  const name = fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' '));
  test('is kept as it is when well written, decomposed letters composed', () => {
    fc.assert(
      fc.property(name, (text) => {
        fc.pre(text.split(' ')[0] !== text.split(' ')[1] && /\p{Ll}/u.test(text));
        expect(readName(text)).toEqual({ value: text, findings: [] });
        expect(readName(` ${text.normalize('NFD').replaceAll(' ', '  ')} `).value).toBe(text);
      }),
    );
  });
  test('in capitals gets a proposal that needs none any more', () => {
    fc.assert(
      fc.property(name, (text) => {
        const once = properCase(text.toLocaleUpperCase('vi'));
        expect(properCase(once)).toBe(once);
        expect(once).toBe(text);
      }),
    );
  });
  test.each([
    ['NguyễnVăn An', 'nameSpaces', 'Nguyễn Văn An'],
    ['Lò Lò Văn An', 'nameTwice', 'Lò Văn An'],
    ['Lò Văn An (6A)', 'nameLetters', 'Lò Văn An'],
    ["h'hen niê", 'nameCase', "H'Hen Niê"],
    ['An', 'nameLetters', null],
    ['#REF!', 'formula', null],
  ])('%s is told as %s', (typed, code, proposal) => {
    expect(readName(typed).findings[0]).toMatchObject({ code, proposal });
  });
});

describe('headings', () => {
  test.each([
    ['Số ĐDCN/CCCD', 'identityNumber'],
    ['Mã định danh Bộ GD&ĐT', 'sectorCode'],
    ['HỌ TÊN HỌC SINH', 'fullName'],
    ['Họ tên bố', 'fatherName'],
    ['SĐT mẹ', 'motherPhone'],
    ['Thôn/Xóm', 'village'],
    ['Ngày  sinh (*)', 'birthDate'],
    ['Ngày sinhh', 'birthDate'],
    ['Ghi chú', null],
    ['', null],
  ])('%s gives %s', (heading, field) => {
    expect(mapColumns([heading], pupilSheet)).toEqual([field]);
  });

  test('of our own templates give every column its own field', () => {
    for (const kind of [pupilSheet, staffSheet]) {
      const whole = kind.columns.filter(({ partOf }) => partOf === undefined);
      expect(
        mapColumns(
          whole.map(({ title }) => title),
          kind,
        ),
      ).toEqual(whole.map(({ field }) => field));
    }
  });

  test('never give one field twice, whatever they say', () => {
    const any = fc.constantFrom(
      'Họ và tên',
      'Tên',
      'Lớp',
      'Ngày sinh',
      'Nữ',
      'Giới tính',
      'x',
      'Mã học sinh',
      'Mã định danh',
    );
    fc.assert(
      fc.property(fc.array(any), (headings) => {
        const given = mapColumns(headings, pupilSheet).filter((field) => field !== null);
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  test('are found below the name of the school', () => {
    expect(
      findHeadings([['TRƯỜNG THỬ'], [], ['TT', 'Họ và tên', 'Lớp'], ['1', 'Lò A', '6A1']], pupilSheet),
    ).toBe(2);
    expect(findHeadings([['a', 'b']], pupilSheet)).toBe(-1);
  });
});

describe('rows', () => {
  const fields = ['fullName', 'birthDate', 'sex', 'className', 'identityNumber', 'ethnicGroup'];
  const row = (line: number, ...cells: string[]): SheetRow => ({ line, cells });
  const check = (rows: SheetRow[], known: KnownRecord[] = [], more: Partial<SheetContext> = {}) =>
    checkRows(pupilSheet, fields, rows, known, { ...context, ...more });
  const good = ['Sùng A Thử', '05/09/2014', 'Nam', '6a 1', '011214000001', 'Hmông'];

  test('are new, then unchanged once recorded, then changed where they differ', () => {
    const [fresh] = check([row(2, ...good)]);
    expect(fresh).toMatchObject({ state: 'new', findings: [] });
    const known: KnownRecord = { id: 'p', name: 'Sùng A Thử', values: fresh!.values };
    expect(check([row(2, ...good)], [known])[0]).toMatchObject({ state: 'unchanged' });
    const moved = check([row(2, ...good.with(3, '9B'))], [known])[0]!;
    expect(moved.changes).toEqual([{ field: 'className', title: 'Lớp', before: '6A1', after: '9B' }]);
    const blank = check([row(2, 'Sùng A Thử', '', '', '', '011214000001', '')], [known]);
    expect(blank[0]).toMatchObject({ state: 'unchanged' });
  });

  test('say which cell is at fault', () => {
    const [bad] = check([row(14, ...good.with(1, '41887').with(5, 'Thay'))]);
    expect(bad!.findings.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'B14 dateSerial',
      'F14 unknownWord',
    ]);
    expect(bad!.findings[1]!.proposal).toBe('Thái');
  });

  test('of a name born the same day twice are one too many, unless their numbers differ', () => {
    const twice = check([row(2, ...good.with(4, '')), row(3, ...good.with(4, ''))]);
    expect(twice[1]).toMatchObject({ state: 'faulty', findings: [{ code: 'duplicateInFile', cell: 'A3' }] });
    const twins = check([row(2, ...good), row(3, ...good.with(4, '011214000002'))]);
    expect(twins[1]).toMatchObject({
      state: 'new',
      findings: [{ code: 'duplicatePerson', severity: 'warn' }],
    });
  });

  test('with an identity number of another sex, another school or an odd age are told', () => {
    const said = check([row(2, ...good.with(2, 'Nữ').with(1, '05/09/2004'))])[0]!.findings.map(
      ({ code }) => code,
    );
    expect(said).toEqual(expect.arrayContaining(['identityMismatch', 'age']));
    const holders = new Map([
      ['011214000001', { person: 'pupil' as const, unitId: 'other', unitName: 'Trường Khác' }],
    ]);
    expect(check([row(2, ...good)], [], { holders })[0]).toMatchObject({ state: 'faulty' });
  });

  test('with American days put the others of the column in doubt', () => {
    const [, second] = check([
      row(2, ...good.with(1, '9/25/2014')),
      row(3, ...good.with(1, '03/04/2014').with(4, '')),
    ]);
    expect(second!.findings).toMatchObject([{ code: 'dateDoubt', severity: 'warn', proposal: '04/03/2014' }]);
  });

  test('never fail, whatever the cells hold', () => {
    const cells = fc.array(fc.oneof(fc.string(), fc.constantFrom(...good)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), (lines) => {
        const checked = check(lines.map((line, at) => row(at + 2, ...line)));
        for (const { state, findings } of checked) {
          expect(state === 'faulty').toBe(findings.some(({ severity }) => severity === 'must'));
        }
      }),
    );
  });
});

test('letters of columns follow Excel', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
});
test('marks are read however they are made', () => {
  expect(['x', 'X', '1', 'Có', '✓'].map((mark) => readMark(mark).value)).toEqual(Array(5).fill('yes'));
  expect(readMark('hả').value).toBeNull();
});
test('the closest word is at least half alike', () => {
  expect(closest('Thay', ['Mông', 'Thái'])).toBe('Thái');
  expect(closest('xyz', ['Mông', 'Thái'])).toBeUndefined();
  expect(similarity('a', 'b')).toBe(0);
});
