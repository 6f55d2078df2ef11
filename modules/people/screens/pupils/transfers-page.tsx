import { Button, Group, Select, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatDate } from '#platform/i18n';
import {
  ConfirmDialog,
  DataTable,
  DateField,
  EmptyState,
  FilterChips,
  Page,
  Tag,
  toast,
  useAddress,
} from '#platform/ui';
import { type Transfer, toneOfTransfer } from './pupil-words.ts';
import { useClasses } from './use-pupils.ts';

const states = ['asked', 'accepted', 'refused', 'withdrawn'] as const;

/** Requests of other schools that we take a pupil, and ours to them. */
export default function TransfersPage() {
  const { t } = useTranslation('pupils');
  const may = useMay();
  const { address } = useAddress();
  const [deciding, setDeciding] = useState<{ transfer: Transfer; how: 'accept' | 'refuse' | 'withdraw' }>();
  const direction = address.chieu === 'di' ? ('out' as const) : ('in' as const);
  const state = states.find((known) => known === address['trang-thai']);
  const query = { direction, ...(state ? { state } : {}) };
  const transfers = useInfiniteQuery({
    queryKey: ['transfers', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/people/transfers', {
          params: { query: { ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const open = transfers.data?.pages[0]?.open;
  const waiting = (count: number | undefined) => (count ? { count } : {});
  return (
    <Page title={t('transfer.title')} lead={t('transfer.lead')}>
      <Group mb="xs">
        <FilterChips
          name="chieu"
          label={t('transfer.direction')}
          options={[
            { value: '', label: t('transfer.in'), ...waiting(open?.in) },
            { value: 'di', label: t('transfer.out'), ...waiting(open?.out) },
          ]}
        />
      </Group>
      <FilterChips
        name="trang-thai"
        label={t('list.status')}
        options={[
          { value: '', label: t('list.anyStatus') },
          ...states.map((known) => ({ value: known, label: t(`transfer.state.${known}`) })),
        ]}
      />
      <DataTable
        caption={t('transfer.title')}
        loading={transfers}
        rows={transfers.data?.pages.flatMap((page) => page.items) ?? []}
        rowKey={(transfer) => transfer.id}
        tools={
          <Button
            component="a"
            href={`/api/people/transfers.xlsx?${new URLSearchParams(query)}`}
            download
            variant="default"
            size="xs"
          >
            {t('list.excel')}
          </Button>
        }
        empty={
          <EmptyState title={t('transfer.none')}>
            {direction === 'in' ? t('transfer.noneIn') : t('transfer.noneOut')}
          </EmptyState>
        }
        more={
          transfers.hasNextPage
            ? { busy: transfers.isFetchingNextPage, onMore: () => transfers.fetchNextPage() }
            : undefined
        }
        columns={[
          { key: 'pupil', header: t('transfer.pupil'), phone: 'title', cell: (one) => one.pupilName },
          {
            key: 'grade',
            header: t('list.grade'),
            cell: (one) => t('list.gradeNumber', { grade: one.grade }),
          },
          {
            key: 'school',
            header: direction === 'in' ? t('transfer.fromSchool') : t('transfer.toSchool'),
            cell: (one) => (direction === 'in' ? one.unitName : one.toUnitName),
          },
          { key: 'reason', header: t('move.reason'), cell: (one) => one.reason },
          { key: 'day', header: t('transfer.askedOn'), cell: (one) => formatDate(one.askedAt) },
          {
            key: 'state',
            header: t('list.status'),
            phone: 'corner',
            cell: (one) => <Tag tone={toneOfTransfer[one.state]}>{t(`transfer.state.${one.state}`)}</Tag>,
          },
          { key: 'note', header: t('transfer.note'), cell: (one) => one.decisionNote ?? '' },
          {
            key: 'do',
            header: t('transfer.do'),
            cell: (one) =>
              one.state === 'asked' ? (
                <Group gap="xs">
                  {direction === 'in' && may('people.acceptTransfer') ? (
                    <>
                      <Button size="xs" onClick={() => setDeciding({ transfer: one, how: 'accept' })}>
                        {t('transfer.accept')}
                      </Button>
                      <Button
                        size="xs"
                        variant="default"
                        onClick={() => setDeciding({ transfer: one, how: 'refuse' })}
                      >
                        {t('transfer.refuse')}
                      </Button>
                    </>
                  ) : null}
                  {direction === 'out' ? (
                    <Button
                      size="xs"
                      variant="default"
                      onClick={() => setDeciding({ transfer: one, how: 'withdraw' })}
                    >
                      {t('transfer.withdraw')}
                    </Button>
                  ) : null}
                </Group>
              ) : (
                ''
              ),
          },
        ]}
      />
      {deciding ? <DecideDialog {...deciding} onClose={() => setDeciding(undefined)} /> : null}
    </Page>
  );
}

function DecideDialog({
  transfer,
  how,
  onClose,
}: {
  transfer: Transfer;
  how: 'accept' | 'refuse' | 'withdraw';
  onClose: () => void;
}) {
  const { t } = useTranslation('pupils');
  const classes = useClasses().filter((one) => one.grade === transfer.grade);
  const [classId, setClassId] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const path = { transferId: transfer.id };
  const decide = useCommand<{ classId: string | null; on: string | null; note: string }, unknown>({
    run: (input, init) =>
      how === 'accept'
        ? answer(
            api.POST('/api/people/transfers/{transferId}/accept', {
              params: { path },
              body: { classId: input.classId ?? '', on: input.on ?? '' },
              ...init,
            }),
          )
        : how === 'refuse'
          ? answer(
              api.POST('/api/people/transfers/{transferId}/refuse', {
                params: { path },
                body: { note: input.note },
                ...init,
              }),
            )
          : answer(api.POST('/api/people/transfers/{transferId}/withdraw', { params: { path }, ...init })),
    refreshes: [['transfers'], ['pupils']],
    onDone: () => {
      toast({ tone: 'done', text: t(`transfer.done.${how}`, { name: transfer.pupilName }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t(`transfer.question.${how}`, { name: transfer.pupilName })}
      confirm={t(`transfer.${how}`)}
      busy={decide.isPending}
      disabled={how === 'accept' ? !classId || !on : how === 'refuse' ? !note.trim() : false}
      error={decide.error}
      onConfirm={() => decide.mutate({ classId, on, note: note.trim() })}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>
        {t(`transfer.explain.${how}`, { grade: transfer.grade, school: transfer.unitName })}
      </p>
      {how === 'accept' ? (
        <>
          <Select
            label={t('transfer.intoClass')}
            data={classes.map((one) => ({
              value: one.id,
              label: t('move.classOf', { name: one.name, count: one.pupils }),
            }))}
            value={classId}
            onChange={setClassId}
            nothingFoundMessage={t('move.noClass')}
          />
          <DateField label={t('transfer.day')} value={on} onChange={setOn} />
        </>
      ) : null}
      {how === 'refuse' ? (
        <Textarea
          label={t('move.reason')}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      ) : null}
    </ConfirmDialog>
  );
}
