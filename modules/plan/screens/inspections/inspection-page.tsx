import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatDate, formatDateTime } from '#platform/i18n';
import {
  Facts,
  Notice,
  Page,
  ProblemAlert,
  ProgressOfWork,
  Section,
  SideDrawer,
  Tag,
  Timeline,
  useAddress,
} from '#platform/ui';
import { AddFinding } from './add-finding.tsx';
import { Checklist } from './checklist.tsx';
import { FindingDrawer } from './finding-drawer.tsx';
import { FindingTable } from './finding-table.tsx';
import { InspectionSteps } from './inspection-steps.tsx';
import { type InspectionDetail, stateTones } from './inspection-words.ts';
import styles from './inspections.module.css';

/** One inspection: what it is, what was looked at, what must be mended, how it ended. */
export default function InspectionPage() {
  const { t } = useTranslation('inspections');
  const { inspectionId } = useParams({ strict: false }) as { inspectionId: string };
  const detail = useQuery({
    queryKey: ['plan', 'inspection', inspectionId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/plan/inspections/{inspectionId}', { params: { path: { inspectionId } }, signal })),
  });
  if (detail.data) return <Inspection detail={detail.data} />;
  return (
    <Page
      title={t(detail.error ? 'page.notFound' : 'page.title')}
      trail={[{ label: t('list.title'), to: '/kiem-tra' }]}
    >
      {detail.error ? (
        <ProblemAlert error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <ProgressOfWork doing={t('page.loading')} />
      )}
    </Page>
  );
}

function Inspection({ detail }: { detail: InspectionDetail }) {
  const { t } = useTranslation('inspections');
  const { address, set } = useAddress();
  const { inspection, findings, may } = detail;
  /** Which line a new finding is about; null: none in particular. */
  const [findingOn, setFindingOn] = useState<string | null>();
  const finds = may.includes('plan.addFinding');
  return (
    <Page
      title={inspection.inspectedUnit.name}
      trail={[{ label: t('list.title'), to: '/kiem-tra' }]}
      lead={
        <span className={styles.states}>
          <Tag tone={stateTones[inspection.state]}>{t(`state.${inspection.state}`)}</Tag>
          <Tag tone={inspection.kind === 'surprise' ? 'accent' : 'none'}>{t(`kind.${inspection.kind}`)}</Tag>
          <span>{inspection.purpose}</span>
        </span>
      }
    >
      <InspectionSteps detail={detail} />
      {inspection.kind === 'surprise' && inspection.state === 'planned' ? (
        <Notice>{t('page.surpriseHidden')}</Notice>
      ) : null}
      {inspection.cancelReason ? (
        <Notice tone="due">{t('page.cancelledBecause', { reason: inspection.cancelReason })}</Notice>
      ) : null}
      {inspection.conclusion ? (
        <Section title={t('conclusion')}>
          <p className={styles.text}>{inspection.conclusion}</p>
        </Section>
      ) : null}
      <Section title={t('page.facts')}>
        <Facts
          facts={[
            { name: t('inspecting'), value: inspection.inspectingUnit.name },
            { name: t('leader'), value: inspection.leader.name },
            { name: t('members'), value: inspection.members.map((member) => member.name).join(', ') },
            { name: t('plannedOn'), value: formatDate(inspection.plannedOn) },
            { name: t('beganOn'), value: inspection.beganOn ? formatDate(inspection.beganOn) : null },
            {
              name: t('concludedAt'),
              value: inspection.concludedAt ? formatDateTime(inspection.concludedAt) : null,
            },
          ]}
        />
      </Section>
      {inspection.state === 'planned' && findings.length === 0 ? null : (
        <Section
          title={t('findings.title', { count: findings.length })}
          aside={
            finds ? (
              <Button variant="default" size="xs" onClick={() => setFindingOn(null)}>
                {t('findings.add')}
              </Button>
            ) : null
          }
        >
          <FindingTable
            rows={findings}
            empty={<p className={styles.hint}>{t(finds ? 'findings.noneDetail' : 'findings.none')}</p>}
          />
        </Section>
      )}
      <Checklist detail={detail} onFinding={finds ? setFindingOn : undefined} />
      <History detail={detail} />
      <SideDrawer
        opened={findingOn !== undefined}
        title={t('findings.add')}
        onClose={() => setFindingOn(undefined)}
      >
        {findingOn !== undefined ? (
          <AddFinding
            key={findingOn ?? ''}
            inspection={inspection}
            item={detail.items.find((item) => item.id === findingOn)}
            onClose={() => setFindingOn(undefined)}
          />
        ) : null}
      </SideDrawer>
      <FindingDrawer findingId={address['kien-nghi']} onClose={() => set({ 'kien-nghi': '' })} />
    </Page>
  );
}

/** What happened so far, the latest first; the steps of each finding stand in its own drawer. */
function History({ detail }: { detail: InspectionDetail }) {
  const { t } = useTranslation('inspections');
  const { inspection, findings } = detail;
  const team = t('history.team', { unit: inspection.inspectingUnit.name });
  const steps = [
    ...(inspection.beganOn
      ? [{ key: 'began', on: inspection.beganOn, who: team, what: t('history.began'), note: null }]
      : []),
    ...findings.flatMap((finding) => [
      { key: finding.id, on: finding.foundOn, who: team, what: t('history.found'), note: finding.body },
      ...(finding.answeredAt
        ? [
            {
              key: `${finding.id} answer`,
              on: finding.answeredAt,
              who: finding.answeredBy?.name ?? finding.unit.name,
              what: t('history.answered'),
              note: finding.answer,
            },
          ]
        : []),
    ]),
    ...(inspection.concludedAt
      ? [
          {
            key: 'concluded',
            on: inspection.concludedAt,
            who: team,
            what: t('history.concluded'),
            note: null,
          },
        ]
      : []),
  ];
  if (steps.length === 0) return null;
  return (
    <Section title={t('history.title')}>
      <Timeline
        label={t('history.title')}
        items={steps
          .toSorted((a, b) => a.on.localeCompare(b.on))
          .toReversed()
          .map(({ key, on, who, what, note }) => ({
            key,
            at: on.length > 10 ? formatDateTime(on) : formatDate(on),
            instant: on,
            who,
            what,
            note,
          }))}
      />
    </Section>
  );
}
