import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate, formatDateTime } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  Facts,
  Notice,
  Page,
  ProblemAlert,
  ProgressOfWork,
  Section,
  StateBadge,
  Tag,
  Timeline,
  type TimelineItem,
} from '#platform/ui';
import { ExtensionDecision, QuestionAnswer } from './decisions.tsx';
import { Discussion } from './discussion.tsx';
import { DueDate } from './due-date.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { Steps } from './steps.tsx';
import styles from './work.module.css';
import type { AssignmentDetail } from './work-words.ts';

/** The page of a duty in somebody's hands: what the plan says, what to do, what shows it, what happened. */
export default function AssignmentPage() {
  const { t } = useTranslation('work');
  const { assignmentId } = useParams({ strict: false }) as { assignmentId: string };
  const detail = useQuery({
    queryKey: ['plan', 'assignment', assignmentId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/plan/assignments/{assignmentId}', { params: { path: { assignmentId } }, signal })),
  });
  if (detail.error && !detail.data) {
    return (
      <Page title={t('duty.notFound')} trail={[{ label: t('inbox.title'), to: '/viec-cua-toi' }]}>
        <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />
      </Page>
    );
  }
  if (!detail.data) {
    return (
      <Page title={t('duty.loading')}>
        <ProgressOfWork doing={t('duty.loading')} />
      </Page>
    );
  }
  return <Assignment detail={detail.data} />;
}

function Assignment({ detail }: { detail: AssignmentDetail }) {
  const { t } = useTranslation('work');
  const { assignment, duty, may } = detail;
  const open = ['notStarted', 'inProgress', 'returned'].includes(assignment.state);
  return (
    <Page
      title={assignment.title}
      trail={[{ label: t('inbox.title'), to: '/viec-cua-toi' }]}
      lead={
        <span className={styles.states}>
          <StateBadge state={assignment.shown} />
          {assignment.blocked ? <StateBadge state="blocked" /> : null}
          {assignment.question ? <Tag tone="wait">{t('inbox.question')}</Tag> : null}
          <span>{assignment.account?.name ?? assignment.unit.name}</span>
        </span>
      }
    >
      {assignment.stateNote ? (
        <Notice tone={assignment.state === 'returned' ? 'due' : 'info'}>
          {t(`duty.stateNote.${assignment.state}`, { note: assignment.stateNote })}
        </Notice>
      ) : null}
      <Steps detail={detail} />
      {may.includes('plan.decideExtension') && detail.extension ? (
        <ExtensionDecision key={detail.extension.id} extension={detail.extension} />
      ) : null}
      {may.includes('plan.answerQuestion') ? <QuestionAnswer assignmentId={assignment.id} /> : null}
      <div className={styles.columns}>
        <div>
          <Section title={t('duty.what')}>
            {duty.body !== assignment.title ? <p className={styles.body}>{duty.body}</p> : null}
            <Facts
              facts={[
                { name: t('inbox.due'), value: <DueDate dueOn={assignment.dueOn} open={open} /> },
                { name: t('duty.startsOn'), value: formatDate(assignment.startsOn) },
                { name: t('duty.done'), value: duty.definitionOfDone },
                {
                  name: t('duty.receiver'),
                  value: t('inbox.unitRole', {
                    unit: assignment.unit.name,
                    role: t(`shell:role.${assignment.role}`),
                  }),
                },
                {
                  name: t('duty.acknowledged'),
                  value: assignment.acknowledgedAt
                    ? formatDateTime(assignment.acknowledgedAt)
                    : t('duty.notAcknowledged'),
                },
                { name: t('inbox.code'), value: duty.code },
              ]}
            />
          </Section>
          <EvidenceSection detail={detail} />
          {detail.parts.length > 0 ? (
            <Section title={t('duty.parts', { ...assignment.parts })}>
              <DataTable
                caption={t('inbox.parts')}
                rows={detail.parts}
                rowKey={(part) => part.id}
                rowTo={(part) => `/viec/${part.id}`}
                empty={null}
                columns={[
                  {
                    key: 'who',
                    header: t('inbox.to'),
                    phone: 'title',
                    cell: (part) => part.account?.name ?? part.unit.name,
                  },
                  {
                    key: 'state',
                    header: t('inbox.state'),
                    phone: 'corner',
                    cell: (part) => <StateBadge state={part.shown} />,
                  },
                  { key: 'due', header: t('inbox.due'), cell: (part) => formatDate(part.dueOn) },
                ]}
              />
            </Section>
          ) : null}
          <Discussion detail={detail} />
        </div>
        <aside>
          <Section title={t('duty.source')}>
            <p className={styles.muted}>
              {detail.document.title}
              {detail.document.signedOn ? `, ${formatDate(detail.document.signedOn)}` : ''}
            </p>
            <ol className={styles.path}>
              {duty.sectionPath.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {detail.sources.map((paragraph) => (
              <blockquote key={paragraph.ordinal} className={styles.quote}>
                {paragraph.body}
              </blockquote>
            ))}
          </Section>
          {detail.solutions.length > 0 ? (
            <Section title={t('duty.solutions')}>
              <ul className={styles.plain}>
                {detail.solutions.map((solution) => (
                  <li key={solution.id}>{solution.body}</li>
                ))}
              </ul>
            </Section>
          ) : null}
          {detail.officialDocuments.length > 0 ? (
            <Section title={t('duty.officialDocuments')}>
              <ul className={styles.plain}>
                {detail.officialDocuments.map((document) => (
                  <li key={document.id}>
                    <Link to={`/van-ban/${document.id}`}>
                      {document.symbol ? `${document.symbol}: ` : ''}
                      {document.abstract}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <Section title={t('duty.history')}>
            {detail.history.length === 0 ? (
              <EmptyState title={t('duty.noHistory')} />
            ) : (
              <Timeline
                label={t('duty.history')}
                items={detail.history.toReversed().map((entry) => timelineItem(entry, t))}
              />
            )}
          </Section>
        </aside>
      </div>
    </Page>
  );
}

const tones: Record<string, TimelineItem['tone']> = {
  accepted: 'done',
  settled: 'done',
  returned: 'due',
  blocked: 'late',
  escalated: 'late',
  submitted: 'accent',
};

function timelineItem(entry: AssignmentDetail['history'][number], t: TFunction): TimelineItem {
  const details = (entry.details ?? {}) as { names?: string[]; dueOn?: string };
  return {
    key: entry.id,
    at: formatDateTime(entry.at),
    instant: entry.at,
    who: entry.by?.name ?? t('duty.system'),
    what: t(`event.${entry.kind}`, {
      names: details.names?.slice(0, 6).join(', ') ?? '',
      dueOn: details.dueOn ? formatDate(details.dueOn) : '',
    }),
    note: entry.note,
    tone: tones[entry.kind] ?? 'none',
  };
}
