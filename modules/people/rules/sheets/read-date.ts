import { formatDate, parseDate } from '#platform/i18n';
import { bad, empty, good, type Reading } from './finding.ts';
import { formulaFinding, isFormula, tidy } from './read-text.ts';

export interface DateBounds {
  /** The days that can be meant, both 'YYYY-MM-DD'. */
  readonly from: string;
  readonly to: string;
}

const dayMilliseconds = 86_400_000;

/** The day of an Excel serial number (day 1 is 01/01/1900; Excel counts a 29/02/1900 that never was). */
export function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * dayMilliseconds).toISOString().slice(0, 10);
}

const remedy = 'Ghi dạng ngày/tháng/năm, ví dụ 05/09/2012.';

/**
 * Reads a day as schools write it: 5/9/2012, 05-09-2012, 5.9.2012, 2012-09-05 (how a day of Excel arrives). Two-digit years,
 * serial numbers, digits without separators, American order and days in words are proposals, never taken silently.
 */
export function readDate(typed: string, bounds: DateBounds): Reading {
  const text = tidy(typed).replace(/[T ]00:00(:00(\.0+)?Z?)?$/, '');
  if (text === '') return empty;
  if (isFormula(text)) return formulaFinding;
  const plain = parseDate(text.replace(/\s*([/.,-])\s*/g, (_, sign: string) => (sign === ',' ? '/' : sign)));
  if (plain && plain >= bounds.from && plain <= bounds.to) return good(plain);
  const guess = guessDay(text, bounds);
  if (guess) return bad(guess.code, guess.message, remedy, formatDate(guess.day));
  if (plain) return outside(plain, bounds);
  if (/^(19|20)\d\d$/.test(text))
    return bad('dateYear', `Chỉ có năm "${text}".`, `Cần đủ ngày, tháng, năm. ${remedy}`);
  return bad('dateUnreadable', `"${text}" không phải một ngày có thật.`, remedy);
}

function outside(day: string, { from, to }: DateBounds): Reading {
  const message = `Ngày ${formatDate(day)} ngoài khoảng ${formatDate(from)} – ${formatDate(to)}.`;
  return bad('dateUnreadable', message, 'Hãy kiểm tra lại năm.');
}

interface Guess {
  readonly code: 'dateForm' | 'dateSerial' | 'dateYear' | 'dateOrder';
  readonly message: string;
  readonly day: string;
}

function guessDay(text: string, bounds: DateBounds): Guess | undefined {
  const isPossible = (day: string | null): day is string =>
    day !== null && day >= bounds.from && day <= bounds.to;
  const whole = (day: number | string, month: number | string, year: number | string) =>
    parseDate(`${day}/${month}/${year}`);
  const serial = /^(\d{5})(\.\d+)?$/.exec(text);
  if (serial && isPossible(dayOfSerial(Number(serial[1])))) {
    const day = dayOfSerial(Number(serial[1]));
    return { code: 'dateSerial', message: `"${text}" là số ngày của Excel.`, day };
  }
  const three = /^(\d{1,2})[/.\s-]+(\d{1,2})[/.\s-]+(\d{2}|\d{4})$/.exec(text);
  if (three) {
    const [, first, second, typedYear] = three as unknown as [string, string, string, string];
    const years = typedYear.length === 4 ? [typedYear] : [`20${typedYear}`, `19${typedYear}`];
    for (const year of years) {
      const day = whole(first, second, year);
      if (isPossible(day)) {
        return typedYear.length === 2
          ? { code: 'dateYear', message: `Năm "${typedYear}" chỉ có hai chữ số.`, day }
          : { code: 'dateForm', message: `"${text}" chưa đúng dạng ngày.`, day };
      }
      const swapped = whole(second, first, year);
      if (isPossible(swapped))
        return { code: 'dateOrder', message: `"${text}" viết tháng trước ngày (kiểu Mỹ).`, day: swapped };
    }
  }
  const digits = /^(\d{1,2})(\d{2})(\d{4})$/.exec(text);
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text);
  const words = /(\d{1,2})\D+(\d{1,2})\D+(\d{4})/.exec(text);
  const day = digits
    ? whole(digits[1]!, digits[2]!, digits[3]!)
    : yearFirst
      ? whole(yearFirst[3]!, yearFirst[2]!, yearFirst[1]!)
      : words && /ng[aà]y|th[aá]ng|n[aă]m/i.test(text.normalize('NFC'))
        ? whole(words[1]!, words[2]!, words[3]!)
        : null;
  return isPossible(day) ? { code: 'dateForm', message: `"${text}" chưa đúng dạng ngày.`, day } : undefined;
}

/** Whether day and month of a typed day could be swapped: both at most 12 and different. Days of Excel are never in doubt. */
export function canBeSwapped(typed: string): boolean {
  const three = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\s*$/.exec(typed);
  return (
    three !== null &&
    Number(three[1]) <= 12 &&
    Number(three[2]) <= 12 &&
    Number(three[1]) !== Number(three[2])
  );
}

/** The typed day with day and month swapped: '03/04/2012' → '04/03/2012'. */
export function swapDayAndMonth(day: string): string {
  const [year, month, date] = day.split('-');
  return `${month}/${date}/${year}`;
}
