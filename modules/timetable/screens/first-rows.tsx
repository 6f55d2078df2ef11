import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './timetable.module.css';

/** A list of which the first rows are shown, and all when they are asked for; each child is a row. */
export function FirstRows({ first, children }: { first: number; children: readonly ReactNode[] }) {
  const { t } = useTranslation('timetable');
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className={styles.findings}>{all ? children : children.slice(0, first)}</ul>
      {children.length > first ? (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => setAll(!all)}>
          {all ? t('violations.fewer') : t('violations.more', { count: children.length - first })}
        </Button>
      ) : null}
    </>
  );
}
