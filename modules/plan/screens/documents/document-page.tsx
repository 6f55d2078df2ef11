import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatNumber } from '#platform/i18n';
import { Notice, Page, ProblemAlert, ProgressOfWork } from '#platform/ui';
import type { Published } from './document-words.ts';
import { LiveView } from './live-view.tsx';
import { ReviewView } from './review-view.tsx';

/** A plan: a draft beside what was read from it, or the plan in force beside how far its duties have come. */
export default function DocumentPage() {
  const { t } = useTranslation('plan-document');
  const { documentId } = useParams({ strict: false }) as { documentId: string };
  const [published, setPublished] = useState<Published>();
  const detail = useQuery({
    queryKey: ['plan', 'document', documentId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/plan/documents/{documentId}', { params: { path: { documentId } }, signal })),
  });
  const trail = [{ label: t('list.title'), to: '/ke-hoach' }];
  if (detail.error && !detail.data) {
    return (
      <Page title={t('document.notFound')} trail={trail}>
        <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />
      </Page>
    );
  }
  if (!detail.data) {
    return (
      <Page title={t('document.loading')} trail={trail}>
        <ProgressOfWork doing={t('document.loading')} />
      </Page>
    );
  }
  if (detail.data.document.status === 'draft') {
    return <ReviewView key={documentId} detail={detail.data} onPublished={setPublished} />;
  }
  return (
    <LiveView
      key={documentId}
      detail={detail.data}
      news={
        published ? (
          <Notice tone="done">
            {t('publish.done', {
              duties: formatNumber(published.duties),
              created: formatNumber(published.created),
              asked: formatNumber(published.asked),
              units: formatNumber(published.units),
              seconds: formatNumber(published.milliseconds / 1000, 1),
            })}
            {published.kept + published.withdrawn > 0
              ? ` ${t('publish.carried', {
                  kept: formatNumber(published.kept),
                  withdrawn: formatNumber(published.withdrawn),
                })}`
              : ''}
          </Notice>
        ) : null
      }
    />
  );
}
