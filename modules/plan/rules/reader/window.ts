import type { TimeWindow } from './draft.ts';
import { canonicalSpelling } from './vietnamese.ts';

/** First and last day of a month. `month` is 1–12. */
export function monthWindow(year: number, month: number): { startsOn: string; endsOn: string } {
  const days = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return { startsOn: isoDate(year, month, 1), endsOn: isoDate(year, month, days) };
}

/** A plan's year: the months of its calendar when it has one, else 1 August to 31 July of the school year. */
export function yearWindow(
  months: string[],
  schoolYearStart: number | null,
): { startsOn: string; endsOn: string } | null {
  const sorted = [...months].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first && last) {
    return {
      startsOn: monthWindow(Number(first.slice(0, 4)), Number(first.slice(5))).startsOn,
      endsOn: monthWindow(Number(last.slice(0, 4)), Number(last.slice(5))).endsOn,
    };
  }
  if (schoolYearStart === null) return null;
  return { startsOn: isoDate(schoolYearStart, 8, 1), endsOn: isoDate(schoolYearStart + 1, 7, 31) };
}

/**
 * Narrows a window by the words of a text: "trước (ngày) 31/8[/2025]", "hoàn thành đến ngày …" set its end,
 * "trong tháng 10[/2025]" both ends. A date outside the window is left alone.
 */
export function narrowWindow(text: string, window: TimeWindow): TimeWindow {
  const { startsOn, endsOn } = window;
  if (!startsOn || !endsOn) return window;
  const spelled = canonicalSpelling(text).toLowerCase();
  const deadline =
    /(?:trước|chậm nhất|đến|hạn)(?: ngày)? (\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?(?![\d/])/u.exec(spelled);
  if (deadline) {
    const [, day, month, year] = deadline.map(Number) as [number, number, number, number];
    const date = pickYear(month, day, year, startsOn, endsOn);
    if (date) return { ...window, endsOn: date };
  }
  const inMonth = /(?:trong|vào) tháng (\d{1,2})(?:[/-](\d{4}))?(?![\d/])/u.exec(spelled);
  if (inMonth) {
    const [, month, year] = inMonth.map(Number) as [number, number, number];
    const date = pickYear(month, 1, year, startsOn, endsOn);
    if (date) return { ...window, ...monthWindow(Number(date.slice(0, 4)), month) };
  }
  return window;
}

function pickYear(
  month: number,
  day: number,
  year: number,
  startsOn: string,
  endsOn: string,
): string | undefined {
  const years = year ? [year] : [Number(startsOn.slice(0, 4)), Number(endsOn.slice(0, 4))];
  return years
    .filter(
      (candidate) =>
        month >= 1 && month <= 12 && day >= 1 && day <= Number(monthWindow(candidate, month).endsOn.slice(8)),
    )
    .map((candidate) => isoDate(candidate, month, day))
    .find((date) => date >= startsOn && date <= endsOn);
}

/** "2025-08-01" from numbers; the caller has checked them. */
export function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
