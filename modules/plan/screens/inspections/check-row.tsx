import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, layOver, useCommand } from '#api';
import { ProblemAlert, Tag, useDraftForm } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import { type CheckItem, type InspectionDetail, results, resultTones } from './inspection-words.ts';
import styles from './inspections.module.css';

interface Change {
  result?: CheckItem['result'];
  note?: string | null;
}

/** One line of the checklist. What is pressed or written is saved at once, one save after the other. */
export const CheckRow = memo(function CheckRow({
  item,
  number,
  inspectionId,
  records,
  removes,
  findings,
  onFinding,
}: {
  item: CheckItem;
  number: number;
  inspectionId: string;
  /** Whether results are recorded now. */
  records: boolean;
  /** Whether lines may be taken off now. */
  removes: boolean;
  /** How many findings are about this line. */
  findings: number;
  /** Begins a finding about this line. */
  onFinding: ((itemId: string) => void) | undefined;
}) {
  const { t } = useTranslation('inspections');
  const queries = useQueryClient();
  const [wanted, setWanted] = useState<Change>();
  const queryKey = ['plan', 'inspection', inspectionId];
  const put = (saved: CheckItem) =>
    layOver<InspectionDetail>(queries, queryKey, (before) => ({
      ...before,
      items: before.items.map((one) => (one.id === saved.id ? saved : one)),
    }));
  const save = useCommand({
    run: (change: Change & { version: number }, init) =>
      answer(
        api.PATCH('/api/plan/inspection-items/{itemId}', {
          params: { path: { itemId: item.id } },
          body: change,
          ...init,
        }),
      ),
    refreshes: [],
    onDone: put,
  });
  const remove = useCommand({
    run: (version: number, init) =>
      answer(
        api.POST('/api/plan/inspection-items/{itemId}/remove', {
          params: { path: { itemId: item.id } },
          body: { version },
          ...init,
        }),
      ),
    refreshes: [queryKey],
  });
  const { mutate, isPending, error } = save;
  useEffect(() => {
    if (!wanted || isPending || error) return;
    const changed = {
      ...(wanted.result !== undefined && wanted.result !== item.result ? { result: wanted.result } : {}),
      ...(wanted.note !== undefined && wanted.note !== item.note ? { note: wanted.note } : {}),
    };
    if (Object.keys(changed).length > 0) mutate({ version: item.version, ...changed });
    else setWanted(undefined);
  }, [wanted, isPending, error, item, mutate]);

  const [asked, setAsked] = useState(false);
  const shown = wanted?.result ?? item.result;
  const hasNote = shown === 'partlyMet' || shown === 'notMet' || asked || Boolean(item.note);
  const inWords = (values: Change) =>
    [
      ...(values.result ? [`${t('check.result')}: ${t(`result.${values.result}`)}`] : []),
      ...(values.note === undefined ? [] : [`${t('check.note')}: ${values.note ?? ''}`]),
    ].join('\n');

  return (
    <li className={styles.check} data-check>
      <span className={styles.number}>{number}</span>
      <p className={styles.text}>{item.question}</p>
      <div className={styles.side}>
        {records ? (
          <fieldset
            className={styles.results}
            aria-label={t('check.resultOf', { number })}
            style={{ border: 0, margin: 0, padding: 0 }}
          >
            {results.map((result) => (
              <button
                key={result}
                type="button"
                className={styles.result}
                aria-pressed={shown === result}
                data-result={result}
                data-tone={resultTones[result]}
                onClick={() => setWanted((before) => ({ ...before, result }))}
              >
                {t(`check.short.${result}`)}
              </button>
            ))}
          </fieldset>
        ) : (
          <span>
            <Tag tone={resultTones[item.result]}>{t(`result.${item.result}`)}</Tag>
          </span>
        )}
      </div>
      <div className={styles.rest}>
        {records ? (
          hasNote ? (
            <Note
              itemId={item.id}
              number={number}
              saved={item.note ?? ''}
              asked={asked}
              onSave={(note) => setWanted((before) => ({ ...before, note: note.trim() || null }))}
            />
          ) : null
        ) : item.note ? (
          <p className={styles.text}>{item.note}</p>
        ) : null}
        <div className={styles.meta}>
          {item.dutyCode ? (
            <span className={styles.code}>{t('check.duty', { code: item.dutyCode })}</span>
          ) : null}
          {records && !hasNote ? (
            <button type="button" className={styles.link} onClick={() => setAsked(true)}>
              {t('check.addNote')}
            </button>
          ) : null}
          {onFinding && (shown === 'partlyMet' || shown === 'notMet') ? (
            <button type="button" className={styles.link} onClick={() => onFinding(item.id)}>
              {t('check.finding')}
            </button>
          ) : null}
          {findings > 0 ? <Tag tone="due">{t('check.findings', { count: findings })}</Tag> : null}
          {removes && item.result === 'notChecked' && !wanted ? (
            <button
              type="button"
              className={styles.link}
              aria-label={t('check.remove', { number })}
              disabled={remove.isPending}
              onClick={() => remove.mutate(item.version)}
            >
              {t('check.removeShort')}
            </button>
          ) : null}
          <span role="status" className={styles.code}>
            {isPending ? t('check.saving') : ''}
          </span>
        </div>
        {remove.error ? <ProblemAlert error={remove.error} /> : null}
        {error && !theirsOf(error) ? <ProblemAlert error={error} onRetry={() => save.reset()} /> : null}
      </div>
      <EditConflict<CheckItem>
        error={error}
        mine={inWords(wanted ?? {})}
        inWords={inWords}
        onTakeTheirs={({ version, question, result, note }) => {
          setWanted(undefined);
          put({ ...item, version, question, result, note });
          save.reset();
        }}
        onKeepMine={(version) => {
          put({ ...item, version });
          save.reset();
        }}
        onClose={() => {
          setWanted(undefined);
          save.reset();
        }}
      />
    </li>
  );
});

/** The note of a line, saved when one leaves the field. */
function Note({
  itemId,
  number,
  saved,
  asked,
  onSave,
}: {
  itemId: string;
  number: number;
  saved: string;
  /** The person asked for the field just now: it takes the focus. */
  asked: boolean;
  onSave: (note: string) => void;
}) {
  const { t } = useTranslation('inspections');
  const name = `note-${itemId}`;
  const form = useDraftForm<Record<string, string>>(`check.${itemId}`, { [name]: saved });
  const typed = form.values[name] ?? '';
  return (
    <Textarea
      aria-label={t('check.noteOf', { number })}
      placeholder={t('check.note')}
      autosize
      minRows={1}
      maxLength={5000}
      autoFocus={asked}
      {...form.text(name)}
      onBlur={() => {
        if (typed.trim() !== saved.trim()) onSave(typed);
        form.clear();
      }}
      mb={4}
    />
  );
}
