import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useSchoolYear } from '#api';
import { formatDate, formatDateTime, formatNumber } from '#platform/i18n';
import {
  ConfirmDialog,
  DataTable,
  EmptyState,
  Facts,
  FilterChips,
  Notice,
  Page,
  ProblemAlert,
  Section,
  SideDrawer,
  Tag,
  type Tone,
  toast,
  useAddress,
} from '#platform/ui';
import { OutcomeForm } from './outcome-form.tsx';
import type { RollOverPreview, RollOverStep } from './pupil-words.ts';

const toneOfOutcome: Readonly<Record<RollOverStep['outcome'], Tone>> = {
  promoted: 'done',
  repeated: 'due',
  graduated: 'accent',
  left: 'none',
};

/** The step of the school into the next year: what is proposed, changed pupil by pupil, carried out once, taken back in time. */
export default function RollOverPage() {
  const { t } = useTranslation('pupils');
  const { name, when } = useSchoolYear();
  const fromYear = when === 'now' ? undefined : name;
  const [executing, setExecuting] = useState(false);
  const [reversing, setReversing] = useState(false);
  const query = { ...(fromYear ? { fromYear } : {}) };
  const preview = useQuery({
    queryKey: ['pupils', 'roll-over', fromYear],
    queryFn: ({ signal }) => answer(api.GET('/api/people/roll-over', { params: { query }, signal })),
  });
  if (!preview.data) {
    return (
      <Page title={t('rollOver.title')}>
        {preview.error ? (
          <ProblemAlert error={preview.error} onRetry={() => preview.refetch()} />
        ) : (
          <p role="status">{t('rollOver.loading')}</p>
        )}
      </Page>
    );
  }
  const plan = preview.data;
  const blocking = plan.problems.filter((problem) => problem.blocking);
  const mayExecute = plan.may.includes('people.executeRollOver');
  return (
    <Page
      title={t('rollOver.title')}
      lead={t('rollOver.lead', { from: plan.fromYear.name, to: plan.toYear?.name ?? '…' })}
      action={
        mayExecute && plan.toYear && plan.counts.total > 0 ? (
          <Button disabled={blocking.length > 0} onClick={() => setExecuting(true)}>
            {t('rollOver.execute')}
          </Button>
        ) : null
      }
    >
      {plan.done ? (
        <Notice tone="done">
          <p style={{ marginTop: 0 }}>{t('rollOver.doneAt', { at: formatDateTime(plan.done.doneAt) })}</p>
          {plan.done.mayReverse && plan.may.includes('people.reverseRollOver') ? (
            <Button variant="default" size="xs" onClick={() => setReversing(true)}>
              {t('rollOver.reverse')}
            </Button>
          ) : (
            t('rollOver.final')
          )}
        </Notice>
      ) : (
        <Proposal plan={plan} />
      )}
      {executing && plan.toYear ? (
        <ExecuteDialog plan={plan} fromYear={fromYear} onClose={() => setExecuting(false)} />
      ) : null}
      {reversing && plan.done ? (
        <ReverseDialog id={plan.done.id} year={plan.toYear?.name ?? ''} onClose={() => setReversing(false)} />
      ) : null}
    </Page>
  );
}

