import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { processorTime } from '#tests/harness/processor-time.ts';
import { renderOfficialDocx } from './index.ts';
import { readZip, sampleDocument } from './testing.ts';

const read = async (bytes: Uint8Array) => {
  const buffer = Buffer.from(bytes);
  return {
    text: (await mammoth.extractRawText({ buffer })).value,
    html: (await mammoth.convertToHtml({ buffer })).value,
    files: await readZip(bytes),
  };
};

describe('the Word file of an official document', () => {
  test('says what the document says, in the wording of the decree', async () => {
    const { text } = await read(await renderOfficialDocx(sampleDocument()));
    for (const part of [
      'ỦY BAN NHÂN DÂN TỈNH',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 12/BC-SNV',
      'Điện Biên, ngày 05 tháng 02 năm 2026',
      'BÁO CÁO',
      'Kính gửi: Bộ Nội vụ',
      'KT. GIÁM ĐỐC',
      '- Lưu: VT, VP.',
      '94,1%',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('keeps headings, links and tables as such', async () => {
    const { html } = await read(await renderOfficialDocx(sampleDocument()));
    expect(html).toContain('<h1>I. KẾT QUẢ</h1>');
    expect(html).toContain('<a href="https://hoaban.example/duties/1?a=1&amp;b=2">32/34 đơn vị</a>');
    expect(html).toContain('<a href="https://hoaban.example/rows/1">94,1%</a>');
    expect(html).toContain('<thead>');
  });

  test('is A4 in Times New Roman, in Vietnamese, numbered from page 2', async () => {
    const { files } = await read(await renderOfficialDocx(sampleDocument()));
    const styles = files.get('word/styles.xml')!;
    const document = files.get('word/document.xml')!;
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:lang w:val="vi-VN"/>');
    expect(document).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/);
    expect(document).toContain('<w:titlePg/>');
    const headers = [...files].filter(([name]) => name.startsWith('word/header')).map(([, xml]) => xml);
    expect(headers.filter((xml) => xml.includes('PAGE'))).toHaveLength(1);
    expect(headers).toHaveLength(2);
  });

  test('turns wide tables on their side and then stands up again to be signed', async () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({ title: `Cột ${index}` }));
    const body = [{ type: 'table' as const, columns, rows: [columns.map(() => '1')] }];
    const { files } = await read(await renderOfficialDocx(sampleDocument({ body, landscapeTables: true })));
    const sizes = files.get('word/document.xml')!.match(/<w:pgSz [^>]*>/g)!;
    expect(sizes.map((size) => size.includes('landscape'))).toEqual([false, true, false]);
  });

  test('shows markup as letters and drops what XML forbids', async () => {
    const hostile = '<w:p/> ]]> &lt; #read("/etc/passwd") \u0000\ufffe\ud800 <script>';
    const { text, files } = await read(
      await renderOfficialDocx(
        sampleDocument({
          agency: hostile,
          body: [{ type: 'paragraph', runs: [{ text: hostile, link: 'javascript:alert(1)' }] }],
        }),
      ),
    );
    expect(text).toContain('<w:p/> ]]> &lt; #read("/etc/passwd")  <script>');
    expect(files.get('word/document.xml')).not.toMatch(/[\u0000\ufffe]/);
    expect([...files.values()].join('')).not.toContain('javascript:');
  });

  test('a table of 2,000 rows repeats its titles and takes a few seconds of a processor at most', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) => [`${index}`, 'Đơn vị']);
    const body = [{ type: 'table' as const, columns: [{ title: 'TT' }, { title: 'Tên' }], rows }];
    const { result, spent } = await processorTime(() => renderOfficialDocx(sampleDocument({ body })));
    expect(spent).toBeLessThan(10_000);
    const { files } = await read(result);
    expect(files.get('word/document.xml')!.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  }, 20_000);

  test('an impossible date is refused', async () => {
    await expect(renderOfficialDocx(sampleDocument({ date: 'hôm nay' }))).rejects.toThrow(RangeError);
  });
});
