import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GridBook, renderGrids } from './index.ts';
import { readPdf } from './testing.ts';

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
