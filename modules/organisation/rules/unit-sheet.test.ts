import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareUnits, type KnownUnit, readUnitSheet, schoolKindWords, unitColumns } from './index.ts';

const headings = unitColumns.map(({ title }) => title);
const line = (values: Partial<Record<(typeof headings)[number], string>>) =>
  headings.map((title) => values[title] ?? '');
const department = line({ 'Loại đơn vị': 'Sở', Mã: 'SGD', Tên: 'Sở Giáo dục và Đào tạo tỉnh Thử' });
const commune = line({
  'Loại đơn vị': 'Xã',
  Mã: '03158',
  Tên: 'Sín Thầu',
  'Khu vực': 'III',
  'Biên giới': 'Có',
});
const school = line({
  'Loại đơn vị': 'trường',
  Mã: 'THCS-01',
  Tên: 'Trường THCS Sín Thầu',
  'Loại trường': 'ptdtbt thcs',
  'Mã xã, phường': '3158',
});
const team = line({ 'Loại đơn vị': 'Tổ', Tên: 'Tổ Toán', 'Mã trường': 'THCS-01' });
const read = (...rows: string[][]) => readUnitSheet([[...headings], ...rows]);

describe('a sheet of units', () => {
  test('is read with every unit, whatever the order of columns and the case of words', () => {
    const order = headings.map((_, at) => headings.length - 1 - at);
    const rows = [[...headings], department, commune, school, team, headings.map(() => '')];
    const turned = [['Danh mục đơn vị'], ...rows.map((row) => order.map((at) => row[at]!))];
    const { entries, faults } = readUnitSheet(turned);
    expect(faults).toEqual([]);
    expect(entries).toMatchObject([
      { line: 3, kind: 'department', code: 'SGD' },
      { line: 4, kind: 'commune', communeKind: 'commune', name: 'Xã Sín Thầu', zone: 3, border: true },
      {
        ...{ line: 5, kind: 'school', schoolKind: 'ethnicSemiBoarding', managingAuthority: 'communePC' },
        ...{ communeCode: '03158', teachesLower: true, teachesUpper: false, zone: null, border: null },
      },
      { line: 6, kind: 'subjectTeam', code: null, schoolCode: 'THCS-01' },
    ]);
  });

  test('has all its faults told at once, each with its cell and what to do', () => {
    const { faults, entries } = read(
      department,
      line({ 'Loại đơn vị': 'Xã', Mã: '12', Tên: '' }),
      line({ 'Loại đơn vị': 'Huyện', Mã: 'H', Tên: 'Huyện cũ' }),
      line({ 'Loại đơn vị': 'Trường', Mã: 'có cách', Tên: 'Trường A', 'Loại trường': 'Mầm non' }),
      line({ 'Loại đơn vị': 'Trường', Mã: 'A', Tên: 'Trường B', 'Loại trường': 'THCS', 'Khu vực': 'IV' }),
      line({ 'Loại đơn vị': 'Phòng', Mã: 'P', Tên: 'Phòng', 'Khu vực': 'I' }),
      line({ 'Loại đơn vị': 'Tổ', Mã: 'T1', Tên: 'Tổ Toán' }),
      school,
      school,
      department,
    );
    expect(faults.map(({ cell }) => cell)).toEqual([
      ...['B3', 'C3', 'A4', 'B5', 'D5', 'F6', 'H6', 'H7', 'B8', 'G8', 'B10', 'A11'],
    ]);
    for (const { message } of faults) expect(message).toMatch(/Hãy [a-zđếóáọ]+/u);
    expect(entries.map((entry) => entry.line)).toEqual([2, 9]);
  });

  test('without its headings, or without a department, says so', () => {
    expect(
      readUnitSheet([
        ['STT', 'Tên'],
        ['1', 'Trường A'],
      ]).faults,
    ).toMatchObject([{ cell: 'A1' }]);
    expect(read(commune).faults).toMatchObject([{ cell: 'A2', message: expect.stringContaining('Sở') }]);
    expect(readUnitSheet([['Loại đơn vị', 'Tên', 'Số điện thoại', 'Tên']]).faults).toHaveLength(3);
  });

  test('says for every kind of school who manages it and what it teaches', () => {
    for (const { word, kind, managedBy } of schoolKindWords) {
      const { entries, faults } = read(
        department,
        line({ 'Loại đơn vị': 'Trường', Mã: 'A', Tên: 'A', 'Loại trường': word, 'Mã xã, phường': '03158' }),
      );
      expect(faults).toEqual([]);
      expect(entries[1]).toMatchObject({ schoolKind: kind, managingAuthority: managedBy });
      expect(entries[1]!.teachesLower || entries[1]!.teachesUpper).toBe(true);
    }
  });

  test('whatever the cells hold, every line is an entry or has a fault', () => {
    const cell = fc.oneof(fc.constantFrom('', 'Sở', 'Trường', 'Xã', 'THCS', '03158', 'x'), fc.string());
    const row = fc.array(cell, { minLength: headings.length, maxLength: headings.length });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { entries, faults } = read(...rows);
        const told = new Set([
          ...entries.map((entry) => entry.line),
          ...faults.map(({ cell: name }) => Number(name.replace(/\D+/, ''))),
        ]);
        for (const [at, cells] of rows.entries()) {
          if (cells.some((value) => value !== '')) expect(told).toContain(at + 2);
        }
      }),
    );
  });
});

describe('compared with the units that are stored', () => {
  const stored = (unit: Partial<KnownUnit>): KnownUnit => ({
    ...{ id: 'id', kind: 'school', code: 'THCS-01', name: 'Trường THCS Sín Thầu', schoolCode: null },
    ...{ communeKind: null, schoolKind: 'ethnicSemiBoarding', teachesLower: true, teachesUpper: false },
    ...{ managingAuthority: 'communePC', zone: 2, border: true, communeCode: '03158', mainSite: 'Bản A' },
    isClosed: false,
    ...unit,
  });

  test('an empty cell leaves what is stored; a filled one changes it', () => {
    const known = [stored({})];
    expect(compareUnits(read(department, commune, school), known)).toMatchObject({
      unchanged: 1,
      changed: [],
    });
    const moved = school.with(headings.indexOf('Khu vực'), 'I').with(headings.indexOf('Tên'), 'Trường mới');
    expect(compareUnits(read(department, commune, moved), known).changed).toMatchObject([
      { fields: ['Tên', 'Khu vực'], zone: 1, border: true, mainSite: 'Bản A' },
    ]);
  });

  test('a closed unit, an unknown commune, an unknown school and a foreign department are faults', () => {
    const faultsOf = (sheet: string[][], known: KnownUnit[]) =>
      compareUnits(read(...sheet), known).faults.map(({ cell }) => cell);
    expect(faultsOf([department, commune, school], [stored({ isClosed: true })])).toEqual(['A4']);
    expect(faultsOf([department, school, team], [])).toEqual(['A3']);
    expect(faultsOf([department, team], [])).toEqual(['A3']);
    expect(faultsOf([department], [stored({ kind: 'department', code: 'KHAC' })])).toEqual(['A2']);
  });

  test('a line that is itself faulty does not make the lines that refer to it faulty', () => {
    const badCommune = commune.with(headings.indexOf('Khu vực'), 'IX');
    expect(compareUnits(read(department, badCommune, school), []).faults).toEqual([]);
  });
});
