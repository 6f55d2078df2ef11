import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GridBook, readWorkbook, renderGrids, renderGridWorkbook } from './index.ts';
import { readPdf, readZip } from './testing.ts';

const cell = (text: string, note = '') => ({ text, note });

function book(paper: 'a4' | 'a3', columns: number, rows: number, text: string): GridBook {
  const sheet = {
    title: 'Bảng tuần',
    subtitle: 'Áp dụng từ tuần 1',
    columns: Array.from({ length: columns }, (_, index) => `C${index}`),
    headings: 1,
    rows: Array.from({ length: rows }, (_, row) => ({
      begins: row % 5 === 0,
      cells: Array.from({ length: columns }, (__, column) =>
        column === 0 ? cell(`${row}`) : cell(text, 'Lan'),
      ),
    })),
  };
  return { paper, owner: 'Đơn vị', foot: 'Bản 1', sheets: [sheet, sheet] };
}

test('Each grid takes one page of its paper, laid across, with its words', async () => {
  const { pages, text } = readPdf(await renderGrids(book('a3', 20, 60, 'Toán')));
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [1191, 842],
    [1191, 842],
  ]);
  expect(text.replaceAll(/\s/g, '')).toContain('Bảngtuần');
  expect(readPdf(await renderGrids(book('a4', 7, 10, 'Ngữ văn'))).pages).toHaveLength(2);
});

test('A text is never read as markup', async () => {
  const { text } = readPdf(await renderGrids(book('a4', 3, 2, '#panic() $x$')));
  expect(text.replaceAll(/\s/g, '')).toContain('#panic()$x$');
});

test('Grids of any usual size keep to one page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<'a4' | 'a3'>('a4', 'a3'),
      fc.integer({ min: 2, max: 24 }),
      fc.integer({ min: 1, max: 60 }),
      async (paper, columns, rows) => {
        const size = paper === 'a4' ? Math.min(rows, 14) : rows;
        expect(
          readPdf(await renderGrids(book(paper, Math.min(columns, paper === 'a4' ? 8 : 24), size, 'Văn')))
            .pages,
        ).toHaveLength(2);
      },
    ),
    { numRuns: 12 },
  );
});

test('A grid that asks for several pages has its headings on each, and what stands under it', async () => {
  const [sheet] = book('a3', 21, 60, 'Toán').sheets;
  const wide = { ...sheet!, pages: { down: 2, across: 2 }, legend: 'Ghi chú cuối bảng' };
  const { pages } = readPdf(await renderGrids({ ...book('a3', 1, 1, ''), sheets: [wide] }));
  expect(pages).toHaveLength(4);
  for (const { text } of pages) expect(text.replaceAll(/\s/g, '')).toMatch(/Bảngtuần.*C0.*Ghichúcuốibảng/);
  const [first, , third] = pages.map(({ text }) => text.match(/C\d+/g));
  expect([first?.at(-1), third?.[1]]).toEqual(['C10', 'C11']);
});

test('Texts that need many lines make the letters smaller, not the pages more', async () => {
  const long = 'Khoa học tự nhiên (Năng lượng và sự biến đổi) (A) / Hoạt động trải nghiệm (B)';
  expect(readPdf(await renderGrids(book('a4', 7, 10, long))).pages).toHaveLength(2);
});

describe('As a workbook', () => {
  const files = async (of: GridBook) => {
    const bytes = await renderGridWorkbook([{ name: "Tuần's", book: of }]);
    const read = await readZip(bytes);
    return { bytes, sheet: read.get('xl/worksheets/sheet1.xml')!, book: read.get('xl/workbook.xml')! };
  };

  test('grids print as they are: paper, lines around every cell, each grid on a page of its own, the printed area', async () => {
    const { sheet, book: names, bytes } = await files(book('a4', 7, 10, 'Toán'));
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape"\/>/);
    expect(sheet).toContain('<brk id="13" max="16383" man="1"/>');
    expect(names).toContain(">'Tuần''s'!$A$1:$G$26<");
    const styles = (await readZip(bytes)).get('xl/styles.xml')!;
    const borders = [...styles.matchAll(/<border>.*?<\/border>|<border\/>/gs)].map(([border]) =>
      ['left', 'right', 'top', 'bottom'].every((side) => new RegExp(`<${side} style="`).test(border)),
    );
    const formats = [...styles.match(/<cellXfs.*?<\/cellXfs>/s)![0].matchAll(/<xf [^>]*>/g)];
    for (const address of ['A4', 'B4', 'G13', 'D20']) {
      const style = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(sheet)![1];
      const border = /borderId="(\d+)"/.exec(formats[Number(style)]![0])?.[1];
      expect(borders[Number(border)]).toBe(true);
    }
  });

  test('a single grid keeps to the width of its pages and repeats its headings on them', async () => {
    const [one] = book('a3', 21, 60, 'Toán').sheets;
    const wide = { ...one!, pages: { down: 2, across: 2 } };
    const { sheet, book: names } = await files({ ...book('a3', 1, 1, ''), sheets: [wide] });
    expect(sheet).toMatch(
      /<pageSetup paperSize="8" orientation="landscape" fitToWidth="2" fitToHeight="0"\/>/,
    );
    expect(sheet).toContain('<brk id="33" max="16383" man="1"/>');
    expect(sheet).toContain('<brk id="11" max="1048575" man="1"/>');
    expect(names).toContain(">'Tuần''s'!$A:$A,'Tuần''s'!$3:$3<");
  });

  test('a row is as high as its words need, wrapped whole and with their capitals', async () => {
    const [one] = book('a3', 17, 30, 'Chào cờ').sheets;
    const rows = one!.rows.map(({ begins, cells: [head, ...rest] }, at) => {
      const note = at % 2 === 0 ? 'Sương (QPAN, GDTC)' : 'Sương';
      return { begins, cells: [head!, ...rest.map(({ text }) => cell(text, note))] };
    });
    const { sheet } = await files({ ...book('a3', 1, 1, ''), sheets: [{ ...one!, rows }] });
    const heightOf = (row: number) =>
      Number(new RegExp(`<row r="${row}"[^>]* ht="([\\d.]+)"`).exec(sheet)![1]);
    expect(heightOf(4)).toBeGreaterThan(heightOf(5) + 6);
  });

  test('no text becomes a formula, and every text comes back', async () => {
    const { bytes, sheet } = await files({ ...book('a4', 3, 2, '=1+1'), owner: 'A & <B>', foot: '=2 & 3' });
    expect(sheet).not.toMatch(/<f[ >]/);
    const [read] = await readWorkbook(bytes, 'tkb.xlsx');
    expect(read!.rows[0]![0]).toBe('A & <B>');
    expect(read!.rows[3]![1]).toBe("'=1+1\nLan");
  });
});
