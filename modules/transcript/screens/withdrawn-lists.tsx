import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type operations, sendFile, useMe } from '#api';
import { formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, FileDrop, ProblemAlert, Section, Tag, toast } from '#platform/ui';

type Kept = operations['transcript.listAnchors']['responses'][200]['content']['application/json']['lists'];

/** Lists of withdrawn certificates that the department has, until when each speaks, and a new one. */
export function WithdrawnLists({ lists }: { lists: Kept }) {
  const { t } = useTranslation('transcript');
  const { today } = useMe();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  async function add(file: File) {
    setProgress(0);
    setError(undefined);
    try {
      const { authority, certificates } = await sendFile<{ authority: string; certificates: number }>(
        '/api/transcript/withdrawn-lists',
        file,
        setProgress,
      ).answer;
      toast({ tone: 'done', text: t('anchors.listAdded', { authority, count: certificates }) });
      await queries.invalidateQueries({ queryKey: ['transcript', 'anchors'] });
    } catch (fault) {
      setError(fault);
    } finally {
      setProgress(undefined);
    }
  }
  return (
    <Section title={t('anchors.lists')}>
      <p>{t('anchors.listsWhat')}</p>
      <DataTable
        caption={t('anchors.lists')}
        rows={lists}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('anchors.noLists')}>{t('anchors.noListsDetail')}</EmptyState>}
        columns={[
          { key: 'authority', header: t('anchors.name'), phone: 'title', cell: ({ authority }) => authority },
          {
            key: 'certificates',
            header: t('anchors.certificates'),
            align: 'right',
            cell: ({ certificates }) => certificates.toLocaleString('vi-VN'),
          },
          { key: 'issued', header: t('anchors.issuedAt'), cell: ({ issuedAt }) => formatDateTime(issuedAt) },
          {
            key: 'next',
            header: t('anchors.nextAt'),
            cell: ({ nextAt }) =>
              nextAt ? (
                <>
                  {formatDateTime(nextAt)}{' '}
                  {nextAt.slice(0, 10) < today ? <Tag tone="late">{t('anchors.listOver')}</Tag> : null}
                </>
              ) : null,
          },
        ]}
      />
      {error ? <ProblemAlert error={error} /> : null}
      <FileDrop
        label={t('anchors.listFile')}
        accept={['.crl', '.pem', '.der']}
        maxBytes={10 * 1024 * 1024}
        progress={progress}
        onFile={(file) => void add(file)}
      />
    </Section>
  );
}
