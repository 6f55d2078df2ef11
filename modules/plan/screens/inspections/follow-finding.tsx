import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, Form, toast, useDraftForm } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import { findingFaults, SeverityField } from './add-finding.tsx';
import type { Finding } from './inspection-words.ts';

const path = (finding: Finding) => ({ params: { path: { findingId: finding.id } } });

interface Step {
  finding: Finding;
  onClose: () => void;
}

/** A finding as words, to compare two versions of it. */
function useFindingInWords() {
  const { t } = useTranslation('inspections');
  return (values: Pick<Finding, 'body' | 'severity' | 'dueOn'> & { state?: Finding['state'] }) =>
    [
      values.body,
      `${t('findings.severity')}: ${t(`severity.${values.severity}`)}`,
      `${t('findings.dueOn')}: ${values.dueOn && formatDate(values.dueOn)}`,
      ...(values.state ? [`${t('list.state')}: ${t(`findingState.${values.state}`)}`] : []),
    ].join('\n');
}

/** Rewords an open finding or moves its deadline. */
export function EditFinding({ finding, onClose }: Step) {
  const { t } = useTranslation('inspections');
  const inWords = useFindingInWords();
  const form = useDraftForm(`finding.edit.${finding.id}`, {
    body: finding.body,
    severity: finding.severity,
    dueOn: finding.dueOn,
  });
  const save = useCommand({
    run: (body: { version: number } & Pick<Finding, 'body' | 'severity' | 'dueOn'>, init) =>
      answer(api.PATCH('/api/plan/findings/{findingId}', { ...path(finding), body, ...init })),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      onClose();
    },
  });
  function send(version: number) {
    const missing = findingFaults(
      form.values,
      finding.foundOn,
      t('findings.bodyMissing'),
      t('findings.dueTooEarly', { day: formatDate(finding.foundOn) }),
    );
    form.refuse(missing);
    if (missing.length === 0) save.mutate({ version, ...form.values }, { onError: form.refuse });
  }
  return (
    <div style={{ marginTop: 16 }}>
      <Form
        submit={t('follow.save')}
        busy={save.isPending}
        error={theirsOf(save.error) ? undefined : save.error}
        problems={form.problems}
        labels={{ body: t('findings.body'), dueOn: t('findings.dueOn') }}
        width="100%"
        onCancel={onClose}
        onSubmit={() => send(finding.version)}
      >
        <Textarea label={t('findings.body')} autosize minRows={3} maxLength={5000} {...form.text('body')} />
        <SeverityField value={form.values.severity} onChange={(value) => form.change('severity', value)} />
        <DateField label={t('findings.dueOn')} min={finding.foundOn} {...form.date('dueOn')} />
      </Form>
      <EditConflict<Finding>
        error={save.error}
        mine={inWords(form.values)}
        inWords={inWords}
        onTakeTheirs={() => {
          form.clear();
          onClose();
        }}
        onKeepMine={send}
        onClose={() => save.reset()}
      />
    </div>
  );
}

/** Accepts what the unit says it has mended. */
export function CloseFinding({ finding, onClose }: Step) {
  const { t } = useTranslation('inspections');
  const inWords = useFindingInWords();
  const form = useDraftForm(`finding.close.${finding.id}`, { note: '' });
  const close = useCommand({
    run: (body: { version: number; note?: string }, init) =>
      answer(api.POST('/api/plan/findings/{findingId}/close', { ...path(finding), body, ...init })),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('follow.closed') });
      onClose();
    },
  });
  const send = (version: number) => {
    const note = form.values.note.trim();
    close.mutate({ version, ...(note ? { note } : {}) }, { onError: form.refuse });
  };
  return (
    <div style={{ marginTop: 16 }}>
      <Form
        submit={t('follow.close')}
        busy={close.isPending}
        error={theirsOf(close.error) ? undefined : close.error}
        problems={form.problems}
        width="100%"
        onCancel={onClose}
        onSubmit={() => send(finding.version)}
      >
        <Textarea label={t('follow.note')} autosize minRows={2} maxLength={5000} {...form.text('note')} />
      </Form>
      <EditConflict<Finding>
        error={close.error}
        mine={form.values.note}
        inWords={inWords}
        onTakeTheirs={onClose}
        onKeepMine={send}
        onClose={() => close.reset()}
      />
    </div>
  );
}

/** Asks the unit to mend more, perhaps with a new deadline. */
export function ReopenFinding({ finding, onClose }: Step) {
  const { t } = useTranslation('inspections');
  const inWords = useFindingInWords();
  const form = useDraftForm(`finding.reopen.${finding.id}`, { note: '', dueOn: finding.dueOn });
  const reopen = useCommand({
    run: (body: { version: number; note: string; dueOn: string }, init) =>
      answer(api.POST('/api/plan/findings/{findingId}/reopen', { ...path(finding), body, ...init })),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('follow.reopened') });
      onClose();
    },
  });
  function send(version: number) {
    const { note, dueOn } = form.values;
    const missing = [
      ...(note.trim() ? [] : [{ path: 'note', message: t('follow.noteMissing') }]),
      ...(dueOn >= finding.foundOn && dueOn
        ? []
        : [{ path: 'dueOn', message: t('findings.dueTooEarly', { day: formatDate(finding.foundOn) }) }]),
    ];
    form.refuse(missing);
    if (missing.length === 0) reopen.mutate({ version, note: note.trim(), dueOn }, { onError: form.refuse });
  }
  return (
    <div style={{ marginTop: 16 }}>
      <Form
        submit={t('follow.reopen')}
        busy={reopen.isPending}
        error={theirsOf(reopen.error) ? undefined : reopen.error}
        problems={form.problems}
        labels={{ note: t('follow.more'), dueOn: t('findings.dueOn') }}
        width="100%"
        onCancel={onClose}
        onSubmit={() => send(finding.version)}
      >
        <Textarea label={t('follow.more')} autosize minRows={3} maxLength={5000} {...form.text('note')} />
        <DateField label={t('follow.newDue')} min={finding.foundOn} {...form.date('dueOn')} />
      </Form>
      <EditConflict<Finding>
        error={reopen.error}
        mine={form.values.note}
        inWords={inWords}
        onTakeTheirs={onClose}
        onKeepMine={send}
        onClose={() => reopen.reset()}
      />
    </div>
  );
}
