import { Switch } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { Page, useAddress } from '#platform/ui';
import { DeviceTable } from './device-table.tsx';

/** Devices of the people whose accounts one keeps. */
export default function DevicesPage() {
  const { t } = useTranslation('sync');
  const { address, set } = useAddress();
  const onlyUnsent = address['chua-gui'] === '1';
  const devices = useInfiniteQuery({
    queryKey: ['devices', 'reach', onlyUnsent],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/sync/devices', {
          params: {
            query: {
              ...(onlyUnsent ? { waiting: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <Page title={t('devices.ofOthers')} lead={t('devices.ofOthersLead')}>
      <Switch
        mb="sm"
        label={t('devices.onlyUnsent')}
        checked={onlyUnsent}
        onChange={(event) =>
          set({ 'chua-gui': event.currentTarget.checked ? '1' : undefined }, { replace: true })
        }
      />
      <DeviceTable
        caption={t('devices.ofOthers')}
        devices={devices.data?.pages.flatMap((page) => page.items) ?? []}
        loading={devices}
        more={
          devices.hasNextPage
            ? { busy: devices.isFetchingNextPage, onMore: () => void devices.fetchNextPage() }
            : undefined
        }
        withOwner
      />
    </Page>
  );
}
