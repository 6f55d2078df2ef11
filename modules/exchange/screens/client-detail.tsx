import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatDate, formatDateTime } from '#platform/i18n';
import { ConfirmDialog, DataTable, EmptyState, Facts, ProblemAlert, Section } from '#platform/ui';
import { scopeKeys } from './scope-words.ts';

/** One system: what it was let in for, what it read, and taking the right away. */
export function ClientDetail({ clientId }: { clientId: string }) {
  const { t } = useTranslation('exchange');
  const may = useMay();
  const [revoking, setRevoking] = useState(false);
  const client = useQuery({
    queryKey: ['exchange', 'clients', clientId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/exchange/clients/{clientId}', { params: { path: { clientId } }, signal })),
  });
  const revoke = useCommand({
    run: (id: string, init) =>
      answer(
        api.POST('/api/exchange/clients/{clientId}/revoke', { params: { path: { clientId: id } }, ...init }),
      ),
    refreshes: [['exchange', 'clients']],
    onDone: () => setRevoking(false),
  });
  if (client.error) return <ProblemAlert error={client.error} onRetry={() => client.refetch()} />;
  const { data } = client;
  const scopes = data ? scopeKeys.filter(([, scope]) => data.scopes.includes(scope)) : [];
  return (
    <>
      {data ? (
        <Facts
          facts={[
            { name: t('clients.state'), value: t(`clients.states.${data.state}`) },
            { name: t('secret.id'), value: <code style={{ overflowWrap: 'anywhere' }}>{data.id}</code> },
            { name: t('clients.purpose'), value: data.purpose },
            { name: t('clients.contact'), value: data.contact },
            { name: t('clients.unit'), value: data.unit.name },
            { name: t('clients.scopes'), value: scopes.map(([key]) => t(`clients.scope.${key}`)).join('; ') },
            { name: t('clients.expiresOn'), value: formatDate(data.expiresOn) },
            {
              name: t('clients.madeBy'),
              value: t('clients.madeByAt', { name: data.madeBy, at: formatDateTime(data.madeAt) }),
            },
            ...(data.revokedAt
              ? [{ name: t('clients.revokedAt'), value: formatDateTime(data.revokedAt) }]
              : []),
          ]}
        />
      ) : null}
      <Section title={t('reads.title')}>
        <DataTable
          caption={t('reads.title')}
          loading={client}
          rows={data?.reads ?? []}
          rowKey={({ at, address }) => `${at} ${address}`}
          empty={<EmptyState title={t('reads.none')}>{t('reads.noneDetail')}</EmptyState>}
          columns={[
            { key: 'at', header: t('reads.at'), phone: 'title', cell: ({ at }) => formatDateTime(at) },
            {
              key: 'address',
              header: t('reads.address'),
              cell: ({ action, address }) => (
                <span style={{ overflowWrap: 'anywhere' }}>
                  {action === 'exchange.issueToken' ? t('reads.token') : address}
                </span>
              ),
            },
            {
              key: 'unit',
              header: t('reads.of'),
              cell: ({ unit, units }) => unit ?? t('reads.units', { count: units }),
            },
            { key: 'count', header: t('reads.count'), phone: 'corner', cell: ({ count }) => count ?? '' },
          ]}
        />
      </Section>
      {data && data.state !== 'revoked' && may('exchange.revokeClient') ? (
        <Button color="red" variant="outline" mt="md" onClick={() => setRevoking(true)}>
          {t('clients.revoke')}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={revoking}
        danger
        title={t('clients.revokeQuestion', { name: data?.name ?? '' })}
        confirm={t('clients.revoke')}
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoke.mutate(clientId)}
        onClose={() => setRevoking(false)}
      >
        <p>{t('clients.revokeWhat')}</p>
      </ConfirmDialog>
    </>
  );
}
