import { useTranslation } from 'react-i18next';
import { clockOf, halves, type Lesson, slotKey, slotsTaken, type Week } from '#rules/timetable';
import { hueOf } from './model.ts';
import styles from './timetable.module.css';

/** One day as a list from the first period to the last, for a phone. */
export function DayList({
  week,
  weekday,
  lessons,
  describe,
}: {
  week: Week;
  weekday: number;
  lessons: readonly Lesson[];
  describe: (lesson: Lesson) => { title: string; detail: string };
}) {
  const { t } = useTranslation('timetable');
  const at = new Map(
    lessons.flatMap((lesson) =>
      lesson.at ? slotsTaken(lesson.at, lesson.duration).map((slot) => [slotKey(slot), lesson] as const) : [],
    ),
  );
  const rows = halves.flatMap((half) =>
    Array.from({ length: week.periods[half] }, (_, index) => ({ half, period: index + 1 })),
  );
  return (
    <ol className={styles.day}>
      {rows.map(({ half, period }) => {
        const lesson = at.get(slotKey({ weekday, half, period }));
        const text = lesson && describe(lesson);
        return (
          <li key={`${half} ${period}`}>
            <span className={styles.when}>
              {t('frame.period', { half: t(`half.${half}`), period })}
              <span className={styles.hint}>{clockOf(week, half, period)}</span>
            </span>
            {lesson && text ? (
              <span
                className={styles.lesson}
                data-session={lesson.session}
                style={{ '--hue': hueOf(lesson.subjectCode) } as never}
              >
                <span className={styles.title}>{text.title}</span>
                {text.detail ? <span className={styles.detail}>{text.detail}</span> : null}
              </span>
            ) : (
              <span className={styles.free}>{t('week.free')}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
