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
  /** `isGone`: it is not held where it stands. */
  describe: (lesson: Lesson) => { title: string; detail: string; isGone?: boolean };
}) {
  const { t } = useTranslation('timetable');
  const at = Map.groupBy(
    lessons.flatMap((lesson) =>
      lesson.at ? slotsTaken(lesson.at, lesson.duration).map((slot) => ({ key: slotKey(slot), lesson })) : [],
    ),
    ({ key }) => key,
  );
  const rows = halves.flatMap((half) =>
    Array.from({ length: week.periods[half] }, (_, index) => ({ half, period: index + 1 })),
  );
  return (
    <ol className={styles.day}>
      {rows.map(({ half, period }) => {
        const there = at.get(slotKey({ weekday, half, period })) ?? [];
        return (
          <li key={`${half} ${period}`}>
            <span className={styles.when}>
              {t('frame.period', { half: t(`half.${half}`), period })}
              <span className={styles.hint}>{clockOf(week, half, period)}</span>
            </span>
            <span>
              {there.map(({ lesson }) => {
                const { title, detail, isGone } = describe(lesson);
                return (
                  <span
                    key={lesson.id}
                    className={styles.lesson}
                    data-session={lesson.session}
                    data-gone={isGone || undefined}
                    style={{ '--hue': hueOf(lesson.subjectCode) } as never}
                  >
                    <span className={styles.title}>{title}</span>
                    {detail ? <span className={styles.detail}>{detail}</span> : null}
                  </span>
                );
              })}
              {there.length === 0 ? <span className={styles.free}>{t('week.free')}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
