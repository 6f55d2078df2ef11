import { readFileSync } from 'node:fs';
import { parseXml, readFet, textOfChild } from '#engines/timetable';

/** Gaps within half-days, half-days at school and half-days for a single lesson, over all teachers of a written timetable. */
export function comfortOf(
  fet: string,
  timetable: string,
): { gaps: number; halfDays: number; single: number } {
  const document = readFet(parseXml(readFileSync(fet, 'utf8')));
  const busy = new Map<string, Set<number>>();
  for (const element of parseXml(readFileSync(timetable, 'utf8')).children) {
    const activity = document.activities[document.activityOf.get(Number(textOfChild(element, 'Id')))!]!;
    const day = textOfChild(element, 'Day');
    const hour = document.hours.indexOf(textOfChild(element, 'Hour'));
    for (const teacher of activity.teachers) {
      const key = `${teacher} ${day}`;
      const hours = busy.get(key) ?? new Set();
      busy.set(key, hours);
      for (let step = 0; step < activity.duration; step++) hours.add(hour + step);
    }
  }
  let gaps = 0;
  let single = 0;
  for (const hours of busy.values()) {
    gaps += Math.max(...hours) - Math.min(...hours) + 1 - hours.size;
    if (hours.size === 1) single++;
  }
  return { gaps, halfDays: busy.size, single };
}
