import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, SideDrawer, toast, useDraftForm } from '#platform/ui';
import { useDayFromNow } from '../day-from-now.ts';
import { EditDocument } from './edit-document.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import styles from './official-documents.module.css';
import type { DocumentDetail, OfficialDocument } from './official-words.ts';
import { StepModal } from './step-modal.tsx';

const steps = [
  ['issue', 'plan.issueOfficialDocument'],
  ['collect', 'plan.collectOpinions'],
  ['edit', 'plan.updateOfficialDocument'],
  ['cancel', 'plan.cancelOfficialDocument'],
  ['revoke', 'plan.revokeOfficialDocument'],
] as const;

/** What the issuing unit may do with the document now. */
export function DocumentSteps({ detail }: { detail: DocumentDetail }) {
  const { t } = useTranslation('official-documents');
  const { document, may } = detail;
  const [step, setStep] = useState<(typeof steps)[number][0]>();
  const done = () => setStep(undefined);
  const possible = steps.filter(([, operation]) => may.includes(operation));
  if (possible.length === 0) return null;
  return (
    <>
      <div className={styles.bar}>
        {possible.map(([name]) => (
          <Button key={name} variant={name === 'issue' ? 'filled' : 'default'} onClick={() => setStep(name)}>
            {name === 'collect' && document.state === 'collecting'
              ? t('step.collectAgain')
              : t(`step.${name}`)}
          </Button>
        ))}
      </div>
      {step === 'collect' ? <CollectDialog document={document} onClose={done} /> : null}
      {step === 'issue' ? <IssueDialog document={document} onClose={done} /> : null}
      {step === 'cancel' || step === 'revoke' ? (
        <ReasonDialog key={step} name={step} document={document} onClose={done} />
      ) : null}
      <SideDrawer opened={step === 'edit'} title={t('step.edit')} onClose={done} wide>
        {step === 'edit' ? <EditDocument detail={detail} onClose={done} /> : null}
      </SideDrawer>
    </>
  );
}

const path = (document: OfficialDocument) => ({ params: { path: { documentId: document.id } } });

function CollectDialog({ document, onClose }: { document: OfficialDocument; onClose: () => void }) {
  const { t } = useTranslation('official-documents');
  const dayFromNow = useDayFromNow();
  const form = useDraftForm(`official-document.collect.${document.id}`, {
    until: document.commentUntil ?? dayFromNow(10),
  });
  const collect = useCommand({
    run: (body: { version: number; until: string }, init) =>
      answer(
        api.POST('/api/plan/official-documents/{documentId}/collect', { ...path(document), body, ...init }),
      ),
    refreshes: [['plan']],
    onDone: ({ units }) => {
      form.clear();
      toast({
        tone: 'done',
        text: units === 0 ? t('step.dayMoved') : t('step.collecting', { count: units }),
      });
      onClose();
    },
  });
  return (
    <StepModal
      title={t('step.collect')}
      explain={t(document.state === 'collecting' ? 'step.collectAgainDetail' : 'step.collectDetail')}
      submit={t(document.state === 'collecting' ? 'step.collectAgain' : 'step.collect')}
      busy={collect.isPending}
      error={collect.error}
      problems={form.problems}
      version={document.version}
      mine={`${t('step.until')}: ${form.values.until && formatDate(form.values.until)}`}
      onReset={() => collect.reset()}
      onClose={onClose}
      onSubmit={(version) => {
        if (form.values.until)
          collect.mutate({ version, until: form.values.until }, { onError: form.refuse });
        else form.refuse([{ path: 'until', message: t('step.untilMissing') }]);
      }}
    >
      <DateField label={t('step.until')} data-autofocus {...form.date('until')} />
    </StepModal>
  );
}

function ReasonDialog({
  name,
  document,
  onClose,
}: {
  name: 'cancel' | 'revoke';
  document: OfficialDocument;
  onClose: () => void;
}) {
  const { t } = useTranslation('official-documents');
  const form = useDraftForm(`official-document.${name}.${document.id}`, { reason: '' });
  const command = useCommand({
    run: (body: { version: number; reason: string }, init) =>
      name === 'cancel'
        ? answer(
            api.POST('/api/plan/official-documents/{documentId}/cancel', {
              ...path(document),
              body,
              ...init,
            }),
          )
        : answer(
            api.POST('/api/plan/official-documents/{documentId}/revoke', {
              ...path(document),
              body,
              ...init,
            }),
          ),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t(`step.done.${name}`) });
      onClose();
    },
  });
  return (
    <StepModal
      title={t(`step.${name}`)}
      explain={t(`step.explain.${name}`)}
      submit={t(`step.${name}`)}
      busy={command.isPending}
      error={command.error}
      problems={form.problems}
      version={document.version}
      mine={form.values.reason}
      onReset={() => command.reset()}
      onClose={onClose}
      onSubmit={(version) => {
        const reason = form.values.reason.trim();
        if (reason) command.mutate({ version, reason }, { onError: form.refuse });
        else form.refuse([{ path: 'reason', message: t('step.reasonMissing') }]);
      }}
    >
      <Textarea
        label={t('step.reason')}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
        {...form.text('reason')}
      />
    </StepModal>
  );
}
