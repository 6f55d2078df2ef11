import { Button, Modal, Textarea } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { ConfirmDialog, Form, Notice, SideDrawer, toast, useDraftForm } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import { EditInspection, useInspectionInWords } from './edit-inspection.tsx';
import type { Inspection, InspectionDetail } from './inspection-words.ts';
import styles from './inspections.module.css';

const icon = { leftSection: <IconDownload size={16} aria-hidden /> };

type Step = 'start' | 'edit' | 'conclude' | 'cancel';

/** What the inspecting side may do now; the minutes for everybody who sees them. */
export function InspectionSteps({ detail }: { detail: InspectionDetail }) {
  const { t } = useTranslation('inspections');
  const { inspection, may } = detail;
  const [step, setStep] = useState<Step>();
  const done = () => setStep(undefined);
  const minutes = `/api/plan/inspections/${inspection.id}/minutes`;
  const buttons = [
    ['start', 'plan.startInspection', 'filled'],
    ['conclude', 'plan.concludeInspection', 'filled'],
    ['edit', 'plan.updateInspection', 'default'],
    ['cancel', 'plan.cancelInspection', 'default'],
  ] as const;
  if (may.length === 0) return null;
  return (
    <>
      <div className={styles.bar}>
        {buttons.map(([name, operation, variant]) =>
          may.includes(operation) ? (
            <Button key={name} variant={variant} onClick={() => setStep(name)}>
              {t(`step.${name}`)}
            </Button>
          ) : null,
        )}
        {may.includes('plan.downloadInspectionMinutes') ? (
          <>
            <Button component="a" href={`${minutes}?format=docx`} download variant="default" {...icon}>
              {t('step.word')}
            </Button>
            <Button component="a" href={`${minutes}?format=pdf`} download variant="default" {...icon}>
              {t('step.pdf')}
            </Button>
          </>
        ) : null}
      </div>
      <StartDialog inspection={inspection} opened={step === 'start'} onClose={done} />
      {step === 'conclude' ? <ConcludeDialog detail={detail} onClose={done} /> : null}
      {step === 'cancel' ? <CancelDialog inspection={inspection} onClose={done} /> : null}
      <SideDrawer opened={step === 'edit'} title={t('step.edit')} onClose={done}>
        {step === 'edit' ? <EditInspection inspection={inspection} onClose={done} /> : null}
      </SideDrawer>
    </>
  );
}

const path = (inspection: Inspection) => ({ params: { path: { inspectionId: inspection.id } } });

function StartDialog({
  inspection,
  opened,
  onClose,
}: {
  inspection: Inspection;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('inspections');
  const inWords = useInspectionInWords();
  const start = useCommand({
    run: (version: number, init) =>
      answer(
        api.POST('/api/plan/inspections/{inspectionId}/start', {
          ...path(inspection),
          body: { version },
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: () => {
      toast({ tone: 'done', text: t('step.started') });
      onClose();
    },
  });
  return (
    <>
      <ConfirmDialog
        opened={opened && !theirsOf(start.error)}
        title={t('step.startTitle', { unit: inspection.inspectedUnit.name })}
        confirm={t('step.start')}
        busy={start.isPending}
        error={start.error}
        onConfirm={() => start.mutate(inspection.version)}
        onClose={() => {
          start.reset();
          onClose();
        }}
      >
        {t('step.startDetail')}
      </ConfirmDialog>
      <EditConflict<Inspection>
        error={start.error}
        mine={t('step.start')}
        inWords={inWords}
        onTakeTheirs={onClose}
        onKeepMine={(version) => start.mutate(version)}
        onClose={() => start.reset()}
      />
    </>
  );
}

function ConcludeDialog({ detail, onClose }: { detail: InspectionDetail; onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const inWords = useInspectionInWords();
  const { inspection, items, findings } = detail;
  const form = useDraftForm(`inspection.conclude.${inspection.id}`, { conclusion: '' });
  const conclude = useCommand({
    run: (body: { version: number; conclusion: string }, init) =>
      answer(
        api.POST('/api/plan/inspections/{inspectionId}/conclude', { ...path(inspection), body, ...init }),
      ),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('step.concluded') });
      onClose();
    },
  });
  function send(version: number) {
    const conclusion = form.values.conclusion.trim();
    if (conclusion) conclude.mutate({ version, conclusion }, { onError: form.refuse });
    else form.refuse([{ path: 'conclusion', message: t('step.conclusionMissing') }]);
  }
  const unchecked = items.filter((item) => item.result === 'notChecked').length;
  return (
    <>
      <Modal
        opened={!theirsOf(conclude.error)}
        onClose={onClose}
        centered
        size="lg"
        title={<strong>{t('step.concludeTitle', { unit: inspection.inspectedUnit.name })}</strong>}
        closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
      >
        <p style={{ marginTop: 0 }}>
          {t('step.concludeDetail', {
            checked: items.length - unchecked,
            total: items.length,
            findings: findings.length,
          })}
        </p>
        <Form
          submit={t('step.conclude')}
          busy={conclude.isPending}
          error={conclude.error}
          problems={form.problems}
          width="100%"
          onCancel={onClose}
          onSubmit={() => send(inspection.version)}
        >
          {unchecked > 0 ? <Notice tone="due">{t('step.unchecked', { count: unchecked })}</Notice> : null}
          <Textarea
            label={t('conclusion')}
            autosize
            minRows={5}
            maxLength={10_000}
            data-autofocus
            {...form.text('conclusion')}
          />
        </Form>
      </Modal>
      <EditConflict<Inspection>
        error={conclude.error}
        mine={form.values.conclusion}
        inWords={inWords}
        onTakeTheirs={onClose}
        onKeepMine={send}
        onClose={() => conclude.reset()}
      />
    </>
  );
}

function CancelDialog({ inspection, onClose }: { inspection: Inspection; onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const inWords = useInspectionInWords();
  const form = useDraftForm(`inspection.cancel.${inspection.id}`, { reason: '' });
  const cancel = useCommand({
    run: (body: { version: number; reason: string }, init) =>
      answer(api.POST('/api/plan/inspections/{inspectionId}/cancel', { ...path(inspection), body, ...init })),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('step.cancelled') });
      onClose();
    },
  });
  function send(version: number) {
    const reason = form.values.reason.trim();
    if (reason) cancel.mutate({ version, reason }, { onError: form.refuse });
    else form.refuse([{ path: 'reason', message: t('step.reasonMissing') }]);
  }
  return (
    <>
      <Modal
        opened={!theirsOf(cancel.error)}
        onClose={onClose}
        centered
        title={<strong>{t('step.cancelTitle', { day: formatDate(inspection.plannedOn) })}</strong>}
        closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
      >
        <p style={{ marginTop: 0 }}>{t('step.cancelDetail')}</p>
        <Form
          submit={t('step.cancel')}
          busy={cancel.isPending}
          error={cancel.error}
          problems={form.problems}
          width="100%"
          onSubmit={() => send(inspection.version)}
        >
          <Textarea
            label={t('step.reason')}
            autosize
            minRows={3}
            maxLength={2000}
            data-autofocus
            {...form.text('reason')}
          />
        </Form>
      </Modal>
      <EditConflict<Inspection>
        error={cancel.error}
        mine={form.values.reason}
        inWords={inWords}
        onTakeTheirs={onClose}
        onKeepMine={send}
        onClose={() => cancel.reset()}
      />
    </>
  );
}
