import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, keptAnswer, useMe, useOfflineCommand, useOnTheWay } from '#api';
import {
  BulkBar,
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  ProblemAlert,
  SearchBox,
  StateBadge,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import { DueDate } from './due-date.tsx';
import type { WorkItem } from './work-words.ts';

const filters = [
  'open',
  'new',
  'dueSoon',
  'overdue',
  'returned',
  'submitted',
  'blocked',
  'done',
  'all',
] as const;
type Filter = (typeof filters)[number];

/** The inbox: what the person has in hand in the role in use, most urgent first. */
export default function MyWorkPage() {
  const { t } = useTranslation('work');
  const { address } = useAddress();
  const filter = (filters as readonly string[]).includes(address.loc ?? '')
    ? (address.loc as Filter)
    : 'open';
  const q = address.tim;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const roleId = useMe().role?.id;
  const onTheWay = useOnTheWay('plan.acknowledgeAssignments');
  const work = useInfiniteQuery({
    queryKey: ['plan', 'my-work', filter, q],
    queryFn: ({ pageParam, signal }) => {
      const query = { filter, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      const ask = () => answer(api.GET('/api/plan/my-work', { params: { query }, signal }));
      // Held for want of a network: the first page of what is open.
      const held = filter === 'open' && !q && !pageParam;
      return held ? keptAnswer({ source: 'plan.listMyWork', key: 'open', roleId }, ask) : ask();
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const acknowledge = useOfflineCommand({
    name: 'plan.acknowledgeAssignments',
    title: (ids: string[]) => t('offline.acknowledgeMany', { count: ids.length }),
    roleId,
    input: (ids) => ({ ids }),
    run: (ids, init) => answer(api.POST('/api/plan/assignments/acknowledge', { body: { ids }, ...init })),
    refreshes: [['plan']],
    onDone: (answered) => {
      setChosen(new Set());
      if (answered === 'kept') return toast({ tone: 'info', text: t('offline.kept') });
      const { asked, done } = answered;
      toast({ tone: done === asked ? 'done' : 'due', text: t('inbox.acknowledged', { done, asked }) });
    },
  });
  // What was acknowledged here and has not arrived yet is acknowledged to the person all the same.
  const taken = new Set(onTheWay.flatMap(({ input }) => (input as { ids: string[] }).ids));
  const rows = (work.data?.pages.flatMap((page) => page.items) ?? []).map((row) =>
    taken.has(row.id) ? { ...row, acknowledged: true } : row,
  );
  const counts = work.data?.pages[0]?.counts;
  const mayAcknowledge = (row: WorkItem) =>
    !row.acknowledged && row.shown !== 'accepted' && row.shown !== 'notApplicable';

  return (
    <Page title={t('inbox.title')} lead={t('inbox.lead')}>
      <Stack gap="sm" mb="sm">
        <FilterChips
          name="loc"
          label={t('inbox.filters')}
          options={filters
            // A filter that would show nothing only takes room on a phone.
            .filter((value) => ['open', 'all', filter].includes(value) || counts?.[value] !== 0)
            .map((value) => ({
              value: value === 'open' ? '' : value,
              label: t(`inbox.filter.${value}`),
              count: counts?.[value],
            }))}
        />
        <SearchBox label={t('inbox.search')} />
      </Stack>
      <BulkBar count={chosen.size} onClear={() => setChosen(new Set())}>
        <Button size="xs" loading={acknowledge.isPending} onClick={() => acknowledge.mutate([...chosen])}>
          {t('inbox.acknowledge', { count: chosen.size })}
        </Button>
      </BulkBar>
      {acknowledge.error ? <ProblemAlert error={acknowledge.error} /> : null}
      <DataTable
        caption={t('inbox.title')}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/viec/${row.id}`}
        loading={work}
        {...(counts ? { total: counts[filter] } : {})}
        more={
          work.hasNextPage
            ? { busy: work.isFetchingNextPage, onMore: () => void work.fetchNextPage() }
            : undefined
        }
        selection={{
          chosen,
          onChange: setChosen,
          can: mayAcknowledge,
          label: (row) => t('inbox.choose', { title: row.title }),
        }}
        empty={
          <EmptyState
            title={t(q ? 'inbox.nothingFound' : `inbox.empty.${counts?.all === 0 ? 'all' : filter}`)}
          >
            {t('inbox.emptyDetail')}
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            header: t('inbox.duty'),
            phone: 'title',
            cell: (row) => row.title,
          },
          {
            key: 'state',
            header: t('inbox.state'),
            phone: 'corner',
            width: '170px',
            cell: (row) => (
              <span style={{ display: 'inline-flex', gap: 6, flexWrap: 'wrap' }}>
                <StateBadge state={row.shown} />
                {row.blocked ? <StateBadge state="blocked" /> : null}
                {row.question ? <Tag tone="wait">{t('inbox.question')}</Tag> : null}
                {mayAcknowledge(row) ? <Tag tone="accent">{t('inbox.new')}</Tag> : null}
              </span>
            ),
          },
          {
            key: 'due',
            header: t('inbox.due'),
            width: '130px',
            cell: (row) => (
              <DueDate
                dueOn={row.dueOn}
                open={['notStarted', 'inProgress', 'returned'].includes(row.state)}
              />
            ),
          },
          {
            key: 'to',
            header: t('inbox.to'),
            cell: (row) =>
              row.account?.name ??
              t('inbox.unitRole', { unit: row.unit.name, role: t(`shell:role.${row.role}`) }),
          },
          {
            key: 'parts',
            header: t('inbox.parts'),
            width: '90px',
            align: 'right',
            phone: 'hidden',
            cell: (row) => (row.parts.total > 0 ? `${row.parts.accepted}/${row.parts.total}` : '–'),
          },
          { key: 'code', header: t('inbox.code'), width: '80px', phone: 'hidden', cell: (row) => row.code },
        ]}
      />
    </Page>
  );
}
