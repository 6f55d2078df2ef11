import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, layOver, useCommand, useMay, useMe } from '#api';
import { formatDate, formatDateTime, formatNumber } from '#platform/i18n';
import {
  EmptyState,
  Facts,
  Notice,
  Page,
  ProblemAlert,
  ProgressOfWork,
  Section,
  Tag,
  toast,
} from '#platform/ui';
import { overdueDutyLink } from '../../rules/links.ts';
import { FileSender } from '../file-sender.tsx';
import { DocumentSteps } from './document-steps.tsx';
import styles from './official-documents.module.css';
import { type DocumentDetail, isOwn, stateTones } from './official-words.ts';
import { OpinionsSection } from './opinions-section.tsx';
import { ReadingsSection } from './readings-section.tsx';

/** One document: what it is, its files, the duties it is about, opinions on the draft, who has opened it. */
export default function DocumentPage() {
  const { t } = useTranslation('official-documents');
  const { documentId } = useParams({ strict: false }) as { documentId: string };
  const detail = useQuery({
    queryKey: ['plan', 'official-document', documentId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/official-documents/{documentId}', { params: { path: { documentId } }, signal }),
      ),
  });
  if (detail.data) return <Document key={documentId} detail={detail.data} />;
  return (
    <Page
      title={t(detail.error ? 'page.notFound' : 'page.title')}
      trail={[{ label: t('list.title'), to: '/van-ban' }]}
    >
      {detail.error ? (
        <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <ProgressOfWork doing={t('page.loading')} />
      )}
    </Page>
  );
}

/** Tells the issuer that the person has opened the document, the first time only. */
function useReceipt({ document }: DocumentDetail) {
  const me = useMe();
  const may = useMay();
  const queries = useQueryClient();
  const wanted =
    document.openedAt === null && !isOwn(me, document.issuingUnit) && may('plan.readOfficialDocument');
  useEffect(() => {
    if (!wanted) return;
    const params = { path: { documentId: document.id } };
    // Without an answer the page is no worse; the next opening tells again.
    answer(api.POST('/api/plan/official-documents/{documentId}/read', { params })).then(
      ({ openedAt }) => {
        layOver<DocumentDetail>(queries, ['plan', 'official-document', document.id], (before) => ({
          ...before,
          document: { ...before.document, openedAt },
        }));
        void queries.invalidateQueries({ queryKey: ['plan', 'official-documents'] });
      },
      () => undefined,
    );
  }, [wanted, document.id, queries]);
}

