import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ConfirmDialog, Form, toast, useDraftForm } from '#platform/ui';
import { theirsOf } from '../edit-conflict.tsx';
import type { Narrative, ReportDetail } from './report-words.ts';
import type { TextOfReport } from './use-report-text.ts';

/** Hands the report in, with what was typed and not saved yet; asks first, for the figures are fixed by it. */
export function SubmitReport({ detail, text }: { detail: ReportDetail; text: TextOfReport }) {
  const { t } = useTranslation('reports');
  const { report } = detail;
  const [asking, setAsking] = useState(false);
  const submit = useCommand({
    run: (version: number, init) =>
      answer(
        api.POST('/api/plan/reports/{reportId}/submit', {
          params: { path: { reportId: report.id } },
          body: { version },
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: () => {
      setAsking(false);
      toast({ tone: 'done', text: t('submit.done') });
    },
  });
  const empty = detail.sections.filter(({ key }) => !text.form.values[key as keyof Narrative].trim());
  const late = detail.figures.find(({ key }) => key === 'total:late')?.value ?? 0;

  async function send() {
    try {
      const { version } = text.isChanged ? await text.save.mutateAsync(text.form.values) : text.form.values;
      submit.mutate(version);
    } catch (error) {
      // The two texts are shown on the page, where they can be compared.
      if (theirsOf(error)) setAsking(false);
    }
  }

  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('submit.button')}</Button>
      <ConfirmDialog
        opened={asking}
        title={
          report.addressedTo ? t('submit.title', { unit: report.addressedTo.name }) : t('submit.titleOwn')
        }
        confirm={t('submit.button')}
        busy={submit.isPending || text.save.isPending}
        error={submit.error ?? text.save.error}
        onConfirm={() => void send()}
        onClose={() => setAsking(false)}
      >
        <p style={{ marginTop: 0 }}>{t('submit.detail')}</p>
        {late > 0 || empty.length > 0 ? (
          <ul>
            {late > 0 ? <li>{t('submit.late', { count: late })}</li> : null}
            {empty.length > 0 ? (
              <li>
                {t('submit.empty', {
                  parts: empty.map(({ key }) => t(`text.section.${key}`)).join(', '),
                })}
              </li>
            ) : null}
          </ul>
        ) : null}
      </ConfirmDialog>
    </>
  );
}

/** The level above takes the report or gives it back with what is to be done again. */
export function DecideReport({ report }: { report: ReportDetail['report'] }) {
  const { t } = useTranslation('reports');
  const [asking, setAsking] = useState<'accept' | 'giveBack'>();
  const form = useDraftForm(`report.decide.${report.id}`, { note: '' });
  const decide = useCommand({
    run: (input: { accept: boolean; note?: string }, init) =>
      answer(
        api.POST('/api/plan/reports/{reportId}/decide', {
          params: { path: { reportId: report.id } },
          body: { version: report.version, ...input },
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: ({ state }) => {
      form.clear();
      setAsking(undefined);
      toast({ tone: 'done', text: t(state === 'accepted' ? 'decide.accepted' : 'decide.returned') });
    },
  });
  function close() {
    setAsking(undefined);
    decide.reset();
  }
  function send() {
    const note = form.values.note.trim();
    if (asking === 'giveBack' && !note) {
      form.refuse([{ path: 'note', message: t('decide.noteMissing') }]);
      return;
    }
    decide.mutate({ accept: asking === 'accept', ...(note ? { note } : {}) }, { onError: form.refuse });
  }
  return (
    <Group gap={8}>
      <Button variant="default" onClick={() => setAsking('giveBack')}>
        {t('decide.giveBack')}
      </Button>
      <Button onClick={() => setAsking('accept')}>{t('decide.accept')}</Button>
      <Modal
        opened={asking !== undefined}
        onClose={close}
        centered
        title={<strong>{t(asking === 'giveBack' ? 'decide.giveBackTitle' : 'decide.acceptTitle')}</strong>}
        closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
      >
        <p style={{ marginTop: 0 }}>
          {t(asking === 'giveBack' ? 'decide.giveBackDetail' : 'decide.acceptDetail', {
            unit: report.unit.name,
          })}
        </p>
        <Form
          submit={t(asking === 'giveBack' ? 'decide.giveBack' : 'decide.accept')}
          busy={decide.isPending}
          error={decide.error}
          problems={form.problems}
          onSubmit={send}
          onCancel={close}
          width="100%"
        >
          <Textarea
            label={t(asking === 'giveBack' ? 'decide.what' : 'decide.note')}
            autosize
            minRows={3}
            maxLength={5000}
            data-autofocus
            {...form.text('note')}
          />
        </Form>
      </Modal>
    </Group>
  );
}
