import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './feedback.module.css';

/**
 * Work of more than a second: what is being done, how far, and a way to stop.
 * `done`/`total` in pieces of work; without a total only the words show that something moves.
 */
export function ProgressOfWork({
  doing,
  done,
  total,
  onStop,
}: {
  doing: string;
  done?: number;
  total?: number;
  onStop?: () => void;
}) {
  const { t } = useTranslation('ui');
  const known = done !== undefined && total !== undefined && total > 0;
  return (
    <div className={styles.progress} role="status">
      <span>
        {doing}
        {known ? ` ${t('work.of', { done, total })}` : '…'}
      </span>
      <Progress value={known ? (100 * done) / total : 100} animated={!known} aria-label={doing} />
      {onStop ? (
        <Button variant="default" size="xs" onClick={onStop} style={{ alignSelf: 'flex-start' }}>
          {t('work.stop')}
        </Button>
      ) : null}
    </div>
  );
}
