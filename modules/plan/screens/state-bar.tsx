import { useTranslation } from 'react-i18next';
import { formatNumber } from '#platform/i18n';
import type { WorkState } from '#platform/ui';
import styles from './state-bar.module.css';

/** Counts of assignments by shown state; `blocked` stands beside the states. */
export type StateCounts = Readonly<Record<Exclude<WorkState, 'blocked'> | 'total' | 'blocked', number>>;

/** From what is finished to what is late, the way the bar reads. */
const order = [
  'accepted',
  'submitted',
  'inProgress',
  'returned',
  'notStarted',
  'overdue',
  'notApplicable',
] as const;

/** How far a number of assignments has come: a bar in the colours of the states, and the same in words. */
export function StateBar({ counts, words = true }: { counts: StateCounts; words?: boolean }) {
  const { t } = useTranslation('ui');
  if (counts.total === 0) return null;
  const present = order.filter((state) => counts[state] > 0);
  const text = [
    ...present.map((state) => `${t(`state.${state}`)} ${formatNumber(counts[state])}`),
    ...(counts.blocked > 0 ? [`${t('state.blocked')} ${formatNumber(counts.blocked)}`] : []),
  ].join(' · ');
  return (
    <span className={styles.bar}>
      <span
        className={styles.track}
        {...(words ? { 'aria-hidden': true } : { role: 'img', 'aria-label': text })}
      >
        {present.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />
        ))}
      </span>
      {words ? <span className={styles.words}>{text}</span> : null}
    </span>
  );
}
