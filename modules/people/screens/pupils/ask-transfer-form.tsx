import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, Notice, toast, useDraftForm } from '#platform/ui';
import { UnitPicker } from '#screens/organisation';
import type { PupilDetail } from './pupil-words.ts';

/** Asks another school of the province to take a pupil over. */
export function AskTransferForm({ detail, onClose }: { detail: PupilDetail; onClose: () => void }) {
  const { t } = useTranslation('pupils');
  const { pupil } = detail;
  const [school, setSchool] = useState<{ id: string; name: string } | null>(null);
  const form = useDraftForm(`transfer.${pupil.id}`, { toUnitId: '', reason: '' });
  const ask = useCommand({
    run: (body: { pupilId: string; toUnitId: string; reason: string }, init) =>
      answer(api.POST('/api/people/transfers', { body, ...init })),
    refreshes: [['pupils'], ['transfers']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('transfer.asked', { school: school?.name ?? '' }) });
      onClose();
    },
  });
  function send() {
    const reason = form.values.reason.trim();
    const missing = [
      ...(school ? [] : [{ path: 'toUnitId', message: t('transfer.schoolMissing') }]),
      ...(reason ? [] : [{ path: 'reason', message: t('move.reasonMissing') }]),
    ];
    form.refuse(missing);
    if (missing.length > 0 || !school) return;
    ask.mutate({ pupilId: pupil.id, toUnitId: school.id, reason }, { onError: form.refuse });
  }
  return (
    <Form
      submit={t('transfer.ask')}
      busy={ask.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={form.problems}
      labels={{ toUnitId: t('transfer.toSchool'), reason: t('move.reason') }}
      error={ask.error}
      width="100%"
    >
      <Notice>{t('transfer.askHint')}</Notice>
      <UnitPicker
        id="field-toUnitId"
        label={t('transfer.toSchool')}
        kind="school"
        chosen={school}
        error={form.problem('toUnitId')}
        onChoose={(chosen) => {
          setSchool(chosen);
          form.change('toUnitId', chosen?.id ?? '');
        }}
      />
      <Textarea label={t('move.reason')} autosize minRows={2} maxLength={500} {...form.text('reason')} />
    </Form>
  );
}
