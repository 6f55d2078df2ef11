import { Button } from '@mantine/core';
import { IconAlertTriangle, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../state/problem.ts';
import styles from './feedback.module.css';

/**
 * What went wrong and what to do, from a problem document (or anything thrown): title, detail, list of faults,
 * the id of the request for the administrator. `onRetry` adds "Thử lại" where trying again can help, not after a refusal.
 */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('ui');
  const problem = problemOf(error);
  const own = problem.code === 'web.offline' ? 'offline' : problem.code === 'web.fault' ? 'fault' : undefined;
  const requestId = problem.instance?.replace('urn:uuid:', '');
  const isRefusal = [400, 403, 404, 422].includes(problem.status);
  const Icon = own === 'offline' ? IconWifiOff : IconAlertTriangle;
  return (
    <div className={styles.problem} role="alert" data-problem={problem.code}>
      <Icon size={20} aria-hidden className={styles.problemIcon} />
      <div>
        <strong>{own ? t(`problem.${own}.title`) : problem.title}</strong>
        <p>{own ? t(`problem.${own}.detail`) : problem.detail}</p>
        {problem.problems?.length ? (
          <ul>
            {problem.problems.map((one) => (
              <li key={`${one.path} ${one.message}`}>{one.message}</li>
            ))}
          </ul>
        ) : null}
        {requestId && problem.status >= 500 ? (
          <p className={styles.requestId}>{t('problem.requestId', { id: requestId })}</p>
        ) : null}
        {onRetry && !isRefusal ? (
          <Button variant="default" size="xs" mt={8} onClick={onRetry}>
            {t('problem.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
