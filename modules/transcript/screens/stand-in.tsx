import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ConfirmDialog, toast } from '#platform/ui';
import type { PageAnswer } from './page-page.tsx';

/** The principal confirms for teachers who cannot (left, on leave, without an account), with the reason. */
export function StandIn({ steps, onClose }: { steps: PageAnswer['steps']; onClose: () => void }) {
  const { t } = useTranslation('transcript');
  const [reason, setReason] = useState('');
  const waiting = steps.filter(
    ({ kind, state }) => state === 'waiting' && kind !== 'principal' && kind !== 'seal',
  );
  const subjects = waiting.filter(({ kind }) => kind === 'subject');
  // The homeroom teacher's turn comes when every subject is confirmed.
  const now = subjects.length > 0 ? subjects : waiting;
  const confirm = useCommand({
    run: (standIn: string, init) =>
      answer(
        api.POST('/api/transcript/steps/confirm', {
          body: { stepIds: now.map(({ id }) => id), standIn },
          ...init,
        }),
      ),
    refreshes: [['transcript']],
    onDone: ({ asked, made }) => {
      toast({ tone: 'done', text: t('confirm.done', { asked, made }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('standIn.question')}
      confirm={t('standIn.verb')}
      busy={confirm.isPending}
      disabled={reason.trim().length < 3 || now.length === 0}
      error={confirm.error}
      onConfirm={() => confirm.mutate(reason)}
      onClose={onClose}
    >
      <p>{t('standIn.what', { names: [...new Set(now.map(({ signer }) => signer))].join(', ') })}</p>
      <Textarea
        label={t('reason')}
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
