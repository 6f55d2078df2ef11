import { Button, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { Form, toast, useDraftForm } from '#platform/ui';
import { isFinalGrade, type Outcome } from '../../rules/roll-over.ts';
import type { RollOverPreview, RollOverStep } from './pupil-words.ts';

type Body = operations['people.chooseOutcome']['requestBody']['content']['application/json'];

/** Decides for one pupil: up, down or away, into which class, and why. */
export function OutcomeForm({
  step,
  classes,
  fromYear,
  onClose,
}: {
  step: RollOverStep;
  classes: RollOverPreview['classes'];
  fromYear: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('pupils');
  const form = useDraftForm(`roll-over.${fromYear}.${step.pupilId}`, {
    outcome: step.outcome as Outcome,
    toClassName: step.chosen ? step.toClass : null,
    reason: step.reason ?? '',
  });
  const { outcome, toClassName, reason } = form.values;
  const usual: Outcome = isFinalGrade(step.grade) ? 'graduated' : 'promoted';
  const choose = useCommand({
    run: (body: Body, init) =>
      answer(
        api.PUT('/api/people/roll-over/choices/{pupilId}', {
          params: { path: { pupilId: step.pupilId } },
          body,
          ...init,
        }),
      ),
    refreshes: [['pupils', 'roll-over']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('rollOver.chosen', { name: step.fullName }) });
      onClose();
    },
  });
  const stays = outcome === 'promoted' || outcome === 'repeated';
  const grade = outcome === 'promoted' ? step.grade + 1 : step.grade;
  return (
    <Form
      submit={t('form.save')}
      busy={choose.isPending}
      onSubmit={() =>
        choose.mutate(
          { fromYear, outcome, toClassName: stays ? toClassName : null, reason: reason.trim() || null },
          { onError: form.refuse },
        )
      }
      onCancel={() => {
        form.clear();
        onClose();
      }}
      problems={form.problems}
      labels={{
        outcome: t('rollOver.outcome'),
        toClassName: t('rollOver.toClass'),
        reason: t('move.reason'),
      }}
      error={choose.error}
      width="100%"
    >
      <p style={{ margin: 0 }}>{t('one.inClass', { name: step.fromClass })}</p>
      <Radio.Group
        id="field-outcome"
        label={t('rollOver.outcome')}
        value={outcome}
        error={form.problem('outcome')}
        onChange={(value) => {
          form.change('outcome', value as Outcome);
          form.change('toClassName', null);
        }}
      >
        <Stack gap="xs" mt={4}>
          {([usual, 'repeated', 'left'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`outcome.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {stays ? (
        <Select
          id="field-toClassName"
          label={t('rollOver.toClass')}
          placeholder={t('rollOver.asProposed')}
          clearable
          clearButtonProps={{ 'aria-label': t('rollOver.asProposed') }}
          comboboxProps={{ withinPortal: false }}
          data={classes
            .filter((one) => one.grade === grade)
            .map((one) => ({
              value: one.name,
              label: t('move.classOf', { name: one.name, count: one.size }),
            }))}
          value={toClassName}
          error={form.problem('toClassName')}
          onChange={(name) => form.change('toClassName', name)}
        />
      ) : null}
      <Textarea
        label={outcome === 'repeated' || outcome === 'left' ? t('move.reason') : t('move.reasonIfAny')}
        autosize
        minRows={2}
        {...form.text('reason')}
      />
      {step.chosen ? (
        <Button
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => choose.mutate({ fromYear, outcome: null, toClassName: null, reason: null })}
        >
          {t('rollOver.backToProposal')}
        </Button>
      ) : null}
    </Form>
  );
}
