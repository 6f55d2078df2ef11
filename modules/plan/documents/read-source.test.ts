import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encodeLegacy } from '#platform/legacy-vietnamese';
import { listSourceParagraphs, type SourceDocument } from '../rules/reader/source.ts';
import { isSourceProblem, readSource } from './read-source.ts';
import { MAXIMUM_FILE_BYTES, type SourceProblemCode } from './source-problems.ts';
import { docxParagraph, writeDocx, writeZip } from './testing-zip.ts';

const SENTENCE = 'Các trường xây dựng kế hoạch giáo dục, ôn tập cho học sinh cuối cấp và bồi dưỡng đội ngũ.';

async function readGood(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  const result = await readSource(bytes, fileName);
  if (isSourceProblem(result)) throw new Error(`${result.code}: ${result.message} ${result.detail ?? ''}`);
  return result;
}

async function textsOf(bytes: Uint8Array, fileName: string): Promise<string[]> {
  return listSourceParagraphs(await readGood(bytes, fileName)).map((paragraph) => paragraph.text);
}

const oleContainer = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('files that are refused', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]);
  const workbook = writeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]);
  const good = writeDocx(docxParagraph(SENTENCE));
  const huge = Buffer.from(`<w:p><w:r><w:t>${'a'.repeat(30 * 1024 * 1024)}</w:t></w:r></w:p>`);
  const cases: [string, Uint8Array, string, SourceProblemCode][] = [
    ['an empty file', Buffer.alloc(0), 'a.docx', 'emptyFile'],
    ['an empty text', Buffer.alloc(0), 'a.txt', 'emptyFile'],
    ['one byte over 20 MB', Buffer.alloc(MAXIMUM_FILE_BYTES + 1, 'a'), 'a.txt', 'fileTooLarge'],
    ['a PDF', latin1('%PDF-1.7 …'), 'a.pdf', 'pdfNotSupported'],
    ['a PDF named .docx', latin1('%PDF-1.7 …'), 'a.docx', 'pdfNotSupported'],
    ['an old .doc', oleContainer('WordDocument'), 'a.doc', 'oldWordDocument'],
    ['an old .doc named .docx', oleContainer('WordDocument'), 'a.docx', 'oldWordDocument'],
    ['an old .xls', oleContainer('Workbook'), 'a.xls', 'unsupportedType'],
    ['a .docx with a password', oleContainer('EncryptedPackage'), 'a.docx', 'encryptedDocument'],
    ['a picture', png, 'a.png', 'unsupportedType'],
    ['a picture named .txt', png, 'a.txt', 'unsupportedType'],
    ['a workbook', workbook, 'a.xlsx', 'unsupportedType'],
    ['a workbook named .docx', workbook, 'a.docx', 'unsupportedType'],
    ['a text with another extension', Buffer.from(SENTENCE), 'a.csv', 'unsupportedType'],
    ['a name without extension', Buffer.from(SENTENCE), 'plan', 'unsupportedType'],
    ['a Word file named .txt', good, 'a.txt', 'contentMismatch'],
    ['a text named .docx', Buffer.from(SENTENCE), 'a.docx', 'corruptDocx'],
    ['a Word file cut in half', good.subarray(0, good.length >> 1), 'a.docx', 'corruptDocx'],
    [
      'a zip without a document',
      writeZip([{ name: 'word/styles.xml', content: '<a/>' }]),
      'a.docx',
      'corruptDocx',
    ],
    ['broken XML', writeDocx('<w:p><w:r>'), 'a.docx', 'corruptDocx'],
    [
      'an encrypted zip part',
      writeDocx(docxParagraph(SENTENCE), [{ name: 'word/x.xml', content: 'x', isEncrypted: true }]),
      'a.docx',
      'encryptedDocument',
    ],
    ['a zip bomb by ratio', writeDocx(huge.toString()), 'a.docx', 'unsafeDocx'],
    [
      'a zip bomb by total size',
      writeDocx(docxParagraph(SENTENCE), [
        { name: 'word/a.bin', content: 'x', claimedSize: 190 * 1024 * 1024 },
        { name: 'word/b.bin', content: 'x', claimedSize: 190 * 1024 * 1024 },
      ]),
      'a.docx',
      'unsafeDocx',
    ],
    [
      'a zip whose headers lie about the size',
      writeDocx(docxParagraph(SENTENCE), [{ name: 'word/a.xml', content: huge, claimedSize: 100 }]),
      'a.docx',
      'corruptDocx',
    ],
    [
      'too many parts',
      writeDocx(
        docxParagraph(SENTENCE),
        Array.from({ length: 5001 }, (_, index) => ({ name: `word/${index}.bin`, content: '' })),
      ),
      'a.docx',
      'unsafeDocx',
    ],
    [
      'declared entities',
      writeDocx(docxParagraph(SENTENCE), [
        { name: 'word/a.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><a/>' },
      ]),
      'a.docx',
      'unsafeDocx',
    ],
    ['a Word file without text', writeDocx('<w:p/>'), 'a.docx', 'noText'],
    ['a text of blanks', Buffer.from(' \n\t\n '), 'a.txt', 'noText'],
    ['bytes with zeros', Buffer.from('abc\u0000def'), 'a.txt', 'notText'],
    [
      'an encoding nobody can tell',
      Buffer.from([0x61, 0x80, 0x62, 0xff, 0x20, 0x81, 0x82]),
      'a.txt',
      'unknownEncoding',
    ],
    ['UTF-8 read as Latin-1 and saved again', Buffer.from(latin1AsText(SENTENCE)), 'a.txt', 'garbledText'],
    [
      'a Word file with spoiled letters',
      writeDocx(docxParagraph(latin1AsText(SENTENCE))),
      'a.docx',
      'garbledText',
    ],
  ];
  test.each(cases)('%s', async (_, bytes, fileName, code) => {
    const result = await readSource(bytes, fileName);
    if (!isSourceProblem(result)) throw new Error('was read');
    expect(result.code).toBe(code);
    expect(result.message).toMatch(/[ạảếộữ]/u);
  });
});

