import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { type FieldProblem, Form, Notice, problemOf, toast } from '#platform/ui';
import { UnitPicker } from '#screens/organisation';
import type { PupilDetail } from './pupil-words.ts';

/** Asks another school of the province to take a pupil over. */
export function AskTransferForm({ detail, onClose }: { detail: PupilDetail; onClose: () => void }) {
  const { t } = useTranslation('pupils');
  const { pupil } = detail;
  const [school, setSchool] = useState<{ id: string; name: string } | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const ask = useCommand({
    run: (body: { pupilId: string; toUnitId: string; reason: string }, init) =>
      answer(api.POST('/api/people/transfers', { body, ...init })),
    refreshes: [['pupils'], ['transfers']],
    onDone: () => {
      toast({ tone: 'done', text: t('transfer.asked', { school: school?.name ?? '' }) });
      onClose();
    },
  });
  const problems = missing.length > 0 ? missing : (problemOf(ask.error ?? undefined).problems ?? []);
  const problem = (name: string) => problems.find(({ path }) => path.endsWith(name))?.message;
  function send() {
    const found = [
      ...(school ? [] : [{ path: 'toUnitId', message: t('transfer.schoolMissing') }]),
      ...(reason.trim() ? [] : [{ path: 'reason', message: t('move.reasonMissing') }]),
    ];
    ask.reset();
    setMissing(found);
    if (found.length === 0 && school) {
      ask.mutate({ pupilId: pupil.id, toUnitId: school.id, reason: reason.trim() });
    }
  }
  return (
    <Form
      submit={t('transfer.ask')}
      busy={ask.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={ask.error || missing.length > 0 ? problems : []}
      labels={{ toUnitId: t('transfer.toSchool'), reason: t('move.reason') }}
      error={ask.error}
      width="100%"
    >
      <Notice>{t('transfer.askHint')}</Notice>
      <UnitPicker
        label={t('transfer.toSchool')}
        kind="school"
        chosen={school}
        error={problem('toUnitId')}
        onChoose={setSchool}
      />
      <Textarea
        label={t('move.reason')}
        autosize
        minRows={2}
        value={reason}
        error={problem('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Form>
  );
}
