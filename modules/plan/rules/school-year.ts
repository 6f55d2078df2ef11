/** School years as plans name them. Days are 'YYYY-MM-DD'. */

export interface YearSpan {
  /** '2025-2026'. */
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface Window {
  readonly startsOn: string;
  readonly dueOn: string;
}

/** '2025-2026' of the year that begins in 2025. */
export function schoolYearName(firstYear: number): string {
  return `${firstYear}-${firstYear + 1}`;
}

/** 2025 of '2025-2026'. */
export function firstYearOf(name: string): number {
  return Number(name.slice(0, 4));
}

/** Whether a text names a school year: two years that follow one another. */
export function isSchoolYear(text: string): boolean {
  return /^\d{4}-\d{4}$/.test(text) && text === schoolYearName(firstYearOf(text));
}

/** The first year of the school year that a day falls in; plans run from August to July. */
function schoolYearOfDay(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month >= 8 ? year : year - 1;
}

const lastOfFebruary = /-02-(28|29)$/;

/** The same day some years on; the last day of February stays the last. */
function yearsOn(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const wasLast = lastOfFebruary.test(day) && new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;
  return wasLast ? `${year}-02-${leap ? 29 : 28}` : `${year}${day.slice(4)}`;
}

/**
 * The window of a duty when its plan turns out to be of another school year. What took the whole year takes the whole of
 * the right one; a deadline in the wrong year moves by whole years with its start; one that already lies in the right year,
 * or in neither, was written out in the plan and stays.
 */
export function moveIntoYear(window: Window, from: YearSpan, to: YearSpan): Window {
  if (window.startsOn === from.startsOn && window.dueOn === from.endsOn) {
    return { startsOn: to.startsOn, dueOn: to.endsOn };
  }
  if (schoolYearOfDay(window.dueOn) !== firstYearOf(from.name)) return window;
  const years = firstYearOf(to.name) - firstYearOf(from.name);
  return { startsOn: yearsOn(window.startsOn, years), dueOn: yearsOn(window.dueOn, years) };
}
