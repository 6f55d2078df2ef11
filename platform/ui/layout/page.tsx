import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../state/announce.tsx';
import styles from './layout.module.css';

let pagesShown = 0;

/**
 * A step done takes its button away, and a dialog has then nowhere to give the focus back to: the title takes it, so that keys and
 * screen readers go on from the page and not from its very beginning.
 */
function useFocusKept(heading: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let held: EventTarget | null = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const isLost = () =>
      held instanceof Element && !held.isConnected && document.activeElement === document.body;
    const hold = (event: FocusEvent) => {
      held = event.target;
    };
    const watcher = new MutationObserver(() => {
      if (!isLost()) return;
      // Whoever replaces what had the focus may mean to focus the new one: that comes first.
      clearTimeout(waiting);
      waiting = setTimeout(() => isLost() && heading.current?.focus({ preventScroll: true }), 250);
    });
    document.addEventListener('focusin', hold);
    watcher.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(waiting);
      watcher.disconnect();
      document.removeEventListener('focusin', hold);
    };
  }, [heading]);
}

/**
 * A page: one title, one main action, one story.
 * `trail` leads back up ("Kế hoạch › Bảng theo dõi"), `lead` is one sentence under the title, `tools` are the lesser
 * actions beside the main one. `wide` uses the whole width (grids). Sets the document's title, says it to screen
 * readers and moves the focus to it after a navigation.
 */
export function Page({
  title,
  trail = [],
  lead,
  action,
  tools,
  wide,
  children,
}: {
  title: string;
  trail?: readonly { label: string; to: string }[];
  lead?: ReactNode;
  action?: ReactNode;
  tools?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusKept(heading);
  useEffect(() => {
    document.title = t('page.documentTitle', { title });
    announce(title);
  }, [title, t]);
  useEffect(() => {
    pagesShown += 1;
    // The first page keeps the focus where the browser puts it, so that the skip link comes first.
    if (pagesShown > 1 && !document.querySelector('[data-keeps-focus]:focus')) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className={styles.page} data-wide={wide || undefined}>
      {trail.length > 0 ? (
        <nav aria-label={t('page.trail')} className={styles.trail}>
          {trail.map((step) => (
            <Fragment key={step.to}>
              <Link to={step.to}>{step.label}</Link>
              <span aria-hidden>›</span>
            </Fragment>
          ))}
        </nav>
      ) : null}
      <header className={styles.head}>
        <div className={styles.headText}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead ? <p>{lead}</p> : null}
        </div>
        {tools || action ? (
          <div className={styles.actions}>
            {tools}
            {action}
          </div>
        ) : null}
      </header>
      {children}
    </div>
  );
}
