import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations } from '#api';
import { formatDate } from '#platform/i18n';
import { ProblemAlert, ProgressOfWork, StateBadge } from '#platform/ui';
import { StateBar, type StateCounts } from '../state-bar.tsx';
import styles from './overview.module.css';
import type { BoardCellItem } from './overview-words.ts';

type Query = operations['plan.listBoardCell']['parameters']['query'];

/** The assignments of one cell, most urgent first, each with who can move it. */
export function BoardCell({
  query,
  column,
  counts,
}: {
  query: Query;
  column: string | undefined;
  counts: StateCounts | undefined;
}) {
  const { t } = useTranslation('overview');
  const list = useInfiniteQuery({
    queryKey: ['plan', 'board-cell', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/plan/board/cell', {
          params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div>
      {column ? <p className={styles.cellColumn}>{column}</p> : null}
      {counts ? <StateBar counts={counts} /> : null}
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <ProgressOfWork doing={t('cell.loading')} /> : null}
      {list.data && items.length === 0 ? <p>{t('cell.nothing')}</p> : null}
      <ul className={styles.cellItems}>
        {items.map((item) => (
          <CellItem key={item.id} item={item} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('ui:list.more')}
        </Button>
      ) : null}
    </div>
  );
}

function CellItem({ item }: { item: BoardCellItem }) {
  const { t } = useTranslation('overview');
  return (
    <li>
      <p className={styles.itemHead}>
        <Link to={`/viec/${item.id}`}>{item.title}</Link>
      </p>
      <p className={styles.itemFacts}>
        <StateBadge state={item.shown} />
        {item.blocked ? <StateBadge state="blocked" /> : null}
        <span>{item.code}</span>
        <span>{t('cell.due', { date: formatDate(item.dueOn) })}</span>
        <span>{t('cell.holder', { unit: item.unit.name, role: t(`shell:role.${item.role}`) })}</span>
      </p>
      <div className={styles.people}>
        <span>{t(item.blocked ? 'cell.canUnblock' : 'cell.canMove')}</span>
        {item.responsible.length === 0 ? (
          <span>{t('cell.nobody', { role: t(`shell:role.${item.role}`), unit: item.unit.name })}</span>
        ) : (
          <ul>
            {item.responsible.map((person) => (
              <li key={`${person.name} ${person.role} ${person.unit}`}>
                {t('cell.person', { ...person, role: t(`shell:role.${person.role}`) })}
                {person.phone ? (
                  <>
                    {' '}
                    <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
