import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ProblemAlert } from '#platform/ui';
import type { CellPlace } from './grid-model.ts';
import styles from './sheet.module.css';
import type { SheetPath } from './use-sheet.ts';

/** What stood in a cell before: former value, author, time, reason; newest first. */
export function CellHistory({
  path,
  pupilId,
  place,
}: {
  path: SheetPath;
  pupilId: string;
  place: CellPlace;
}) {
  const { t } = useTranslation('gradebook');
  const history = useQuery({
    queryKey: ['gradebook', 'history', path, pupilId, place],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/history', {
          params: { path, query: { pupilId, place } },
          signal,
        }),
      ),
    gcTime: 0,
  });
  if (history.error) return <ProblemAlert error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <Skeleton height={120} />;
  if (history.data.entries.length === 0) return <p>{t('history.none')}</p>;
  return (
    <ol className={styles.list}>
      {history.data.entries.map((entry) => (
        <li key={`${entry.at} ${entry.before} ${entry.after}`}>
          <strong>
            {t('history.change', {
              before: entry.before || t('sheet.empty'),
              after: entry.after || t('sheet.empty'),
            })}
          </strong>
          <span>
            {t('history.by', { who: entry.by ?? t('history.unknown'), at: formatDateTime(entry.at) })}
          </span>
          {entry.reason ? <span>{t('history.reason', { reason: entry.reason })}</span> : null}
        </li>
      ))}
    </ol>
  );
}
