import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useMay } from '#api';
import { formatDate, formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, Page, SideDrawer, Tag, useAddress } from '#platform/ui';
import { ClientDetail } from './client-detail.tsx';
import { ClientForm } from './client-form.tsx';
import { type GivenSecret, SecretView } from './secret-view.tsx';

type Client =
  operations['exchange.listClients']['responses'][200]['content']['application/json']['items'][number];

const tones = { active: 'done', expired: 'wait', revoked: 'none' } as const;

/** Systems that may read from here: who they are, what they may read, when they last did. */
export default function ClientsPage() {
  const { t } = useTranslation('exchange');
  const may = useMay();
  const { address, set } = useAddress();
  const [creating, setCreating] = useState(false);
  const [given, setGiven] = useState<GivenSecret>();
  const clients = useQuery({
    queryKey: ['exchange', 'clients'],
    queryFn: ({ signal }) => answer(api.GET('/api/exchange/clients', { signal })),
  });
  const rows = clients.data?.items ?? [];
  const open = rows.find(({ id }) => id === address.mo);
  return (
    <Page
      title={t('clients.title')}
      lead={t('clients.lead')}
      action={
        may('exchange.createClient') ? (
          <Button onClick={() => setCreating(true)}>{t('clients.create')}</Button>
        ) : null
      }
    >
      <DataTable<Client>
        caption={t('clients.title')}
        loading={clients}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => set({ mo: id })}
        empty={<EmptyState title={t('clients.none')}>{t('clients.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('clients.name'), phone: 'title', cell: ({ name }) => name },
          { key: 'unit', header: t('clients.unit'), cell: ({ unit }) => unit.name },
          { key: 'expires', header: t('clients.expiresOn'), cell: ({ expiresOn }) => formatDate(expiresOn) },
          {
            key: 'used',
            header: t('clients.lastUsed'),
            cell: ({ lastUsedAt }) => (lastUsedAt ? formatDateTime(lastUsedAt) : t('clients.neverUsed')),
          },
          {
            key: 'state',
            header: t('clients.state'),
            phone: 'corner',
            cell: ({ state }) => <Tag tone={tones[state]}>{t(`clients.states.${state}`)}</Tag>,
          },
        ]}
      />
      <SideDrawer opened={creating} title={t('clients.create')} onClose={() => setCreating(false)}>
        <ClientForm
          onCancel={() => setCreating(false)}
          onDone={(secret) => {
            setCreating(false);
            setGiven(secret);
          }}
        />
      </SideDrawer>
      <SideDrawer opened={open !== undefined} title={open?.name ?? ''} onClose={() => set({ mo: undefined })}>
        {open ? <ClientDetail clientId={open.id} /> : null}
      </SideDrawer>
      <SecretView given={given} onClose={() => setGiven(undefined)} />
    </Page>
  );
}
