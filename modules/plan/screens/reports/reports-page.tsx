import { Button } from '@mantine/core';
import { IconSum } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import { DataTable, EmptyState, Page, ProblemAlert, ProgressOfWork, Section, Tag } from '#platform/ui';
import { PeriodPicker, usePeriodQuery } from './period-picker.tsx';
import { periodName, type ReportList, reportTones } from './report-words.ts';
import styles from './reports.module.css';
import { ReportsBelow } from './reports-below.tsx';
import { SubmittedAt } from './submitted-at.tsx';

/** Reports of a period: the unit's own, and who below has handed theirs in. */
export default function ReportsPage() {
  const { t } = useTranslation('reports');
  const may = useMay();
  const query = usePeriodQuery();
  const list = useQuery({
    queryKey: ['plan', 'reports', query],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/reports', { params: { query }, signal })),
    placeholderData: (before) => before,
  });
  const navigate = useNavigate();
  const open = useCommand({
    run: (period: ReportList['period'], init) =>
      answer(
        api.POST('/api/plan/reports', {
          body: { periodKind: period.kind, periodStart: period.start },
          ...init,
        }),
      ),
    refreshes: [['plan', 'reports']],
    onDone: ({ id }) => void navigate({ to: `/bao-cao/${id}` }),
  });
  const data = list.data;
  const period = data?.period;
  const place = period
    ? {
        periodKind: period.kind,
        periodStart: period.start,
        ...(query.unitId ? { unitId: query.unitId } : {}),
      }
    : {};

  return (
    <Page
      title={query.unitId && data ? t('list.titleOf', { unit: data.unit.name }) : t('list.title')}
      trail={query.unitId ? [{ label: t('list.title'), to: '/bao-cao' }] : []}
      lead={
        period
          ? t('list.lead', { period: periodName(period, t), dueOn: formatDate(period.dueOn) })
          : list.error
            ? undefined
            : t('list.loading')
      }
      tools={
        data && data.below.length > 0 && may('plan.aggregateReports') ? (
          <Button
            variant="default"
            leftSection={<IconSum size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/bao-cao/tong-hop" search={place as never} {...props} />}
          >
            {t('list.totals')}
          </Button>
        ) : undefined
      }
      action={
        data && period && data.may.includes('plan.openReport') ? (
          <Button loading={open.isPending} onClick={() => open.mutate(period)}>
            {t('list.open', { period: periodName(period, t) })}
          </Button>
        ) : undefined
      }
    >
      <PeriodPicker period={period} periods={data?.periods ?? []} />
      {open.error ? <ProblemAlert error={open.error} /> : null}
      {list.error && !data ? (
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      ) : !data ? (
        <ProgressOfWork doing={t('list.loading')} />
      ) : (
        <>
          {data.reports ? <OwnReports data={data} /> : null}
          {data.below.length > 0 ? <ReportsBelow data={data} /> : null}
          {!data.reports && data.below.length === 0 ? (
            <EmptyState title={t('list.nothing')}>{t('list.nothingDetail')}</EmptyState>
          ) : null}
        </>
      )}
    </Page>
  );
}

/** What the unit has written this school year; first what the chosen period still lacks. */
function OwnReports({ data }: { data: ReportList }) {
  const { t } = useTranslation('reports');
  return (
    <Section title={t('own.title', { unit: data.unit.name })}>
      {data.own || data.ownOfYear.length === 0 ? null : (
        <p className={styles.muted}>{t('own.none', { period: periodName(data.period, t) })}</p>
      )}
      <DataTable
        caption={t('own.title', { unit: data.unit.name })}
        rows={data.ownOfYear}
        rowKey={({ report }) => report.id}
        rowTo={({ report }) => `/bao-cao/${report.id}`}
        empty={
          <EmptyState title={t('own.none', { period: periodName(data.period, t) })}>
            {t(data.may.includes('plan.openReport') ? 'own.noneDetail' : 'own.noneOther')}
          </EmptyState>
        }
        columns={[
          {
            key: 'period',
            header: t('own.period'),
            phone: 'title',
            cell: ({ period }) => periodName(period, t),
          },
          {
            key: 'state',
            header: t('own.state'),
            phone: 'corner',
            cell: ({ report }) => (
              <span className={styles.states}>
                <Tag tone={reportTones[report.state]}>{t(`state.${report.state}`)}</Tag>
                {report.late ? (
                  <Tag tone="late">{t(report.submittedAt ? 'state.late' : 'state.overdue')}</Tag>
                ) : null}
              </span>
            ),
          },
          {
            key: 'due',
            header: t('own.dueOn'),
            cell: ({ period }) => (
              <>
                <span className={styles.onPhone}>{t('own.dueOn')} </span>
                {formatDate(period.dueOn)}
              </>
            ),
          },
          {
            key: 'submitted',
            header: t('own.submittedAt'),
            cell: ({ report }) => <SubmittedAt at={report.submittedAt} />,
          },
        ]}
      />
    </Section>
  );
}
