import { Button, Group, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import { DataTable, EmptyState, FilterChips, Page, Tag, useAddress } from '#platform/ui';
import { kinds, states, stateTones } from './inspection-words.ts';
import { UnitFilter } from './unit-filter.tsx';

/** Inspections in reach, the latest day first. */
export default function InspectionsPage() {
  const { t } = useTranslation('inspections');
  const may = useMay();
  const { address } = useAddress();
  const query = {
    state: states.find((known) => known === address.loc) ?? ('all' as const),
    kind: kinds.find((known) => known === address['hinh-thuc']),
    unitId: address['don-vi'],
  };
  const list = useInfiniteQuery({
    queryKey: ['plan', 'inspections', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/plan/inspections', {
          params: {
            query: {
              state: query.state,
              ...(query.kind ? { kind: query.kind } : {}),
              ...(query.unitId ? { unitId: query.unitId } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = query.state !== 'all' || query.kind || query.unitId;
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      action={
        may('plan.planInspection') ? (
          <Button component={Link} to="/kiem-tra/moi">
            {t('list.plan')}
          </Button>
        ) : null
      }
    >
      <Stack gap="sm" mb="sm">
        <FilterChips
          name="loc"
          label={t('list.byState')}
          options={[
            { value: '', label: t('list.all') },
            ...states.map((state) => ({ value: state, label: t(`state.${state}`) })),
          ]}
        />
        <FilterChips
          name="hinh-thuc"
          label={t('list.byKind')}
          options={[
            { value: '', label: t('list.anyKind') },
            ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          ]}
        />
        <UnitFilter label={t('list.unit')} />
      </Stack>
      <DataTable
        caption={t('list.title')}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => `/kiem-tra/${row.id}`}
        loading={list}
        {...(list.data?.pages[0] ? { total: list.data.pages[0].count } : {})}
        more={
          list.hasNextPage
            ? { busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
            : undefined
        }
        empty={
          <EmptyState title={t(narrowed ? 'list.nothingFound' : 'list.empty')}>
            {t(may('plan.planInspection') ? 'list.emptyDetail' : 'list.emptyInspected')}
          </EmptyState>
        }
        columns={[
          { key: 'unit', header: t('inspected'), phone: 'title', cell: (row) => row.inspectedUnit.name },
          { key: 'purpose', header: t('purpose'), cell: (row) => row.purpose },
          {
            key: 'day',
            header: t('list.day'),
            width: '110px',
            cell: (row) => (
              <time dateTime={row.beganOn ?? row.plannedOn}>{formatDate(row.beganOn ?? row.plannedOn)}</time>
            ),
          },
          {
            key: 'state',
            header: t('list.state'),
            phone: 'corner',
            width: '150px',
            cell: (row) => (
              <Group gap={6}>
                <Tag tone={stateTones[row.state]}>{t(`state.${row.state}`)}</Tag>
                <Tag tone={row.kind === 'surprise' ? 'accent' : 'none'}>{t(`kind.${row.kind}`)}</Tag>
              </Group>
            ),
          },
          {
            key: 'checked',
            header: t('list.checked'),
            align: 'right',
            phone: 'hidden',
            cell: (row) => t('list.checkedOf', { checked: row.items.checked, total: row.items.total }),
          },
          {
            key: 'findings',
            header: t('list.findings'),
            cell: (row) =>
              row.findings.total === 0 ? null : (
                <>
                  {t('list.findingsOf', { count: row.findings.total, open: row.findings.open })}
                  {row.findings.overdue > 0 ? (
                    <span style={{ display: 'block', color: 'var(--hb-late)' }}>
                      {t('list.overdue', { count: row.findings.overdue })}
                    </span>
                  ) : null}
                </>
              ),
          },
        ]}
      />
    </Page>
  );
}
