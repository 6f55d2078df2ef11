import { useTranslation } from 'react-i18next';
import styles from './data.module.css';

/** States of work as people see them; `blocked` stands beside a state, the others are states. */
export const workStates = [
  'notStarted',
  'inProgress',
  'submitted',
  'returned',
  'accepted',
  'overdue',
  'notApplicable',
  'blocked',
] as const;
export type WorkState = (typeof workStates)[number];

/** Which colour a state has; the shape and the word say the same without colour. */
export const toneOfState: Readonly<Record<WorkState, Tone>> = {
  notStarted: 'none',
  inProgress: 'wait',
  submitted: 'accent',
  returned: 'due',
  accepted: 'done',
  overdue: 'late',
  notApplicable: 'none',
  blocked: 'late',
};
export type Tone = 'done' | 'due' | 'late' | 'wait' | 'accent' | 'none';

const shapes: Readonly<Record<WorkState, string>> = {
  notStarted: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
  inProgress: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3ZM8 3V13A5 5 0 0 1 8 3Z',
  submitted: 'M8 13V4M4 7.5 8 3.5 12 7.5',
  returned: 'M6 4 3 7 6 10M3 7H10a3 3 0 0 1 0 6H8',
  accepted: 'M3 8.5 6.5 12 13 4.5',
  overdue: 'M8 3 14 13H2ZM8 7V9.5M8 11.3v.2',
  notApplicable: 'M3.5 8H12.5',
  blocked: 'M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5ZM5 8H11',
};

/** The shape of a state alone, for dense places that carry the word elsewhere. */
export function StateShape({ state, size = 14 }: { state: WorkState; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={state === 'inProgress' ? 'currentColor' : 'none'}
      fillRule="evenodd"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={shapes[state]} fill={state === 'inProgress' ? 'none' : undefined} />
      {state === 'inProgress' ? <path d="M8 3V13A5 5 0 0 1 8 3Z" /> : null}
    </svg>
  );
}

/** A state of work as word + shape + colour. */
export function StateBadge({ state }: { state: WorkState }) {
  const { t } = useTranslation('ui');
  return (
    <span className={styles.badge} data-tone={toneOfState[state]} data-state={state}>
      <StateShape state={state} />
      {t(`state.${state}`)}
    </span>
  );
}

/** A short word with a tone, for other states than those of work (account locked, draft …). */
export function Tag({ tone = 'none', children }: { tone?: Tone; children: string }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
