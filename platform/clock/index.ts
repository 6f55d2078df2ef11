/** Where the present comes from. Handed to whoever needs it, so that tests choose the day. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at `iso`, for example '2025-09-05T07:00:00+07:00'. Throws RangeError on anything else. */
export function fixedClock(iso: string): Clock {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`not an instant: ${iso}`);
  return { now: () => new Date(instant) };
}

/**
 * A clock that runs on from the morning (08:00 in Việt Nam) of `day`, for rehearsing a year on another day.
 * `day` is 'YYYY-MM-DD'; throws RangeError on anything else.
 */
export function rehearsalClock(day: string): Clock {
  const start = fixedClock(`${day}T08:00:00+07:00`).now().getTime();
  const began = performance.now();
  return { now: () => new Date(start + performance.now() - began) };
}

/** The clock of a configuration: as if today were `day` ('YYYY-MM-DD'), without one the real time. */
export function clockOf(day: string | undefined): Clock {
  return day === undefined ? systemClock : rehearsalClock(day);
}

const vietnamDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Việt Nam (UTC+7) at `now`, as 'YYYY-MM-DD'. */
export function localDate(now: Date): string {
  return vietnamDay.format(now);
}
