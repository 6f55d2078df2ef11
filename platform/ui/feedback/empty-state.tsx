import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './feedback.module.css';

/** Nothing here yet: says why, teaches the next step, and offers it as `action`. */
export function EmptyState({
  title,
  children,
  action,
  icon,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <span className={styles.emptyIcon} aria-hidden>
        {icon ?? <IconInbox size={32} stroke={1.5} />}
      </span>
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  );
}
