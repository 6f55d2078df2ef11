import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { Page, ProblemAlert } from '#platform/ui';
import { PlanForm } from './plan-form.tsx';
import { PlanReading } from './plan-reading.tsx';

/** A lesson plan: its author writes it here, the group head reads and decides. */
export default function PlanPage() {
  const { t } = useTranslation('lesson-plans');
  const { planId } = useParams({ strict: false }) as { planId: string };
  const found = useQuery({
    queryKey: ['lessons', 'plan', planId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/lessons/plans/{planId}', { params: { path: { planId } }, signal })),
  });
  if (!found.data) {
    return (
      <Page title={t('plan.title')}>
        {found.error ? (
          <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Skeleton height={320} />
        )}
      </Page>
    );
  }
  const { plan } = found.data;
  return plan.may.includes('save') ? (
    <PlanForm key={`${plan.id} ${plan.state}`} found={found.data} />
  ) : (
    <PlanReading found={found.data} />
  );
}
