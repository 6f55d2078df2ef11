import type { Draws } from './draws.ts';

const half = { identity: 1_000, sector: 10_000 };

/** Numbers of one kind for one group of people: `count` of each school at most. */
const perSchool = { identity: 5_000, sector: 300_000 };

/**
 * A number that looks drawn and comes only once: `serial` of the school at `school` through a Feistel network over
 * half * half numbers. Throws RangeError beyond what a school may have.
 */
function scattered(
  draws: Draws,
  key: string,
  kind: keyof typeof half,
  school: number,
  serial: number,
): number {
  const base = half[kind];
  const number = school * perSchool[kind] + serial;
  if (serial >= perSchool[kind] || number >= base * base) throw new RangeError(`no number left: ${key}`);
  let [left, right] = [Math.floor(number / base), number % base];
  for (let round = 0; round < 4; round++)
    [left, right] = [right, (left + draws.number(`${key}/${round}/${right}`, base)) % base];
  return left * base + right;
}

/**
 * Personal identity number: province of birth registration (011: Điện Biên), century and sex (0, 1: born 1900-1999, male,
 * female; 2, 3: born 2000-2099), two digits of the year of birth, six digits (NĐ 137/2015/NĐ-CP điều 13). Different for each
 * pair of `school` (0, 1 …) and `serial` (0, 1 … among the people of the school).
 */
export function identityNumber(
  draws: Draws,
  person: { sex: 'female' | 'male'; birthDate: string },
  school: number,
  serial: number,
): string {
  const year = Number(person.birthDate.slice(0, 4));
  const begin = `011${(year >= 2000 ? 2 : 0) + (person.sex === 'female' ? 1 : 0)}${person.birthDate.slice(2, 4)}`;
  return begin + String(scattered(draws, `identity/${begin}`, 'identity', school, serial)).padStart(6, '0');
}

/** Code of a person in the sector's own database: ten digits. */
export function sectorCode(draws: Draws, who: 'pupil' | 'staff', school: number, serial: number): string {
  const begin = who === 'pupil' ? '11' : '91';
  return begin + String(scattered(draws, `sector/${who}`, 'sector', school, serial)).padStart(8, '0');
}

/** A telephone number that nobody has: no network of the country begins with 0100. */
export function nobodysPhone(draws: Draws, path: string): string {
  return `0100${String(draws.number(path, 1_000_000)).padStart(6, '0')}`;
}

/** 'YYYY-MM-DD' of the day `days` after `day`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A day from `from` to before `to` for `path`. */
export function drawDay(draws: Draws, path: string, from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return dayAfter(from, draws.number(path, days));
}
