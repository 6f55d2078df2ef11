import { Button, Group, Textarea } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  DataTable,
  EmptyState,
  Facts,
  FilterChips,
  Form,
  Page,
  ProblemAlert,
  ProgressOfWork,
  SideDrawer,
  Tag,
  useAddress,
  useDraftForm,
} from '#platform/ui';
import type { DifficultyItem } from './work-words.ts';

const states = ['open', 'answered', 'closed', 'all'] as const;
const tones = { open: 'late', answered: 'wait', closed: 'done' } as const;

/** Difficulties in reach: who asks, who answers, and the answer. */
export default function DifficultiesPage() {
  const { t } = useTranslation('work');
  const { address, set } = useAddress();
  const state = (states as readonly string[]).includes(address.loc ?? '')
    ? (address.loc as (typeof states)[number])
    : 'open';
  const list = useInfiniteQuery({
    queryKey: ['plan', 'difficulties', state],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/plan/difficulties', {
          params: { query: { state, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('difficulties.title')} lead={t('difficulties.lead')}>
      <FilterChips
        name="loc"
        label={t('difficulties.filters')}
        options={states.map((value) => ({
          value: value === 'open' ? '' : value,
          label: t(`difficulties.state.${value}`),
        }))}
      />
      <DataTable
        caption={t('difficulties.title')}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => set({ xem: row.id })}
        loading={list}
        {...(list.data?.pages[0] ? { total: list.data.pages[0].count } : {})}
        more={
          list.hasNextPage
            ? { busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }
            : undefined
        }
        empty={<EmptyState title={t('difficulties.empty')}>{t('difficulties.emptyDetail')}</EmptyState>}
        columns={[
          { key: 'title', header: t('difficulties.what'), phone: 'title', cell: (row) => row.title },
          {
            key: 'state',
            header: t('inbox.state'),
            phone: 'corner',
            cell: (row) => <Tag tone={tones[row.state]}>{t(`difficulties.state.${row.state}`)}</Tag>,
          },
          { key: 'unit', header: t('difficulties.from'), cell: (row) => row.unit.name },
          { key: 'to', header: t('difficulties.to'), cell: (row) => row.addressedTo.name },
          { key: 'at', header: t('difficulties.raisedAt'), cell: (row) => formatDateTime(row.raisedAt) },
        ]}
      />
      <DifficultyDrawer
        difficultyId={address.xem}
        known={rows.find((row) => row.id === address.xem)}
        onClose={() => set({ xem: '' })}
      />
    </Page>
  );
}

/** One difficulty beside the page, also one that is not in the list. `known`: the row to show meanwhile. */
function DifficultyDrawer({
  difficultyId,
  known,
  onClose,
}: {
  difficultyId: string | undefined;
  known: DifficultyItem | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('work');
  const { data, error, refetch } = useQuery({
    queryKey: ['plan', 'difficulty', difficultyId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/plan/difficulties/{difficultyId}', {
          params: { path: { difficultyId: difficultyId ?? '' } },
          signal,
        }),
      ),
    enabled: difficultyId !== undefined,
    placeholderData: known,
  });
  return (
    <SideDrawer
      opened={difficultyId !== undefined}
      title={data?.title ?? t('difficulties.one')}
      onClose={onClose}
    >
      {data ? <Difficulty key={`${data.id} ${data.version}`} item={data} /> : null}
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {data || error ? null : <ProgressOfWork doing={t('ui:list.loading')} />}
    </SideDrawer>
  );
}

function Difficulty({ item }: { item: DifficultyItem }) {
  const { t } = useTranslation('work');
  const [answering, setAnswering] = useState(false);
  const form = useDraftForm(`difficulty.${item.id}`, { answer: item.answer ?? '' });
  const reply = useCommand({
    run: (text: string, init) =>
      answer(
        api.POST('/api/plan/difficulties/{difficultyId}/answer', {
          params: { path: { difficultyId: item.id } },
          body: { version: item.version, answer: text },
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: () => form.clear(),
  });
  const close = useCommand({
    run: (version: number, init) =>
      answer(
        api.POST('/api/plan/difficulties/{difficultyId}/close', {
          params: { path: { difficultyId: item.id } },
          body: { version },
          ...init,
        }),
      ),
    refreshes: [['plan']],
  });
  return (
    <>
      <p style={{ whiteSpace: 'pre-wrap' }}>{item.body}</p>
      <Facts
        facts={[
          { name: t('difficulties.from'), value: `${item.raisedBy.name} · ${item.unit.name}` },
          { name: t('difficulties.to'), value: item.addressedTo.name },
          { name: t('difficulties.raisedAt'), value: formatDateTime(item.raisedAt) },
          {
            name: t('difficulties.duty'),
            value: item.assignmentId ? <Link to={`/viec/${item.assignmentId}`}>{item.dutyTitle}</Link> : null,
          },
          { name: t('difficulties.answer'), value: item.answer },
          {
            name: t('difficulties.answeredBy'),
            value: item.answeredBy
              ? `${item.answeredBy.name} · ${formatDateTime(item.answeredAt ?? '')}`
              : null,
          },
        ]}
      />
      {answering ? (
        <Form
          submit={t('difficulties.sendAnswer')}
          busy={reply.isPending}
          error={reply.error}
          problems={form.problems}
          onCancel={() => setAnswering(false)}
          onSubmit={() => {
            if (form.values.answer.trim()) reply.mutate(form.values.answer, { onError: form.refuse });
            else form.refuse([{ path: 'answer', message: t('difficulties.answerMissing') }]);
          }}
        >
          <Textarea label={t('difficulties.answer')} autosize minRows={4} {...form.text('answer')} />
        </Form>
      ) : (
        <Group gap="sm" mt="md">
          {item.may.includes('plan.answerDifficulty') ? (
            <Button onClick={() => setAnswering(true)}>{t('difficulties.reply')}</Button>
          ) : null}
          {item.may.includes('plan.closeDifficulty') ? (
            <Button variant="default" loading={close.isPending} onClick={() => close.mutate(item.version)}>
              {t('difficulties.close')}
            </Button>
          ) : null}
        </Group>
      )}
    </>
  );
}
