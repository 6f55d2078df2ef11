import { Button, Skeleton, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, Form, Notice, Page, ProblemAlert, toast, useDraftForm } from '#platform/ui';
import styles from '../family.module.css';
import { Talk } from './talk.tsx';

/** One thread: what was said, writing, asking the school to look at it. */
export default function ThreadPage() {
  const { t } = useTranslation('family');
  const { threadId } = useParams({ strict: false }) as { threadId: string };
  const params = { path: { threadId } };
  const form = useDraftForm(`family.thread.${threadId}`, { body: '' });
  const [reporting, setReporting] = useState(false);
  const [reason, setReason] = useState('');
  const thread = useQuery({
    queryKey: ['family', 'thread', threadId],
    queryFn: ({ signal }) => answer(api.GET('/api/family/threads/{threadId}', { params, signal })),
    refetchInterval: 30_000,
  });
  const read = useCommand({
    run: (_: string, init) => answer(api.POST('/api/family/threads/{threadId}/read', { params, ...init })),
    refreshes: [['family', 'threads'], ['notices']],
  });
  const send = useCommand({
    run: (body: { body: string }, init) =>
      answer(api.POST('/api/family/threads/{threadId}/messages', { params, body, ...init })),
    refreshes: [['family', 'thread', threadId]],
    onDone: ({ toldAt }, sent) => {
      form.taken(sent);
      if (new Date(toldAt).getTime() > Date.now() + 60_000)
        toast({ tone: 'info', text: t('thread.toldAt', { at: formatDateTime(toldAt) }) });
    },
  });
  const report = useCommand({
    run: (body: { reason: string }, init) =>
      answer(api.POST('/api/family/threads/{threadId}/report', { params, body, ...init })),
    refreshes: [['family', 'thread', threadId]],
    onDone: () => {
      setReporting(false);
      toast({ tone: 'done', text: t('thread.reported') });
    },
  });
  const data = thread.data;
  const last = data?.messages.at(-1)?.id;
  const { mutate: markRead } = read;
  // Every message that arrives while the page is open has been seen.
  useEffect(() => {
    if (last) markRead(last);
  }, [last, markRead]);
  return (
    <Page
      title={data ? (data.with ?? t('threads.gone')) : t('threads.one')}
      lead={data ? t('thread.about', { pupil: data.pupil, className: data.className }) : undefined}
      trail={[{ label: t('threads.title'), to: '/tin-nhan' }]}
      tools={
        data ? (
          <Button variant="subtle" onClick={() => setReporting(true)}>
            {t('thread.report')}
          </Button>
        ) : undefined
      }
    >
      <div className={styles.plain}>
        {thread.error ? <ProblemAlert error={thread.error} onRetry={() => void thread.refetch()} /> : null}
        {thread.isPending ? <Skeleton height={200} /> : null}
        {data ? (
          <>
            {data.messages.length === 0 ? <p>{t('thread.empty')}</p> : null}
            <Talk messages={data.messages} family={data.family} otherReadAt={data.otherReadAt} />
            {data.reported ? <Notice>{t('thread.isReported')}</Notice> : null}
            {data.blockReason === null ? (
              <Form
                submit={t('thread.send')}
                busy={send.isPending}
                onSubmit={() => send.mutate({ body: form.values.body }, { onError: form.refuse })}
                problems={form.problems}
                labels={{ body: t('thread.body') }}
                error={send.error}
              >
                <Textarea
                  label={t('thread.body')}
                  description={
                    data.quiet.from === data.quiet.to ? undefined : t('thread.quiet', { ...data.quiet })
                  }
                  autosize
                  minRows={3}
                  maxLength={2000}
                  {...form.text('body')}
                />
              </Form>
            ) : (
              <Notice tone="due">{t('thread.isBlocked', { reason: data.blockReason })}</Notice>
            )}
          </>
        ) : null}
      </div>
      <ConfirmDialog
        opened={reporting}
        title={t('thread.reportQuestion')}
        confirm={t('thread.report')}
        busy={report.isPending}
        disabled={reason.trim().length < 3}
        error={report.error}
        onConfirm={() => report.mutate({ reason: reason.trim() })}
        onClose={() => setReporting(false)}
      >
        <p>{t('thread.reportWhat')}</p>
        <Textarea
          label={t('notice.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </Page>
  );
}
