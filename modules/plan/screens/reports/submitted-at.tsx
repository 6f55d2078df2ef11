import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#platform/i18n';
import styles from './reports.module.css';

/** When a report was handed in; nothing while it was not. */
export function SubmittedAt({ at }: { at: string | null }) {
  const { t } = useTranslation('reports');
  if (at === null) return null;
  return (
    <>
      <span className={styles.onPhone}>{t('own.submittedAt')} </span>
      <time dateTime={at}>{formatDateTime(at)}</time>
    </>
  );
}
