import { Checkbox, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { ConfirmDialog, DateField, Notice, ProblemAlert } from '#platform/ui';
import { periodsOf } from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';
import styles from './timetable.module.css';
import { usePlaceWords } from './use-place-words.ts';

type Proposal = AnswerOf<'timetable.proposeMakeUp'>;
type Place = Proposal['moves'][number]['to'];

/** Where each lost lesson would be made up, what else would move for it, and what has no place and why; kept as it is shown. */
export function MakeUpDialog({
  disruption,
  firstDay,
  recorded,
  onClose,
  onDone,
}: {
  disruption: { id: string; version: number; cancelled: number; about: string };
  /** Last day that is looked at first. */
  firstDay: string;
  /** What has just been done, when this is the next question. */
  recorded: string | undefined;
  onClose: () => void;
  onDone: (kept: AnswerOf<'timetable.makeUpLessons'>, changeIds: string[]) => void;
}) {
  const { t } = useTranslation('timetable');
  const [day, setDay] = useState<string | null>(firstDay);
  const [moving, setMoving] = useState(false);
  const found = useQuery({
    queryKey: ['timetable', 'makeUp', disruption.id, disruption.version, day, moving],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/timetable/disruptions/{disruptionId}/make-up', {
          params: {
            path: { disruptionId: disruption.id },
            query: { untilDay: day ?? '', moving: moving ? 'yes' : 'no' },
          },
          signal,
        }),
      ),
    enabled: day !== null,
    placeholderData: keepPreviousData,
  });
  const keep = useCommand({
    run: ({ items, moves }: Proposal, init) =>
      answer(
        api.POST('/api/timetable/disruptions/{disruptionId}/make-up', {
          params: { path: { disruptionId: disruption.id } },
          body: {
            version: disruption.version,
            untilDay: day ?? '',
            places: items.flatMap(({ changeId, place }) => (place ? [{ changeId, ...place }] : [])),
            moves: moves.map(({ title: _, ...move }) => move),
          },
          ...init,
        }),
      ),
    refreshes: [['timetable']],
    onDone: (kept, { items }) =>
      onDone(
        kept,
        items.flatMap(({ changeId, place }) => (place ? [changeId] : [])),
      ),
  });
  const placed = periodsOf((found.data?.items ?? []).filter(({ place }) => place));
  return (
    <ConfirmDialog
      opened
      title={t('changes.makeUpQuestion', { about: disruption.about })}
      confirm={t('changes.makeUpKeep', { count: placed })}
      busy={keep.isPending}
      error={keep.error}
      disabled={placed === 0 || found.isPlaceholderData}
      onConfirm={() => found.data && keep.mutate(found.data)}
      onClose={onClose}
    >
      {recorded ? <Notice tone="done">{recorded}</Notice> : null}
      <p>{t('changes.makeUpWhat')}</p>
      <DateField label={t('changes.until')} value={day} onChange={setDay} />
      <Checkbox
        my="sm"
        label={t('changes.makeUpMoving')}
        description={t('changes.makeUpMovingHint')}
        checked={moving}
        onChange={(event) => setMoving(event.currentTarget.checked)}
      />
      {found.error ? <ProblemAlert error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isFetching ? (
        <p role="status">{t(moving ? 'changes.makeUpSearching' : 'changes.makeUpLooking')}</p>
      ) : null}
      {found.data && !found.isPlaceholderData ? (
        <Shown proposal={found.data} untilDay={day ?? ''} moving={moving} />
      ) : found.isPending ? (
        <Skeleton height={80} mt="sm" />
      ) : null}
    </ConfirmDialog>
  );
}

function Shown({ proposal, untilDay, moving }: { proposal: Proposal; untilDay: string; moving: boolean }) {
  const { t } = useTranslation('timetable');
  const { items, moves, most, fewest, rooms } = proposal;
  const left = items.filter(({ place }) => !place).sort((one, other) => lackOf(other) - lackOf(one));
  const words = usePlaceWords(rooms);
  const text = (place: Place, from: Place) => words(place, place.roomId !== from.roomId);
  return (
    <>
      <Notice tone={left.length > 0 ? 'due' : items.length > 0 ? 'done' : 'info'}>
        {items.length > 0
          ? t('changes.makeUpSum', { placed: periodsOf(items) - periodsOf(left), all: periodsOf(items) })
          : t('changes.makeUpNothing')}{' '}
        {moves.length > 0
          ? t(fewest ? 'changes.makeUpFewest' : 'changes.makeUpMoves', { count: moves.length })
          : ''}{' '}
        {left.length > 0
          ? t(moving ? 'changes.makeUpLeftMoving' : most ? 'changes.makeUpLeftMost' : 'changes.makeUpLeft', {
              count: periodsOf(left),
              day: formatDate(untilDay),
            })
          : ''}
      </Notice>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        tabIndex={0}
        aria-label={t('changes.makeUpPlaces')}
        style={{ maxHeight: '40vh', overflowY: 'auto' }}
      >
        {left.length > 0 ? <strong>{t('changes.makeUpNot')}</strong> : null}
        <ul className={styles.findings}>
          {left.map(({ changeId, title, lost, why, lacks }) => (
            <li key={changeId}>
              {t('changes.makeUpNowhere', { title, from: text(lost, lost), why })}
              {lacks ? ` ${t('changes.makeUpLacks', { ...lacks })}` : ''}
            </li>
          ))}
        </ul>
        {moves.length > 0 ? <strong>{t('changes.makeUpOthers')}</strong> : null}
        <ul className={styles.findings}>
          {moves.map(({ lessonId, title, from, to }) => (
            <li key={`${lessonId} ${from.day}`}>
              {t('changes.moveFromTo', { title, from: text(from, from), to: text(to, from) })}
            </li>
          ))}
        </ul>
        {left.length < items.length ? <strong>{t('changes.makeUpPlaces')}</strong> : null}
        <ul className={styles.findings}>
          {items.map(({ changeId, title, lost, place }) =>
            place ? (
              <li key={changeId}>
                {t('changes.moveFromTo', { title, from: text(lost, lost), to: text(place, lost) })}
              </li>
            ) : null,
          )}
        </ul>
      </section>
    </>
  );
}

/** How much of its year the subject lacks. */
function lackOf({ lacks }: Proposal['items'][number]): number {
  return lacks ? lacks.missing / lacks.minimum : 0;
}
