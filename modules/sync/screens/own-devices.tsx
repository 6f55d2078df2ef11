import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { Section, useOnline } from '#platform/ui';
import { DeviceTable } from './device-table.tsx';

/** Every device of the person. */
export function OwnDevices() {
  const { t } = useTranslation('sync');
  const online = useOnline();
  const devices = useQuery({
    queryKey: ['devices', 'own'],
    queryFn: ({ signal }) => answer(api.GET('/api/sync/devices/own', { signal })),
  });
  // Of other devices only the server knows; that there is no network is said above.
  if (!online && !devices.data) return null;
  return (
    <Section title={t('devices.title')}>
      <p style={{ marginTop: 0 }}>{t('devices.lead')}</p>
      <DeviceTable
        caption={t('devices.title')}
        devices={devices.data?.items ?? []}
        loading={devices}
        withOwner={false}
      />
    </Section>
  );
}
