import { identityNumberFaults } from '../identity-number.ts';
import { bad, empty, type Finding, good, type Reading, warning } from './finding.ts';
import { formulaFinding, isFormula, tidy } from './read-text.ts';

/** The digits of a code as a sheet holds it: separators and the '.0' of a number go. */
function digitsOf(text: string): string {
  return text.replace(/\.0+$/, '').replace(/[\s.'’`\-–()]/gu, '');
}

interface CodeForm {
  readonly what: string;
  readonly length: number;
}

/** Reads a code of digits; a leading zero that Excel ate is proposed, not taken silently. */
function readCode(typed: string, { what, length }: CodeForm): Reading {
  const text = tidy(typed);
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  const digits = digitsOf(text);
  if (/^\d+$/.test(digits) && digits.length === length) return good(digits);
  if (/e\+/i.test(text)) {
    return bad(
      'digits',
      `${what} bị Excel rút gọn thành "${text}".`,
      'Hãy định dạng cột là Văn bản (Text) rồi gõ lại đủ số.',
    );
  }
  if (
    /^\d+$/.test(digits) &&
    digits.length < length &&
    digits.length >= length - 2 &&
    !digits.startsWith('0')
  ) {
    const message = `${what} có ${digits.length} chữ số, thiếu số 0 ở đầu.`;
    return bad('leadingZero', message, `Thêm số 0 cho đủ ${length} chữ số.`, digits.padStart(length, '0'));
  }
  return bad(
    'digits',
    `${what} "${text}" không đúng ${length} chữ số.`,
    'Hãy đối chiếu giấy tờ rồi sửa, hoặc để trống.',
  );
}

/** Số định danh cá nhân: 12 digits (Luật Căn cước 26/2023/QH15 Điều 12). */
export function readIdentityNumber(typed: string): Reading {
  const digits = digitsOf(tidy(typed));
  if (/^\d{9}$/.test(digits)) {
    const remedy = 'Hãy ghi số định danh cá nhân 12 chữ số, hoặc để trống.';
    return bad('digits', 'Đây là số chứng minh nhân dân cũ (9 chữ số).', remedy, '');
  }
  return readCode(typed, { what: 'Số định danh cá nhân', length: 12 });
}

/** Mã định danh of the sector data base: 10 digits. */
export function readSectorCode(typed: string): Reading {
  return readCode(typed, { what: 'Mã định danh Bộ GD&ĐT', length: 10 });
}

/** A phone number: 0 and nine digits; +84 is read, a lost zero and two numbers in one cell are proposals. */
export function readPhone(typed: string): Reading {
  const text = tidy(typed);
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  const plain = normalPhone(text);
  if (plain) return good(plain);
  const digits = digitsOf(text);
  if (/^[1-9]\d{8}$/.test(digits)) {
    return bad('leadingZero', `Số điện thoại "${text}" thiếu số 0 ở đầu.`, 'Thêm số 0 ở đầu.', `0${digits}`);
  }
  const first = text
    .split(/[/;,]|\s-\s|\shoặc\s/)
    .map((part) => normalPhone(part) ?? normalPhone(`0${digitsOf(part)}`))
    .find((part) => part !== null);
  const message = `"${text}" không phải một số điện thoại 10 chữ số.`;
  return bad('digits', message, 'Ghi một số, bắt đầu bằng 0; hoặc để trống.', first ?? '');
}

function normalPhone(text: string): string | null {
  const digits = digitsOf(text).replace(/^\+?84(?=\d{9}$)/, '0');
  return /^0[1-9]\d{8}$/.test(digits) ? digits : null;
}

/** What an identity number says against sex and birth date. Real records have errors: warnings (PRV-32). */
export function identityWarnings(number: string, sex: string | null, birthDate: string | null): Finding[] {
  if (birthDate === null || (sex !== 'female' && sex !== 'male')) return [];
  const remedy = 'Hãy đối chiếu giấy khai sinh hoặc căn cước; đúng thì giữ nguyên.';
  return identityNumberFaults(number, { sex, birthDate }).map(({ message }) =>
    warning('identityMismatch', message, remedy),
  );
}
