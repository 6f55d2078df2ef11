import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  ConfirmDialog,
  Notice,
  Page,
  ProblemAlert,
  Section,
  Tag,
  Timeline,
  type TimelineItem,
  toast,
} from '#platform/ui';
import { printedCode } from '../rules/index.ts';
import { ContentView } from './content-view.tsx';
import { DrawUpDialog } from './overview.tsx';
import { ReturnDialog } from './queue-drawer.tsx';
import { Shares } from './shares.tsx';
import { StandIn } from './stand-in.tsx';
import { toneOf } from './tones.ts';
import styles from './transcript.module.css';

export type PageAnswer = operations['transcript.getPage']['responses'][200]['content']['application/json'];
type Step = PageAnswer['steps'][number];

/** One page of the transcript: what it says, who has signed, its versions, its files, its links. */
export default function TranscriptPagePage() {
  const { t } = useTranslation('transcript');
  const { pageId } = useParams({ strict: false }) as { pageId: string };
  const [dialog, setDialog] = useState<'revoke' | 'correct' | 'return' | 'standIn'>();
  const found = useQuery({
    queryKey: ['transcript', 'page', pageId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/transcript/pages/{pageId}', { params: { path: { pageId } }, signal })),
  });
  const page = found.data;
  const may = (operation: string) => page?.may.includes(operation) ?? false;
  const own = page?.steps.find(({ kind, state }) => kind === 'principal' && state === 'waiting');
  const close = () => setDialog(undefined);
  return (
    <Page
      title={page ? page.content.pupil.name : t('page.title')}
      trail={[{ label: t('title'), to: '/hoc-ba' }]}
      lead={
        page
          ? t('page.lead', {
              year: page.content.schoolYear,
              class: page.content.className,
              number: page.number,
            })
          : undefined
      }
      tools={
        page?.hasFiles ? (
          <Group gap="xs">
            {may('transcript.downloadPdf') ? (
              <Button component="a" variant="default" href={`/api/transcript/pages/${page.id}/pdf`} download>
                {t('page.pdf')}
              </Button>
            ) : null}
            {may('transcript.downloadXml') ? (
              <Button component="a" variant="default" href={`/api/transcript/pages/${page.id}/xml`} download>
                {t('page.xml')}
              </Button>
            ) : null}
          </Group>
        ) : undefined
      }
    >
      {found.error ? <ProblemAlert error={found.error} onRetry={() => void found.refetch()} /> : null}
      {page ? (
        <>
          <p>
            <Tag tone={toneOf(page)}>{t(`standing.${page.state}`, { number: page.number })}</Tag>{' '}
            <span className={styles.code}>{t('page.code', { code: printedCode(page.code) })}</span>
          </p>
          {page.revokedReason ? (
            <Notice tone="due">
              {t('page.revoked', {
                day: formatDateTime(page.revokedAt ?? ''),
                reason: page.revokedReason,
              })}
            </Notice>
          ) : null}
          <ContentView content={page.content} />
          <Section title={t('page.steps')}>
            <Timeline label={t('page.steps')} items={page.steps.map(stepItem)} />
            <Group gap="xs">
              {may('transcript.returnStep') && own ? (
                <Button variant="default" onClick={() => setDialog('return')}>
                  {t('return.verb')}
                </Button>
              ) : null}
              {may('transcript.confirmSteps') ? (
                <Button variant="default" onClick={() => setDialog('standIn')}>
                  {t('standIn.verb')}
                </Button>
              ) : null}
            </Group>
          </Section>
          {page.versions.length > 1 || page.content.previous ? (
            <Section title={t('page.versions')}>
              <ul>
                {page.versions.map(({ id, number, state, reason, issuedAt }) => (
                  <li key={id}>
                    <Link to={`/hoc-ba/trang/${id}`}>{t('page.version', { number })}</Link>{' '}
                    {t(`standing.${state}`, { number })}
                    {issuedAt ? `, ${formatDateTime(issuedAt)}` : ''}
                    {reason ? `. ${t('page.why', { reason })}` : ''}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          {may('transcript.makeShare') ? <Shares page={page} /> : null}
          <Group gap="xs" mt="md">
            {may('transcript.drawUpPages') ? (
              <Button variant="default" onClick={() => setDialog('correct')}>
                {t('page.correct')}
              </Button>
            ) : null}
            {may('transcript.revokePage') ? (
              <Button variant="default" color="brick" onClick={() => setDialog('revoke')}>
                {t('revoke.verb')}
              </Button>
            ) : null}
          </Group>
          {dialog === 'revoke' ? <RevokeDialog page={page} onClose={close} /> : null}
          {dialog === 'correct' ? (
            <DrawUpDialog classIds={[page.classId]} pupilId={page.pupilId} onClose={close} />
          ) : null}
          {dialog === 'return' && own ? (
            <ReturnDialog step={{ id: own.id, name: page.content.pupil.name }} onClose={close} />
          ) : null}
          {dialog === 'standIn' ? <StandIn steps={page.steps} onClose={close} /> : null}
        </>
      ) : null}
    </Page>
  );

  function stepItem(step: Step): TimelineItem {
    const subject = page?.content.subjects.find(({ code }) => code === step.subjectCode)?.name;
    const role = subject ?? t(`step.${step.kind}`);
    const who = step.doneName ?? step.signer;
    const said = step.state === 'done' ? (step.method ?? 'account') : step.state;
    return {
      key: step.id,
      at: step.doneAt ? formatDateTime(step.doneAt) : '',
      ...(step.doneAt ? { instant: step.doneAt } : {}),
      who: who ?? role,
      what: who ? t(`step.did.${said}`, { what: role }) : t('step.nobodyYet'),
      ...(step.note || step.certificate ? { note: step.note ?? step.certificate } : {}),
      tone: step.state === 'done' ? 'done' : step.state === 'returned' ? 'due' : 'none',
    };
  }
}

function RevokeDialog({ page, onClose }: { page: PageAnswer; onClose: () => void }) {
  const { t } = useTranslation('transcript');
  const [reason, setReason] = useState('');
  const revoke = useCommand({
    run: (body: { reason: string }, init) =>
      answer(
        api.POST('/api/transcript/pages/{pageId}/revoke', {
          params: { path: { pageId: page.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['transcript']],
    onDone: () => {
      toast({ tone: 'done', text: t('revoke.done') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={t('revoke.question', { name: page.content.pupil.name })}
      confirm={t('revoke.verb')}
      busy={revoke.isPending}
      disabled={reason.trim().length < 3}
      error={revoke.error}
      onConfirm={() => revoke.mutate({ reason })}
      onClose={onClose}
    >
      <p>{t('revoke.what')}</p>
      <Textarea
        label={t('reason')}
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
