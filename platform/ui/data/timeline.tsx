import type { ReactNode } from 'react';
import styles from './data.module.css';
import type { Tone } from './state-badge.tsx';

export interface TimelineItem {
  readonly key: string;
  /** Moment in words, dd/MM/yyyy HH:mm. */
  readonly at: string;
  /** Moment for machines (ISO 8601). */
  readonly instant?: string;
  readonly who: string;
  readonly what: ReactNode;
  readonly note?: ReactNode;
  readonly tone?: Tone;
}

/** What happened, newest first or last as given: who, what, when, with the words people wrote. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} data-tone={item.tone ?? 'none'}>
          <div>
            <strong>{item.who}</strong> {item.what}
          </div>
          <time dateTime={item.instant}>{item.at}</time>
          {item.note ? <blockquote>{item.note}</blockquote> : null}
        </li>
      ))}
    </ol>
  );
}
