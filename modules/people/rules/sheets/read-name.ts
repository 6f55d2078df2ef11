import { bad, empty, type Finding, good, type Reading, warning } from './finding.ts';
import { decomposedWarning, formulaFinding, isFormula, tidy } from './read-text.ts';

/** 'NGUYỄN VĂN AN' → 'Nguyễn Văn An'; after a hyphen or apostrophe a capital as well ('H'Hen', 'K'Brơi'). */
export function properCase(name: string): string {
  return name
    .toLocaleLowerCase('vi')
    .replace(
      /(^|[\s'’-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
    );
}

/** Puts a space where two words were typed together: 'NguyễnVăn An' → 'Nguyễn Văn An'. */
function apart(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

/** Reads the full name of a person: composed letters, single spaces; capitals, words run together and doubled surnames are told. */
export function readName(typed: string): Reading {
  const name = tidy(typed);
  if (name === '') return empty;
  if (isFormula(name)) return formulaFinding;
  if (name.length > 100) return bad('tooLong', 'Tên dài hơn 100 ký tự.', 'Hãy kiểm tra lại ô này.');
  const wrong = /[^\p{L}\p{M}\s'’.-]/u.exec(name)?.[0];
  if (wrong) {
    return bad(
      'nameLetters',
      `Tên có ký tự lạ "${wrong}".`,
      'Hãy gõ lại họ và tên bằng Unicode, bỏ số và ghi chú.',
      proposalWithout(name),
    );
  }
  if (name.length < 2) return bad('nameLetters', 'Tên quá ngắn.', 'Hãy ghi đủ họ và tên.');
  return good(name, ...nameFindings(name), ...decomposedWarning(typed));
}

/** The name without notes in brackets and digits, when a name is left. */
function proposalWithout(name: string): string | null {
  const rest = tidy(name.replace(/\([^)]*\)|[^\p{L}\p{M}\s'’.-]/gu, ' '));
  return rest.includes(' ') ? rest : null;
}

function nameFindings(name: string): Finding[] {
  const letters = name.replace(/[^\p{L}]/gu, '');
  const isOneCase =
    letters.length > 2 &&
    (letters === letters.toLocaleUpperCase('vi') || letters === letters.toLocaleLowerCase('vi'));
  if (isOneCase) {
    const remedy = 'Nên viết hoa chữ đầu mỗi tiếng.';
    return [warning('nameCase', 'Tên viết toàn chữ hoa hoặc chữ thường.', remedy, properCase(name))];
  }
  const spaced = apart(name);
  if (spaced !== name) {
    return [warning('nameSpaces', 'Tên có hai tiếng viết liền nhau.', 'Nên tách bằng dấu cách.', spaced)];
  }
  const words = name.split(' ');
  if (words.length > 2 && words[0] === words[1]) {
    const once = words.slice(1).join(' ');
    return [warning('nameTwice', `Họ "${words[0]}" viết hai lần.`, 'Hãy đối chiếu giấy khai sinh.', once)];
  }
  if (words.length < 2) return [warning('nameLetters', 'Tên chỉ có một tiếng.', 'Hãy ghi đủ cả họ và tên.')];
  return [];
}

/** Joins 'Họ và tên đệm' and 'Tên' of two columns. */
export function joinName(familyName: string, givenName: string): string {
  return `${familyName} ${givenName}`;
}
