import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { EmptyState, FilterChips, Form, Section, useAddress, useDraftForm } from '#platform/ui';
import { CheckRow } from './check-row.tsx';
import type { CheckItem, InspectionDetail } from './inspection-words.ts';
import styles from './inspections.module.css';

const filters = {
  notChecked: (item: CheckItem) => item.result === 'notChecked',
  notMet: (item: CheckItem) => item.result === 'notMet' || item.result === 'partlyMet',
} as const;
type Filter = keyof typeof filters;

const keys: Readonly<Record<string, CheckItem['result']>> = {
  '1': 'met',
  '2': 'partlyMet',
  '3': 'notMet',
  '0': 'notChecked',
};

/** The checklist: a result for each line by button or key, a note, a finding. */
export function Checklist({
  detail,
  onFinding,
}: {
  detail: InspectionDetail;
  /** Begins a finding about a line; undefined when findings are not recorded now. */
  onFinding: ((itemId: string) => void) | undefined;
}) {
  const { t } = useTranslation('inspections');
  const { address } = useAddress();
  const { items, findings, inspection, may } = detail;
  const chosen = address.muc && address.muc in filters ? (address.muc as Filter) : undefined;
  const records = inspection.state === 'underway' && may.includes('plan.updateInspectionItem');
  const numbered = items.map((item, index) => ({ item, number: index + 1 }));
  const rows = chosen ? numbered.filter(({ item }) => filters[chosen](item)) : numbered;
  const count = (filter: Filter) => items.filter(filters[filter]).length;
  const press = useCallback((event: KeyboardEvent<HTMLElement>) => move(event), []);
  return (
    <Section title={t('check.title', { checked: items.length - count('notChecked'), total: items.length })}>
      {items.length > 0 ? (
        <FilterChips
          name="muc"
          label={t('check.filters')}
          options={[
            { value: '', label: t('list.all'), count: items.length },
            { value: 'notChecked', label: t('result.notChecked'), count: count('notChecked') },
            { value: 'notMet', label: t('check.notAllMet'), count: count('notMet') },
          ]}
        />
      ) : null}
      {records && items.length > 0 ? <p className={styles.hint}>{t('check.keys')}</p> : null}
      {rows.length === 0 ? (
        <EmptyState title={t(items.length === 0 ? 'check.empty' : 'check.nothing')}>
          {may.includes('plan.addInspectionItem') ? t('check.emptyDetail') : null}
        </EmptyState>
      ) : (
        <ol className={styles.checks} onKeyDown={records ? press : undefined} style={{ marginTop: 8 }}>
          {rows.map(({ item, number }) => (
            <CheckRow
              key={item.id}
              item={item}
              number={number}
              inspectionId={inspection.id}
              records={records}
              removes={may.includes('plan.removeInspectionItem')}
              findings={findings.filter((finding) => finding.itemId === item.id).length}
              onFinding={onFinding}
            />
          ))}
        </ol>
      )}
      {may.includes('plan.addInspectionItem') ? <AddItem inspectionId={inspection.id} /> : null}
    </Section>
  );
}

/** 1, 2, 3, 0 press a result of the line with the focus; up and down go to the same button of the next line. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (target.matches('textarea, input') || event.ctrlKey || event.altKey || event.metaKey) return;
  const row = target.closest('[data-check]');
  const result = keys[event.key];
  if (row && result) {
    event.preventDefault();
    const button = row.querySelector<HTMLElement>(`[data-result="${result}"]`);
    button?.click();
    button?.focus();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const same = target.dataset.result ?? 'met';
  const button = next?.querySelector<HTMLElement>(`[data-result="${same}"]`);
  if (!button) return;
  event.preventDefault();
  button.focus();
  button.scrollIntoView({ block: 'nearest' });
}

function AddItem({ inspectionId }: { inspectionId: string }) {
  const { t } = useTranslation('inspections');
  const [adding, setAdding] = useState(false);
  const form = useDraftForm(`inspection.item.${inspectionId}`, { question: '' });
  const add = useCommand({
    run: (question: string, init) =>
      answer(
        api.POST('/api/plan/inspections/{inspectionId}/items', {
          params: { path: { inspectionId } },
          body: { question },
          ...init,
        }),
      ),
    refreshes: [['plan', 'inspection', inspectionId]],
    onDone: (_, question) => form.taken({ question }),
  });
  if (!adding && !form.restored) {
    return (
      <Button variant="default" mt="sm" onClick={() => setAdding(true)}>
        {t('check.add')}
      </Button>
    );
  }
  return (
    <div style={{ marginTop: 16 }}>
      <Form
        submit={t('check.add')}
        busy={add.isPending}
        error={add.error}
        problems={form.problems}
        onCancel={() => {
          form.clear({ question: '' });
          setAdding(false);
        }}
        onSubmit={() => {
          if (form.values.question.trim()) add.mutate(form.values.question.trim(), { onError: form.refuse });
          else form.refuse([{ path: 'question', message: t('check.questionMissing') }]);
        }}
      >
        <TextInput label={t('check.question')} maxLength={1000} autoFocus {...form.text('question')} />
      </Form>
    </div>
  );
}
