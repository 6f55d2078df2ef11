import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate } from '#platform/i18n';
import { Notice, ProblemAlert } from '#platform/ui';
import { slotName, slotOfDay } from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';
import styles from './timetable.module.css';

type Place = NonNullable<AnswerOf<'timetable.proposeMakeUp'>['items'][number]['place']>;

/** Where each lost lesson would be made up, before anything is saved; those without a place are named first. */
export function MakeUpPreview({ disruptionId, untilDay }: { disruptionId: string; untilDay: string }) {
  const { t } = useTranslation('timetable');
  const found = useQuery({
    queryKey: ['timetable', 'makeUp', disruptionId, untilDay],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/timetable/disruptions/{disruptionId}/make-up', {
          params: { path: { disruptionId }, query: { untilDay } },
          signal,
        }),
      ),
  });
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton height={80} mt="sm" />;
  const { items } = found.data;
  const placeText = (place: Place) =>
    t('changes.dayPlace', { slot: slotName(slotOfDay(place)), day: formatDate(place.day) });
  const left = items.filter(({ place }) => !place).length;
  return (
    <>
      {left > 0 ? (
        <Notice tone="due">{t('changes.makeUpLeft', { count: left, day: formatDate(untilDay) })}</Notice>
      ) : null}
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        aria-label={t('changes.makeUpPlaces')}
        style={{ maxHeight: '40vh', overflowY: 'auto' }}
      >
        <ul className={styles.findings}>
          {[...items]
            .sort((one, other) => Number(one.place !== null) - Number(other.place !== null))
            .map(({ changeId, title, lost, place }) => (
              <li key={changeId}>
                {place
                  ? t('changes.moveFromTo', { title, from: placeText(lost), to: placeText(place) })
                  : t('changes.makeUpNowhere', { title, from: placeText(lost) })}
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
