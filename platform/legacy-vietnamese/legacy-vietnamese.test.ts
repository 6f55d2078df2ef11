import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeLegacy, encodeLegacy, restoreLegacyTexts } from './index.ts';
import { isPossibleSyllable } from './syllable.ts';

const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';
const WORDS =
  'trường học sinh giỏi nghỉ hè kỹ năng sống quyển vở giữa kỳ đẳng cấp ngoẵng xoắn khuỷu tay thuở nhỏ rượu bưởi mỡ lợn ' +
  'nghĩa vụ vẫn thẳng hẳn lẳng lặng ngẫm nghĩ mềm mại hiểu biết tiễn biệt chẽ bẻ vẽ đẹp mẹ bé kèn ghẹ tỉ mỉ chị ' +
  'đi tìm lỡ dở mở cửa cỏ xanh nõn nà chọn lọc bồi bổ đỗ đạt thổi xôi rộng lớn bột gỗ thủ thỉ ngủ cũng mũ núi ' +
  'bụng ngừng nghỉ tử tế những đứa thứ tự ỳ ạch thủy thủ mỹ thuật lý do kỵ sĩ ắng lặng ẵm bồng ằng ặc ẩm ướt ẫm ờ ấy ậm ừ cả bã cá dân cần em kê kí ức tò mò có mơ mù';
const SYLLABLES = [...new Set(WORDS.split(' '))];

const encoding = fc.constantFrom('tcvn3' as const, 'vni' as const);
const sentence = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 8, maxLength: 30 })
  .map((words) => `Các trường bồi dưỡng đội ngũ ${words.join(' ')}, hoàn thành đúng hạn.`);

describe('old Vietnamese encodings', () => {
  test('the words of the test use every Vietnamese letter', () => {
    const used = new Set(WORDS.normalize('NFC'));
    expect([...LETTERS].filter((letter) => !used.has(letter))).toEqual([]);
  });

  test('every letter survives the way there and back', () => {
    expect(decodeLegacy(encodeLegacy(`x${LETTERS}`, 'vni'), 'vni')).toBe(`x${LETTERS}`);
    expect(decodeLegacy(encodeLegacy(`x${LETTERS}`, 'tcvn3'), 'tcvn3')).toBe(`x${LETTERS}`);
    const capitals = LETTERS.toUpperCase();
    expect(decodeLegacy(encodeLegacy(capitals, 'vni'), 'vni')).toBe(capitals);
    expect(decodeLegacy(encodeLegacy(capitals, 'tcvn3'), 'tcvn3')).toBe(capitals);
  });

  test('any sentence is recognised and converted, in either encoding', () => {
    fc.assert(
      fc.property(encoding, fc.array(sentence, { minLength: 1, maxLength: 4 }), (code, sentences) => {
        const verdict = restoreLegacyTexts(sentences.map((text) => encodeLegacy(text, code)));
        expect(verdict).toMatchObject({ kind: 'converted', encoding: code, texts: sentences });
      }),
    );
  });

  test('in one font, a word that reads both ways follows the others; alone, or in Unicode letters, it stays', () => {
    const cells = ['Họ tên học sinh', 'Lớp', 'Nguyễn Thị Hường', 'Quàng Thị Hạnh'];
    const written = cells.map((text) => encodeLegacy(text, 'tcvn3'));
    expect(restoreLegacyTexts(written, { oneFont: true })).toMatchObject({ kind: 'converted', texts: cells });
    expect(restoreLegacyTexts(written)).toMatchObject({ texts: expect.arrayContaining(['Líp']) });
    expect(restoreLegacyTexts(['Líp', 'Bà'], { oneFont: true })).toEqual({ kind: 'unicode' });
    expect(restoreLegacyTexts([...written, 'Sổ mới'], { oneFont: true })).toMatchObject({
      texts: [...cells, 'Sổ mới'],
    });
  });

  test('Unicode text is never touched', () => {
    fc.assert(
      fc.property(fc.array(sentence), (sentences) => {
        expect(restoreLegacyTexts(sentences)).toEqual({ kind: 'unicode' });
      }),
    );
  });

  test('capital lines come back in capitals', () => {
    for (const line of ['KẾ HOẠCH NHIỆM VỤ', 'I. ĐẢM BẢO ĐIỀU KIỆN (theo hai cấp)', 'TRƯỞNG PHÒNG Ở SỞ']) {
      expect(decodeLegacy(encodeLegacy(line, 'tcvn3'), 'tcvn3')).toBe(line);
    }
    expect(decodeLegacy(encodeLegacy('Sở GDĐT và Tổ trưởng. Ứng dụng', 'tcvn3'), 'tcvn3')).toBe(
      'Sở GDĐT và Tổ trưởng. Ứng dụng',
    );
  });

  test('spoiled letters are called garbled, not converted', () => {
    const spoiled = 'Káº¿ hoáº¡ch nÄƒm há»c cá»§a trÆ°á»ng phá»• thÃ´ng';
    expect(restoreLegacyTexts([spoiled])).toMatchObject({ kind: 'garbled' });
  });

  test.each(['nghiệp', 'gì', 'giếng', 'quyển', 'khuỷu', 'Ứng', 'oái', 'huỳnh'])(
    '%s is a syllable',
    (word) => {
      expect(isPossibleSyllable(word)).toBe(true);
    },
  );
  test.each(['nghiÖp', 'hoïc', 'tr­êng', 'bcd', 'áà', 'kế́'])('%s is not', (word) => {
    expect(isPossibleSyllable(word)).toBe(false);
  });
});
