import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useSchoolYear } from '#api';
import { DataTable, EmptyState, FilterChips, Notice, Page, Section, useAddress } from '#platform/ui';
import type { AnswerOf } from '../answer-of.ts';
import { BeginPlan, type Begun } from './begin-plan.tsx';
import { PlanState } from './plan-state.tsx';

type Answer = AnswerOf<'lessons.listPlans'>;
type Lesson = Answer['lessons'][number];

/** The lessons a teacher gives by the programme, which of them have a plan, and where each plan stands. */
export default function PlansPage() {
  const { t } = useTranslation('lesson-plans');
  const { address } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const [begun, setBegun] = useState<Begun>();
  const query = schoolYear ? { schoolYear } : {};
  const plans = useQuery({
    queryKey: ['lessons', 'plans', query],
    queryFn: ({ signal }) => answer(api.GET('/api/lessons/plans', { params: { query }, signal })),
  });
  const data = plans.data;
  const may = data?.may.includes('lessons.createPlan') ?? false;
  const keyOf = ({ subjectCode, grade }: { subjectCode: string; grade: number }) => `${subjectCode}-${grade}`;
  const open = address.xem === 'chua-xong';
  const rows = (data?.lessons ?? []).filter(
    (lesson) =>
      (!address.mon || keyOf(lesson) === address.mon) && (!open || lesson.plan?.state !== 'approved'),
  );
  const approved = (data?.lessons ?? []).filter(({ plan }) => plan?.state === 'approved').length;
  return (
    <Page
      wide
      title={t('plans.title')}
      lead={data ? t('plans.lead', { approved, all: data.lessons.length, year: data.schoolYear }) : undefined}
      action={
        may && (data?.taught.length ?? 0) > 0 ? (
          <Button variant="default" onClick={() => setBegun({ taught: data!.taught })}>
            {t('plans.free')}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="xs" mb="sm">
        {(data?.taught.length ?? 0) > 1 ? (
          <FilterChips
            name="mon"
            label={t('plans.subject')}
            options={[
              { value: '', label: t('plans.all') },
              ...data!.taught.map((one) => ({
                value: keyOf(one),
                label: t('plans.subjectOf', { subject: one.subjectName, grade: one.grade }),
              })),
            ]}
          />
        ) : null}
        <FilterChips
          name="xem"
          label={t('plans.state')}
          options={[
            { value: '', label: t('plans.all') },
            { value: 'chua-xong', label: t('plans.open') },
          ]}
        />
      </Stack>
      {data && data.lessons.length === 0 ? (
        <Notice tone="due">
          {data.taught.length === 0 ? t('plans.notAssigned') : t('plans.noProgramme')}
        </Notice>
      ) : null}
      <DataTable
        caption={t('plans.title')}
        loading={plans}
        rows={rows}
        rowKey={({ lessonId }) => lessonId}
        empty={<EmptyState title={t('plans.none')}>{t('plans.noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'title',
            header: t('plans.lesson'),
            phone: 'title',
            cell: ({ title, plan }: Lesson) =>
              plan ? <Link to={`/bai-day/${plan.id}`}>{title}</Link> : title,
          },
          {
            key: 'subject',
            header: t('plans.subject'),
            cell: ({ subjectName, grade }) => t('plans.subjectOf', { subject: subjectName, grade }),
          },
          {
            key: 'week',
            header: t('plans.week'),
            align: 'right',
            cell: ({ week }) => (week === data?.week ? t('plans.thisWeek', { week }) : week),
          },
          { key: 'periods', header: t('plans.periods'), align: 'right', cell: ({ periods }) => periods },
          {
            key: 'state',
            header: t('plans.state'),
            phone: 'corner',
            cell: (lesson) =>
              lesson.plan ? (
                <PlanState state={lesson.plan.state} />
              ) : may ? (
                <Button
                  size="compact-sm"
                  aria-label={t('plans.beginFor', { title: lesson.title })}
                  onClick={() => setBegun({ lesson })}
                >
                  {t('plans.begin')}
                </Button>
              ) : (
                ''
              ),
          },
        ]}
      />
      {(data?.others.length ?? 0) > 0 ? (
        <Section title={t('plans.others')}>
          <DataTable
            caption={t('plans.others')}
            rows={data!.others}
            rowKey={({ id }) => id}
            rowTo={({ id }) => `/bai-day/${id}`}
            empty={null}
            columns={[
              { key: 'title', header: t('plans.lesson'), phone: 'title', cell: ({ title }) => title },
              {
                key: 'subject',
                header: t('plans.subject'),
                cell: ({ subjectName, grade }) => t('plans.subjectOf', { subject: subjectName, grade }),
              },
              {
                key: 'state',
                header: t('plans.state'),
                phone: 'corner',
                cell: ({ state }) => <PlanState state={state} />,
              },
            ]}
          />
        </Section>
      ) : null}
      {begun ? <BeginPlan begun={begun} onClose={() => setBegun(undefined)} /> : null}
    </Page>
  );
}
