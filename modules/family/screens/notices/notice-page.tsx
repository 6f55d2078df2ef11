import { Button, Group, Skeleton, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, Notice, Page, ProblemAlert, Section, toast } from '#platform/ui';
import styles from '../family.module.css';
import { Receipts } from './receipts.tsx';

/** One notice: opening it is the receipt; for the sending side who has read it, reminding, taking back. */
export default function NoticePage() {
  const { t } = useTranslation('family');
  const { announcementId } = useParams({ strict: false }) as { announcementId: string };
  const path = { announcementId };
  const [withdrawing, setWithdrawing] = useState(false);
  const [reason, setReason] = useState('');
  const notice = useQuery({
    queryKey: ['family', 'notice', announcementId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/family/announcements/{announcementId}', { params: { path }, signal })),
  });
  const read = useCommand({
    run: (_: 'read', init) =>
      answer(api.POST('/api/family/announcements/{announcementId}/read', { params: { path }, ...init })),
    refreshes: [['family', 'received'], ['notices']],
  });
  const withdraw = useCommand({
    run: (body: { reason: string; version: number }, init) =>
      answer(
        api.POST('/api/family/announcements/{announcementId}/withdraw', { params: { path }, body, ...init }),
      ),
    refreshes: [['family']],
    onDone: () => {
      setWithdrawing(false);
      toast({ tone: 'done', text: t('notice.withdrawn') });
    },
  });
  const remind = useCommand({
    run: (_: 'remind', init) =>
      answer(
        api.POST('/api/family/announcements/{announcementId}/remind', {
          params: { path },
          body: {},
          ...init,
        }),
      ),
    refreshes: [['family', 'receipts', announcementId]],
    onDone: ({ told }) => toast({ tone: 'done', text: t('notice.reminded', { count: told }) }),
  });
  const data = notice.data;
  const due = data?.addressed === true && data.readAt === null && data.state === 'sent';
  const { mutate: markRead } = read;
  useEffect(() => {
    if (due) markRead('read');
  }, [due, markRead]);
  return (
    <Page
      title={data?.title ?? t('notices.one')}
      lead={
        data?.sentAt ? t('notice.from', { author: data.author, at: formatDateTime(data.sentAt) }) : undefined
      }
      trail={[{ label: t('notices.title'), to: '/thong-bao' }]}
    >
      <div className={styles.plain}>
        {notice.error ? <ProblemAlert error={notice.error} onRetry={() => void notice.refetch()} /> : null}
        {notice.isPending ? <Skeleton height={200} /> : null}
        {data?.state === 'withdrawn' ? (
          <Notice tone="due">{t('notice.isWithdrawn', { reason: data.withdrawalReason ?? '' })}</Notice>
        ) : null}
        {data ? <p className={styles.body}>{data.body}</p> : null}
        {data && data.files.length > 0 ? (
          <Section title={t('notice.files')}>
            <ul className={styles.list}>
              {data.files.map(({ id, fileName }) => (
                <li key={id}>
                  <a href={`/api/family/announcements/${announcementId}/files/${id}`} download>
                    {fileName}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        {data?.addressed ? <p className={styles.soft}>{t('notice.receipt')}</p> : null}
      </div>
      {data?.sending && data.state !== 'draft' ? (
        <Section title={t('receipts.title')}>
          <p>
            {t('receipts.count', { read: data.sending.read, asked: data.sending.asked })}
            {data.sending.unreached > 0
              ? ` ${t('receipts.unreached', { count: data.sending.unreached })}`
              : ''}
          </p>
          {remind.error ? <ProblemAlert error={remind.error} /> : null}
          <Group gap="sm">
            {data.may.includes('family.remindUnread') && data.sending.read < data.sending.asked ? (
              <Button loading={remind.isPending} onClick={() => remind.mutate('remind')}>
                {t('notice.remind', { count: data.sending.asked - data.sending.read })}
              </Button>
            ) : null}
            {data.may.includes('family.exportReceipts') ? (
              <Button
                component="a"
                variant="default"
                href={`/api/family/announcements/${announcementId}/receipts.xlsx`}
                download
              >
                {t('receipts.excel')}
              </Button>
            ) : null}
            {data.may.includes('family.withdrawAnnouncement') ? (
              <Button variant="default" onClick={() => setWithdrawing(true)}>
                {t('notice.withdraw')}
              </Button>
            ) : null}
          </Group>
          {data.may.includes('family.listReceipts') ? <Receipts announcementId={announcementId} /> : null}
        </Section>
      ) : null}
      <ConfirmDialog
        opened={withdrawing}
        title={t('notice.withdrawQuestion')}
        confirm={t('notice.withdraw')}
        danger
        busy={withdraw.isPending}
        disabled={reason.trim().length < 3}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate({ reason: reason.trim(), version: data?.sending?.version ?? 1 })}
        onClose={() => {
          setWithdrawing(false);
          withdraw.reset();
        }}
      >
        <p>{t('notice.withdrawWhat')}</p>
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
