import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offline, useMe, useOffline } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, ProblemAlert, Section, toast } from '#platform/ui';

/** Whether this browser holds data, until when, and the switch. */
export function ThisDevice() {
  const { t } = useTranslation('sync');
  const me = useMe();
  const { binding, heldUntil, lastContact, expired } = useOffline();
  const bind = useMutation({ mutationFn: () => offline.bind(me), networkMode: 'always' });
  const [asking, setAsking] = useState(false);
  if (binding !== 'bound') {
    return (
      <Section title={t('here.title')}>
        <p style={{ marginTop: 0 }}>{t('here.unbound')}</p>
        {bind.error ? <ProblemAlert error={bind.error} /> : null}
        <Button loading={bind.isPending} onClick={() => bind.mutate()}>
          {t('here.bind')}
        </Button>
      </Section>
    );
  }
  const at = (moment: number) => formatDateTime(new Date(moment).toISOString());
  return (
    <Section title={t('here.title')}>
      <p style={{ marginTop: 0 }}>
        {expired ? t('here.expired') : t('here.bound', { until: at(heldUntil) })}{' '}
        {lastContact > 0 ? t('here.lastContact', { at: at(lastContact) }) : null}
      </p>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('here.release')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={t('here.releaseTitle')}
        confirm={t('here.release')}
        danger
        onConfirm={() => {
          setAsking(false);
          void offline.release().then((done) => {
            toast(done ? { tone: 'done', text: t('here.done') } : { tone: 'due', text: t('here.waits') });
          });
        }}
        onClose={() => setAsking(false)}
      >
        <p style={{ marginTop: 0 }}>{t('here.releaseBody')}</p>
      </ConfirmDialog>
    </Section>
  );
}
