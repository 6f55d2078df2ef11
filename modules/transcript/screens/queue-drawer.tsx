import { Anchor, Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ConfirmDialog, Form, ProblemAlert, SideDrawer, toast } from '#platform/ui';
import { printedMark } from '../rules/index.ts';
import { emptyKey, KeyFields, keyOf } from './key-fields.tsx';
import type { QueueGroup } from './queue.tsx';
import styles from './transcript.module.css';

/** The pages of a group with what the teacher confirms of each: all at once, or one sent back. */
export function QueueDrawer({ group, onClose }: { group: QueueGroup; onClose: () => void }) {
  const { t } = useTranslation('transcript');
  const [returning, setReturning] = useState<{ id: string; name: string }>();
  const [signing, setSigning] = useState(false);
  const [draft, setDraft] = useState(emptyKey);
  const { kind, classId, subjectCode } = group;
  const steps = useQuery({
    queryKey: ['transcript', 'queue', kind, classId, subjectCode],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/transcript/queue/steps', {
          params: { query: { kind, classId, ...(subjectCode ? { subjectCode } : {}) } },
          signal,
        }),
      ),
  });
  const items = steps.data?.items ?? [];
  const confirm = useCommand({
    run: (stepIds: string[], init) =>
      answer(api.POST('/api/transcript/steps/confirm', { body: { stepIds }, ...init })),
    refreshes: [['transcript']],
    onDone: ({ asked, made, refused }) => {
      toast({ tone: refused.length > 0 ? 'due' : 'done', text: t('confirm.done', { asked, made }) });
      onClose();
    },
  });
  const sign = useCommand({
    run: async (stepIds: string[], init) =>
      answer(api.POST('/api/transcript/steps/sign', { body: { stepIds, key: await keyOf(draft) }, ...init })),
    refreshes: [['transcript']],
    onDone: ({ asked, made, refused }) => {
      toast({ tone: refused.length > 0 ? 'due' : 'done', text: t('signOwn.done', { asked, made }) });
      onClose();
    },
  });
  return (
    <SideDrawer
      opened
      wide
      title={
        group.subjectName
          ? t('queue.subject', { subject: group.subjectName, class: group.className })
          : t('queue.homeroom', { class: group.className })
      }
      onClose={onClose}
    >
      {steps.error ? <ProblemAlert error={steps.error} onRetry={() => void steps.refetch()} /> : null}
      {confirm.error ? <ProblemAlert error={confirm.error} /> : null}
      <p>{t(kind === 'subject' ? 'confirm.subjectWhat' : 'confirm.homeroomWhat')}</p>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('queue.title')}>
          <thead>
            <tr>
              <th scope="col">{t('pupil')}</th>
              {kind === 'subject' ? (
                <>
                  <th scope="col">{t('mark.semester1')}</th>
                  <th scope="col">{t('mark.semester2')}</th>
                  <th scope="col">{t('mark.year')}</th>
                  <th scope="col">{t('mark.comment')}</th>
                </>
              ) : null}
              <th scope="col">{t('confirm.other')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, pageId, pupilName, part }) => (
              <tr key={id}>
                <th scope="row">
                  {kind === 'subject' ? (
                    pupilName
                  ) : (
                    <Anchor component={Link} to={`/hoc-ba/trang/${pageId}`}>
                      {pupilName}
                    </Anchor>
                  )}
                </th>
                {part ? (
                  <>
                    <td>{printedMark(part.semester1)}</td>
                    <td>{printedMark(part.semester2)}</td>
                    <td>{printedMark(part.year)}</td>
                    <td>{part.comment ?? t('confirm.noComment')}</td>
                  </>
                ) : null}
                <td>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => setReturning({ id, name: pupilName })}
                  >
                    {t('return.verb')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group mt="md" gap="sm">
        <Button
          disabled={items.length === 0}
          loading={confirm.isPending}
          onClick={() => confirm.mutate(items.map(({ id }) => id))}
        >
          {t('confirm.verb', { count: items.length })}
        </Button>
        <Button variant="default" disabled={items.length === 0} onClick={() => setSigning(true)}>
          {t('signOwn.open')}
        </Button>
      </Group>
      {signing ? (
        <Form
          submit={t('signOwn.verb', { count: items.length })}
          busy={sign.isPending}
          error={sign.error}
          width="100%"
          onSubmit={() => sign.mutate(items.map(({ id }) => id))}
        >
          <p>{t('signOwn.what')}</p>
          <KeyFields draft={draft} onChange={setDraft} />
        </Form>
      ) : null}
      {returning ? <ReturnDialog step={returning} onClose={() => setReturning(undefined)} /> : null}
    </SideDrawer>
  );
}

/** Sends a page back with the reason. */
export function ReturnDialog({
  step,
  onClose,
}: {
  step: { readonly id: string; readonly name: string };
  onClose: () => void;
}) {
  const { t } = useTranslation('transcript');
  const [reason, setReason] = useState('');
  const send = useCommand({
    run: (body: { reason: string }, init) =>
      answer(
        api.POST('/api/transcript/steps/{stepId}/return', {
          params: { path: { stepId: step.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['transcript']],
    onDone: () => {
      toast({ tone: 'done', text: t('return.done', { name: step.name }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('return.question', { name: step.name })}
      confirm={t('return.verb')}
      busy={send.isPending}
      disabled={reason.trim().length < 3}
      error={send.error}
      onConfirm={() => send.mutate({ reason })}
      onClose={onClose}
    >
      <p>{t('return.what')}</p>
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
