import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  Facts,
  FilterChips,
  Page,
  ProblemAlert,
  Section,
  SideDrawer,
  useAddress,
} from '#platform/ui';
import { SchoolYearForm } from './school-year-form.tsx';

/** School years as the province decided them: dates, semesters, weeks. */
export default function SchoolYearsPage() {
  const { t } = useTranslation('organisation');
  const may = useMay();
  const { address } = useAddress();
  const [editing, setEditing] = useState<'new' | 'this'>();
  const years = useQuery({
    queryKey: ['school-years'],
    queryFn: ({ signal }) => answer(api.GET('/api/school-years', { signal })),
  });
  const list = years.data?.items ?? [];
  const current = list.find((year) => year.isCurrent) ?? list[0];
  const chosen = list.find((year) => year.name === address['nam-hoc']) ?? current;
  const detail = useQuery({
    queryKey: ['school-years', chosen?.id],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/school-years/{schoolYearId}', {
          params: { path: { schoolYearId: chosen?.id ?? '' } },
          signal,
        }),
      ),
    enabled: chosen !== undefined,
  });
  const range = (one: { startsOn: string; endsOn: string }) =>
    `${formatDate(one.startsOn)} – ${formatDate(one.endsOn)}`;
  const maySet = may('organisation.setSchoolYear');
  return (
    <Page
      title={t('year.title')}
      lead={t('year.lead')}
      action={maySet ? <Button onClick={() => setEditing('new')}>{t('year.create')}</Button> : null}
      tools={
        maySet && detail.data ? (
          <Button variant="default" onClick={() => setEditing('this')}>
            {t('year.edit')}
          </Button>
        ) : null
      }
    >
      {years.error ? <ProblemAlert error={years.error} onRetry={() => years.refetch()} /> : null}
      <FilterChips
        name="nam-hoc"
        label={t('year.title')}
        options={list.map((year) => ({
          value: year.id === current?.id ? '' : year.name,
          label: year.isCurrent ? t('year.now', { name: year.name }) : year.name,
        }))}
      />
      {years.data && list.length === 0 ? (
        <EmptyState title={t('year.none')}>{t('year.noneDetail')}</EmptyState>
      ) : null}
      {detail.error ? <ProblemAlert error={detail.error} onRetry={() => detail.refetch()} /> : null}
      {chosen && detail.isPending ? <Skeleton height={160} mt="md" /> : null}
      {detail.data ? (
        <>
          <div style={{ marginTop: 16 }}>
            <Facts
              facts={[
                { name: t('year.whole'), value: range(detail.data.schoolYear) },
                { name: t('year.opens'), value: formatDate(detail.data.schoolYear.opensOn) },
                ...detail.data.semesters.map((semester) => ({
                  name: t('year.semester', { number: semester.number, weeks: semester.weeks }),
                  value: range(semester),
                })),
                { name: t('year.source'), value: detail.data.schoolYear.sourceNote },
              ]}
            />
          </div>
          {detail.data.schoolYear.breaks.length > 0 ? (
            <Section title={t('year.breaks')}>
              <ul style={{ margin: 0, paddingLeft: 20 }}>
                {detail.data.schoolYear.breaks.map((pause) => (
                  <li key={`${pause.from} ${pause.name}`}>
                    {pause.name}: {range({ startsOn: pause.from, endsOn: pause.to })}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <Section title={t('year.weeks')}>
            <DataTable
              caption={t('year.weeks')}
              rows={detail.data.weeks}
              rowKey={(week) => String(week.number)}
              empty={<EmptyState title={t('year.noWeeks')} />}
              columns={[
                {
                  key: 'number',
                  header: t('year.week'),
                  phone: 'title',
                  cell: (week) => t('year.weekNumber', { number: week.number }),
                },
                { key: 'range', header: t('year.dates'), cell: range },
                {
                  key: 'semester',
                  header: t('year.semesterShort'),
                  cell: (week) => t('year.semesterNumber', { number: week.semester }),
                },
              ]}
            />
          </Section>
        </>
      ) : null}
      <SideDrawer
        opened={editing !== undefined}
        title={editing === 'new' ? t('year.create') : t('year.edit')}
        onClose={() => setEditing(undefined)}
      >
        {editing ? (
          <SchoolYearForm
            year={editing === 'this' ? detail.data : undefined}
            latest={list[0]?.name}
            onClose={() => setEditing(undefined)}
          />
        ) : null}
      </SideDrawer>
    </Page>
  );
}
