import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import {
  ConfirmDialog,
  DataTable,
  EmptyState,
  FilterChips,
  mergeAddress,
  Section,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import { periodName, type ReportList, reportTones } from './report-words.ts';
import styles from './reports.module.css';
import { SubmittedAt } from './submitted-at.tsx';

const statuses = ['missing', 'awaited', 'submitted', 'returned', 'accepted'] as const;

/** The units that report to this one: who has handed in, who has not, and a word to those. */
export function ReportsBelow({ data }: { data: ReportList }) {
  const { t } = useTranslation('reports');
  const { address } = useAddress();
  const status = statuses.find((one) => one === address.loc);
  const rows = status ? data.below.filter((line) => line.status === status) : data.below;
  const hasUnitsBelow = data.below.some(({ unit }) => unit.kind === 'commune');
  return (
    <Section
      title={t('below.title')}
      aside={data.may.includes('plan.remindMissing') ? <Remind data={data} /> : undefined}
    >
      <FilterChips
        name="loc"
        label={t('below.filters')}
        options={[
          { value: '', label: t('below.all'), count: data.counts.units },
          ...statuses
            .filter((one) => data.counts[one] > 0 || one === status)
            .map((one) => ({ value: one, label: t(`state.${one}`), count: data.counts[one] })),
        ]}
      />
      <DataTable
        caption={t('below.title')}
        rows={rows}
        rowKey={({ unit }) => unit.id}
        rowTo={({ report }) => (report ? `/bao-cao/${report.id}` : '')}
        total={data.counts.units}
        empty={<EmptyState title={t('below.empty')}>{t('below.emptyDetail')}</EmptyState>}
        columns={[
          { key: 'unit', header: t('below.unit'), phone: 'title', cell: ({ unit }) => unit.name },
          {
            key: 'status',
            header: t('own.state'),
            phone: 'corner',
            cell: (line) => (
              <span className={styles.states}>
                <Tag tone={reportTones[line.status]}>{t(`state.${line.status}`)}</Tag>
                {line.report?.submittedAt && line.report.late ? (
                  <Tag tone="late">{t('state.late')}</Tag>
                ) : null}
              </span>
            ),
          },
          {
            key: 'submitted',
            header: t('own.submittedAt'),
            cell: ({ report }) => <SubmittedAt at={report?.submittedAt ?? null} />,
          },
          ...(hasUnitsBelow
            ? [
                {
                  key: 'below',
                  header: t('below.further'),
                  cell: ({ unit }: ReportList['below'][number]) =>
                    unit.kind === 'commune' ? (
                      <Anchor
                        className={styles.above}
                        aria-label={t('below.schoolsOf', { unit: unit.name })}
                        renderRoot={(props) => (
                          <Link
                            to="/bao-cao"
                            search={mergeAddress(address, { unitId: unit.id, loc: '' }) as never}
                            {...props}
                          />
                        )}
                      >
                        {t('below.schools')}
                      </Anchor>
                    ) : (
                      ''
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}

function Remind({ data }: { data: ReportList }) {
  const { t } = useTranslation('reports');
  const [asking, setAsking] = useState(false);
  const missing = data.counts.missing + data.counts.awaited + data.counts.returned;
  const remind = useCommand({
    run: (period: ReportList['period'], init) =>
      answer(
        api.POST('/api/plan/reports/remind', {
          body: { periodKind: period.kind, periodStart: period.start },
          ...init,
        }),
      ),
    refreshes: [['plan', 'reports']],
    onDone: ({ units, told }) => {
      setAsking(false);
      toast(
        told > 0
          ? { tone: 'done', text: t('remind.done', { units, told }) }
          : { tone: 'info', text: t('remind.already') },
      );
    },
  });
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsking(true)}>
        {t('remind.button', { count: missing })}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('remind.title', { count: missing })}
        confirm={t('remind.button', { count: missing })}
        busy={remind.isPending}
        error={remind.error}
        onConfirm={() => remind.mutate(data.period)}
        onClose={() => setAsking(false)}
      >
        {t('remind.detail', { period: periodName(data.period, t) })}
      </ConfirmDialog>
    </>
  );
}
