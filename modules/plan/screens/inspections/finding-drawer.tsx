import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate, formatDateTime, formatNumber } from '#platform/i18n';
import {
  Facts,
  Notice,
  ProblemAlert,
  ProgressOfWork,
  Section,
  SideDrawer,
  Tag,
  Timeline,
  type TimelineItem,
} from '#platform/ui';
import { AnswerFinding } from './answer-finding.tsx';
import { CloseFinding, EditFinding, ReopenFinding } from './follow-finding.tsx';
import { type FindingDetail, findingTones, severityTones } from './inspection-words.ts';
import styles from './inspections.module.css';

/** A finding beside the page; undefined: closed. `withLink` leads on to its inspection. */
export function FindingDrawer({
  findingId,
  onClose,
  withLink = false,
}: {
  findingId: string | undefined;
  onClose: () => void;
  withLink?: boolean;
}) {
  const { t } = useTranslation('inspections');
  const detail = useQuery({
    queryKey: ['plan', 'finding', findingId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/findings/{findingId}', {
          params: { path: { findingId: findingId ?? '' } },
          signal,
        }),
      ),
    enabled: findingId !== undefined,
  });
  return (
    <SideDrawer opened={findingId !== undefined} title={t('findings.one')} onClose={onClose}>
      {detail.data ? (
        <FindingView key={detail.data.finding.id} detail={detail.data} withLink={withLink} />
      ) : detail.error ? (
        <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <ProgressOfWork doing={t('page.loading')} />
      )}
    </SideDrawer>
  );
}

const tones: Readonly<Record<FindingDetail['history'][number]['kind'], TimelineItem['tone']>> = {
  found: 'late',
  amended: 'none',
  answered: 'accent',
  reopened: 'due',
  closed: 'done',
};

function FindingView({ detail, withLink }: { detail: FindingDetail; withLink: boolean }) {
  const { t } = useTranslation('inspections');
  const { finding, history } = detail;
  const [step, setStep] = useState<'edit' | 'close' | 'reopen'>();
  const done = () => setStep(undefined);
  const last = history.at(-1);
  return (
    <>
      <Group gap={6} mb="sm">
        {finding.overdue ? <Tag tone="late">{t('findings.overdue')}</Tag> : null}
        <Tag tone={findingTones[finding.state]}>{t(`findingState.${finding.state}`)}</Tag>
        <Tag tone={severityTones[finding.severity]}>{t(`severity.${finding.severity}`)}</Tag>
      </Group>
      <p className={styles.text}>{finding.body}</p>
      {last?.kind === 'reopened' && last.note ? (
        <div style={{ marginTop: 12 }}>
          <Notice tone="due">{t('follow.stillOpen', { note: last.note })}</Notice>
        </div>
      ) : null}
      <div style={{ marginTop: 12 }}>
        <Facts
          facts={[
            { name: t('inspected'), value: finding.unit.name },
            { name: t('findings.foundOn'), value: formatDate(finding.foundOn) },
            { name: t('findings.dueOn'), value: formatDate(finding.dueOn) },
            {
              name: t('page.title'),
              value: withLink ? (
                <Link to={`/kiem-tra/${finding.inspectionId}`}>{t('findings.toInspection')}</Link>
              ) : null,
            },
          ]}
        />
      </div>
      {finding.answer || finding.files.length > 0 ? (
        <Section title={t('answer.title')}>
          {finding.answer ? <p className={styles.text}>{finding.answer}</p> : null}
          {finding.answeredBy && finding.answeredAt ? (
            <p className={styles.hint}>
              {t('answer.by', { name: finding.answeredBy.name, at: formatDateTime(finding.answeredAt) })}
            </p>
          ) : null}
          <ul className={styles.files}>
            {finding.files.map((file) => (
              <li key={file.id}>
                <a href={`/api/plan/attachments/${file.id}`} download>
                  {t('file', { name: file.fileName, size: formatNumber(Math.ceil(file.bytes / 1024), 0) })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {finding.may.includes('plan.answerFinding') || finding.may.includes('plan.attachFindingFile') ? (
        <AnswerFinding finding={finding} />
      ) : null}
      {step === undefined ? (
        <Group gap="sm" mt="md">
          {finding.may.includes('plan.closeFinding') ? (
            <Button onClick={() => setStep('close')}>{t('follow.close')}</Button>
          ) : null}
          {finding.may.includes('plan.reopenFinding') ? (
            <Button variant="default" onClick={() => setStep('reopen')}>
              {t('follow.reopen')}
            </Button>
          ) : null}
          {finding.may.includes('plan.updateFinding') ? (
            <Button variant="default" onClick={() => setStep('edit')}>
              {t('follow.edit')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {step === 'edit' ? <EditFinding finding={finding} onClose={done} /> : null}
      {step === 'close' ? <CloseFinding finding={finding} onClose={done} /> : null}
      {step === 'reopen' ? <ReopenFinding finding={finding} onClose={done} /> : null}
      <Section title={t('history.title')}>
        <Timeline
          label={t('history.title')}
          items={history.toReversed().map((entry) => ({
            key: entry.id,
            at: formatDateTime(entry.at),
            instant: entry.at,
            who: entry.by.name,
            what: t(`findingEvent.${entry.kind}`),
            note: entry.note,
            tone: tones[entry.kind] ?? 'none',
          }))}
        />
      </Section>
    </>
  );
}
