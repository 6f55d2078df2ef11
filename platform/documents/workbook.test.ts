import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderWorkbook } from './index.ts';
import { readZip } from './testing.ts';
import { drawWorkbook, type Sheet, safeText, sheetNames } from './workbook.ts';

const plainXml = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The cells of the first sheet as they will be shown: texts as strings, numbers as numbers. */
async function readSheet(bytes: Uint8Array): Promise<{ xml: string; cells: Map<string, string | number> }> {
  const files = await readZip(bytes);
  const xml = files.get('xl/worksheets/sheet1.xml')!;
  const texts = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    (match) => plainXml([...match[1]!.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map((part) => part[1]).join('')),
  );
  const cells = new Map<string, string | number>();
  for (const [, attributes, value] of xml.matchAll(/<c ([^>]*)><v>([\s\S]*?)<\/v><\/c>/g)) {
    const address = /r="([A-Z]+\d+)"/.exec(attributes!)![1]!;
    cells.set(address, /t="s"/.test(attributes!) ? texts[Number(value)]! : Number(value));
  }
  return { xml, cells };
}

const one = (kind: Sheet['columns'][number]['kind'], ...values: unknown[]): Sheet[] => [
  { name: 'Trang', columns: [{ title: 'Cột', kind }], rows: values.map((value) => [value]) },
];

describe('a workbook', () => {
  test('keeps Vietnamese text, numbers, shares and days', async () => {
    const { xml, cells } = await readSheet(
      await renderWorkbook([
        {
          name: 'Kết quả',
          columns: [
            { title: 'Họ và tên', kind: 'text', width: 30 },
            { title: 'Số lượng', kind: 'integer' },
            { title: 'Điểm', kind: 'decimal' },
            { title: 'Ngày', kind: 'date' },
            { title: 'Tỉ lệ', kind: 'percent' },
          ],
          rows: [['Lường Thị Ước & <Ánh>', 12, '8.5', '2025-09-05', 0.125]],
        },
      ]),
    );
    expect([...cells.values()]).toEqual([
      'Họ và tên',
      'Số lượng',
      'Điểm',
      'Ngày',
      'Tỉ lệ',
      'Lường Thị Ước & <Ánh>',
      12,
      8.5,
      45905,
      0.125,
    ]);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  test('holds no formula, whatever the texts begin with', async () => {
    const texts = [
      '=1+1',
      '+84 912',
      '-5',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '＝1+1',
      '=HYPERLINK("http://x")',
      'a=1',
    ];
    const { xml, cells } = await readSheet(await renderWorkbook(one('text', ...texts)));
    expect(xml).not.toMatch(/<f[ >]/);
    expect([...cells.values()].slice(1).map((text) => String(text).replaceAll('\r', '').trim())).toEqual(
      texts.map((text) => safeText(text).replaceAll('\r', '').trim()),
    );
    for (const text of texts.slice(0, -1)) expect(safeText(text)).toBe(`'${text}`);
  });

  test('any printable text arrives whole and never as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const { xml, cells } = await readSheet(await drawWorkbook(one('text', ...texts)));
          expect(xml).not.toMatch(/<f[ >]/);
          expect([...cells.values()].slice(1)).toEqual(texts.map((text) => safeText(text)));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a value that does not fit its column is written as the text it is', async () => {
    const { cells } = await readSheet(
      await renderWorkbook(one('decimal', 'M', null, 7, '1e5', '', Number.NaN)),
    );
    expect([...cells.values()].slice(1)).toEqual(['M', 7, '1e5', 'NaN']);
    const days = await readSheet(await renderWorkbook(one('date', '2025-02-30', '=1')));
    expect([...days.cells.values()].slice(1)).toEqual(['2025-02-30', "'=1"]);
  });

  test('words that are names inside JavaScript are words like any other', async () => {
    const words = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'constructor'];
    const { cells } = await readSheet(await renderWorkbook(one('text', ...words)));
    expect([...cells.values()].slice(1)).toEqual(words);
  });

  test('control characters do not break the file', async () => {
    const { cells } = await readSheet(await renderWorkbook(one('text', 'a\u0000b\ud800c\ufffe')));
    expect(cells.get('A2')).toBe('abc');
  });

  test('names of sheets are made fit and different', () => {
    expect(sheetNames(['Khối 10/11', "'Điểm'", '', 'History', 'khối 10 11', 'x'.repeat(40)])).toEqual([
      'Khối 10 11',
      'Điểm',
      'Trang 3',
      'History (2)',
      'khối 10 11 (2)',
      'x'.repeat(31),
    ]);
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (wanted) => {
        const names = sheetNames(wanted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
        }
      }),
    );
  });

  test('too many rows, too many cells and too long texts are refused with the place', async () => {
    const many = { length: 200_001 };
    await expect(
      renderWorkbook([
        { name: 'Điểm', columns: [{ title: 'a', kind: 'text' }], rows: Array.from(many, () => ['']) },
      ]),
    ).rejects.toMatchObject({ code: 'documents.tooManySheetRows' });
    const columns = Array.from({ length: 21 }, () => ({ title: 'a', kind: 'text' as const }));
    await expect(
      renderWorkbook([{ name: 'Điểm', columns, rows: Array.from({ length: 100_000 }, () => []) }]),
    ).rejects.toMatchObject({ code: 'documents.tooManyCells' });
    await expect(renderWorkbook(one('text', 'ngắn', 'x'.repeat(32_767)))).rejects.toMatchObject({
      code: 'documents.textTooLong',
      shape: { title: expect.stringContaining('dòng 3, cột "Cột"') },
    });
  });

  test('what is no value of a cell is an error, and the next file is still made', async () => {
    await expect(renderWorkbook(one('text', { a: 1 }))).rejects.toThrow(TypeError);
    await expect(renderWorkbook(one('text', () => 1))).rejects.toThrow();
    expect((await renderWorkbook(one('text', 'được'))).byteLength).toBeGreaterThan(1000);
  });
});
