import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { formatNumber } from '#platform/i18n';
import { Notice, ProblemAlert, ProgressOfWork } from '#platform/ui';
import styles from './documents.module.css';

/** What a revision changes, adds and leaves out, and how much given work each of it touches. */
export function ComparisonView({ documentId }: { documentId: string }) {
  const { t } = useTranslation('plan-document');
  const comparison = useQuery({
    queryKey: ['plan', 'document', documentId, 'comparison'],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/documents/{documentId}/comparison', { params: { path: { documentId } }, signal }),
      ),
  });
  if (comparison.error)
    return <ProblemAlert error={comparison.error} onRetry={() => void comparison.refetch()} />;
  if (!comparison.data) return <ProgressOfWork doing={t('compare.comparing')} />;
  const { kept, changed, added, removed } = comparison.data;
  const touched = (count: number) =>
    count > 0 ? (
      <span className={styles.soft}> {t('compare.assignments', { count, shown: formatNumber(count) })}</span>
    ) : null;
  return (
    <div>
      <Notice>{t('compare.kept', { count: kept })}</Notice>
      <h3 className={styles.smallHead}>{t('compare.changed', { count: changed.length })}</h3>
      {changed.map((duty) => (
        <article key={duty.code} className={styles.change}>
          <p className={styles.first}>
            <strong>{duty.code}</strong>{' '}
            {duty.fields.map((field) => t(`compare.field.${field}`, { defaultValue: field })).join(', ')}
            {touched(duty.assignments)}
          </p>
          {duty.before === duty.after ? (
            <p className={styles.first}>{duty.after}</p>
          ) : (
            <div className={styles.pair}>
              <p>
                <span className={styles.soft}>{t('compare.before')}</span>
                <br />
                <del>{duty.before}</del>
              </p>
              <p>
                <span className={styles.soft}>{t('compare.after')}</span>
                <br />
                <ins>{duty.after}</ins>
              </p>
            </div>
          )}
        </article>
      ))}
      <h3 className={styles.smallHead}>{t('compare.added', { count: added.length })}</h3>
      <ul className={styles.lines}>
        {added.map((duty) => (
          <li key={duty.code}>
            {duty.code}: {duty.title}
          </li>
        ))}
      </ul>
      <h3 className={styles.smallHead}>{t('compare.removed', { count: removed.length })}</h3>
      <ul className={styles.lines}>
        {removed.map((duty) => (
          <li key={duty.code}>
            {duty.code}: {duty.title}
            {touched(duty.assignments)}
          </li>
        ))}
      </ul>
    </div>
  );
}