function Proposal({ plan }: { plan: RollOverPreview }) {
  const { t } = useTranslation('pupils');
  const { address } = useAddress();
  const [chosen, setChosen] = useState<RollOverStep>();
  const names = [...new Set(plan.steps.map((step) => step.fromClass))];
  const onlyChosen = address.xem === 'rieng';
  const className = names.includes(address.lop ?? '') ? address.lop : undefined;
  const rows = plan.steps.filter(
    (step) => (!className || step.fromClass === className) && (!onlyChosen || step.chosen),
  );
  const { counts, outside } = plan;
  const mayChoose = plan.may.includes('people.chooseOutcome');
  return (
    <>
      <Stack gap="sm">
        {plan.toYear ? null : (
          <Notice tone="due">{t('rollOver.noNextYear', { year: plan.fromYear.name })}</Notice>
        )}
        <Notice>{t('rollOver.nothingYet', { day: formatDate(plan.mayExecuteFrom) })}</Notice>
        <Facts
          facts={[
            { name: t('rollOver.total'), value: formatNumber(counts.total) },
            { name: t('outcome.promoted'), value: formatNumber(counts.promoted) },
            { name: t('outcome.repeated'), value: formatNumber(counts.repeated) },
            { name: t('outcome.graduated'), value: formatNumber(counts.graduated) },
            { name: t('outcome.left'), value: formatNumber(counts.left) },
          ]}
        />
        {outside.away + outside.unplaced + outside.openTransfers > 0 ? (
          <Notice tone="due">
            {[
              outside.away > 0 ? t('rollOver.away', { count: outside.away }) : '',
              outside.unplaced > 0 ? t('rollOver.unplaced', { count: outside.unplaced }) : '',
              outside.openTransfers > 0 ? t('rollOver.openTransfers', { count: outside.openTransfers }) : '',
            ]
              .filter(Boolean)
              .join(' ')}
          </Notice>
        ) : null}
      </Stack>
      {plan.problems.length > 0 ? (
        <Section title={t('rollOver.problems')}>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {plan.problems.map((problem) => (
              <li key={`${problem.pupilId}${problem.message}`}>
                <Tag tone={problem.blocking ? 'late' : 'due'}>
                  {problem.blocking ? t('rollOver.mustSolve') : t('rollOver.warning')}
                </Tag>{' '}
                {problem.message}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('rollOver.classes')}>
        <DataTable
          caption={t('rollOver.classes')}
          rows={plan.classes}
          rowKey={(one) => one.name}
          empty={<EmptyState title={t('rollOver.noClasses')} />}
          columns={[
            { key: 'name', header: t('list.class'), phone: 'title', cell: (one) => one.name },
            {
              key: 'size',
              header: t('rollOver.size'),
              align: 'right',
              phone: 'corner',
              cell: (one) => formatNumber(one.size),
            },
            {
              key: 'most',
              header: t('rollOver.most'),
              align: 'right',
              phone: 'hidden',
              cell: (one) => formatNumber(one.mostPupils),
            },
            {
              key: 'new',
              header: t('rollOver.classIs'),
              cell: (one) => (one.isNew ? t('rollOver.isNew') : t('rollOver.isThere')),
            },
          ]}
        />
      </Section>
      <Section title={t('rollOver.pupils')}>
        <Group mb="xs">
          <FilterChips
            name="lop"
            label={t('list.class')}
            options={[
              { value: '', label: t('list.allClasses') },
              ...names.map((one) => ({
                value: one,
                label: one,
                count: plan.steps.filter((step) => step.fromClass === one).length,
              })),
            ]}
          />
        </Group>
        <FilterChips
          name="xem"
          label={t('rollOver.show')}
          options={[
            { value: '', label: t('rollOver.showAll') },
            {
              value: 'rieng',
              label: t('rollOver.showChosen'),
              count: plan.steps.filter((step) => step.chosen).length,
            },
          ]}
        />
        <DataTable
          caption={t('rollOver.pupils')}
          rows={rows}
          rowKey={(step) => step.pupilId}
          {...(mayChoose ? { onOpen: setChosen } : {})}
          tools={
            <Button
              component="a"
              href={`/api/people/roll-over.xlsx?${new URLSearchParams({ fromYear: plan.fromYear.name })}`}
              download
              variant="default"
              size="xs"
            >
              {t('list.excel')}
            </Button>
          }
          empty={<EmptyState title={t('rollOver.noPupils')}>{t('rollOver.noPupilsDetail')}</EmptyState>}
          columns={[
            { key: 'name', header: t('field.fullName'), phone: 'title', cell: (step) => step.fullName },
            {
              key: 'way',
              header: t('rollOver.way'),
              phone: 'corner',
              cell: (step) => [step.fromClass, step.toClass].filter(Boolean).join(' → '),
            },
            {
              key: 'outcome',
              header: t('rollOver.outcome'),
              cell: (step) => <Tag tone={toneOfOutcome[step.outcome]}>{t(`outcome.${step.outcome}`)}</Tag>,
            },
            { key: 'reason', header: t('move.reason'), cell: (step) => step.reason ?? '' },
          ]}
        />
      </Section>
      <SideDrawer
        opened={chosen !== undefined}
        title={chosen?.fullName ?? ''}
        onClose={() => setChosen(undefined)}
      >
        {chosen ? (
          <OutcomeForm
            key={chosen.pupilId}
            step={chosen}
            classes={plan.classes}
            fromYear={plan.fromYear.name}
            onClose={() => setChosen(undefined)}
          />
        ) : null}
      </SideDrawer>
    </>
  );
}

function ExecuteDialog({
  plan,
  fromYear,
  onClose,
}: {
  plan: RollOverPreview;
  fromYear: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('pupils');
  const [typed, setTyped] = useState('');
  const year = plan.toYear?.name ?? '';
  const execute = useCommand({
    run: (toYear: string, init) =>
      answer(
        api.POST('/api/people/roll-over', {
          body: { toYear, fingerprint: plan.fingerprint, ...(fromYear ? { fromYear } : {}) },
          ...init,
        }),
      ),
    onDone: ({ pupils, classes }) => {
      toast({ tone: 'done', text: t('rollOver.executed', { pupils, classes, year }) });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t('rollOver.question', { year })}
      confirm={t('rollOver.execute')}
      busy={execute.isPending}
      disabled={typed.trim() !== year}
      error={execute.error}
      onConfirm={() => execute.mutate(typed.trim())}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>
        {t('rollOver.explain', {
          promoted: plan.counts.promoted,
          repeated: plan.counts.repeated,
          graduated: plan.counts.graduated,
          left: plan.counts.left,
          made: plan.classes.filter((one) => one.isNew).length,
          starts: plan.toYear ? formatDate(plan.toYear.startsOn) : '',
        })}
      </p>
      <TextInput
        label={t('rollOver.typeYear', { year })}
        value={typed}
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

function ReverseDialog({ id, year, onClose }: { id: string; year: string; onClose: () => void }) {
  const { t } = useTranslation('pupils');
  const reverse = useCommand({
    run: (rollOverId: string, init) =>
      answer(
        api.POST('/api/people/roll-over/{rollOverId}/reverse', { params: { path: { rollOverId } }, ...init }),
      ),
    onDone: () => {
      toast({ tone: 'done', text: t('rollOver.reversed') });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={t('rollOver.reverseQuestion')}
      confirm={t('rollOver.reverse')}
      busy={reverse.isPending}
      error={reverse.error}
      onConfirm={() => reverse.mutate(id)}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>{t('rollOver.reverseExplain', { year })}</p>
    </ConfirmDialog>
  );
}
