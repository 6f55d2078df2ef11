import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay, useSchoolYear } from '#api';
import { formatDate, formatDateTime } from '#platform/i18n';
import { DataTable, EmptyState, Notice, Page, ProblemAlert, Section, Tag } from '#platform/ui';
import styles from './plan.module.css';

/** The plans of the own school in the chosen year: revisions, guidance, and the one press that drafts. */
export default function PlansPage() {
  const { t } = useTranslation('education-plan');
  const may = useMay();
  const navigate = useNavigate();
  const { name: schoolYear } = useSchoolYear();
  const plans = useQuery({
    queryKey: ['education-plan', 'list'],
    queryFn: ({ signal }) => answer(api.GET('/api/education-plans', { signal })),
  });
  const draft = useCommand({
    run: (from: 'framework' | 'lastYear', init) =>
      answer(
        api.POST('/api/education-plans', { body: { from, ...(schoolYear ? { schoolYear } : {}) }, ...init }),
      ),
    refreshes: [['education-plan']],
    onDone: ({ id }) => void navigate({ to: `/ke-hoach-truong/${id}` }),
  });
  const items = plans.data?.items ?? [];
  return (
    <Page title={t('plans.title')} lead={t('plans.lead')}>
      {draft.error ? <ProblemAlert error={draft.error} /> : null}
      {(plans.data?.guidance ?? []).map((one) => (
        <Notice key={one.unitName}>
          <strong>
            {one.title} – {one.unitName}
          </strong>
          {one.publishBy ? <span> {t('plans.publishBy', { day: formatDate(one.publishBy) })}</span> : null}
          <p className={styles.text}>{one.body}</p>
        </Notice>
      ))}
      <Section title={t('plans.revisions')}>
        <DataTable
          caption={t('plans.revisions')}
          loading={plans}
          rows={items}
          rowKey={(plan) => plan.id}
          rowTo={(plan) => `/ke-hoach-truong/${plan.id}`}
          empty={
            may('educationPlan.draftPlan') ? (
              <EmptyState title={t('plans.none')}>
                <p>{t('plans.noneDetail')}</p>
                <Group gap="sm" justify="center">
                  <Button loading={draft.isPending} onClick={() => draft.mutate('framework')}>
                    {t('plans.fromFramework')}
                  </Button>
                  {plans.data?.lastYear ? (
                    <Button
                      variant="default"
                      loading={draft.isPending}
                      onClick={() => draft.mutate('lastYear')}
                    >
                      {t('plans.fromLastYear')}
                    </Button>
                  ) : null}
                </Group>
              </EmptyState>
            ) : (
              <EmptyState title={t('plans.none')}>{t('plans.noneRead')}</EmptyState>
            )
          }
          columns={[
            {
              key: 'revision',
              header: t('plans.revision'),
              phone: 'title',
              cell: (plan) => t('plan.revisionOf', { number: plan.revision, year: plan.schoolYear }),
            },
            {
              key: 'state',
              header: t('plans.state'),
              phone: 'corner',
              cell: (plan) => (
                <Tag tone={plan.state === 'published' ? 'done' : 'none'}>{t(`state.${plan.state}`)}</Tag>
              ),
            },
            { key: 'reason', header: t('plans.reason'), cell: (plan) => plan.amendmentReason ?? '' },
            {
              key: 'published',
              header: t('plans.publishedAt'),
              cell: (plan) => (plan.publishedAt ? formatDateTime(plan.publishedAt) : ''),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
