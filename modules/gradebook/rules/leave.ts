/** Days of leave asked at once at most; longer leave is decided by the school on paper. */
export const mostLeaveDays = 10;
/** Leave may be asked so many days afterwards, and so many ahead. */
const daysBack = 7;
const daysAhead = 60;

export type LeaveFault = 'order' | 'tooLong' | 'noSchoolDay' | 'past' | 'far';

/**
 * The days of a leave from one day to another ('YYYY-MM-DD', both count) without Sundays.
 * @param today the day it is asked on
 */
export function leaveDays(from: string, to: string, today: string): readonly string[] | LeaveFault {
  if (to < from) return 'order';
  if (from < shifted(today, -daysBack)) return 'past';
  if (to > shifted(today, daysAhead)) return 'far';
  const days: string[] = [];
  for (let day = from; day <= to; day = shifted(day, 1)) {
    if (new Date(`${day}T00:00:00Z`).getUTCDay() !== 0) days.push(day);
    if (days.length > mostLeaveDays) return 'tooLong';
  }
  return days.length === 0 ? 'noSchoolDay' : days;
}

function shifted(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
