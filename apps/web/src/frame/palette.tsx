import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '#api';
import { foldVietnamese } from '#platform/i18n';
import { ProblemAlert } from '#platform/ui';
import type { Area } from './areas.ts';
import styles from './palette.module.css';

interface Choice {
  readonly key: string;
  readonly group: string;
  readonly title: string;
  readonly detail?: string;
  readonly to: string;
}

/** Search over everything one may see, and the way to every page: Ctrl-K, a few letters without marks, Enter. */
export default function Palette({
  opened,
  areas,
  onClose,
}: {
  opened: boolean;
  areas: readonly Area[];
  onClose: () => void;
}) {
  const { t } = useTranslation('shell');
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={640}
      yOffset="10dvh"
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        {opened ? <Search areas={areas} onClose={onClose} /> : null}
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ areas, onClose }: { areas: readonly Area[]; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  /** Enter was pressed before the answer to these words was there: it holds for the answer, not for what an earlier word found. */
  const [eager, setEager] = useState(false);
  const wanted = useLater(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => answer(api.GET('/api/search', { params: { query: { q: wanted } }, signal })),
    enabled: wanted.length > 0,
    placeholderData: (before) => before,
  });
  const folded = useDeferredValue(foldVietnamese(typed.trim()));

  const pages: Choice[] = areas
    .flatMap((area) => area.pages)
    .concat({ to: '/ca-nhan', name: 'profile' })
    .map((page) => ({ key: page.to, group: t('palette.pages'), title: t(`nav.${page.name}`), to: page.to }))
    .filter((page) => foldVietnamese(page.title).includes(folded));
  const rows: Choice[] = wanted
    ? (found.data?.results ?? []).map((one) => ({
        key: `${one.kind} ${one.id}`,
        group: t(`palette.kind.${one.kind}`),
        title: one.title,
        detail: one.detail,
        to: one.link,
      }))
    : [];
  const choices = [...pages, ...rows];
  const chosen = choices[Math.min(at, choices.length - 1)];
  const settled = wanted === typed.trim() && !found.isFetching;
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes once, when the answer is there, to what is first then.
  useEffect(() => {
    if (eager && settled) go(chosen);
    if (settled) setEager(false);
  }, [eager, settled]);

  function go(choice: Choice | undefined) {
    if (!choice) return;
    onClose();
    void navigate({ to: choice.to });
  }

  function key(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && choices.length > 0) {
      event.preventDefault();
      const next = (Math.min(at, choices.length - 1) + step + choices.length) % choices.length;
      setAt(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // Pages stand first whatever is found.
      const sure = settled || at > 0 || (pages.length > 0 && folded === foldVietnamese(typed.trim()));
      if (sure) go(chosen);
      else setEager(true);
    }
  }

  return (
    <div className={styles.palette}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen ? `${listId}-${choices.indexOf(chosen)}` : undefined}
        aria-autocomplete="list"
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        ref={takeFocus}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          setEager(false);
        }}
        onKeyDown={key}
      />
      <div role="status" className={styles.status}>
        {typed && !settled
          ? t('palette.searching')
          : typed
            ? t('palette.count', { count: choices.length })
            : null}
      </div>
      {found.error ? <ProblemAlert error={found.error} /> : null}
      <div role="listbox" id={listId} aria-label={t('palette.title')} className={styles.list}>
        {choices.map((choice, index) => (
          <div
            key={choice.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === chosen}
            className={styles.choice}
            onMouseMove={() => setAt(index)}
            onClick={() => go(choice)}
            onKeyDown={key}
          >
            <span className={styles.title}>{choice.title}</span>
            {choice.detail ? <span className={styles.detail}>{choice.detail}</span> : null}
            <span className={styles.kind}>{choice.group}</span>
          </div>
        ))}
      </div>
      {typed && settled && choices.length === 0 && !found.error ? (
        <p className={styles.nothing}>{t('palette.nothing', { q: typed })}</p>
      ) : null}
      <p className={styles.hint}>{t('palette.hint')}</p>
    </div>
  );
}

/** The value as it stood `milliseconds` after it last changed. */
function useLater(value: string, milliseconds: number): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return later;
}

/** At once, not after the dialog has settled: the first key typed belongs to the search. */
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
}
