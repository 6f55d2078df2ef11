import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { Notice } from '#platform/ui';
import { slotName, slotOfDay } from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';
import styles from './timetable.module.css';

type Moves = AnswerOf<'timetable.proposeMoves'>;

/** The fewest lessons to move, week by week, before anything is recorded. */
export function MovesPreview({ weeks, rooms }: Moves) {
  const { t } = useTranslation('timetable');
  const placeText = (
    { day, half, period, roomId }: Moves['weeks'][number]['moves'][number]['to'],
    withRoom: boolean,
  ) => {
    const room = withRoom ? rooms.find(({ id }) => id === roomId)?.name : undefined;
    const slot = slotName(slotOfDay({ day, half, period }));
    return t(room ? 'changes.dayPlaceRoom' : 'changes.dayPlace', { slot, day: formatDate(day), room });
  };
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
                  from: placeText(from, from.roomId !== to.roomId),
                  to: placeText(to, from.roomId !== to.roomId),
                })}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
