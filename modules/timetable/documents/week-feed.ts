import { type CalendarEvent, renderCalendarFeed } from '#platform/documents';
import { programmeOfYear } from '#reference/curriculum-2018';
import { clockOf, defaultBells, type FeedLesson, halfNames } from '../rules/index.ts';

const changes: Readonly<Record<NonNullable<FeedLesson['change']>, string>> = {
  substituted: 'Dạy thay',
  heldByOthers: 'Một giáo viên dạy cùng vắng',
  moved: 'Dời trong tuần',
  madeUp: 'Dạy bù',
  online: 'Học trực tuyến',
  cancelled: '',
};

/** Lessons as events of the calendar, each at its hour. */
export function weekFeed(name: string, lessons: readonly FeedLesson[], publicUrl: string): string {
  const events = lessons.map((lesson): CalendarEvent => {
    const { day } = lesson;
    const bells = lesson.bells ?? defaultBells;
    const from = clockOf({ bells }, lesson.half, lesson.period).split('–')[0];
    const to = clockOf({ bells }, lesson.half, lesson.period + lesson.duration - 1).split('–')[1];
    const subject = programmeOfYear(lesson.schoolYear).subjects.find(
      ({ code }) => code === lesson.subjectCode,
    );
    const title = lesson.title ?? subject?.name ?? '';
    return {
      id: `${lesson.lessonId}.${lesson.week}`,
      title: [title, lesson.classes].filter(Boolean).join(' '),
      description: [
        lesson.change && changes[lesson.change],
        lesson.link,
        lesson.room,
        `Tiết ${lesson.period} ${halfNames[lesson.half]}`,
        lesson.school,
      ]
        .filter(Boolean)
        .join('\n'),
      startsOn: day,
      endsOn: day,
      ...(from && to ? { hours: { from, to } } : {}),
      url: `${publicUrl}/thoi-khoa-bieu/tuan?tuan=${lesson.week}`,
      updatedAt: lesson.updatedAt,
      revision: lesson.revision,
    };
  });
  return renderCalendarFeed({ name: `Thời khoá biểu – ${name}`, events });
}
