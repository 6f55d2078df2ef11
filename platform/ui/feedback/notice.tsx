import { IconCircleCheck, IconClock, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './feedback.module.css';

const icons = { info: IconInfoCircle, done: IconCircleCheck, due: IconClock };

/** A remark that stays on the page: information, something done, something due. */
export function Notice({ tone = 'info', children }: { tone?: 'info' | 'done' | 'due'; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} role="note">
      <Icon size={20} aria-hidden style={{ flex: 'none', color: 'var(--notice)' }} />
      <div>{children}</div>
    </div>
  );
}
