import { describe, expect, test } from 'vitest';
import { type CalendarEvent, renderCalendarFeed } from './index.ts';

const event: CalendarEvent = {
  id: '0197a1b2-0000-7000-8000-000000000001',
  title: 'Nộp báo cáo, đợt 1',
  description: 'Gửi về Sở; hạn cuối trong ngày.\nXem hướng dẫn.',
  startsOn: '2026-03-08',
  endsOn: '2026-03-09',
  url: 'https://hoaban.example/duties/1?a=1,2;3',
  updatedAt: '2026-01-01T17:00:00Z',
};
const feed = (changes: Partial<CalendarEvent> = {}): string =>
  renderCalendarFeed({ name: 'Việc của đơn vị', events: [{ ...event, ...changes }] });
const unfold = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar feed', () => {
  test('writes whole days with the day after the last one as the end', () => {
    expect(unfold(feed())).toEqual(
      expect.arrayContaining([
        'UID:0197a1b2-0000-7000-8000-000000000001',
        'DTSTART;VALUE=DATE:20260308',
        'DTEND;VALUE=DATE:20260310',
        'DTSTAMP:20260101T170000Z',
        'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
        'X-WR-CALNAME:Việc của đơn vị',
      ]),
    );
    expect(unfold(feed({ startsOn: '2026-12-31', endsOn: '2026-12-31' }))).toContain(
      'DTEND;VALUE=DATE:20270101',
    );
  });

  test('writes hours of a day by the clock of Việt Nam, and refuses what is no clock time', () => {
    const hours = { from: '07:50', to: '08:35' };
    expect(unfold(feed({ endsOn: '2026-03-08', hours }))).toEqual(
      expect.arrayContaining(['DTSTART:20260308T005000Z', 'DTEND:20260308T013500Z']),
    );
    expect(() => feed({ hours: { from: '7h', to: '08:35' } })).toThrow(RangeError);
  });

  test('escapes texts, and leaves addresses usable', () => {
    expect(unfold(feed())).toEqual(
      expect.arrayContaining([
        'SUMMARY:Nộp báo cáo\\, đợt 1',
        'DESCRIPTION:Gửi về Sở\\; hạn cuối trong ngày.\\nXem hướng dẫn.',
        'URL;VALUE=URI:https://hoaban.example/duties/1?a=1%2C2%3B3',
      ]),
    );
  });

  test('lets no text add a line of its own', () => {
    const hostile = 'x\r\nEND:VEVENT\rBEGIN:VALARM\n\u0000\u2028ATTACH:file';
    const lines = unfold(
      renderCalendarFeed({
        name: hostile,
        events: [{ ...event, title: hostile, description: hostile, url: 'javascript:alert(1)' }],
      }),
    );
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines.some((line) => /^(BEGIN:VALARM|ATTACH|URL)/.test(line))).toBe(false);
  });

  test('folds long lines at 75 octets without breaking letters', () => {
    const text = feed({ description: 'Ướt đẫm '.repeat(60) });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
  });

  test('is the same text for the same events, so that nobody loads it twice', () => {
    expect(feed()).toBe(feed());
    expect(feed({ updatedAt: '2026-01-02T17:00:00Z' })).not.toBe(feed());
  });

  test('says when and how often an event was changed, so that calendars take it up anew', () => {
    expect(unfold(feed())).toContain('SEQUENCE:0');
    expect(unfold(feed({ updatedAt: '2026-01-02T17:00:00Z', revision: 3 }))).toEqual(
      expect.arrayContaining(['DTSTAMP:20260102T170000Z', 'LAST-MODIFIED:20260102T170000Z', 'SEQUENCE:3']),
    );
  });

  test('an event that ends before it starts, or on no day at all, is an error', () => {
    expect(() => feed({ endsOn: '2026-03-07' })).toThrow(RangeError);
    expect(() => feed({ startsOn: '2026-02-30' })).toThrow(RangeError);
  });
});
