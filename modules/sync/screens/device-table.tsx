import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand, useOffline } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, DataTable, type DataTableProps, EmptyState, Tag, toast } from '#platform/ui';
import { deviceName } from './device-name.ts';

export type ShownDevice =
  operations['sync.listDevices']['responses'][200]['content']['application/json']['items'][number];

const wrongClockSeconds = 300;

/** Devices with what they said at their last contact, and revoking them. */
export function DeviceTable({
  caption,
  devices,
  loading,
  more,
  withOwner,
}: {
  caption: string;
  devices: readonly ShownDevice[];
  loading: DataTableProps<ShownDevice>['loading'] & object;
  more?: DataTableProps<ShownDevice>['more'];
  withOwner: boolean;
}) {
  const { t } = useTranslation('sync');
  const { deviceId } = useOffline();
  const [asked, setAsked] = useState<ShownDevice>();
  const [reason, setReason] = useState('');
  const revoke = useCommand({
    run: (device: ShownDevice, init) =>
      answer(
        api.POST('/api/sync/devices/{deviceId}/revoke', {
          params: { path: { deviceId: device.id } },
          body: { reason },
          ...init,
        }),
      ),
    refreshes: [['devices']],
    onDone: ({ unsent }) => {
      setAsked(undefined);
      setReason('');
      toast({ tone: 'done', text: t('devices.done', { count: unsent }) });
    },
  });
  const named = (device: ShownDevice) => ({
    device: deviceName(device.userAgent, t),
    name: device.account.name,
  });
  return (
    <>
      <DataTable
        caption={caption}
        loading={loading}
        more={more}
        rows={devices}
        rowKey={(device) => device.id}
        empty={<EmptyState title={t('devices.none')} />}
        columns={[
          {
            key: 'device',
            header: t('devices.device'),
            phone: 'title',
            cell: (device) => (
              <>
                {withOwner ? `${device.account.name} · ` : null}
                {deviceName(device.userAgent, t)}{' '}
                {device.id === deviceId ? <Tag tone="accent">{t('devices.this')}</Tag> : null}
              </>
            ),
          },
          { key: 'seen', header: t('devices.seen'), cell: (device) => formatDateTime(device.lastSeenAt) },
          {
            key: 'unsent',
            header: t('devices.unsent'),
            width: '90px',
            align: 'right',
            cell: (device) => device.waiting.length,
          },
          {
            key: 'state',
            header: t('devices.state'),
            phone: 'corner',
            cell: (device) => (
              <span style={{ display: 'inline-flex', gap: 6, flexWrap: 'wrap' }}>
                {device.revokedAt === null ? (
                  <Tag tone="done">{t('devices.active')}</Tag>
                ) : (
                  <Tag tone="late">
                    {device.wipedAt
                      ? t('devices.wiped', { at: formatDateTime(device.wipedAt) })
                      : t('devices.revoked', { at: formatDateTime(device.revokedAt) })}
                  </Tag>
                )}
                {Math.abs(device.clockAheadSeconds) > wrongClockSeconds ? (
                  <Tag tone="due">{t('devices.clock')}</Tag>
                ) : null}
              </span>
            ),
          },
          {
            key: 'action',
            header: t('devices.action'),
            width: '120px',
            cell: (device) =>
              device.may.includes('sync.revokeDevice') ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('devices.revokeOf', named(device))}
                  onClick={() => setAsked(device)}
                >
                  {t('devices.revoke')}
                </Button>
              ) : null,
          },
        ]}
      />
      <ConfirmDialog
        opened={asked !== undefined}
        title={t('devices.revokeTitle')}
        confirm={t('devices.revoke')}
        danger
        busy={revoke.isPending}
        disabled={reason.trim().length < 3}
        error={revoke.error}
        onConfirm={() => {
          if (asked) revoke.mutate(asked);
        }}
        onClose={() => {
          setAsked(undefined);
          revoke.reset();
        }}
      >
        {asked ? (
          <>
            <p style={{ marginTop: 0 }}>{t('devices.revokeBody', named(asked))}</p>
            {asked.waiting.length > 0 ? (
              <>
                <p>{t('devices.revokeUnsent', { count: asked.waiting.length })}</p>
                <ul aria-label={t('devices.unsentList')}>
                  {asked.waiting.slice(0, 10).map(({ title, madeAt }, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown, and two may be alike.
                    <li key={at}>
                      {title} · {formatDateTime(madeAt)}
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
            <TextInput
              label={t('devices.reason')}
              description={t('devices.reasonMissing')}
              value={reason}
              maxLength={300}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
