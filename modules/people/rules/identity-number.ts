/** One thing about an identity number that does not fit. */
export interface IdentityNumberFault {
  /** `shape`: it is no identity number and cannot be kept. The others only warn: real records have errors (PRV-32). */
  readonly kind: 'shape' | 'province' | 'century' | 'sex' | 'year';
  readonly message: string;
}

/** Codes of provinces run to 096 (Cà Mau); the code is that of the birth registration, not of the residence (PRV-31, PRV-32). */
const lastProvince = 96;

/** Digit 4 tells the century and the sex: 0 and 1 for men and women born 1900-1999, 2 and 3 for 2000-2099, and so on. */
function centuryOf(digit: number): number {
  return 1900 + 100 * Math.floor(digit / 2);
}

/**
 * What does not fit in a personal identity number (số định danh cá nhân): 12 digits, province or country of birth registration,
 * century and sex, year of birth, 6 free digits; there is no check digit. PRV-30 to PRV-32; Nghị định 137/2015/NĐ-CP Điều 13.
 * `birthDate` is 'YYYY-MM-DD'. Empty list: nothing to say. A first `shape` stands alone.
 */
export function identityNumberFaults(
  number: string,
  person: { readonly sex: 'female' | 'male'; readonly birthDate: string },
): IdentityNumberFault[] {
  if (!/^\d{12}$/.test(number)) {
    return [{ kind: 'shape', message: 'Số định danh cá nhân gồm đúng 12 chữ số.' }];
  }
  const province = Number(number.slice(0, 3));
  const digit = Number(number[3]);
  const year = Number(person.birthDate.slice(0, 4));
  const found: IdentityNumberFault[] = [];
  if (province < 1 || province > lastProvince) {
    found.push({
      kind: 'province',
      message: `Ba số đầu "${number.slice(0, 3)}" không phải mã tỉnh (001-096). Hãy kiểm tra, trừ khi khai sinh ở nước ngoài.`,
    });
  }
  if (centuryOf(digit) !== Math.floor(year / 100) * 100) {
    found.push({
      kind: 'century',
      message: `Số thứ tư "${digit}" là của người sinh ${centuryOf(digit)}-${centuryOf(digit) + 99}, nhưng năm sinh ghi ${year}.`,
    });
  }
  if ((digit % 2 === 1) !== (person.sex === 'female')) {
    found.push({
      kind: 'sex',
      message: `Số thứ tư "${digit}" là của ${digit % 2 === 1 ? 'nữ' : 'nam'}, nhưng hồ sơ ghi ${person.sex === 'female' ? 'nữ' : 'nam'}.`,
    });
  }
  if (number.slice(4, 6) !== person.birthDate.slice(2, 4)) {
    found.push({
      kind: 'year',
      message: `Số thứ năm, sáu "${number.slice(4, 6)}" không khớp năm sinh ${year}.`,
    });
  }
  return found;
}
