import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type OfficialKind,
  officialKinds,
  officialMay,
  proposeAbbreviation,
  proposeAgency,
  takesOpinions,
  writeNumber,
  writeSymbol,
} from './official-document.ts';

test('number and symbol follow Nghị định 30/2020', () => {
  expect(writeSymbol('guidance', 12, 'SGDĐT', 'GDTrH')).toBe('12/HD-SGDĐT');
  expect(writeSymbol('dispatch', 12, 'SGDĐT', 'GDTrH')).toBe('12/SGDĐT-GDTrH');
  expect(writeSymbol('decision', 1, 'UBND', null)).toBe('01/QĐ-UBND');
  expect(writeSymbol('dispatch', 7, 'THCSMP', null)).toBe('07/THCSMP');
});

test('different kinds and numbers of one agency never share a symbol', () => {
  const kinds = Object.keys(officialKinds) as OfficialKind[];
  const document = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 99_999 }));
  fc.assert(
    fc.property(document, document, ([kind, number], [otherKind, otherNumber]) => {
      const same = kind === otherKind && number === otherNumber;
      const symbols = [writeSymbol(kind, number, 'X', 'Y'), writeSymbol(otherKind, otherNumber, 'X', 'Y')];
      expect(symbols[0] === symbols[1]).toBe(same);
    }),
  );
});

test('numbers below ten get a zero', () => {
  expect([1, 9, 10, 123].map(writeNumber)).toEqual(['01', '09', '10', '123']);
});

test('an abbreviation is proposed for every kind of unit', () => {
  const propose = (kind: string, name: string, code = 'X1') => proposeAbbreviation({ kind, name, code });
  expect(propose('department', 'Sở Giáo dục và Đào tạo tỉnh Điện Biên')).toBe('SGDĐT');
  expect(propose('commune', 'Xã Mường Pồn')).toBe('UBND');
  expect(propose('division', 'Phòng Giáo dục trung học', 'GDTrH')).toBe('GDTrH');
  expect(propose('school', 'Trường THCS Mường Pồn')).toBe('THCSMP');
  expect(propose('school', 'Trường PTDTBT THCS Nà Tấu')).toBe('PTDTBTTHCSNT');
  expect(propose('school', '1234')).toBe('X1');
});

test('opinions are taken through the last day and only while collecting', () => {
  const collecting = { state: 'collecting', commentUntil: '2026-01-10' } as const;
  expect(takesOpinions(collecting, '2026-01-10')).toBe(true);
  expect(takesOpinions(collecting, '2026-01-11')).toBe(false);
  expect(takesOpinions({ ...collecting, state: 'issued' }, '2026-01-01')).toBe(false);
});

test('an issued document can only be revoked, a revoked one is left alone', () => {
  expect(officialMay('issued')).toEqual(['plan.revokeOfficialDocument']);
  expect(officialMay('revoked')).toEqual([]);
  expect(officialMay('collecting')).toContain('plan.issueOfficialDocument');
});

test('place and agency above are proposed from where the unit stands', () => {
  const departmentName = 'Sở Giáo dục và Đào tạo tỉnh Điện Biên';
  const unit = (kind: string, name: string, parentName: string | null, parentKind: string | null) =>
    proposeAgency({ kind, name, code: 'X', parentName, parentKind, departmentName });
  expect(unit('department', departmentName, null, null)).toEqual({
    abbreviation: 'SGDĐT',
    place: 'Điện Biên',
    superior: 'Ủy ban nhân dân tỉnh Điện Biên',
  });
  expect(unit('school', 'Trường THCS Thanh Nưa', 'Xã Mường Pồn', 'commune')).toMatchObject({
    place: 'Mường Pồn',
    superior: 'Ủy ban nhân dân xã Mường Pồn',
  });
  expect(unit('school', 'Trường THPT Mường Ảng', departmentName, 'department').superior).toBe(
    'Sở Giáo dục và Đào tạo',
  );
  expect(unit('commune', 'Phường Mường Lay', null, null)).toMatchObject({
    place: 'Mường Lay',
    superior: null,
  });
});
