import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations } from '#api';
import { EmptyState, ProblemAlert, Section } from '#platform/ui';
import { QueueDrawer } from './queue-drawer.tsx';
import { SignDialog } from './sign-dialog.tsx';
import styles from './transcript.module.css';

type Answer = operations['transcript.listQueue']['responses'][200]['content']['application/json'];
export type QueueGroup = Answer['groups'][number];

/** What waits for the person asking: groups of pages to confirm, and what the head signs or the office seals at once. */
export function Queue() {
  const { t } = useTranslation('transcript');
  const [open, setOpen] = useState<QueueGroup>();
  const [signing, setSigning] = useState<'principal' | 'seal'>();
  const queue = useQuery({
    queryKey: ['transcript', 'queue'],
    queryFn: ({ signal }) => answer(api.GET('/api/transcript/queue', { signal })),
  });
  const groups = queue.data?.groups ?? [];
  const own = groups.filter(({ kind }) => kind === 'subject' || kind === 'homeroom');
  const count = (kind: string) =>
    groups.reduce((sum, group) => sum + (group.kind === kind ? group.waiting : 0), 0);
  const may = queue.data?.may ?? [];
  return (
    <Section title={t('queue.title')}>
      {queue.error ? <ProblemAlert error={queue.error} onRetry={() => void queue.refetch()} /> : null}
      {queue.data && groups.length === 0 ? (
        <EmptyState title={t('queue.none')}>{t('queue.noneDetail')}</EmptyState>
      ) : null}
      {may.includes('transcript.openRun')
        ? (['principal', 'seal'] as const).map((kind) =>
            count(kind) > 0 ? (
              <div key={kind} className={styles.waiting}>
                <strong>{t(`queue.${kind}`, { count: count(kind) })}</strong>
                <Group gap="xs">
                  <Button onClick={() => setSigning(kind)}>
                    {t(`sign.${kind}`, { count: count(kind) })}
                  </Button>
                </Group>
              </div>
            ) : null,
          )
        : null}
      {own.map((group) => (
        <div key={`${group.kind} ${group.classId} ${group.subjectCode}`} className={styles.waiting}>
          <span>
            <strong>
              {group.subjectName
                ? t('queue.subject', { subject: group.subjectName, class: group.className })
                : t('queue.homeroom', { class: group.className })}
            </strong>
            <br />
            {t('queue.pages', { count: group.waiting, year: group.schoolYear })}
          </span>
          <Button variant="default" onClick={() => setOpen(group)}>
            {t('queue.open')}
          </Button>
        </div>
      ))}
      {open ? <QueueDrawer group={open} onClose={() => setOpen(undefined)} /> : null}
      {signing ? <SignDialog kind={signing} onClose={() => setSigning(undefined)} /> : null}
    </Section>
  );
}
