import { canonicalSpelling, isAllCapitals, listSyllables } from './vietnamese.ts';

/** What stands before a heading's words. `kind` tells which numbers belong to one list ("I." and "II.", "a)" and "đ)"). */
export interface Marker {
  kind: string;
  printed: string;
  /** Position in its list, 1-based; the Vietnamese alphabet has đ after d. */
  value: number;
  rest: string;
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** Reads "PHẦN II.", "A.", "IV.", "3.", "2.1.", "a)" at the start of a line; undefined when there is none. */
export function readMarker(text: string): Marker | undefined {
  const part =
    /^(?:phần|chương|mục)\s+(?:thứ\s+)?([IVX]+|\d{1,2}|nhất|hai|ba|tư|năm)\s*[.:)\-–]?\s*(.*)$/iu.exec(text);
  if (part && isAllCapitals(text.slice(0, 4)))
    return {
      kind: 'part',
      printed: text.slice(0, text.length - part[2]!.length).trim(),
      value: 0,
      rest: part[2]!,
    };
  const roman = /^([IVX]{1,6})([.)]|\s*[-–]\s)\s*(\S.*)$/u.exec(text);
  if (roman)
    return {
      kind: 'roman',
      printed: roman[1]! + roman[2]!.trim(),
      value: readRoman(roman[1]!),
      rest: roman[3]!,
    };
  const capital = /^([A-HĐ])([.)])\s+(\S.*)$/u.exec(text);
  if (capital)
    return {
      kind: 'capital',
      printed: capital[1]! + capital[2]!,
      value: LETTERS.indexOf(capital[1]!.toLowerCase()) + 1,
      rest: capital[3]!,
    };
  const decimal = /^((?:\d{1,2}\.)*\d{1,2})([.)]|(?<=\.\d{1,2})(?=\s))\s*(\D.*)$/u.exec(text);
  if (decimal) {
    const numbers = decimal[1]!.split('.');
    return {
      kind: `decimal${Math.min(numbers.length, 4)}${decimal[2] === ')' ? ')' : ''}`,
      printed: decimal[1]! + decimal[2]!,
      value: Number(numbers.at(-1)),
      rest: decimal[3]!.trim(),
    };
  }
  const letter = /^([a-zđ])([.)])\s*(\p{L}.*)$/u.exec(text);
  if (letter)
    return {
      kind: 'letter',
      printed: letter[1]! + letter[2]!,
      value: LETTERS.indexOf(letter[1]!) + 1,
      rest: letter[3]!,
    };
  return undefined;
}

function readRoman(text: string): number {
  let total = 0;
  [...text].forEach((letter, index) => {
    const value = ROMAN[letter]!;
    total += value < (ROMAN[text[index + 1] ?? ''] ?? 0) ? -value : value;
  });
  return total;
}

const SOLUTIONS = /^(?:các |một số |những |hệ thống )?(?:nhóm )?(?:giải pháp|biện pháp)(?![\p{L}])/iu;
const CONTEXT =
  /^(?:mục đích|yêu cầu|căn cứ|cơ sở (?:pháp lý|xây dựng)|đặc điểm|tình hình|bối cảnh|thực trạng|quan điểm|thuận lợi|khó khăn|đánh giá chung|kết quả (?:đạt được|thực hiện năm))(?![\p{L}])/iu;
const CALENDAR = /^(?:lịch|bảng tiến độ|tiến độ|khung thời gian|kế hoạch tháng|phụ lục.*lịch)(?![\p{L}])/iu;

/** What the words of a heading say about the lines under it; undefined when they follow their parent. */
export function readHeadingRole(title: string): 'solutions' | 'context' | 'calendar' | 'duties' | undefined {
  const spelled = canonicalSpelling(title)
    .toLowerCase()
    .replace(/[:.]+$/u, '')
    .trim();
  if (SOLUTIONS.test(spelled) && !spelled.includes('nhiệm vụ') && listSyllables(spelled).length <= 8)
    return 'solutions';
  if (CONTEXT.test(spelled) && listSyllables(spelled).length <= 12) return 'context';
  if (CALENDAR.test(spelled)) return 'calendar';
  if (/^(?:các )?nhiệm vụ(?![\p{L}])/iu.test(spelled) && listSyllables(spelled).length <= 6) return 'duties';
  return undefined;
}
