const shortest = 10;
const longest = 128;

/** Passwords (folded, digits at the end dropped) that guessers try first. */
const common = [
  'password',
  'matkhau',
  'qwertyuiop',
  'abcdefghij',
  'hoaban',
  'hoabandienbien',
  'dienbien',
  'dienbienphu',
  'vietnam',
  'truonghoc',
  'giaovien',
  'hieutruong',
  'iloveyou',
  'anhyeuem',
  'admin',
];

/** What is wrong with a new password, in Vietnamese; undefined when it may be used. Length counts characters. */
export function passwordFault(
  password: string,
  about: { username: string; displayName: string },
): string | undefined {
  const characters = [...password.normalize('NFC')].length;
  if (characters < shortest)
    return `Mật khẩu cần ít nhất ${shortest} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`;
  if (characters > longest) return `Mật khẩu dài tối đa ${longest} ký tự.`;
  const folded = password
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  if (new Set(folded).size < 4) return 'Mật khẩu lặp lại quá ít ký tự khác nhau.';
  const letters = folded.replace(/[0-9]+$/, '');
  if (common.includes(letters) || /^(0123456789|1234567890|9876543210)/.test(folded)) {
    return 'Mật khẩu này quá phổ biến, dễ bị đoán.';
  }
  const name = about.username.replaceAll(/[^a-z0-9]/g, '');
  if (name.length >= 4 && folded.includes(name)) return 'Mật khẩu không được chứa tên đăng nhập.';
  return undefined;
}
