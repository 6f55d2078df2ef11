import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import {
  ConfirmDialog,
  DataTable,
  EmptyState,
  Facts,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  ProgressOfWork,
  Section,
  Tag,
  useAddress,
} from '#platform/ui';

type Run =
  operations['exchange.listPopulationRuns']['responses'][200]['content']['application/json']['items'][number];
type Result =
  operations['exchange.listPopulationResults']['responses'][200]['content']['application/json']['items'][number];

const states = ['open', 'differs', 'notFound', 'notAnswered', 'noNumber', 'match'] as const;
type Wanted = (typeof states)[number];
const tones = {
  match: 'done',
  differs: 'late',
  notFound: 'late',
  notAnswered: 'wait',
  noNumber: 'due',
  waiting: 'none',
} as const;

/** Pupils held against the population database: what is asked, how far it is, and the differences for the clerk. */
export default function PopulationPage() {
  const { t } = useTranslation('exchange');
  const [starting, setStarting] = useState(false);
  const runs = useQuery({
    queryKey: ['exchange', 'population', 'runs'],
    queryFn: ({ signal }) => answer(api.GET('/api/exchange/population/runs', { signal })),
    refetchInterval: (query) => (query.state.data?.items[0]?.state === 'open' ? 2000 : false),
  });
  const start = useCommand({
    run: (_: undefined, init) => answer(api.POST('/api/exchange/population/runs', init)),
    refreshes: [['exchange', 'population']],
    onDone: () => setStarting(false),
  });
  const register = runs.data?.register ?? null;
  const newest = runs.data?.items[0];
  return (
    <Page
      title={t('population.title')}
      lead={t('population.lead')}
      action={
        register && newest?.state !== 'open' ? (
          <Button onClick={() => setStarting(true)}>{t('population.start')}</Button>
        ) : null
      }
    >
      {runs.error ? <ProblemAlert error={runs.error} onRetry={() => runs.refetch()} /> : null}
      {runs.data && register === null ? (
        <Notice tone="due">
          <p>{t('population.off')}</p>
        </Notice>
      ) : null}
      {newest ? <NewestRun run={newest} register={register} /> : null}
      {runs.data && !newest ? (
        <EmptyState title={t('population.none')}>{t('population.noneDetail')}</EmptyState>
      ) : null}
      <ConfirmDialog
        opened={starting}
        title={t('population.startQuestion')}
        confirm={t('population.start')}
        busy={start.isPending}
        error={start.error}
        onConfirm={() => start.mutate(undefined)}
        onClose={() => setStarting(false)}
      >
        <p>{t('population.startWhat', { register: register ?? '' })}</p>
      </ConfirmDialog>
    </Page>
  );
}

function NewestRun({ run, register }: { run: Run; register: string | null }) {
  const { t } = useTranslation('exchange');
  const of = { params: { path: { runId: run.id } } };
  const refreshes = [['exchange', 'population']];
  const stop = useCommand({
    run: (_: undefined, init) =>
      answer(api.POST('/api/exchange/population/runs/{runId}/stop', { ...of, ...init })),
    refreshes,
  });
  const goOn = useCommand({
    run: (_: undefined, init) =>
      answer(api.POST('/api/exchange/population/runs/{runId}/continue', { ...of, ...init })),
    refreshes,
  });
  const left = run.waiting + run.notAnswered;
  return (
    <Stack>
      {run.state === 'open' ? (
        <ProgressOfWork
          doing={t('population.asking', { register: run.register })}
          done={run.asked - run.waiting}
          total={run.asked}
          onStop={() => stop.mutate(undefined)}
        />
      ) : null}
      {run.trouble ? (
        <Notice tone="due">
          <p>{run.trouble}</p>
        </Notice>
      ) : null}
      {stop.error ? <ProblemAlert error={stop.error} /> : null}
      {goOn.error ? <ProblemAlert error={goOn.error} /> : null}
      <Facts
        facts={[
          {
            name: t('population.run'),
            value: t('population.madeBy', { name: run.madeBy, at: formatDateTime(run.madeAt) }),
          },
          { name: t('population.asked'), value: run.asked },
          ...(['match', 'differs', 'notFound', 'notAnswered', 'noNumber', 'waiting'] as const).map(
            (state) => ({
              name: t(`population.states.${state}`),
              value: run[state],
            }),
          ),
          { name: t('population.settled'), value: run.settled },
        ]}
      />
      {run.state !== 'open' && left > 0 && register ? (
        <Group>
          <Button variant="default" loading={goOn.isPending} onClick={() => goOn.mutate(undefined)}>
            {t('population.goOn', { count: left })}
          </Button>
        </Group>
      ) : null}
      <Results run={run} />
    </Stack>
  );
}