function Document({ detail }: { detail: DocumentDetail }) {
  const { t } = useTranslation('official-documents');
  const may = useMay();
  const { document, duties } = detail;
  useReceipt(detail);
  const recipients = [
    ...document.recipientKinds.map((kind) => t(`recipient.${kind}`)),
    ...document.recipientUnits.map((unit) => unit.name),
  ];
  return (
    <Page
      title={document.abstract}
      trail={[{ label: t('list.title'), to: '/van-ban' }]}
      lead={
        <span className={styles.states}>
          <Tag tone={stateTones[document.state]}>{t(`state.${document.state}`)}</Tag>
          <span>
            {document.symbol
              ? t('page.numbered', { kind: t(`kind.${document.kind}`), symbol: document.symbol })
              : t(`kind.${document.kind}`)}
          </span>
        </span>
      }
    >
      <DocumentSteps detail={detail} />
      {document.stateNote ? (
        <Notice tone="due">{t('page.because', { reason: document.stateNote })}</Notice>
      ) : null}
      {document.replacedBy ? (
        <Notice tone="due">
          {t('page.replacedBy')}{' '}
          <Link to={`/van-ban/${document.replacedBy.id}`}>
            {document.replacedBy.symbol ?? t('list.noSymbol')}
          </Link>
        </Notice>
      ) : null}
      <Section title={t('page.facts')}>
        <Facts
          facts={[
            { name: t('symbol'), value: document.symbol },
            { name: t('issuedOn'), value: document.issuedOn ? formatDate(document.issuedOn) : null },
            {
              name: t('signatory'),
              value: document.signatoryName
                ? t('page.signed', {
                    position: document.signatoryPosition ?? '',
                    name: document.signatoryName,
                  })
                : null,
            },
            { name: t('issuingUnit'), value: document.issuingUnit.name },
            {
              name: t('draftingUnit'),
              value: document.draftingUnit.id === document.issuingUnit.id ? null : document.draftingUnit.name,
            },
            {
              name: t('createdBy'),
              value: t('page.created', {
                name: document.createdBy.name,
                at: formatDateTime(document.createdAt),
              }),
            },
            { name: t('recipients'), value: recipients.join('; ') || t('page.noRecipients') },
            {
              name: t('commentUntil'),
              value: document.commentUntil ? formatDate(document.commentUntil) : null,
            },
            {
              name: t('replaces'),
              value: document.replaces ? (
                <Link to={`/van-ban/${document.replaces.id}`}>
                  {document.replaces.symbol ?? t('list.noSymbol')}
                </Link>
              ) : null,
            },
          ]}
        />
      </Section>
      <Files detail={detail} />
      <Section title={t('page.duties', { count: duties.length })}>
        {duties.length === 0 ? (
          <EmptyState title={t('page.noDuties')}>
            {detail.may.includes('plan.updateOfficialDocument') ? t('page.noDutiesDetail') : null}
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {duties.map((duty) => (
              <li key={duty.id}>
                {may('plan.getBoard') ? (
                  <Link to={overdueDutyLink(duty.id)}>{t('page.duty', { ...duty })}</Link>
                ) : (
                  t('page.duty', { ...duty })
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <OpinionsSection detail={detail} />
      {detail.may.includes('plan.listOfficialDocumentReadings') &&
      document.state !== 'draft' &&
      document.state !== 'cancelled' ? (
        <ReadingsSection documentId={document.id} />
      ) : null}
    </Page>
  );
}

function Files({ detail }: { detail: DocumentDetail }) {
  const { t } = useTranslation('official-documents');
  const { document, files, may } = detail;
  const remove = useCommand({
    run: (attachmentId: string, init) =>
      answer(
        api.POST('/api/plan/official-documents/{documentId}/files/{attachmentId}/remove', {
          params: { path: { documentId: document.id, attachmentId } },
          ...init,
        }),
      ),
    refreshes: [['plan', 'official-document', document.id]],
  });
  const mayAttach = may.includes('plan.attachOfficialDocumentFile');
  return (
    <Section title={t('files.title', { count: files.length })}>
      {files.length === 0 ? (
        mayAttach ? (
          <Notice tone="due">{t('files.needed')}</Notice>
        ) : (
          <EmptyState title={t('files.none')} />
        )
      ) : (
        <ul className={styles.list}>
          {files.map((file) => (
            <li key={file.id}>
              <span className={styles.file}>
                <a href={`/api/plan/attachments/${file.id}`} download>
                  {t('files.file', {
                    name: file.fileName,
                    size: formatNumber(Math.ceil(file.bytes / 1024), 0),
                  })}
                </a>
                {may.includes('plan.removeOfficialDocumentFile') ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t('files.removeOne', { name: file.fileName })}
                    loading={remove.isPending && remove.variables === file.id}
                    onClick={() => remove.mutate(file.id)}
                  >
                    {t('files.remove')}
                  </Button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      {remove.error ? <ProblemAlert error={remove.error} /> : null}
      {mayAttach ? (
        <div style={{ marginTop: 12 }}>
          <FileSender
            label={t('files.attach')}
            address={`/api/plan/official-documents/${document.id}/files`}
            onSent={(name) => toast({ tone: 'done', text: t('files.sent', { name }) })}
          />
        </div>
      ) : null}
    </Section>
  );
}
