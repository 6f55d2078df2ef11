import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './data.module.css';

/** Actions on the chosen rows of a table; says how many. Shows nothing while nothing is chosen. */
export function BulkBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  if (count === 0) return null;
  return (
    <section className={styles.bulk} aria-label={t('list.bulk')}>
      <strong>{t('list.chosen', { count })}</strong>
      {children}
      <Button variant="subtle" size="xs" onClick={onClear}>
        {t('list.unselect')}
      </Button>
    </section>
  );
}
