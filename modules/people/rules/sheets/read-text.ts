import { bad, empty, good, type Reading, warning } from './finding.ts';

/** A cell as one line: composed letters (NFC), single spaces, without the apostrophe that keeps a text a text in Excel. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'(?=[^'])/, '')
    .trim();
}

/** A formula left as text, or what a spreadsheet shows when one fails. */
export function isFormula(text: string): boolean {
  return /^[=＝]/.test(text) || /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)/i.test(text);
}

export const formulaFinding = bad(
  'formula',
  'Ô chứa công thức, không phải giá trị.',
  'Hãy chép rồi dán lại dạng giá trị (Paste Values), hoặc gõ giá trị vào ô.',
);

/** Says so when letters are written with separate marks: they look alike but are not found by search. */
export function decomposedWarning(text: string): ReturnType<typeof warning>[] {
  if (text === text.normalize('NFC')) return [];
  return [
    warning(
      'unicode',
      'Chữ dùng Unicode tổ hợp.',
      'Hệ thống tự chuyển sang Unicode dựng sẵn; không cần sửa.',
      tidy(text),
    ),
  ];
}

/** Reads a free text of at most `most` letters. */
export function readText(typed: string, most: number): Reading {
  const text = tidy(typed);
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  if (text.length > most) return bad('tooLong', `Dài hơn ${most} ký tự.`, 'Hãy rút ngắn nội dung ô này.');
  return good(text, ...decomposedWarning(typed));
}

export interface Word {
  readonly code: string;
  readonly word: string;
  /** Other ways schools write it. */
  readonly also?: readonly string[];
}
