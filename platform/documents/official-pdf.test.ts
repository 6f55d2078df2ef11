import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '#tests/harness/processor-time.ts';
import { renderOfficialPdf } from './index.ts';
import { readPdf, sampleDocument } from './testing.ts';

const squeeze = (text: string): string => text.replace(/[\s\u200b\u00a0]+/g, '');
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'paragraph' as const,
    runs: [{ text: `Đoạn ${index + 1}. ${'Các đơn vị thực hiện đúng kế hoạch đã đề ra. '.repeat(6)}` }],
  }));
const points = (millimetres: number): number => Math.round((millimetres / 25.4) * 72);

describe('the PDF of an official document', () => {
  test('carries its own fonts, in the metrics of Times', async () => {
    const { fonts } = readPdf(await renderOfficialPdf(sampleDocument()));
    expect(fonts.map((font) => font.name).sort()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ]);
    expect(fonts.every((font) => font.embedded)).toBe(true);
  });

  test('has the nine parts in the wording of the decree', async () => {
    const text = squeeze(readPdf(await renderOfficialPdf(sampleDocument())).text);
    for (const part of [
      'ỦY BAN NHÂN DÂN TỈNH',
      'SỞ NỘI VỤ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 12/BC-SNV',
      'Điện Biên, ngày 05 tháng 02 năm 2026',
      'BÁO CÁO',
      'Kết quả thực hiện nhiệm vụ quý I năm 2026',
      'Kính gửi: Bộ Nội vụ',
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Lò Văn Mẫu',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT, VP.',
    ]) {
      expect(text, part).toContain(squeeze(part));
    }
  });

  test('keeps every Vietnamese letter with every tone, in all four faces', async () => {
    const letters: string[] = [];
    for (const vowel of 'aăâeêioôơuưy') {
      for (const tone of ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']) {
        letters.push((vowel + tone).normalize('NFC'), (vowel + tone).normalize('NFC').toUpperCase());
      }
    }
    const alphabet = `${letters.join(' ')} đ Đ`;
    const text = squeeze(
      readPdf(
        await renderOfficialPdf(
          sampleDocument({
            body: [
              { type: 'paragraph', runs: [{ text: alphabet }] },
              { type: 'paragraph', runs: [{ text: alphabet.normalize('NFD'), bold: true }] },
              { type: 'paragraph', runs: [{ text: alphabet, italic: true }] },
              { type: 'paragraph', runs: [{ text: alphabet, bold: true, italic: true }] },
            ],
          }),
        ),
      ).text,
    );
    expect(text.split(squeeze(alphabet)).length - 1).toBe(4);
    expect(text).not.toContain('\ufffd');
  });

  test('a sign the fonts do not have is seen as missing, so the check above can fail', async () => {
    const body = [{ type: 'paragraph' as const, runs: [{ text: '汉' }] }];
    expect(readPdf(await renderOfficialPdf(sampleDocument({ body }))).text).toContain('\ufffd');
  });

  test('is A4, numbered at the top from page 2 and not on page 1', async () => {
    const { pages } = readPdf(await renderOfficialPdf(sampleDocument({ body: paragraphs(30) })));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map((page) => [page.width, page.height])).toEqual(
      pages.map(() => [points(210), points(297)]),
    );
    expect(pages[0]!.text.trimStart()).not.toMatch(/^1\n/);
    expect(pages[0]!.text).toContain('ỦY BAN');
    for (const [index, page] of pages.entries()) {
      if (index > 0) expect(page.text.trimStart().split('\n')[0]).toBe(String(index + 1));
    }
  });

  test('never leaves the signature alone on a page', async () => {
    for (let count = 6; count <= 14; count += 1) {
      const last = readPdf(await renderOfficialPdf(sampleDocument({ body: paragraphs(count) }))).pages.at(
        -1,
      )!;
      expect(last.text).toContain('Lò Văn Mẫu');
      expect(squeeze(last.text)).toContain(squeeze('đúng kế hoạch đã đề ra.'));
    }
  });

  test('wide tables lie on turned pages with the heading above them when asked, else stand upright', async () => {
    const wide = {
      type: 'table' as const,
      columns: Array.from({ length: 12 }, (_, index) => ({ title: `Chỉ tiêu ${index + 1}` })),
      rows: [Array.from({ length: 12 }, () => '12,5%')],
    };
    const body = [
      ...paragraphs(1),
      { type: 'heading' as const, level: 1 as const, text: 'II. BẢNG TỔNG HỢP' },
      wide,
      ...paragraphs(1),
    ];
    const turned = readPdf(await renderOfficialPdf(sampleDocument({ body, landscapeTables: true }))).pages;
    expect(turned.map((page) => page.width > page.height)).toEqual([false, true, false]);
    expect(turned[1]!.text).toContain('BẢNG TỔNG HỢP');
    const upright = readPdf(await renderOfficialPdf(sampleDocument({ body }))).pages;
    expect(upright.some((page) => page.width > page.height)).toBe(false);
  });

  test('repeats the titles of a table of 2,000 rows on every page, within a few seconds of a processor', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [
      `${index + 1}`,
      `Đơn vị số ${index + 1}`,
      { text: `${index * 3}`, link: `https://hoaban.example/rows/${index}` },
    ]);
    const columns = [{ title: 'TT' }, { title: 'Tên đơn vị' }, { title: 'Số lượng' }];
    const { result, spent } = await processorTime(() =>
      renderOfficialPdf(sampleDocument({ body: [{ type: 'table', columns, rows }] })),
    );
    expect(spent).toBeLessThan(8000);
    const { pages } = readPdf(result);
    expect(pages.length).toBeGreaterThan(30);
    for (const page of pages.slice(0, -1)) expect(page.text).toContain('Tên đơn vị');
    expect(squeeze(pages.map((page) => page.text).join(''))).toContain('Đơnvịsố2000');
    expect(pages.flatMap((page) => page.links)).toHaveLength(2000);
  }, 20_000);

  test('links figures to their rows, and only to harmless addresses', async () => {
    const runs = [
      { text: 'một', link: 'https://hoaban.example/a' },
      { text: 'hai', link: 'javascript:alert(1)' },
      { text: 'ba', link: 'file:///etc/passwd' },
      { text: 'bốn', link: '/tuong-doi' },
      { text: 'năm', link: 'https://hoaban.example/b) /Launch (x' },
    ];
    const { pages, text } = readPdf(
      await renderOfficialPdf(sampleDocument({ body: [{ type: 'paragraph', runs }] })),
    );
    expect(pages[0]!.links).toHaveLength(2);
    expect(pages[0]!.links[0]).toBe('https://hoaban.example/a');
    for (const run of runs) expect(text).toContain(run.text);
  });

  test('shows markup as letters and obeys none of it', async () => {
    const hostile = [
      '#read("/etc/passwd")',
      '#import "@preview/x:1.0.0": *',
      '*đậm* _nghiêng_ $x^2$ `mã` <nhãn> @trích = đề mục',
      '// chú thích /* khối */',
      '<script>alert(1)</script> &amp; \\u{41} \\',
      '"]; #panic("x") //',
    ];
    const document = sampleDocument({
      agency: '#panic("a")',
      kind: null,
      number: '*1*/$',
      abstract: hostile[0]!,
      addressee: `${hostile[1]}\n${hostile[2]}`,
      legalBases: [hostile[3]!],
      body: [
        { type: 'heading', level: 2, text: hostile[2]! },
        { type: 'list', items: hostile },
        { type: 'table', columns: [{ title: hostile[0]! }], rows: hostile.map((text) => [text]) },
      ],
      signature: { position: '#x', name: '$y$' },
      recipients: [hostile[4]!],
    });
    const text = squeeze(readPdf(await renderOfficialPdf(document)).text);
    for (const line of hostile) expect(text.split(squeeze(line)).length, line).toBeGreaterThan(2);
    expect(text).not.toContain('root:x:0');
  });

  test('drops control characters, lone surrogates and marks that turn the text round', async () => {
    const runs = [{ text: 'mot\u0000hai\u001b[31m\ud800ba\u202e\u0007bốn\r\nnăm\tsáu' }];
    const text = squeeze(
      readPdf(await renderOfficialPdf(sampleDocument({ body: [{ type: 'paragraph', runs }] }))).text,
    );
    expect(text).toContain('mothai[31mbabốnnămsáu');
  });

  test('any text at all makes a PDF', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), async (a, b) => {
        const document = sampleDocument({
          agency: a,
          abstract: b,
          addressee: a,
          number: b,
          body: [
            { type: 'paragraph', runs: [{ text: a, link: b }, { text: b }] },
            {
              type: 'table',
              columns: [{ title: a }, { title: b, width: 20 }],
              rows: [[b, a], [a]],
              caption: b,
            },
          ],
          recipients: [a, b],
        });
        expect((await renderOfficialPdf(document)).byteLength).toBeGreaterThan(1000);
      }),
      { numRuns: 40 },
    );
  }, 20_000);

  test('an impossible date is refused', async () => {
    await expect(renderOfficialPdf(sampleDocument({ date: '2026-02-30' }))).rejects.toThrow(RangeError);
  });

  test('too many rows for one file are refused with advice', async () => {
    const rows = Array.from({ length: 10_001 }, () => ['x']);
    const document = sampleDocument({ body: [{ type: 'table', columns: [{ title: 'a' }], rows }] });
    await expect(renderOfficialPdf(document)).rejects.toMatchObject({ code: 'documents.tooManyTableRows' });
  });
});