function latin1AsText(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

describe('text files', () => {
  test('exactly 20 MB is read', async () => {
    const bytes = Buffer.alloc(MAXIMUM_FILE_BYTES, ' ');
    bytes.write(SENTENCE);
    expect(await textsOf(bytes, 'a.txt')).toEqual([SENTENCE]);
  });

  const bom = '\ufeff';
  const utf16be = Buffer.from(bom + SENTENCE, 'utf16le').swap16();
  test.each([
    ['UTF-8 with a mark', Buffer.from(bom + SENTENCE)],
    ['decomposed letters', Buffer.from(SENTENCE.normalize('NFD'))],
    ['UTF-16 LE with a mark', Buffer.from(bom + SENTENCE, 'utf16le')],
    ['UTF-16 BE with a mark', utf16be],
    ['UTF-16 LE without a mark', Buffer.from(SENTENCE, 'utf16le')],
  ])('%s gives the same letters', async (_, bytes) => {
    expect(await textsOf(bytes, 'a.txt')).toEqual([SENTENCE]);
  });

  test.each([
    ['tcvn3', 'TCVN3 (ABC)'],
    ['vni', 'VNI-Windows'],
  ] as const)('%s bytes become Unicode with a note', async (encoding, name) => {
    const document = await readGood(latin1(encodeLegacy(SENTENCE, encoding)), 'a.txt');
    expect(listSourceParagraphs(document)[0]!.text).toBe(SENTENCE);
    expect(document.notes[0]).toMatchObject({ code: 'convertedEncoding' });
    expect(document.notes[0]!.message).toContain(name);
  });

  test('Windows-1258 bytes become Unicode', async () => {
    // "Phòng Giáo dục trung học hướng dẫn các trường" with combining tones as that encoding has them.
    const bytes = Buffer.from(
      '50 68 6f cc 6e 67 20 47 69 61 ec 6f 20 64 75 f2 63 20 74 72 75 6e 67 20 68 6f f2 63 20 68 fd f5 ec 6e 67 20 64 e2 de 6e 20 63 61 ec 63 20 74 72 fd f5 cc 6e 67'.replace(
        / /gu,
        '',
      ),
      'hex',
    );
    expect(await textsOf(bytes, 'a.txt')).toEqual(['Phòng Giáo dục trung học hướng dẫn các trường']);
  });

  test.each(['tcvn3', 'vni'] as const)('%s letters kept inside UTF-8 are converted too', async (encoding) => {
    const document = await readGood(Buffer.from(encodeLegacy(SENTENCE, encoding), 'utf8'), 'a.txt');
    expect(listSourceParagraphs(document)[0]!.text).toBe(SENTENCE);
    expect(document.notes).toHaveLength(1);
  });

  test('rows with tabs are one table over blank lines; HTML inside a cell is cleaned', async () => {
    const text =
      'Tháng\tViệc\tĐơn vị\n8/2025\t<ul style="list-style-type: none"> - Việc một. - Việc hai </ul>\tSở\n\n\t- Việc ba\tTrường\nCâu sau bảng có lỗi &amp; dấu <5 điểm';
    const document = await readGood(Buffer.from(text), 'a.txt');
    expect(document.blocks).toEqual([
      {
        kind: 'table',
        rows: [
          ['Tháng', 'Việc', 'Đơn vị'],
          ['8/2025', '- Việc một. - Việc hai', 'Sở'],
          ['', '- Việc ba', 'Trường'],
        ],
      },
      { kind: 'paragraph', text: 'Câu sau bảng có lỗi & dấu <5 điểm' },
    ]);
  });

  test('a number and a tab is a heading, not a table', async () => {
    expect(await textsOf(Buffer.from('1.\tTriển khai chương trình'), 'a.txt')).toEqual([
      '1. Triển khai chương trình',
    ]);
  });

  test('Markdown keeps heading levels and tables and loses its marks', async () => {
    const document = await readGood(
      Buffer.from(
        '## I. CHUNG\n\n---\n\n**Giải pháp:**\n\n* Việc *quan trọng*\n\n| a | b |\n|---|---|\n| c<br>d | |',
      ),
      'a.md',
    );
    expect(document.blocks).toEqual([
      { kind: 'paragraph', text: 'I. CHUNG', headingLevel: 2 },
      { kind: 'paragraph', text: 'Giải pháp:' },
      { kind: 'paragraph', text: '- Việc quan trọng' },
      {
        kind: 'table',
        rows: [
          ['a', 'b'],
          ['c\nd', ''],
        ],
      },
    ]);
  });
});

describe('Word files', () => {
  test('automatic numbers are written into the text', async () => {
    const level = (index: number, format: string, pattern: string): string =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="x"><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}${level(3, 'bullet', '')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const at = (index: number): string => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="5"/></w:numPr>`;
    const body = [
      docxParagraph('CHUNG', at(0)),
      docxParagraph('Một', at(1)),
      docxParagraph('Hai', at(1)),
      docxParagraph('Chữ cái', at(2)),
      docxParagraph('Gạch', at(3)),
      docxParagraph('RIÊNG', at(0)),
      docxParagraph('Lại một', at(1)),
    ].join('');
    const texts = await textsOf(
      writeDocx(body, [{ name: 'word/numbering.xml', content: numbering }]),
      'a.docx',
    );
    expect(texts).toEqual([
      'I. CHUNG',
      '1. Một',
      '2. Hai',
      'a) Chữ cái',
      '- Gạch',
      'II. RIÊNG',
      '1. Lại một',
    ]);
  });

  test('a month cell merged over two rows leaves its second row without month', async () => {
    const cell = (text: string, merge = ''): string =>
      `<w:tc><w:tcPr>${merge}</w:tcPr>${docxParagraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('2/2026', '<w:vMerge w:val="restart"/>')}${cell('Việc một')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('Việc hai')}</w:tr></w:tbl>`;
    const document = await readGood(writeDocx(body), 'a.docx');
    expect(document.blocks).toEqual([
      {
        kind: 'table',
        rows: [
          ['2/2026', 'Việc một'],
          ['', 'Việc hai'],
        ],
      },
    ]);
  });

  test.each(['tcvn3', 'vni'] as const)('%s fonts are converted paragraph by paragraph', async (encoding) => {
    const body = docxParagraph(encodeLegacy(SENTENCE, encoding)) + docxParagraph(SENTENCE);
    const document = await readGood(writeDocx(body), 'a.docx');
    expect(listSourceParagraphs(document).map((paragraph) => paragraph.text)).toEqual([SENTENCE, SENTENCE]);
    expect(document.notes).toHaveLength(1);
  });

  test('the worked example has the same paragraphs as Markdown and as Word', async () => {
    const folder = new URL('../../../reference-data/plans/', import.meta.url);
    const read = (name: string): Promise<string[]> => textsOf(readFileSync(new URL(name, folder)), name);
    expect(await read('ke-hoach-2025-2026.docx')).toEqual(await read('ke-hoach-2025-2026.md'));
  });
});
