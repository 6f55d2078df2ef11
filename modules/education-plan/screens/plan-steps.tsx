import { Button, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { ConfirmDialog, toast } from '#platform/ui';
import type { PlanWhole } from './answer-of.ts';

const shownSteps = ['propose', 'approve', 'acknowledge', 'publish', 'amend', 'return'] as const;
type Step = (typeof shownSteps)[number];
type Input = { step: Step; version: number; note: string; minute: string };

function send(
  planId: string,
  { step, version, note, minute }: Input,
  init: { headers: { 'Idempotency-Key': string } },
) {
  const params = { path: { planId } };
  const text = note.trim();
  switch (step) {
    case 'propose':
      return answer(
        api.POST('/api/education-plans/{planId}/propose', { params, body: { version }, ...init }),
      );
    case 'approve':
      return answer(
        api.POST('/api/education-plans/{planId}/approve', {
          params,
          body: { version, ...(text ? { warningsReason: text } : {}) },
          ...init,
        }),
      );
    case 'acknowledge':
      return answer(
        api.POST('/api/education-plans/{planId}/acknowledge', {
          params,
          body: { version, ...(text ? { note: text } : {}) },
          ...init,
        }),
      );
    case 'publish':
      return answer(
        api.POST('/api/education-plans/{planId}/publish', { params, body: { version }, ...init }),
      );
    case 'return':
      return answer(
        api.POST('/api/education-plans/{planId}/return', { params, body: { version, note: text }, ...init }),
      );
    case 'amend':
      return answer(
        api.POST('/api/education-plans/{planId}/amend', {
          params,
          body: { reason: text, minute: minute.trim() },
          ...init,
        }),
      );
  }
}

/** The steps the person may take now; each is asked once before it happens. */
export function PlanSteps({ whole }: { whole: PlanWhole }) {
  const { t } = useTranslation('education-plan');
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>();
  const [note, setNote] = useState('');
  const [minute, setMinute] = useState('');
  const { plan, may, findings } = whole;
  const command = useCommand({
    run: (input: Input, init) => send(plan.id, input, init),
    refreshes: [['education-plan']],
    onDone: (done, input) => {
      setStep(undefined);
      setNote('');
      toast({ tone: 'done', text: t(`step.${input.step}.done`) });
      if (done.id !== plan.id) void navigate({ to: `/ke-hoach-truong/${done.id}` });
    },
  });
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const asksNote =
    step === 'return' || step === 'amend' || step === 'acknowledge' || (step === 'approve' && warnings > 0);
  const needsNote = asksNote && step !== 'acknowledge';
  const missing = (needsNote && note.trim() === '') || (step === 'amend' && minute.trim() === '');
  return (
    <>
      {shownSteps
        .filter((one) => may.includes(one))
        .map((one, at) => (
          <Button
            key={one}
            variant={at === 0 && one !== 'return' ? 'filled' : 'default'}
            onClick={() => {
              command.reset();
              setStep(one);
            }}
          >
            {t(`step.${one}.name`)}
          </Button>
        ))}
      <ConfirmDialog
        opened={step !== undefined}
        title={step ? t(`step.${step}.question`) : ''}
        confirm={step ? t(`step.${step}.name`) : ''}
        busy={command.isPending}
        disabled={missing}
        error={command.error}
        onClose={() => setStep(undefined)}
        onConfirm={() => step && command.mutate({ step, version: plan.version, note, minute })}
      >
        <p style={{ marginTop: 0 }}>{step ? t(`step.${step}.explain`) : ''}</p>
        {asksNote && step ? (
          <Textarea
            label={
              step === 'approve' ? t('step.approve.reason', { count: warnings }) : t(`step.${step}.note`)
            }
            autosize
            minRows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        ) : null}
        {step === 'amend' ? (
          <TextInput
            mt="sm"
            label={t('step.amend.minute')}
            value={minute}
            onChange={(event) => setMinute(event.currentTarget.value)}
          />
        ) : null}
      </ConfirmDialog>
    </>
  );
}
