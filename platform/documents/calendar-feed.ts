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
  /** Absolute http or https address of the thing in the application. */
  url: string;
  /** ISO 8601 instant of the last change. */
  updatedAt: string;
}

/**
 * Writes events of whole days as an iCalendar file (RFC 5545) that phones and desktops can subscribe to.
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
    const start = midnight(event.startsOn);
    const end = midnight(event.endsOn);
    // iCalendar counts the day after the last one.
    end.setUTCDate(end.getUTCDate() + 1);
    if (end <= start) throw new RangeError(`Event ${event.id} ends before it starts`);
    calendar.createEvent({
      id: event.id,
      summary: oneLine(event.title),
      description: manyLines(event.description) || null,
      start,
      end,
      allDay: true,
      // Without a stamp of its own the moment of writing would change the text each time.
      stamp: new Date(event.updatedAt),
      lastModified: new Date(event.updatedAt),
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
