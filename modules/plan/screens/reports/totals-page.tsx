import { Anchor, Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { EmptyState, Page, ProblemAlert, ProgressOfWork, Section } from '#platform/ui';
import { Figures } from './figures.tsx';
import { PeriodPicker, usePeriodQuery } from './period-picker.tsx';
import { periodName } from './report-words.ts';
import styles from './reports.module.css';

/** The reports handed in by everything below, added up, and who is missing from the sum. */
export default function TotalsPage() {
  const { t } = useTranslation('reports');
  const query = usePeriodQuery();
  const totals = useQuery({
    queryKey: ['plan', 'reports', 'totals', query],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/report-totals', { params: { query }, signal })),
    placeholderData: (before) => before,
  });
  const list = useQuery({
    queryKey: ['plan', 'reports', query],
    queryFn: ({ signal }) => answer(api.GET('/api/plan/reports', { params: { query }, signal })),
    placeholderData: (before) => before,
  });
  const data = totals.data;
  return (
    <Page
      title={data ? t('totals.titleOf', { period: periodName(data.period, t) }) : t('totals.title')}
      trail={[{ label: t('list.title'), to: '/bao-cao' }]}
      lead={
        data
          ? t('totals.lead', { unit: data.unit.name, submitted: data.submitted, expected: data.expected })
          : totals.error
            ? undefined
            : t('totals.loading')
      }
      tools={
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          {t('report.print')}
        </Button>
      }
    >
      <PeriodPicker period={data?.period} periods={list.data?.periods ?? []} />
      {totals.error && !data ? (
        <ProblemAlert error={totals.error} onRetry={() => void totals.refetch()} />
      ) : !data ? (
        <ProgressOfWork doing={t('totals.loading')} />
      ) : (
        <>
          {data.submitted === 0 ? (
            <EmptyState title={t('totals.empty')}>{t('totals.emptyDetail')}</EmptyState>
          ) : (
            <Figures figures={data.figures} />
          )}
          {data.missing.length > 0 ? (
            <Section
              title={t('totals.missing', { count: data.missing.length })}
              aside={
                <Anchor
                  className="hb-no-print"
                  renderRoot={(props) => <Link to="/bao-cao" search={query as never} {...props} />}
                >
                  {t('totals.toList')}
                </Anchor>
              }
            >
              <ul className={styles.missing}>
                {data.missing.map((unit) => (
                  <li key={unit.id}>{unit.name}</li>
                ))}
              </ul>
            </Section>
          ) : null}
        </>
      )}
    </Page>
  );
}
