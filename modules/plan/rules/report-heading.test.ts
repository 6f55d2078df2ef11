import { describe, expect, test } from 'vitest';
import { type ReportingUnit, reportHeading, reportSignature } from './report-heading.ts';

const base: ReportingUnit = {
  kind: 'school',
  name: 'Trường THCS Mường Pồn',
  parentName: 'Xã Mường Pồn',
  parentKind: 'commune',
  departmentName: 'Sở Giáo dục và Đào tạo tỉnh Điện Biên',
  place: null,
  superior: null,
};

describe('the head of a report', () => {
  test('of a school managed by a commune stands under its People’s Committee', () => {
    expect(reportHeading(base)).toEqual({
      superior: 'Ủy ban nhân dân xã Mường Pồn',
      agency: 'Trường THCS Mường Pồn',
      place: 'Mường Pồn',
      position: 'Hiệu trưởng',
    });
  });

  test('of a school of the department stands under the department', () => {
    const school = {
      ...base,
      name: 'Trường THPT Búng Lao',
      parentName: base.departmentName,
      parentKind: 'department',
    };
    expect(reportHeading(school)).toMatchObject({ superior: 'Sở Giáo dục và Đào tạo', place: 'Điện Biên' });
  });

  test('of a commune comes from its office, of the department from under the province', () => {
    expect(reportHeading({ ...base, kind: 'commune', name: 'Xã Mường Pồn' })).toMatchObject({
      superior: 'Ủy ban nhân dân xã Mường Pồn',
      agency: 'Phòng Văn hóa - Xã hội',
    });
    expect(reportHeading({ ...base, kind: 'department', name: base.departmentName })).toMatchObject({
      superior: 'Ủy ban nhân dân tỉnh Điện Biên',
      agency: 'Sở Giáo dục và Đào tạo',
      position: 'Giám đốc',
    });
  });

  test('what the unit has set itself wins', () => {
    expect(reportHeading({ ...base, place: 'Thanh Minh', superior: 'UBND XÃ X' })).toMatchObject({
      place: 'Thanh Minh',
      superior: 'UBND XÃ X',
    });
  });

  test('a department name without its province is not cut up', () => {
    expect(reportHeading({ ...base, kind: 'department', departmentName: 'Sở Thử' })).toMatchObject({
      superior: null,
      agency: 'Sở Thử',
    });
  });
});

describe('the signature', () => {
  test('of the deputy says for whom', () => {
    expect(reportSignature('Hiệu trưởng', { role: 'vicePrincipal', name: 'Lò Thử' })).toEqual({
      authority: 'KT. HIỆU TRƯỞNG',
      position: 'PHÓ HIỆU TRƯỞNG',
      name: 'Lò Thử',
    });
  });

  test('never names somebody who does not sign', () => {
    expect(reportSignature('Trưởng phòng', { role: 'communeOfficer', name: 'Lò Thử' }).name).toBe('');
    expect(reportSignature('Hiệu trưởng', { role: null, name: null }).name).toBe('');
  });
});