function Results({ run }: { run: Run }) {
  const { t } = useTranslation('exchange');
  const { address } = useAddress();
  const [settling, setSettling] = useState<Result>();
  const state: Wanted = states.find((one) => one === address['ket-qua']) ?? 'open';
  const results = useQuery({
    queryKey: ['exchange', 'population', 'results', run.id, state, run.waiting],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/exchange/population/runs/{runId}/results', {
          params: { path: { runId: run.id }, query: { state } },
          signal,
        }),
      ),
  });
  return (
    <Section title={t('population.results')}>
      <FilterChips
        name="ket-qua"
        label={t('population.results')}
        options={states.map((one) => ({
          value: one === 'open' ? '' : one,
          label: t(`population.states.${one}`),
          count: one === 'open' ? run.differs + run.notFound - run.settled : run[one],
        }))}
      />
      <DataTable<Result>
        caption={t('population.results')}
        loading={results}
        rows={results.data?.items ?? []}
        rowKey={({ pupilId }) => pupilId}
        empty={<EmptyState title={t('population.noResults')}>{t('population.noResultsDetail')}</EmptyState>}
        columns={[
          {
            key: 'name',
            header: t('sector.name'),
            phone: 'title',
            cell: ({ pupilId, name }) => (
              <Link to="/hoc-sinh/$pupilId" params={{ pupilId }}>
                {name}
              </Link>
            ),
          },
          { key: 'class', header: t('sector.place.pupils'), cell: ({ className }) => className ?? '' },
          {
            key: 'state',
            header: t('population.result'),
            cell: (row) => <Tag tone={tones[row.state]}>{t(`population.states.${row.state}`)}</Tag>,
          },
          {
            key: 'fields',
            header: t('population.differsIn'),
            cell: ({ fields }) => fields.map((field) => t(`population.fields.${field}`)).join(', '),
          },
          {
            key: 'settled',
            header: t('population.done'),
            phone: 'corner',
            cell: (row) =>
              row.settledNote ? (
                t('population.settledBy', { name: row.settledBy ?? '', note: row.settledNote })
              ) : row.state === 'differs' || row.state === 'notFound' ? (
                <Button size="compact-sm" variant="default" onClick={() => setSettling(row)}>
                  {t('population.settle')}
                </Button>
              ) : null,
          },
        ]}
      />
      <Settle
        key={settling?.pupilId ?? ''}
        runId={run.id}
        result={settling}
        onClose={() => setSettling(undefined)}
      />
    </Section>
  );
}

function Settle({
  runId,
  result,
  onClose,
}: {
  runId: string;
  result: Result | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('exchange');
  const [note, setNote] = useState('');
  const settle = useCommand({
    run: (pupilId: string, init) =>
      answer(
        api.POST('/api/exchange/population/runs/{runId}/results/{pupilId}/settle', {
          params: { path: { runId, pupilId } },
          body: { note },
          ...init,
        }),
      ),
    refreshes: [['exchange', 'population']],
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      opened={result !== undefined}
      title={t('population.settleQuestion', { name: result?.name ?? '' })}
      confirm={t('population.settle')}
      busy={settle.isPending}
      disabled={note.trim().length < 3}
      error={settle.error}
      onConfirm={() => result && settle.mutate(result.pupilId)}
      onClose={onClose}
    >
      <p>{t('population.settleWhat')}</p>
      <Textarea
        label={t('population.note')}
        autosize
        minRows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
