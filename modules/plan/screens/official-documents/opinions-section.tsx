import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import { EmptyState, Notice, ProblemAlert, ProgressOfWork, Section } from '#platform/ui';
import { GiveOpinion } from './give-opinion.tsx';
import styles from './official-documents.module.css';
import type { DocumentDetail } from './official-words.ts';
import { OpinionItem } from './opinion-item.tsx';

/** Opinions on the draft: to the issuer all of them and who is silent, to a unit that was asked its own. */
export function OpinionsSection({ detail }: { detail: DocumentDetail }) {
  const { t } = useTranslation('official-documents');
  const may = useMay();
  const { document } = detail;
  const isIssuer = detail.may.includes('plan.listOfficialDocumentReadings');
  const wasAsked = document.commentUntil !== null;
  const list = useQuery({
    queryKey: ['plan', 'official-document', document.id, 'opinions'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/official-documents/{documentId}/opinions', {
          params: { path: { documentId: document.id } },
          signal,
        }),
      ),
    enabled: wasAsked && detail.may.includes('plan.listOpinions'),
  });
  if (!wasAsked || !detail.may.includes('plan.listOpinions')) return null;
  const opinions = list.data?.opinions ?? [];
  const takes = detail.may.includes('plan.giveOpinion');
  // Who sees the published document without ever having been asked needs no empty section.
  if (!isIssuer && !takes && list.data && opinions.length === 0) return null;
  const byUnit = opinions.toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'vi'));
  return (
    <Section
      title={t(isIssuer ? 'opinions.title' : 'opinions.own')}
      aside={
        isIssuer && may('plan.exportOpinions') && opinions.length > 0 ? (
          <Button
            component="a"
            href={`/api/plan/official-documents/${document.id}/opinions.xlsx`}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('opinions.excel')}
          </Button>
        ) : null
      }
    >
      {list.error ? <ProblemAlert error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <ProgressOfWork doing={t('page.loading')} /> : null}
      {list.data && isIssuer ? (
        <p className={styles.text}>
          {t('opinions.counts', {
            asked: list.data.asked,
            answered: list.data.answered,
            undisposed: list.data.undisposed,
            until: formatDate(document.commentUntil ?? ''),
          })}
        </p>
      ) : null}
      {document.opinionDue ? (
        <Notice tone="due">{t('opinions.due', { until: formatDate(document.commentUntil ?? '') })}</Notice>
      ) : null}
      {list.data && opinions.length === 0 && isIssuer ? (
        <EmptyState title={t('opinions.none')}>{t('opinions.noneDetail')}</EmptyState>
      ) : null}
      {opinions.length > 0 ? (
        <ul className={styles.opinions}>
          {byUnit.map((opinion) => (
            <OpinionItem
              key={opinion.id}
              opinion={opinion}
              disposes={
                document.state === 'collecting' &&
                opinion.stance === 'comments' &&
                detail.may.includes('plan.disposeOpinion')
              }
              edits={
                takes && !opinion.disposition && opinion.stance === 'comments' && may('plan.updateOpinion')
              }
            />
          ))}
        </ul>
      ) : null}
      {list.data && list.data.silent.length > 0 ? (
        <details className={styles.silent}>
          <summary>{t('opinions.silent', { count: list.data.silent.length })}</summary>
          <ul className={styles.list} style={{ columns: '280px', marginTop: 8 }}>
            {list.data.silent.map((unit) => (
              <li key={unit.id}>{unit.name}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {takes && list.data ? <GiveOpinion documentId={document.id} mayAgree={opinions.length === 0} /> : null}
    </Section>
  );
}
