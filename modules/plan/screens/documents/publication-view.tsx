import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatNumber } from '#platform/i18n';
import { ConfirmDialog, DataTable, Facts, Notice, ProblemAlert, ProgressOfWork } from '#platform/ui';
import type { PlanDocument } from './document-words.ts';
import styles from './documents.module.css';
import type { Review } from './use-review.ts';

/** What publishing will do, to whom, and what it will not reach; then publishing itself. */
export function PublicationView({
  document,
  faulty,
  review,
  onDuty,
}: {
  document: PlanDocument;
  faulty: number;
  review: Review;
  onDuty: (dutyId: string) => void;
}) {
  const { t } = useTranslation('plan-document');
  const [asking, setAsking] = useState(false);
  const preview = useQuery({
    queryKey: ['plan', 'document', document.id, 'publication'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/documents/{documentId}/publication', {
          params: { path: { documentId: document.id } },
          signal,
        }),
      ),
  });
  if (preview.error) return <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <ProgressOfWork doing={t('publish.counting')} />;
  const { duties, assignments, byTarget, unreached, kept, withdrawn } = preview.data;
  const publish = review.publish;
  if (publish.isPending) {
    return (
      <ProgressOfWork
        doing={t('publish.working', { count: assignments, shown: formatNumber(assignments) })}
      />
    );
  }
  return (
    <div>
      {publish.error ? <ProblemAlert error={publish.error} /> : null}
      <Facts
        facts={[
          { name: t('publish.duties'), value: formatNumber(duties) },
          { name: t('publish.assignments'), value: formatNumber(assignments) },
          ...(document.previousId
            ? [
                { name: t('publish.kept'), value: formatNumber(kept) },
                { name: t('publish.withdrawn'), value: formatNumber(withdrawn) },
              ]
            : []),
        ]}
      />
      {faulty > 0 ? <Notice tone="due">{t('publish.faulty', { count: faulty })}</Notice> : null}
      {unreached.length > 0 ? (
        <>
          <h3 className={styles.smallHead}>{t('publish.unreached', { count: unreached.length })}</h3>
          <ul className={styles.lines}>
            {unreached.map((duty) => (
              <li key={duty.dutyId}>
                <button type="button" className={styles.linkButton} onClick={() => onDuty(duty.dutyId)}>
                  {duty.code}: {duty.title}
                </button>
                <span className={styles.soft}> {duty.reason}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3 className={styles.smallHead}>{t('publish.byTarget')}</h3>
      <DataTable
        caption={t('publish.byTarget')}
        rows={byTarget}
        rowKey={(row) => row.responsible}
        empty={<p>{t('publish.nobody')}</p>}
        columns={[
          {
            key: 'target',
            header: t('publish.target'),
            phone: 'title',
            cell: (row) => t(`responsible.${row.responsible}`),
          },
          {
            key: 'units',
            header: t('publish.units'),
            align: 'right',
            cell: (row) => formatNumber(row.units),
          },
          {
            key: 'assignments',
            header: t('publish.assignments'),
            align: 'right',
            cell: (row) => formatNumber(row.assignments),
          },
        ]}
      />
      <Button mt="md" onClick={() => setAsking(true)} disabled={assignments === 0}>
        {t('publish.open')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('publish.confirmTitle')}
        confirm={t('publish.open')}
        onConfirm={() => {
          setAsking(false);
          publish.mutate({ version: document.version });
        }}
        onClose={() => setAsking(false)}
      >
        {t('publish.confirmDetail', { assignments: formatNumber(assignments), duties: formatNumber(duties) })}
      </ConfirmDialog>
    </div>
  );
}
