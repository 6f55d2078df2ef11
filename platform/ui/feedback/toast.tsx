import { Anchor, CloseButton } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../state/problem.ts';
import styles from './feedback.module.css';

export interface ToastMessage {
  /** done: all of it; due: something is left to do; late: refused; info: news. */
  readonly tone: 'done' | 'due' | 'late' | 'info';
  readonly text: string;
  /** For example "Hoàn tác". */
  readonly action?: { readonly label: string; readonly run: () => void };
}

type Shown = ToastMessage & { readonly id: number };

let shown: readonly Shown[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Says in a corner that something was done (or not). Text in the reader's language, with counts: "Đã giao 12/12 việc". */
export function toast(message: ToastMessage): void {
  last += 1;
  change([...shown.slice(-2), { ...message, id: last }]);
}

/** Says that a command was refused, for places without room for a ProblemAlert. */
export function toastProblem(error: unknown, words: { offline: string; fault: string }): void {
  const problem = problemOf(error);
  const text =
    problem.code === 'web.offline'
      ? words.offline
      : problem.code === 'web.fault'
        ? words.fault
        : `${problem.title}. ${problem.detail}`;
  toast({ tone: 'late', text });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; stands once in the frame. */
export function Toasts() {
  const messages = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {messages.map((message) => (
        <ToastBox key={message.id} message={message} />
      ))}
    </div>
  );
}

function ToastBox({ message }: { message: Shown }) {
  const { t } = useTranslation('ui');
  const close = () => change(shown.filter((one) => one.id !== message.id));
  // Refusals stay until they are read; good news leaves by itself, slower when it can be undone.
  const seconds = message.tone === 'late' ? 0 : message.action ? 10 : 6;
  useEffect(() => {
    if (!seconds) return;
    const timer = setTimeout(() => change(shown.filter((one) => one.id !== message.id)), seconds * 1000);
    return () => clearTimeout(timer);
  }, [message.id, seconds]);
  return (
    <div className={styles.toast} data-tone={message.tone}>
      <div>
        {message.text}
        {message.action ? (
          <>
            {' '}
            <Anchor
              component="button"
              type="button"
              fw={600}
              onClick={() => {
                message.action?.run();
                close();
              }}
            >
              {message.action.label}
            </Anchor>
          </>
        ) : null}
      </div>
      <CloseButton size="sm" aria-label={t('dialog.close')} onClick={close} />
    </div>
  );
}
