import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { ConfirmDialog, ProblemAlert } from '#platform/ui';
import { periodsOf } from '#rules/timetable';
import type { AnswerOf } from './answer-of.ts';
import styles from './timetable.module.css';
import { usePlaceWords } from './use-place-words.ts';

type Undo = AnswerOf<'timetable.readMakeUpUndo'>;

/** What taking the making up of lessons back does, said before it is done: which are lost again, what goes back, who is told. */
export function UnmakeDialog({
  disruption,
  onClose,
  onDone,
}: {
  disruption: { id: string; version: number; about: string };
  onClose: () => void;
  onDone: (undone: AnswerOf<'timetable.undoMakeUp'>) => void;
}) {
  const { t } = useTranslation('timetable');
  const params = { path: { disruptionId: disruption.id } };
  const found = useQuery({
    queryKey: ['timetable', 'unmake', disruption.id, disruption.version],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/timetable/disruptions/{disruptionId}/make-up/undo', { params, signal })),
  });
  const undo = useCommand({
    run: ({ items }: Undo, init) =>
      answer(
        api.POST('/api/timetable/disruptions/{disruptionId}/make-up/undo', {
          params,
          body: { version: disruption.version, changeIds: items.map(({ changeId }) => changeId) },
          ...init,
        }),
      ),
    refreshes: [['timetable']],
    onDone,
  });
  const count = periodsOf(found.data?.items ?? []);
  return (
    <ConfirmDialog
      opened
      title={t('changes.unmakeQuestion', { about: disruption.about })}
      confirm={t('changes.unmakeKeep', { count })}
      busy={undo.isPending}
      error={undo.error}
      disabled={count === 0}
      onConfirm={() => found.data && undo.mutate(found.data)}
      onClose={onClose}
    >
      {found.error ? <ProblemAlert error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? <Shown undo={found.data} /> : found.isPending ? <Skeleton height={120} /> : null}
    </ConfirmDialog>
  );
}

function Shown({ undo: { items, moves, staying, held, told, rooms } }: { undo: Undo }) {
  const { t } = useTranslation('timetable');
  const words = usePlaceWords(rooms);
  const sentences = [
    items.length > 0 ? t('changes.unmakeWhat', { count: periodsOf(items) }) : t('changes.unmakeNothing'),
    ...(moves.length > 0 ? [t('changes.unmakeMoves', { count: moves.length })] : []),
    ...(staying > 0 ? [t('changes.unmakeStaying', { count: staying })] : []),
    ...(held > 0 ? [t('changes.unmakeHeld', { count: held })] : []),
    ...(items.length === 0
      ? []
      : [told > 0 ? t('changes.unmakeTold', { count: told }) : t('changes.unmakeNobody')]),
  ];
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {items.length > 0 ? (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
          tabIndex={0}
          aria-label={t('changes.unmakeLessons')}
          style={{ maxHeight: '40vh', overflowY: 'auto' }}
        >
          <strong>{t('changes.unmakeLessons')}</strong>
          <ul className={styles.findings}>
            {items.map(({ changeId, title, lostOn, place }) => (
              <li key={changeId}>
                {t('changes.unmakeItem', { title, lost: formatDate(lostOn), place: words(place, true) })}
              </li>
            ))}
          </ul>
          {moves.length > 0 ? <strong>{t('changes.unmakeBack')}</strong> : null}
          <ul className={styles.findings}>
            {moves.map(({ lessonId, title, from, to }) => (
              <li key={`${lessonId} ${to.day}`}>
                {t('changes.moveFromTo', { title, from: words(from, true), to: words(to, true) })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
