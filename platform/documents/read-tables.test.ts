import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTables, renderWorkbook } from './index.ts';
import { parseSeparated } from './separated-values.ts';

const oldOffice = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a workbook', () => {
  test('comes back as typed, empty rows and cells kept in their place', async () => {
    const bytes = await renderWorkbook([
      {
        name: 'Đơn vị',
        columns: [
          { title: 'Mã', kind: 'text' },
          { title: 'Số', kind: 'integer' },
          { title: 'Ngày', kind: 'date' },
        ],
        rows: [[], ['03127', 3, '2025-09-05'], ['', ' hai  chữ ', '']],
      },
      { name: 'Trống', columns: [{ title: 'a', kind: 'text' }], rows: [] },
    ]);
    expect(await readTables(bytes, 'Danh mục.XLSX')).toEqual([
      {
        name: 'Đơn vị',
        rows: [
          ['Mã', 'Số', 'Ngày'],
          ['', '', ''],
          ['03127', '3', '2025-09-05'],
          ['', 'hai chữ', ''],
        ],
      },
      { name: 'Trống', rows: [['a']] },
    ]);
  });

  test('with a formula that was never calculated is refused with its cell; one that came to something, or to an empty text, is read', async () => {
    const sheet = (name: string) => ({
      ...{ name, columns: [{ title: 'Số', kind: 'integer' as const }], rows: [[1], [2]] },
    });
    const files = unzipSync(await renderWorkbook([sheet('Ghi chú'), sheet('Toán & Lí')]));
    const part = 'xl/worksheets/sheet2.xml';
    const read = (cell: string) => {
      const xml = strFromU8(files[part]!).replace(/<c r="A3"[^>]*>.*?<\/c>/, cell);
      return readTables(zipSync({ ...files, [part]: strToU8(xml) }), 'tkb.xlsx');
    };
    const never = ['<f>A2*2</f>', '<f>A2*2</f><v/>', '<f>A2*2</f><v></v>', '<f t="shared" si="0"/>'];
    for (const formula of never)
      await expect(read(`<c r="A3">${formula}</c>`)).rejects.toMatchObject({
        code: 'documents.formulaWithoutValue',
        message: expect.stringContaining('Trang "Toán & Lí", ô A3: công thức chưa có kết quả'),
      });
    const rows = async (cell: string) => (await read(cell))[1]!.rows;
    expect(await rows('<c r="A3"><f>A2*2</f><v>2</v></c>')).toEqual([['Số'], ['1'], ['2']]);
    expect(await rows('<c r="A3" t="str"><f>IF(A2,"","x")</f><v></v></c>')).toEqual([['Số'], ['1']]);
  });

  test.each([
    ['don-vi.xlsx', utf8('PK\u0003\u0004 rồi hỏng'), 'documents.tableNotRead'],
    ['don-vi.xlsx', utf8(''), 'documents.tableNotRead'],
    ['don-vi.xls', utf8('a'), 'documents.notATable'],
    ['don-vi.xlsx', oldOffice('Workbook'), 'documents.oldWorkbook'],
    ['don-vi.xlsx', oldOffice('EncryptedPackage'), 'documents.tableLocked'],
    ['don-vi.csv', utf8('a\n'.repeat(20_001)), 'documents.tableTooLong'],
    ['don-vi.csv', utf8(','.repeat(100)), 'documents.tableTooLong'],
    ['don-vi', utf8('a'), 'documents.notATable'],
    ['don-vi.csv', new Uint8Array([0xd0, 0x20]), 'documents.tableNotUnicode'],
    ['don-vi.csv', new Uint8Array(10 * 1024 * 1024 + 1), 'documents.tableTooLarge'],
  ])('%s that cannot be read is refused: %#', async (name, bytes, code) => {
    await expect(readTables(bytes, name)).rejects.toMatchObject({ code });
  });
});

describe('separated values', () => {
  test.each([
    ['don-vi.csv', '\ufeffMã,Tên\r\n1,"Trường ""A"", xã B"\r\n'],
    ['don-vi.csv', 'Mã;Tên\n1;"Trường ""A"", xã B"'],
    ['don-vi.tsv', 'Mã\tTên\n1\tTrường "A", xã B\n'],
  ])('%s is read with its own separator: %#', async (name, text) => {
    const [table] = await readTables(utf8(text), name);
    expect(table!.rows).toEqual([
      ['Mã', 'Tên'],
      ['1', 'Trường "A", xã B'],
    ]);
  });

  test('are read below the name of an agency, whatever signs that has', async () => {
    const [table] = await readTables(utf8('Trường A, xã B\n\nMã;Tên;Lớp\n1;Hai, ba;6A\n'), 'a.csv');
    expect(table!.rows[2]).toEqual(['Mã', 'Tên', 'Lớp']);
  });

  test('of a spreadsheet program in UTF-16 are read as well', async () => {
    const bytes = Buffer.from('\ufeffMã\tTên\n', 'utf16le');
    expect((await readTables(bytes, 'a.tsv'))[0]!.rows).toEqual([['Mã', 'Tên']]);
  });

  test('whatever cells are written come back', () => {
    const cell = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(parseSeparated(text, ',')).toEqual(rows);
      }),
    );
  });
});
