import { useTranslation } from 'react-i18next';
import { Notice } from '#platform/ui';
import type { AnswerOf } from './answer-of.ts';
import styles from './timetable.module.css';
import { usePlaceWords } from './use-place-words.ts';

type Moves = AnswerOf<'timetable.proposeMoves'>;

/** The fewest lessons to move, week by week, before anything is recorded. */
export function MovesPreview({ weeks, rooms }: Moves) {
  const { t } = useTranslation('timetable');
  const words = usePlaceWords(rooms);
  return (
    <section aria-label={t('changes.moves')}>
      {weeks.map(({ week, outcome, lowerBound, moves, reason }) => (
        <div key={week}>
          <strong>{t('changes.weekOf', { week })}</strong>{' '}
          <span>{t(`changes.outcome.${outcome}`, { count: moves.length, least: lowerBound })}</span>
          {reason ? <Notice tone="due">{reason}</Notice> : null}
          <ul className={styles.findings}>
            {moves.map(({ lessonId, title, from, to }) => (
              <li key={`${lessonId} ${from.day}`}>
                {t('changes.moveFromTo', {
                  title,
                  from: words(from, from.roomId !== to.roomId),
                  to: words(to, from.roomId !== to.roomId),
                })}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
