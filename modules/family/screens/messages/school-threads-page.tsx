import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, DataTable, EmptyState, Page, SideDrawer, Tag, toast } from '#platform/ui';
import { Talk } from './talk.tsx';

type Head =
  operations['family.listSchoolThreads']['responses'][200]['content']['application/json']['items'][number];
type Messages =
  operations['family.readWithReason']['responses'][200]['content']['application/json']['messages'];

/** For the heads of the school: which threads there are; what they say only with a reason that is kept. */
export default function SchoolThreadsPage() {
  const { t } = useTranslation('family');
  const [asking, setAsking] = useState<{ what: 'read' | 'block'; thread: Head }>();
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<Messages>();
  const list = useQuery({
    queryKey: ['family', 'school-threads'],
    queryFn: ({ signal }) => answer(api.GET('/api/family/school-threads', { signal })),
  });
  const close = () => {
    setAsking(undefined);
    setReason('');
  };
  const read = useCommand({
    run: ({ id, why }: { id: string; why: string }, init) =>
      answer(
        api.POST('/api/family/school-threads/{threadId}/read', {
          params: { path: { threadId: id } },
          body: { reason: why },
          ...init,
        }),
      ),
    refreshes: [],
    onDone: ({ messages }) => {
      close();
      setShown(messages);
    },
  });
  const block = useCommand({
    run: ({ id, why }: { id: string; why: string | null }, init) =>
      answer(
        api.POST('/api/family/school-threads/{threadId}/block', {
          params: { path: { threadId: id } },
          body: { reason: why },
          ...init,
        }),
      ),
    refreshes: [['family', 'school-threads']],
    onDone: (_, { why }) => {
      close();
      toast({ tone: 'done', text: why === null ? t('school.unblocked') : t('school.blocked') });
    },
  });
  const reading = asking?.what === 'read';
  return (
    <Page title={t('school.title')} lead={t('school.lead')}>
      <DataTable
        caption={t('school.title')}
        loading={list}
        rows={list.data?.items ?? []}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('school.none')}>{t('school.noneDetail')}</EmptyState>}
        columns={[
          {
            key: 'pupil',
            header: t('school.pupil'),
            phone: 'title',
            cell: ({ pupil, className }) => `${pupil} (${className})`,
          },
          { key: 'with', header: t('school.with'), cell: (thread) => thread.with },
          { key: 'count', header: t('school.messages'), align: 'right', cell: ({ messages }) => messages },
          { key: 'last', header: t('school.last'), cell: ({ lastAt }) => formatDateTime(lastAt) },
          {
            key: 'state',
            header: t('notices.state'),
            cell: ({ reportedAt, reportReason, blockedAt, blockReason }) => (
              <>
                {reportedAt ? (
                  <Tag tone="due">{t('school.reportedFor', { reason: reportReason ?? '' })}</Tag>
                ) : null}
                {blockedAt ? <Tag>{t('school.blockedFor', { reason: blockReason ?? '' })}</Tag> : null}
              </>
            ),
          },
          {
            key: 'steps',
            header: t('school.steps'),
            cell: (thread) => (
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => setAsking({ what: 'read', thread })}
                >
                  {t('school.read')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() =>
                    thread.blockedAt
                      ? block.mutate({ id: thread.id, why: null })
                      : setAsking({ what: 'block', thread })
                  }
                >
                  {thread.blockedAt ? t('school.unblock') : t('school.block')}
                </Button>
              </Group>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={asking !== undefined}
        title={reading ? t('school.readQuestion') : t('school.blockQuestion')}
        confirm={reading ? t('school.read') : t('school.block')}
        busy={read.isPending || block.isPending}
        disabled={reason.trim().length < (reading ? 10 : 3)}
        error={read.error ?? block.error}
        onConfirm={() => {
          const id = asking?.thread.id ?? '';
          if (reading) read.mutate({ id, why: reason.trim() });
          else block.mutate({ id, why: reason.trim() });
        }}
        onClose={close}
      >
        <p>{reading ? t('school.readWhat') : t('school.blockWhat')}</p>
        <Textarea
          label={t('notice.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
      <SideDrawer opened={shown !== undefined} title={t('school.said')} onClose={() => setShown(undefined)}>
        {shown ? <Talk messages={shown} family={null} /> : null}
      </SideDrawer>
    </Page>
  );
}
