import type { Problem } from '#platform/errors';

export const shortestPassword = 10;
/** Longer ones would only cost hashing time. */
export const longestPassword = 200;

/** Folded words that people reach for first: they are guessed first, alone or with digits around them. */
const commonWords = [
  'matkhau',
  'password',
  'passw0rd',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'anhyeuem',
  'emyeuanh',
  'iloveyou',
  'vietnam',
  'dienbien',
  'dienbienphu',
  'hoaban',
  'hoabantrang',
  'giaovien',
  'hieutruong',
  'hocsinh',
  'truonghoc',
  'sogiaoduc',
  'giaoduc',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'abcdef',
  'abcabc',
];

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
}

/** Whether a person who guesses would try it early: one repeated or counting sign, or a common word with digits around it. */
function isCommon(password: string): boolean {
  const plain = folded(password).replace(/[^a-z0-9]/g, '');
  if (new Set(plain).size <= 3) return true;
  if ('01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain)) return true;
  const letters = plain.replace(/^\d+|\d+$/g, '');
  return commonWords.includes(letters);
}

/**
 * What is wrong with a new password, in Vietnamese; empty when it may be used. Length counts, not a mixture of signs
 * (NIST SP 800-63B 5.1.1.2: at least 8, compare with common ones, no composition rules; here at least 10).
 */
export function passwordProblems(password: string, about: { username: string; path: string }): Problem[] {
  const problem = (message: string): Problem[] => [{ path: about.path, message }];
  const length = [...password.normalize('NFC')].length;
  if (length < shortestPassword) return problem(`Mật khẩu cần ít nhất ${shortestPassword} ký tự.`);
  if (length > longestPassword) return problem(`Mật khẩu dài nhất ${longestPassword} ký tự.`);
  if (folded(password).includes(folded(about.username))) {
    return problem('Mật khẩu không được chứa tên đăng nhập.');
  }
  if (isCommon(password)) return problem('Mật khẩu này quá dễ đoán. Hãy ghép ba, bốn từ không liên quan.');
  return [];
}
