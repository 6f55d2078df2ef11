import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, placeAndDate } from './official-layout.ts';
import { columnWidths } from './table-widths.ts';
import { sampleDocument } from './testing.ts';

describe('the wording rules of an official document', () => {
  test('days under 10 and months 1 and 2 take a leading zero, other months do not', () => {
    expect(placeAndDate('Điện Biên', '2026-01-05')).toBe('Điện Biên, ngày 05 tháng 01 năm 2026');
    expect(placeAndDate('Điện Biên', '2026-02-28')).toBe('Điện Biên, ngày 28 tháng 02 năm 2026');
    expect(placeAndDate('Điện Biên', '2025-03-09')).toBe('Điện Biên, ngày 09 tháng 3 năm 2025');
    expect(placeAndDate('Điện Biên', '2025-12-31')).toBe('Điện Biên, ngày 31 tháng 12 năm 2025');
  });

  test('what is not a day is an error', () => {
    for (const wrong of ['2026-02-29', '05/02/2026', '2026-2-5', '']) {
      expect(() => placeAndDate('Điện Biên', wrong), wrong).toThrow(RangeError);
    }
  });

  test('legal bases end with ";" and the last with "."', () => {
    expect(
      layOut(sampleDocument({ legalBases: ['Căn cứ A;', 'Căn cứ B', 'Căn cứ C;.'] })).legalBases,
    ).toEqual(['Căn cứ A;', 'Căn cứ B;', 'Căn cứ C.']);
  });

  test('the recipients always end by saying where the paper is kept', () => {
    expect(layOut(sampleDocument({ recipients: ['- Như trên'] })).recipients).toEqual([
      '- Như trên;',
      '- Lưu: VT.',
    ]);
    expect(layOut(sampleDocument({ recipients: ['Như trên;', '- Lưu: VT, VP.'] })).recipients).toEqual([
      '- Như trên;',
      '- Lưu: VT, VP.',
    ]);
  });

  test('a paper without a number keeps room for one', () => {
    expect(layOut(sampleDocument({ number: null })).numberLine).toMatch(/^Số:\u00a0+\/$/);
  });

  test.each([
    ['Ủy ban nhân dân xã Mường Pồn', 'ỦY BAN NHÂN DÂN\nXÃ MƯỜNG PỒN'],
    ['Trường PTDTBT THCS Mường Pồn', 'TRƯỜNG PTDTBT THCS\nMƯỜNG PỒN'],
    ['Sở Giáo dục và Đào tạo', 'SỞ GIÁO DỤC VÀ ĐÀO TẠO'],
    ['A'.repeat(40), 'A'.repeat(40)],
  ])('the name %j of an agency stands as %j', (name, lines) => {
    const laid = layOut(sampleDocument({ agency: name, superior: name }));
    expect([laid.agency, laid.superior]).toEqual([lines, lines]);
  });

  test('several addressees become a list', () => {
    expect(layOut(sampleDocument({ addressee: 'Phòng A;\nPhòng B' })).addressees).toEqual([
      '- Phòng A;',
      '- Phòng B.',
    ]);
  });

  test('columns share the page: none is negative, fixed ones keep their width, the sum fits', () => {
    const column = fc.record(
      { title: fc.string(), width: fc.integer({ min: 5, max: 60 }) },
      { requiredKeys: ['title'] },
    );
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 15 }),
        fc.array(fc.string()),
        (columns, cells) => {
          const widths = columnWidths({ type: 'table', columns, rows: [cells] }, 165);
          const sum = widths.reduce((total, width) => total + width, 0);
          expect(widths.every((width) => width > 0)).toBe(true);
          expect(sum).toBeLessThan(165.001);
          if (columns.some((one) => one.width === undefined)) expect(sum).toBeGreaterThan(164.999);
          const fixed = columns.reduce((total, one) => total + (one.width ?? 0), 0);
          if (fixed < 60 && columns.length < 3) {
            for (const [index, one] of columns.entries()) {
              if (one.width !== undefined) expect(widths[index]).toBeCloseTo(one.width);
            }
          }
        },
      ),
    );
  });
});
