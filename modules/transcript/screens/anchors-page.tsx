import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, sendFile, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  ConfirmDialog,
  DataTable,
  EmptyState,
  FileDrop,
  Page,
  ProblemAlert,
  Section,
  toast,
} from '#platform/ui';
import { WithdrawnLists } from './withdrawn-lists.tsx';

/** Certification authorities whose certificates may sign transcripts. */
export default function AnchorsPage() {
  const { t } = useTranslation('transcript');
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [removing, setRemoving] = useState<{ id: string; name: string }>();
  const anchors = useQuery({
    queryKey: ['transcript', 'anchors'],
    queryFn: ({ signal }) => answer(api.GET('/api/transcript/anchors', { signal })),
  });
  const remove = useCommand({
    run: (anchorId: string, init) =>
      answer(api.DELETE('/api/transcript/anchors/{anchorId}', { params: { path: { anchorId } }, ...init })),
    refreshes: [['transcript', 'anchors']],
    onDone: () => setRemoving(undefined),
  });
  async function add(file: File) {
    setProgress(0);
    setError(undefined);
    try {
      const { name } = await sendFile<{ name: string }>('/api/transcript/anchors', file, setProgress).answer;
      toast({ tone: 'done', text: t('anchors.added', { name }) });
      await queries.invalidateQueries({ queryKey: ['transcript', 'anchors'] });
    } catch (fault) {
      setError(fault);
    } finally {
      setProgress(undefined);
    }
  }
  return (
    <Page title={t('anchors.title')} lead={t('anchors.lead')}>
      <DataTable
        caption={t('anchors.title')}
        loading={anchors}
        rows={anchors.data?.items ?? []}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('anchors.none')}>{t('anchors.noneDetail')}</EmptyState>}
        columns={[
          { key: 'name', header: t('anchors.name'), phone: 'title', cell: ({ name }) => name },
          {
            key: 'expires',
            header: t('anchors.expires'),
            cell: ({ expiresAt }) => formatDateTime(expiresAt),
          },
          {
            key: 'fingerprint',
            header: t('anchors.fingerprint'),
            phone: 'hidden',
            cell: ({ fingerprint }) => fingerprint.slice(0, 32),
          },
          {
            key: 'remove',
            header: t('confirm.other'),
            phone: 'corner',
            cell: ({ id, name }) => (
              <Button size="compact-sm" variant="subtle" onClick={() => setRemoving({ id, name })}>
                {t('anchors.remove')}
              </Button>
            ),
          },
        ]}
      />
      <Section title={t('anchors.add')}>
        {error ? <ProblemAlert error={error} /> : null}
        <FileDrop
          label={t('anchors.file')}
          accept={['.cer', '.crt', '.pem', '.der']}
          maxBytes={1024 * 1024}
          progress={progress}
          onFile={(file) => void add(file)}
        />
      </Section>
      {anchors.data ? <WithdrawnLists lists={anchors.data.lists} /> : null}
      <ConfirmDialog
        opened={removing !== undefined}
        danger
        title={t('anchors.removeQuestion', { name: removing?.name ?? '' })}
        confirm={t('anchors.remove')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => removing && remove.mutate(removing.id)}
        onClose={() => setRemoving(undefined)}
      >
        <p>{t('anchors.removeWhat')}</p>
      </ConfirmDialog>
    </Page>
  );
}
