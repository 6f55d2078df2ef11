/**
 * How dates, numbers and names are written and ordered for Vietnamese readers.
 * Pure: the same code runs on the server and in the browser.
 */

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

const hanoiClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const nameOrder = new Intl.Collator('vi');

/**
 * Writes a calendar day as people do: '2025-09-05' → '05/09/2025'.
 * @param date a day as 'YYYY-MM-DD'
 * @throws RangeError when the text is not a day of the calendar
 */
export function formatDate(date: string): string {
  const match = isoDate.exec(date);
  if (!match || !isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))) {
    throw new RangeError(`Not a calendar day: ${JSON.stringify(date)}`);
  }
  return `${match[3]}/${match[2]}/${match[1]}`;
}

/**
 * Writes a moment as the clock on the wall in Việt Nam shows it: '2025-09-05T00:30:00Z' → '05/09/2025 07:30'.
 * @param moment an ISO 8601 instant with its offset, or a Date
 * @throws RangeError when it is not a moment
 */
export function formatDateTime(moment: string | Date): string {
  const instant = typeof moment === 'string' ? new Date(moment) : moment;
  const parts: Record<string, string> = {};
  for (const part of hanoiClock.formatToParts(instant)) parts[part.type] = part.value;
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`;
}

/**
 * Writes a number with a point between thousands and a decimal comma: 1234.5 → '1.234,5'.
 * @param value a finite number
 * @param decimals exactly this many decimals (a mark of 8 with 1 is '8,0'); without it at most 2, none when whole
 * @throws RangeError when the number is not finite
 */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a finite number: ${value}`);
  return numberFormat(decimals ?? 0, decimals ?? 2).format(value);
}

/**
 * Writes a share as a percentage with at most one decimal: 0.125 → '12,5%'.
 * @param share the share of the whole, 1 being everything
 * @throws RangeError when the number is not finite
 */
export function formatPercent(share: number): string {
  if (!Number.isFinite(share)) throw new RangeError(`Not a finite number: ${share}`);
  return `${numberFormat(0, 1).format(Number((share * 100).toPrecision(12)))}%`;
}

/**
 * Takes away what a person leaves out when typing a search: case, tone and vowel marks; đ becomes d.
 * 'Điện Biên Đông' → 'dien bien dong'. Composed and decomposed input give the same answer.
 */
export function foldVietnamese(text: string): string {
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      // ð (eth) looks the same as đ in capitals and comes from old keyboards.
      .replace(/[đð]/g, 'd')
      .normalize('NFC')
  );
}

/**
 * Orders full names as class lists do: by given name (the last word), then by family and middle names,
 * in the order of the Vietnamese alphabet (a ă â … d đ …; ngang, huyền, hỏi, ngã, sắc, nặng).
 * @returns below, equal to or above 0, for Array.sort; 0 only for names that read the same
 */
export function compareByGivenName(a: string, b: string): number {
  const left = splitName(a);
  const right = splitName(b);
  return nameOrder.compare(left.given, right.given) || nameOrder.compare(left.rest, right.rest);
}

/**
 * Reads a day typed by a person: '5/9/2025', '05-09-2025', '5.9.2025' or '2025-09-05' → '2025-09-05'.
 * @returns null when it is not a day of the years 1900-2199 (two-digit years are refused: their century is a guess)
 */
export function parseDate(typed: string): string | null {
  const text = typed.trim();
  const dayFirst = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(text);
  const yearFirst = isoDate.exec(text);
  const [year, month, day] = dayFirst
    ? [Number(dayFirst[4]), Number(dayFirst[3]), Number(dayFirst[1])]
    : yearFirst
      ? [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
      : [0, 0, 0];
  if (year < 1900 || year > 2199 || !isCalendarDay(year, month, day)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= lengths[month - 1]!;
}

function splitName(name: string): { given: string; rest: string } {
  const words = name.normalize('NFC').trim().split(/\s+/);
  return { given: words.at(-1) ?? '', rest: words.slice(0, -1).join(' ') };
}

function numberFormat(least: number, most: number): Intl.NumberFormat {
  const key = `${least}-${most}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat('vi-VN', {
      minimumFractionDigits: least,
      maximumFractionDigits: most,
      // Otherwise -0.001 reads '-0'.
      signDisplay: 'negative',
    });
    numberFormats.set(key, format);
  }
  return format;
}

/** Building an Intl formatter costs more than a hundred uses of it, and tables format thousands of numbers. */
const numberFormats = new Map<string, Intl.NumberFormat>();
