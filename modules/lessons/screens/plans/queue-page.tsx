import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useSchoolYear } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  BulkBar,
  ConfirmDialog,
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  toast,
  useAddress,
} from '#platform/ui';
import { PlanState } from './plan-state.tsx';

/** Plans that wait for the group head, and those decided: read one, approve many. */
export default function QueuePage() {
  const { t } = useTranslation('lesson-plans');
  const { address } = useAddress();
  const { name: schoolYear } = useSchoolYear();
  const state =
    address.xem === 'da-duyet'
      ? ('approved' as const)
      : address.xem === 'tra-lai'
        ? ('returned' as const)
        : ('proposed' as const);
  const query = { state, ...(schoolYear ? { schoolYear } : {}) };
  const queue = useQuery({
    queryKey: ['lessons', 'queue', query],
    queryFn: ({ signal }) => answer(api.GET('/api/lessons/queue', { params: { query }, signal })),
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [deciding, setDeciding] = useState<'approve' | 'return'>();
  const [note, setNote] = useState('');
  const rows = queue.data?.items ?? [];
  const picked = rows.filter(({ id }) => chosen.has(id));
  const decide = useCommand({
    run: (decision: 'approve' | 'return', init) =>
      answer(
        api.POST('/api/lessons/queue/decide', {
          body: {
            items: picked.map(({ id, version }) => ({ id, version })),
            decision,
            ...(note.trim() ? { note: note.trim() } : {}),
          },
          ...init,
        }),
      ),
    refreshes: [['lessons']],
    onDone: ({ decided }, decision) => {
      setDeciding(undefined);
      setNote('');
      setChosen(new Set());
      toast({ tone: 'done', text: t(`queue.done.${decision}`, { count: decided }) });
    },
  });
  const may = queue.data?.may.includes('lessons.decidePlans') ?? false;
  return (
    <Page wide title={t('queue.title')} lead={t('queue.lead')}>
      <FilterChips
        name="xem"
        label={t('plans.state')}
        options={[
          { value: '', label: t('queue.waiting') },
          { value: 'tra-lai', label: t('state.returned') },
          { value: 'da-duyet', label: t('state.approved') },
        ]}
      />
      <DataTable
        caption={t('queue.title')}
        loading={queue}
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }) => `/bai-day/${id}`}
        empty={<EmptyState title={t('queue.none')}>{t('queue.noneDetail')}</EmptyState>}
        {...(may && state === 'proposed'
          ? {
              selection: {
                chosen,
                onChange: setChosen,
                label: ({ title }: { title: string }) => t('queue.choose', { title }),
                can: ({ mine }: { mine: boolean }) => !mine,
              },
            }
          : {})}
        columns={[
          { key: 'title', header: t('plans.lesson'), phone: 'title', cell: ({ title }) => title },
          { key: 'who', header: t('queue.teacher'), cell: ({ staffName }) => staffName },
          {
            key: 'subject',
            header: t('plans.subject'),
            cell: ({ subjectName, grade }) => t('plans.subjectOf', { subject: subjectName, grade }),
          },
          { key: 'week', header: t('plans.week'), align: 'right', cell: ({ week }) => week ?? '' },
          {
            key: 'at',
            header: t('queue.proposedAt'),
            cell: ({ proposedAt }) => (proposedAt ? formatDateTime(proposedAt) : ''),
          },
          {
            key: 'state',
            header: t('plans.state'),
            phone: 'corner',
            cell: (row) => <PlanState state={row.state} />,
          },
        ]}
      />
      {picked.length > 0 ? (
        <BulkBar count={picked.length} onClear={() => setChosen(new Set())}>
          <Button variant="default" onClick={() => setDeciding('return')}>
            {t('queue.return')}
          </Button>
          <Button onClick={() => setDeciding('approve')}>{t('queue.approve')}</Button>
        </BulkBar>
      ) : null}
      <ConfirmDialog
        opened={deciding !== undefined}
        title={t(deciding === 'return' ? 'queue.returnQuestion' : 'queue.approveQuestion', {
          count: picked.length,
        })}
        confirm={t(deciding === 'return' ? 'queue.return' : 'queue.approve')}
        busy={decide.isPending}
        disabled={deciding === 'return' && note.trim().length < 3}
        error={decide.error}
        onConfirm={() => deciding && decide.mutate(deciding)}
        onClose={() => setDeciding(undefined)}
      >
        <Textarea
          label={t(deciding === 'return' ? 'queue.noteNeeded' : 'queue.note')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </Page>
  );
}
