import { Button, Chip, Group, NumberInput, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import {
  ApiProblem,
  ConfirmDialog,
  ConflictDialog,
  Notice,
  Page,
  ProblemAlert,
  ProblemList,
  problemOf,
  Section,
  toast,
  useDraftForm,
} from '#platform/ui';
import { activityNames } from '../../rules/index.ts';
import type { AnswerOf } from '../answer-of.ts';
import styles from '../lessons.module.css';
import { Materials } from './materials.tsx';
import { PlanDownloads } from './plan-downloads.tsx';
import { PlanFiles } from './plan-files.tsx';
import { PlanState } from './plan-state.tsx';

export type Found = AnswerOf<'lessons.getPlan'>;
type Plan = Found['plan'];
type Activity = Plan['activities'][number];
type Content = Pick<
  Plan,
  | 'title'
  | 'periods'
  | 'week'
  | 'knowledge'
  | 'competence'
  | 'qualities'
  | 'equipment'
  | 'activities'
  | 'methods'
  | 'topics'
  | 'version'
>;
const activityFields = ['objective', 'content', 'product', 'organisation'] as const;

function contentOf(plan: Plan): Content {
  const {
    title,
    periods,
    week,
    knowledge,
    competence,
    qualities,
    equipment,
    activities,
    methods,
    topics,
    version,
  } = plan;
  return {
    title,
    periods,
    week,
    knowledge,
    competence,
    qualities,
    equipment,
    activities,
    methods,
    topics,
    version,
  };
}

function textOf({ title, knowledge, competence, qualities, equipment, activities }: Content): string {
  const said = activities.map((one, at) =>
    [activityNames[at], one.objective, one.content, one.product, one.organisation].filter(Boolean).join('\n'),
  );
  return [title, knowledge, competence, qualities, equipment, ...said].filter(Boolean).join('\n\n');
}

/** Writes a lesson plan: what is typed survives a reload, is saved as a whole, and is proposed when it is complete. */
export function PlanForm({ found }: { found: Found }) {
  const { t } = useTranslation('lesson-plans');
  const { plan, topics, methods } = found;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const params = { path: { planId: plan.id } };
  // The version seen goes with the draft: a draft of yesterday over a plan changed since is told, not saved.
  const form = useDraftForm<Content & Record<string, unknown>>(`lesson-plan.${plan.id}`, contentOf(plan));
  const { values, change } = form;
  const [theirs, setTheirs] = useState<Content>();
  const [removing, setRemoving] = useState(false);
  const refreshes = [['lessons']];

  const save = useCommand({
    run: (given: Content, init) =>
      answer(api.PUT('/api/lessons/plans/{planId}', { params, body: given, ...init })),
    refreshes,
    onDone: ({ version }, given) => {
      form.clear({ ...given, version });
      setTheirs(undefined);
    },
  });
  async function keep(given: Content): Promise<number | undefined> {
    try {
      return (await save.mutateAsync(given)).version;
    } catch (error) {
      if (error instanceof ApiProblem && error.document.code === 'lessons.planChangedMeanwhile') {
        setTheirs((error.document as { facts?: { current: Content } }).facts?.current);
      } else form.refuse(error);
      return undefined;
    }
  }
  const share = useCommand({
    run: (shared: boolean, init) =>
      answer(
        api.POST('/api/lessons/plans/{planId}/share', {
          params,
          body: { shared, version: values.version },
          ...init,
        }),
      ),
    refreshes,
    onDone: ({ version }) => change('version', version),
  });
  const propose = useCommand({
    run: (version: number, init) =>
      answer(api.POST('/api/lessons/plans/{planId}/propose', { params, body: { version }, ...init })),
    refreshes,
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('plan.proposed') });
    },
  });
  const remove = useCommand({
    run: (_: string, init) => answer(api.DELETE('/api/lessons/plans/{planId}', { params, ...init })),
    refreshes,
    onDone: () => {
      form.clear();
      void navigate({ to: '/bai-day' });
    },
  });
  const put = (at: number, field: keyof Activity, text: string) =>
    change(
      'activities',
      values.activities.map((one, index) => (index === at ? { ...one, [field]: text } : one)),
    );
  const proposing = propose.error ? (problemOf(propose.error).problems ?? []) : [];
  const problems = [...form.problems, ...proposing];
  const area = (name: 'knowledge' | 'competence' | 'qualities' | 'equipment') => (
    <Textarea
      autosize
      minRows={2}
      maxRows={12}
      label={t(`plan.${name}`)}
      maxLength={4000}
      {...form.text(name)}
    />
  );
  const tags = (name: 'topics' | 'methods', list: Found['topics']) => (
    <Chip.Group multiple value={values[name]} onChange={(chosen) => change(name, chosen)}>
      <div className={styles.tags}>
        {list.map(({ code, name: word, source }) => (
          <Chip key={code} value={code} title={source} variant="outline">
            {word}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  );
  return (
    <Page
      title={plan.title}
      trail={[{ label: t('plans.title'), to: '/bai-day' }]}
      lead={t('plan.lead', { subject: plan.subjectName, grade: plan.grade })}
      tools={
        <>
          <PlanState state={plan.state} />
          <PlanDownloads planId={plan.id} />
          <Button
            variant="default"
            loading={save.isPending}
            onClick={() =>
              void keep(values).then((done) => done && toast({ tone: 'done', text: t('plan.saved') }))
            }
          >
            {t('plan.save')}
          </Button>
        </>
      }
      action={
        <Button
          loading={propose.isPending}
          onClick={() =>
            void keep(values).then((version) => {
              if (version) propose.mutate(version);
            })
          }
        >
          {t('plan.propose')}
        </Button>
      }
    >
      <Stack gap="md">
        {plan.state === 'returned' && plan.note ? (
          <Notice tone="due">{t('plan.returned', { note: plan.note, who: plan.decidedBy ?? '' })}</Notice>
        ) : null}
        {form.restored ? <Notice>{t('plan.restored')}</Notice> : null}
        {problems.length > 0 ? <ProblemList problems={problems} /> : null}
        {save.error && !theirs && form.problems.length === 0 ? <ProblemAlert error={save.error} /> : null}
        {propose.error && proposing.length === 0 ? <ProblemAlert error={propose.error} /> : null}
        {share.error ? <ProblemAlert error={share.error} /> : null}
        {plan.copiedFrom ? <p>{t('plan.copiedFrom', { what: plan.copiedFrom })}</p> : null}
        <Group align="end" gap="md">
          <TextInput
            label={t('plan.name')}
            maxLength={300}
            style={{ flex: '1 1 280px' }}
            {...form.text('title')}
          />
          <NumberInput
            id="field-periods"
            label={t('plans.periods')}
            w={110}
            min={1}
            max={100}
            value={values.periods}
            error={form.problem('periods')}
            onChange={(value) => change('periods', Number(value) || 1)}
          />
          <NumberInput
            label={t('plan.week')}
            w={110}
            min={1}
            max={35}
            value={values.week ?? ''}
            onChange={(value) => change('week', Number(value) || null)}
          />
        </Group>
        <Section title={t('plan.topics')}>
          <p>{t('plan.topicsWhat')}</p>
          {tags('topics', topics)}
        </Section>
        <Section title={t('plan.methods')}>{tags('methods', methods)}</Section>
        <Section title={t('plan.files')}>
          <Materials plan={plan} editable />
          <PlanFiles
            planId={plan.id}
            onDone={() => void queries.invalidateQueries({ queryKey: ['lessons'] })}
          />
        </Section>
        <Section title={t('plan.objectives')}>
          <Stack gap="sm">
            {area('knowledge')}
            {area('competence')}
            {area('qualities')}
            {area('equipment')}
          </Stack>
        </Section>
        <Section title={t('plan.activities')}>
          {activityNames.map((name, at) => (
            <fieldset key={name} className={styles.activity} id={`field-activities.${at}`} tabIndex={-1}>
              <legend>{name}</legend>
              <Stack gap="sm">
                {activityFields.map((field) => (
                  <Textarea
                    key={field}
                    autosize
                    minRows={field === 'organisation' || field === 'content' ? 3 : 1}
                    maxRows={20}
                    label={t(`plan.${field}`)}
                    maxLength={field === 'organisation' || field === 'content' ? 8000 : 4000}
                    value={values.activities[at]?.[field] ?? ''}
                    onChange={(event) => put(at, field, event.currentTarget.value)}
                  />
                ))}
              </Stack>
            </fieldset>
          ))}
        </Section>
        <Group justify="space-between">
          <Switch
            label={t('plan.share')}
            checked={plan.shared}
            disabled={share.isPending}
            onChange={(event) => share.mutate(event.currentTarget.checked)}
          />
          <Button color="brick" variant="subtle" onClick={() => setRemoving(true)}>
            {t('plan.remove')}
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={removing}
        danger
        title={t('plan.removeQuestion')}
        confirm={t('plan.remove')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(plan.id)}
        onClose={() => setRemoving(false)}
      >
        <p>{t('plan.removeWhat', { title: plan.title })}</p>
      </ConfirmDialog>
      <ConflictDialog
        opened={theirs !== undefined}
        theirs={theirs ? textOf(theirs) : ''}
        mine={textOf(values)}
        onTakeTheirs={() => {
          if (theirs) form.clear({ ...values, ...contentOf(theirs as Plan) });
          setTheirs(undefined);
        }}
        onKeepMine={() => void keep({ ...values, version: theirs?.version ?? values.version })}
        onClose={() => setTheirs(undefined)}
      />
    </Page>
  );
}
