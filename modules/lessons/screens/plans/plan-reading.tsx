import { Button, Group, Stack, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMay } from '#api';
import { formatDateTime } from '#platform/i18n';
import { ConfirmDialog, Notice, Page, ProblemAlert, Section, Tag, toast } from '#platform/ui';
import { activityNames } from '../../rules/index.ts';
import { LongFacts } from '../long-facts.tsx';
import { Materials } from './materials.tsx';
import { PlanDownloads } from './plan-downloads.tsx';
import type { Found } from './plan-form.tsx';
import { PlanState } from './plan-state.tsx';

/** A lesson plan as others read it, and its author once it is proposed: with the steps the person may take. */
export function PlanReading({ found }: { found: Found }) {
  const { t } = useTranslation('lesson-plans');
  const may = useMay();
  const { plan, topics, methods } = found;
  const params = { path: { planId: plan.id } };
  const [deciding, setDeciding] = useState<'approve' | 'return'>();
  const [note, setNote] = useState('');
  const refreshes = [['lessons']];
  const decide = useCommand({
    run: (decision: 'approve' | 'return', init) =>
      answer(
        api.POST('/api/lessons/queue/decide', {
          body: {
            items: [{ id: plan.id, version: plan.version }],
            decision,
            ...(note.trim() ? { note: note.trim() } : {}),
          },
          ...init,
        }),
      ),
    refreshes,
    onDone: (_, decision) => {
      setDeciding(undefined);
      setNote('');
      toast({ tone: 'done', text: t(`queue.done.${decision}`, { count: 1 }) });
    },
  });
  const reopen = useCommand({
    run: (version: number, init) =>
      answer(api.POST('/api/lessons/plans/{planId}/reopen', { params, body: { version }, ...init })),
    refreshes,
  });
  const share = useCommand({
    run: (shared: boolean, init) =>
      answer(
        api.POST('/api/lessons/plans/{planId}/share', {
          params,
          body: { shared, version: plan.version },
          ...init,
        }),
      ),
    refreshes,
  });
  const can = (step: (typeof plan.may)[number]) => plan.may.includes(step);
  const named = (codes: readonly string[], list: Found['topics']) =>
    codes.map((code) => list.find((tag) => tag.code === code)?.name ?? code);
  const back = may('lessons.listQueue')
    ? { label: t('queue.title'), to: '/duyet-bai-day' }
    : { label: t('plans.title'), to: '/bai-day' };
  return (
    <Page
      title={plan.title}
      trail={[back]}
      lead={t('plan.by', { subject: plan.subjectName, grade: plan.grade, name: plan.staffName })}
      tools={
        <>
          <PlanDownloads planId={plan.id} />
          {can('decide') ? (
            <Button variant="default" onClick={() => setDeciding('return')}>
              {t('queue.return')}
            </Button>
          ) : null}
        </>
      }
      action={
        can('decide') ? (
          <Button onClick={() => setDeciding('approve')}>{t('queue.approve')}</Button>
        ) : can('reopen') ? (
          <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate(plan.version)}>
            {t(plan.state === 'proposed' ? 'plan.takeBack' : 'plan.reopen')}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="md">
        <Group gap="xs">
          <PlanState state={plan.state} />
          {[...named(plan.topics, topics), ...named(plan.methods, methods)].map((name) => (
            <Tag key={name}>{name}</Tag>
          ))}
        </Group>
        {reopen.error ? <ProblemAlert error={reopen.error} /> : null}
        {plan.state === 'approved' && plan.decidedAt ? (
          <Notice tone="done">
            {t('plan.approved', { who: plan.decidedBy ?? '', at: formatDateTime(plan.decidedAt) })}
          </Notice>
        ) : null}
        {plan.state === 'returned' && plan.note ? (
          <Notice tone="due">{t('plan.returned', { note: plan.note, who: plan.decidedBy ?? '' })}</Notice>
        ) : null}
        {can('share') ? (
          <Switch
            label={t('plan.share')}
            checked={plan.shared}
            disabled={share.isPending}
            onChange={(event) => share.mutate(event.currentTarget.checked)}
          />
        ) : null}
        <Section title={t('plan.files')}>
          <Materials plan={plan} />
        </Section>
        <Section title={t('plan.objectives')}>
          <LongFacts
            facts={(['knowledge', 'competence', 'qualities', 'equipment'] as const).map((field) => ({
              name: t(`plan.${field}`),
              value: plan[field],
            }))}
          />
        </Section>
        <Section title={t('plan.activities')}>
          {activityNames.map((name, at) => (
            <div key={name}>
              <h3>{name}</h3>
              <LongFacts
                facts={(['objective', 'content', 'product', 'organisation'] as const).map((field) => ({
                  name: t(`plan.${field}`),
                  value: plan.activities[at]?.[field],
                }))}
              />
            </div>
          ))}
        </Section>
      </Stack>
      <ConfirmDialog
        opened={deciding !== undefined}
        title={t(deciding === 'return' ? 'queue.returnQuestion' : 'queue.approveQuestion', { count: 1 })}
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
