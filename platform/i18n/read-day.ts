/** The days that a person means who leaves out the year. */
export interface DaysAround {
  /** 'YYYY-MM-DD' */
  readonly today: string;
  /** The year one works in, both ends 'YYYY-MM-DD'; without it, today. */
  readonly period?: { readonly from: string; readonly to: string } | undefined;
}

export type ReadDay =
  | { readonly day: string; readonly fault?: undefined }
  /** 'unreadable': not written as a day; 'impossible': no such day in the calendar. */
  | { readonly day?: undefined; readonly fault: 'unreadable' | 'impossible' };

const dayFirst = /^(\d{1,2})([/.\- ])(\d{1,2})(?:\2(\d{4}|\d{2}))?[/.-]?$/;
const digitsOnly = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/;
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const inWords = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?$/;

/**
 * Reads a typed or pasted day: '5/9/2025', '05-09-25', '5.9', '050925', '2025-09-05', 'ngày 05 tháng 9 năm 2025'.
 * Two digits of a year are those nearest to today; without a year it is the day nearest to the period.
 * @returns the day as 'YYYY-MM-DD', or why there is none
 */
export function readDay(typed: string, around: DaysAround): ReadDay {
  const text = typed
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([/.-]) ?/g, '$1');
  const iso = yearFirst.exec(text);
  if (iso) return answer(isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const separated = dayFirst.exec(text);
  const [day, month, year] = separated
    ? [separated[1], separated[3], separated[4]]
    : (digitsOnly.exec(text) ?? inWords.exec(text) ?? []).slice(1);
  if (!day || !month) return { fault: 'unreadable' };
  if (year) return answer(isoDay(fullYear(year, around.today), Number(month), Number(day)));
  return answer(nearestYear(Number(month), Number(day), around));
}

function answer(day: string | undefined): ReadDay {
  return day ? { day } : { fault: 'impossible' };
}

function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return undefined;
  const moment = new Date(Date.UTC(year, month - 1, day));
  return moment.getUTCMonth() === month - 1 ? moment.toISOString().slice(0, 10) : undefined;
}

function fullYear(written: string, today: string): number {
  if (written.length === 4) return Number(written);
  const now = Number(today.slice(0, 4));
  const [later, earlier] = [2000 + Number(written), 1900 + Number(written)];
  return Math.abs(later - now) <= Math.abs(earlier - now) ? later : earlier;
}

function nearestYear(month: number, day: number, { today, period }: DaysAround): string | undefined {
  const { from, to } = period ?? { from: today, to: today };
  const distance = (date: string) =>
    Math.max(Date.parse(from) - Date.parse(date), Date.parse(date) - Date.parse(to), 0);
  const first = Number(from.slice(0, 4)) - 1;
  return Array.from({ length: Number(to.slice(0, 4)) + 2 - first }, (_, at) => isoDay(first + at, month, day))
    .filter((date) => date !== undefined)
    .sort((a, b) => distance(a) - distance(b))[0];
}
