import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offline, type Queued, useOffline } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  ConfirmDialog,
  DataTable,
  EmptyState,
  Notice,
  Page,
  ProblemList,
  Section,
  Tag,
  type Tone,
} from '#platform/ui';
import { ConflictCard } from './conflict-card.tsx';
import { OwnDevices } from './own-devices.tsx';
import { ThisDevice } from './this-device.tsx';

const tones: Record<Queued['state'] | 'sending', Tone> = {
  waiting: 'wait',
  sending: 'accent',
  applied: 'done',
  conflict: 'due',
  refused: 'late',
};

/** What waits on this device and what became of it, the device itself, and the person's other devices. */
export default function WaitingPage() {
  const { t } = useTranslation('sync');
  const { items, sending, end, binding } = useOffline();
  const [dropping, setDropping] = useState<Queued>();
  const conflicts = items.filter(({ state }) => state === 'conflict');
  const waiting = items.filter(({ state }) => state === 'waiting');
  const stateOf = ({ state }: Queued) => (sending && state === 'waiting' ? 'sending' : state);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Stack gap="md">
        {end && end !== 'done' && waiting.length > 0 ? (
          <Notice tone="due">
            <p>{t(`ends.${end}`)}</p>
          </Notice>
        ) : null}
        {conflicts.map((item) => (
          <ConflictCard key={item.id} item={item} />
        ))}
        {binding === 'bound' ? (
          <Section title={t('queue')}>
            {waiting.length > 0 ? (
              <Button mb="sm" loading={sending} onClick={() => void offline.sendNow()}>
                {t('sendNow')}
              </Button>
            ) : null}
            <DataTable
              caption={t('queue')}
              rows={items}
              rowKey={(item) => item.id}
              empty={<EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>}
              columns={[
                {
                  key: 'what',
                  header: t('what'),
                  phone: 'title',
                  cell: (item) => (
                    <>
                      {item.title}
                      {item.problem && item.state === 'refused' ? (
                        <div>
                          {item.problem.title}. {item.problem.detail}
                          {item.problem.problems ? <ProblemList problems={item.problem.problems} /> : null}
                        </div>
                      ) : null}
                    </>
                  ),
                },
                {
                  key: 'at',
                  header: t('madeAt'),
                  width: '170px',
                  cell: (item) => formatDateTime(item.madeAt),
                },
                {
                  key: 'state',
                  header: t('state'),
                  width: '150px',
                  phone: 'corner',
                  cell: (item) => <Tag tone={tones[stateOf(item)]}>{t(`states.${stateOf(item)}`)}</Tag>,
                },
                {
                  key: 'action',
                  header: t('action'),
                  width: '220px',
                  cell: (item) =>
                    item.state === 'refused' ? (
                      <Group gap="xs">
                        <Button
                          size="xs"
                          variant="default"
                          onClick={() => void offline.again(item, item.input)}
                        >
                          {t('again')}
                        </Button>
                        <Button size="xs" variant="default" onClick={() => setDropping(item)}>
                          {t('dismiss')}
                        </Button>
                      </Group>
                    ) : null,
                },
              ]}
            />
          </Section>
        ) : null}
        <ThisDevice />
        <OwnDevices />
      </Stack>
      <ConfirmDialog
        opened={dropping !== undefined}
        title={t('dismissTitle')}
        confirm={t('dismiss')}
        danger
        onConfirm={() => {
          if (dropping) void offline.forget([dropping.seq]);
          setDropping(undefined);
        }}
        onClose={() => setDropping(undefined)}
      >
        <p style={{ marginTop: 0 }}>{t('dismissBody', { title: dropping?.title ?? '' })}</p>
      </ConfirmDialog>
    </Page>
  );
}
