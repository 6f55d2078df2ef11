import { type CalendarEvent, renderCalendarFeed } from '#platform/documents';
import { programmeOfYear } from '#reference/curriculum-2018';
import { clockOf, defaultBells, type FeedLesson, halfNames } from '../rules/index.ts';

/** Lessons as events of the calendar, each at its hour; days outside the school week are left out. */
export function weekFeed(name: string, lessons: readonly FeedLesson[], publicUrl: string): string {
  const events = lessons.flatMap((lesson): CalendarEvent[] => {
    const day = plusDays(lesson.monday, lesson.weekday - 1);
    if (day < lesson.startsOn || day > lesson.endsOn) return [];
    const bells = lesson.bells ?? defaultBells;
    const from = clockOf({ bells }, lesson.half, lesson.period).split('–')[0];
    const to = clockOf({ bells }, lesson.half, lesson.period + lesson.duration - 1).split('–')[1];
    const subject = programmeOfYear(lesson.schoolYear).subjects.find(
      ({ code }) => code === lesson.subjectCode,
    );
    const title = lesson.title ?? subject?.name ?? '';
    return [
      {
        id: `${lesson.lessonId}.${lesson.week}`,
        title: [title, lesson.classes].filter(Boolean).join(' '),
        description: [lesson.room, `Tiết ${lesson.period} ${halfNames[lesson.half]}`, lesson.school]
          .filter(Boolean)
          .join('\n'),
        startsOn: day,
        endsOn: day,
        ...(from && to ? { hours: { from, to } } : {}),
        url: `${publicUrl}/thoi-khoa-bieu/tuan?tuan=${lesson.week}`,
        updatedAt: lesson.updatedAt,
      },
    ];
  });
  return renderCalendarFeed({ name: `Thời khoá biểu – ${name}`, events });
}

function plusDays(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
