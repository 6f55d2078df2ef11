import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { BulkBar, ConfirmDialog, DataTable, EmptyState, Page, ProblemAlert, Tag, toast } from '#platform/ui';
import { DueDate } from './due-date.tsx';

/** What waits for a decision of the person: results handed in, requests for time, questions. */
export default function ApprovalsPage() {
  const { t } = useTranslation('work');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const waiting = useInfiniteQuery({
    queryKey: ['plan', 'approvals'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/plan/approvals', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = waiting.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = waiting.data?.pages[0]?.counts;
  const accept = useCommand({
    run: (items: { id: string; version: number }[], init) =>
      answer(api.POST('/api/plan/assignments/accept', { body: { items }, ...init })),
    refreshes: [['plan']],
    onDone: ({ asked, done }) => {
      setChosen(new Set());
      setAsking(false);
      toast({ tone: done === asked ? 'done' : 'due', text: t('approvals.accepted', { done, asked }) });
    },
  });
  const picked = rows.filter((row) => row.waiting === 'submitted' && chosen.has(row.id));

  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead')}>
      {counts && counts.difficulty > 0 ? (
        <p>
          <a href="/kho-khan">{t('approvals.difficulties', { count: counts.difficulty })}</a>
        </p>
      ) : null}
      <BulkBar count={picked.length} onClear={() => setChosen(new Set())}>
        <Button size="xs" onClick={() => setAsking(true)}>
          {t('approvals.accept', { count: picked.length })}
        </Button>
      </BulkBar>
      {accept.error ? <ProblemAlert error={accept.error} /> : null}
      <DataTable
        caption={t('approvals.title')}
        rows={rows}
        rowKey={(row) => `${row.waiting}:${row.id}`}
        rowTo={(row) => `/viec/${row.id}`}
        loading={waiting}
        more={
          waiting.hasNextPage
            ? { busy: waiting.isFetchingNextPage, onMore: () => void waiting.fetchNextPage() }
            : undefined
        }
        selection={{
          chosen: new Set(picked.map((row) => `submitted:${row.id}`)),
          onChange: (keys) => setChosen(new Set([...keys].map((key) => key.slice(key.indexOf(':') + 1)))),
          can: (row) => row.waiting === 'submitted',
          label: (row) => t('inbox.choose', { title: row.title }),
        }}
        empty={<EmptyState title={t('approvals.empty')}>{t('approvals.emptyDetail')}</EmptyState>}
        columns={[
          { key: 'title', header: t('inbox.duty'), phone: 'title', cell: (row) => row.title },
          {
            key: 'waiting',
            header: t('approvals.waitingFor'),
            phone: 'corner',
            cell: (row) => (
              <Tag tone={row.waiting === 'submitted' ? 'accent' : 'due'}>
                {t(`approvals.waiting.${row.waiting}`)}
              </Tag>
            ),
          },
          {
            key: 'from',
            header: t('approvals.from'),
            cell: (row) => (row.account ? `${row.account.name} · ${row.unit.name}` : row.unit.name),
          },
          {
            key: 'due',
            header: t('inbox.due'),
            cell: (row) => (
              <Group gap={6}>
                <DueDate dueOn={row.dueOn} open={row.waiting !== 'submitted'} />
                {row.extension ? <span>→ {formatDate(row.extension.askedDueOn)}</span> : null}
              </Group>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={asking}
        title={t('approvals.confirmTitle', { count: picked.length })}
        confirm={t('approvals.accept', { count: picked.length })}
        busy={accept.isPending}
        error={accept.error}
        onConfirm={() => accept.mutate(picked.map(({ id, version }) => ({ id, version })))}
        onClose={() => setAsking(false)}
      >
        {t('approvals.confirmDetail')}
      </ConfirmDialog>
    </Page>
  );
}
