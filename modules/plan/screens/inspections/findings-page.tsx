import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { EmptyState, FilterChips, Page, useAddress } from '#platform/ui';
import { FindingDrawer } from './finding-drawer.tsx';
import { FindingTable } from './finding-table.tsx';
import { UnitFilter } from './unit-filter.tsx';

const filters = ['open', 'overdue', 'resolved', 'closed', 'all'] as const;

/** Findings of inspections to follow up, the nearest deadline first. */
export default function FindingsPage() {
  const { t } = useTranslation('inspections');
  const { address, set } = useAddress();
  const filter = filters.find((known) => known === address.loc) ?? 'open';
  const unitId = address['don-vi'];
  const list = useInfiniteQuery({
    queryKey: ['plan', 'findings', filter, unitId],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/plan/findings', {
          params: {
            query: { filter, ...(unitId ? { unitId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const first = list.data?.pages[0];
  return (
    <Page title={t('findings.page')} lead={t('findings.lead')}>
      <Stack gap="sm" mb="sm">
        <FilterChips
          name="loc"
          label={t('list.byState')}
          options={filters.map((value) => ({
            value: value === 'open' ? '' : value,
            label: t(`findings.filter.${value}`),
          }))}
        />
        <UnitFilter label={t('list.unit')} />
      </Stack>
      <FindingTable
        withUnit
        rows={list.data?.pages.flatMap((page) => page.items) ?? []}
        loading={list}
        {...(first ? { total: first.count } : {})}
        more={
          list.hasNextPage
            ? { busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
            : undefined
        }
        empty={<EmptyState title={t(`findings.empty.${filter}`)}>{t('findings.emptyDetail')}</EmptyState>}
      />
      <FindingDrawer findingId={address['kien-nghi']} onClose={() => set({ 'kien-nghi': '' })} withLink />
    </Page>
  );
}
