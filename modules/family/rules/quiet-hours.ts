/** Việt Nam is 7 hours ahead of UTC all year. */
const ahead = 7 * 3_600_000;
const hour = 3_600_000;

/** Hours of the day (0-23) in which nobody is disturbed; from = to: never quiet. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** When a person may be told of something said at `now`: at once, or at the end of the quiet hours. */
export function tellAt(now: Date, { from, to }: QuietHours): Date {
  const local = now.getTime() + ahead;
  const hours = (((local % (24 * hour)) + 24 * hour) % (24 * hour)) / hour;
  const quiet = from <= to ? hours >= from && hours < to : hours >= from || hours < to;
  if (!quiet) return now;
  const midnight = local - hours * hour;
  const end = midnight + to * hour;
  return new Date((end > local ? end : end + 24 * hour) - ahead);
}
