import ical from 'ical-generator';
import { manyLines, oneLine, safeLink } from './text.ts';

export interface CalendarEvent {
  /** Never changes for one event: programs know by it that an entry moved. */
  id: string;
  title: string;
  description: string;
  /** First day, 'YYYY-MM-DD'. */
  startsOn: string;
  /** Last day, included. */
  endsOn: string;
  /** Clock times of that day in Việt Nam, 'HH:MM'; without them the event takes whole days. */
  hours?: { from: string; to: string };
  /** Absolute http or https address of the thing in the application. */
  url: string;
  /** ISO 8601 instant of the last change: DTSTAMP and LAST-MODIFIED (without METHOD they say the same, RFC 5545, 3.8.7.2). */
  updatedAt: string;
  /** How often it was changed, SEQUENCE (RFC 5545, 3.8.7.4): a calendar that has seen a lower one takes the event up anew. Never falls. */
  revision?: number;
}

/**
 * Writes events of whole days, or of hours of a day, as an iCalendar file (RFC 5545) that phones and desktops can subscribe to.
 * The same events give the same text, so an unchanged feed keeps its ETag.
 * @throws RangeError when a day is not in the calendar or an event ends before it starts
 */
export function renderCalendarFeed(feed: { name: string; events: readonly CalendarEvent[] }): string {
  const calendar = ical({
    // The library escapes every text but this one.
    name: oneLine(feed.name).replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Hoa Ban', product: 'Hoa Ban', language: 'VI' },
    // The library's own `timezone` would write every moment by the clock of this process; whole days need no zone.
    x: { 'X-WR-TIMEZONE': 'Asia/Ho_Chi_Minh' },
    ttl: 60 * 60,
  });
  for (const event of feed.events) {
    const start = event.hours ? moment(event.startsOn, event.hours.from) : midnight(event.startsOn);
    const end = event.hours ? moment(event.endsOn, event.hours.to) : midnight(event.endsOn);
    // iCalendar counts the day after the last one.
    if (!event.hours) end.setUTCDate(end.getUTCDate() + 1);
    if (end <= start) throw new RangeError(`Event ${event.id} ends before it starts`);
    calendar.createEvent({
      id: event.id,
      summary: oneLine(event.title),
      description: manyLines(event.description) || null,
      start,
      end,
      allDay: !event.hours,
      // Without a stamp of its own the moment of writing would change the text each time.
      stamp: new Date(event.updatedAt),
      lastModified: new Date(event.updatedAt),
      ...(event.revision ? { sequence: event.revision } : {}),
      // The library escapes addresses as if they were texts, which breaks them at these two signs.
      url: safeLink(event.url)?.replaceAll(',', '%2C').replaceAll(';', '%3B') ?? null,
    });
  }
  return calendar.toString();
}

function midnight(date: string): Date {
  const moment = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Not a calendar day: ${JSON.stringify(date)}`);
  }
  return moment;
}

/** A clock time in Việt Nam (UTC+7, no summer time). */
function moment(date: string, time: string): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new RangeError(`Not a clock time: ${JSON.stringify(time)}`);
  midnight(date);
  return new Date(`${date}T${time}:00+07:00`);
}
