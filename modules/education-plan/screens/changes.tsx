import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { EmptyState, ProblemAlert, Section, Tag } from '#platform/ui';
import styles from './plan.module.css';

const tones = { added: 'done', removed: 'late', changed: 'due' } as const;

/** What this revision changes against the one it amends, part by part. */
export function Changes({ planId }: { planId: string }) {
  const { t } = useTranslation('education-plan');
  const found = useQuery({
    queryKey: ['education-plan', planId, 'differences'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/education-plans/{planId}/differences', { params: { path: { planId } }, signal })),
  });
  if (found.error) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <p>{t('plan.loading')}</p>;
  if (found.data.parts.length === 0)
    return <EmptyState title={t('changes.none')}>{t('changes.noneDetail')}</EmptyState>;
  return found.data.parts.map(({ part, differences }) => (
    <Section key={part} title={part}>
      <ul className={styles.findings}>
        {differences.map((one) => (
          <li key={`${one.what} ${one.before} ${one.after}`}>
            <Tag tone={tones[one.what]}>{t(`changes.${one.what}`)}</Tag>
            {one.before ? (
              <p>
                <del>{one.before}</del>
              </p>
            ) : null}
            {one.after ? (
              <p>
                <ins>{one.after}</ins>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  ));
}
