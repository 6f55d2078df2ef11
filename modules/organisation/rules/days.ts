const dayLength = 86_400_000;

function toTime(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** Whether `text` is a day of the calendar written 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(toTime(text)).toISOString().startsWith(text);
}

/** The day `count` days after `day` ('YYYY-MM-DD'; negative counts go back). */
export function addDays(day: string, count: number): string {
  return new Date(toTime(day) + count * dayLength).toISOString().slice(0, 10);
}

/** Day of the week of `day` ('YYYY-MM-DD'): 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(toTime(day)).getUTCDay() || 7;
}
