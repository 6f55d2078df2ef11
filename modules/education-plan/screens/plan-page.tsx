import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay, useMe } from '#api';
import { formatDate, formatDateTime } from '#platform/i18n';
import { FilterChips, Notice, Page, ProblemAlert, Section, Tag, toast, useAddress } from '#platform/ui';
import type { PlanWhole } from './answer-of.ts';
import { CalendarForm } from './calendar-form.tsx';
import { Changes } from './changes.tsx';
import { FiguresView } from './figures-view.tsx';
import { FindingsList } from './findings-list.tsx';
import { LoadTable } from './load-table.tsx';
import { partColumns } from './part-columns.ts';
import { PartEditor } from './part-editor.tsx';
import styles from './plan.module.css';
import { PlanSteps } from './plan-steps.tsx';
import type { Row } from './rows-table.tsx';
import { TeamsView } from './teams-view.tsx';

const parts = [
  'sections',
  'targets',
  'periods',
  'dayLoads',
  'secondSession',
  'activities',
  'integratedTopics',
] as const;
const files = ['docx', 'pdf', 'xlsx'] as const;

/** One revision of the plan: overview with the checks, its parts, the teams, what changed. */
export default function PlanPage() {
  const { t } = useTranslation('education-plan');
  const { planId } = useParams({ strict: false }) as { planId: string };
  const { address } = useAddress();
  const may = useMay();
  const found = useQuery({
    queryKey: ['education-plan', planId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/education-plans/{planId}', { params: { path: { planId } }, signal })),
  });
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  const whole = found.data;
  if (!whole) return <Page title={t('plan.title', { year: '' })}>{t('plan.loading')}</Page>;
  const { plan } = whole;
  const view = address.muc ?? '';
  const part = parts.find((one) => one === view);
  const home = may('educationPlan.listPlans')
    ? { label: t('plans.title'), to: '/ke-hoach-truong' }
    : { label: t('board.title'), to: '/ke-hoach-truong/cac-truong' };
  const views = [
    '',
    ...parts,
    ...(whole.teams.length > 0 ? ['to'] : []),
    ...(plan.basedOn ? ['thay-doi'] : []),
  ];
  return (
    <Page
      title={t('plan.title', { year: plan.schoolYear })}
      trail={[home]}
      lead={plan.unitName}
      tools={
        may('educationPlan.downloadPlan')
          ? files.map((kind) => (
              <Button
                key={kind}
                component="a"
                variant="default"
                size="xs"
                href={`/api/education-plans/${planId}/file?kind=${kind}`}
                download
              >
                {t(`file.${kind}`)}
              </Button>
            ))
          : undefined
      }
      wide
    >
      <div className={styles.steps}>
        <Tag tone={plan.state === 'published' ? 'done' : plan.state === 'draft' ? 'none' : 'accent'}>
          {t(`state.${plan.state}`)}
        </Tag>
        <span>{t('plan.revision', { number: plan.revision })}</span>
        {plan.publishedAt ? (
          <span>{t('plan.published', { at: formatDateTime(plan.publishedAt) })}</span>
        ) : null}
        <PlanSteps whole={whole} />
        <ReadReceipt whole={whole} />
        {may('educationPlan.drawTeacherPlan') ? (
          <Link to={`/ke-hoach-truong/${planId}/giao-vien`}>{t('teacher.title')}</Link>
        ) : null}
        {plan.state === 'published' ? (
          <a href={`/cong-khai/ke-hoach/${plan.unitCode}`} target="_blank" rel="noreferrer">
            {t('plan.publicPage')}
          </a>
        ) : null}
      </div>
      {plan.returnedNote ? (
        <Notice tone="due">{t('plan.returned', { note: plan.returnedNote })}</Notice>
      ) : null}
      {plan.amendmentReason ? (
        <Notice>{t('plan.amendment', { reason: plan.amendmentReason, minute: plan.councilMinute })}</Notice>
      ) : null}
      <FilterChips
        name="muc"
        label={t('plan.views')}
        options={views.map((value) => ({ value, label: t(`view.${value === '' ? 'overview' : value}`) }))}
      />
      {part ? <Part whole={whole} part={part} /> : null}
      {view === '' ? <Overview whole={whole} /> : null}
      {view === 'to' ? <TeamsView whole={whole} /> : null}
      {view === 'thay-doi' ? <Changes planId={planId} /> : null}
    </Page>
  );
}

function ReadReceipt({ whole }: { whole: PlanWhole }) {
  const { t } = useTranslation('education-plan');
  const may = useMay();
  const confirm = useCommand({
    run: (planId: string, init) =>
      answer(api.POST('/api/education-plans/{planId}/readings', { params: { path: { planId } }, ...init })),
    refreshes: [['education-plan']],
    onDone: () => toast({ tone: 'done', text: t('reading.done') }),
  });
  if (whole.plan.state !== 'published' || !may('educationPlan.confirmReading')) return null;
  if (whole.readByMe) return <Tag tone="done">{t('reading.mine')}</Tag>;
  return (
    <Button loading={confirm.isPending} onClick={() => confirm.mutate(whole.plan.id)}>
      {t('reading.confirm')}
    </Button>
  );
}

function Overview({ whole }: { whole: PlanWhole }) {
  const { t } = useTranslation('education-plan');
  const { role } = useMe();
  const { calendar, acknowledgementNote, warningsReason } = whole.plan;
  const readsOnly = ['teacher', 'homeroomTeacher', 'pupil', 'guardian'].includes(role?.role ?? '');
  const subjectName = (code: string) => whole.subjects.find((one) => one.code === code)?.name ?? code;
  return (
    <>
      {readsOnly ? null : (
        <Section title={t('findings.title')}>
          {warningsReason ? <Notice>{t('plan.warningsReason', { reason: warningsReason })}</Notice> : null}
          <FindingsList findings={whole.findings} />
        </Section>
      )}
      {acknowledgementNote ? (
        <Notice>{t('plan.acknowledgement', { note: acknowledgementNote })}</Notice>
      ) : null}
      <Section title={t('figures.title')}>
        <FiguresView figures={whole.figures} subjectName={readsOnly ? undefined : subjectName} />
      </Section>
      <Section title={t('load.title')}>
        <LoadTable rows={whole.rows.dayLoads} />
      </Section>
      <Section title={t('calendar.title')}>
        <p>
          {t('calendar.spans', {
            from1: formatDate(calendar.lessonsFrom),
            to1: formatDate(calendar.semester1To),
            from2: formatDate(calendar.semester2From),
            to2: formatDate(calendar.lessonsTo),
          })}
        </p>
        {whole.may.includes('edit') ? <CalendarForm plan={whole.plan} /> : null}
      </Section>
      {whole.readings.length > 0 && whole.plan.publishedAt ? (
        <Section title={t('reading.title')}>
          <ul>
            {whole.readings.map((row) => (
              <li key={row.role}>
                {t('reading.count', { role: t(`role.${row.role}`), read: row.read, people: row.people })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Part({ whole, part }: { whole: PlanWhole; part: (typeof parts)[number] }) {
  const { t } = useTranslation('education-plan');
  const queries = useQueryClient();
  const { plan } = whole;
  const save = useCommand({
    run: (rows: readonly Row[], init) =>
      answer(
        api.PUT('/api/education-plans/{planId}/rows', {
          params: { path: { planId: plan.id } },
          body: { part, version: plan.version, rows } as never,
          ...init,
        }),
      ),
    refreshes: [['education-plan']],
  });
  const grades = [...new Set(whole.classes.map(({ grade }) => grade))];
  const columns = partColumns(t, {
    subjects: whole.subjects,
    classes: whole.classes,
    ...(grades.length > 0 ? { grades } : {}),
  });
  return (
    <Section title={t(`view.${part}`)}>
      <PartEditor
        key={part}
        caption={t(`view.${part}`)}
        columns={columns[part]}
        rows={whole.rows[part] as readonly Row[]}
        mayEdit={whole.may.includes('edit')}
        busy={save.isPending}
        error={save.error}
        onSave={(rows, done) => save.mutate(rows, { onSuccess: done })}
        onReset={() => {
          save.reset();
          void queries.invalidateQueries({ queryKey: ['education-plan'] });
        }}
      />
    </Section>
  );
}
