import { Button, Menu, Modal, Textarea, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#platform/i18n';
import { DateField, Form, ProblemAlert, toast, useDraftForm } from '#platform/ui';
import { SplitDrawer } from './split-drawer.tsx';
import { useSteps } from './use-steps.ts';
import styles from './work.module.css';
import type { AssignmentDetail } from './work-words.ts';

type Dialog = 'submit' | 'accept' | 'giveBack' | 'notApplicable' | 'reopen' | 'ask' | 'askTime' | 'block';

const operationOf: Record<Dialog, string> = {
  submit: 'plan.submitAssignment',
  accept: 'plan.acceptAssignments',
  giveBack: 'plan.returnAssignment',
  notApplicable: 'plan.markNotApplicable',
  reopen: 'plan.reopenAssignment',
  ask: 'plan.askQuestion',
  askTime: 'plan.askExtension',
  block: 'plan.markBlocked',
};
const mainDialogs: readonly Dialog[] = ['submit', 'accept', 'giveBack'];
const otherDialogs: readonly Dialog[] = ['askTime', 'ask', 'block', 'notApplicable', 'reopen'];
/** These need words from the person; with the others a note is welcome. */
const needsWords: readonly Dialog[] = ['giveBack', 'notApplicable', 'ask', 'askTime', 'block'];

/** What the person may do with the assignment now: the usual steps as buttons, the rarer ones in a menu. */
export function Steps({ detail }: { detail: AssignmentDetail }) {
  const { t } = useTranslation('work');
  const { assignment, may } = detail;
  const steps = useSteps(assignment.id, assignment.version);
  const [dialog, setDialog] = useState<Dialog>();
  const [splitting, setSplitting] = useState(false);
  const can = (name: Dialog) => may.includes(operationOf[name]);
  const others = otherDialogs.filter(can);
  const failed = steps.acknowledge.error ?? steps.start.error;
  if (may.every((operation) => operation === 'plan.addComment')) return null;
  return (
    <>
      <div className={styles.bar}>
        {may.includes('plan.acknowledgeAssignments') ? (
          <Button loading={steps.acknowledge.isPending} onClick={() => steps.acknowledge.mutate(null)}>
            {t('step.acknowledge')}
          </Button>
        ) : null}
        {may.includes('plan.startAssignment') && !may.includes('plan.acknowledgeAssignments') ? (
          <Button loading={steps.start.isPending} onClick={() => steps.start.mutate(null)}>
            {t('step.start')}
          </Button>
        ) : null}
        {mainDialogs.filter(can).map((name) => (
          <Button
            key={name}
            variant={
              name === 'giveBack' || may.includes('plan.acknowledgeAssignments') ? 'default' : 'filled'
            }
            onClick={() => setDialog(name)}
          >
            {t(`step.${name}`)}
          </Button>
        ))}
        {may.includes('plan.splitAssignment') ? (
          <Button variant="default" onClick={() => setSplitting(true)}>
            {t('step.split')}
          </Button>
        ) : null}
        {others.length > 0 ? (
          <Menu position="bottom-start" withinPortal>
            <Menu.Target>
              <Button variant="default" leftSection={<IconDots size={16} aria-hidden />}>
                {t('step.more')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((name) => (
                <Menu.Item key={name} onClick={() => setDialog(name)}>
                  {t(`step.${name}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {failed ? <ProblemAlert error={failed} /> : null}
      {dialog ? (
        <StepDialog
          key={dialog}
          name={dialog}
          detail={detail}
          steps={steps}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      <SplitDrawer opened={splitting} detail={detail} onClose={() => setSplitting(false)} />
    </>
  );
}

function StepDialog({
  name,
  detail,
  steps,
  onClose,
}: {
  name: Dialog;
  detail: AssignmentDetail;
  steps: ReturnType<typeof useSteps>;
  onClose: () => void;
}) {
  const { t } = useTranslation('work');
  const { assignment } = detail;
  const form = useDraftForm(`step.${name}.${assignment.id}`, { note: '', title: '', dueOn: '' });
  const command = steps[name];

  function done() {
    form.clear();
    toast({ tone: 'done', text: t(`step.done.${name}`) });
    onClose();
  }

  function send() {
    const { note, title, dueOn } = form.values;
    const missing = [
      ...(name === 'block' && !title.trim() ? [{ path: 'title', message: t('step.titleMissing') }] : []),
      ...(name === 'askTime' && !dueOn ? [{ path: 'dueOn', message: t('step.dueMissing') }] : []),
      ...(name === 'askTime' && dueOn && dueOn <= assignment.dueOn
        ? [{ path: 'dueOn', message: t('step.dueNotLater', { dueOn: formatDate(assignment.dueOn) }) }]
        : []),
      ...(needsWords.includes(name) && !note.trim()
        ? [{ path: 'note', message: t('step.noteMissing') }]
        : []),
    ];
    form.refuse(missing);
    if (missing.length > 0) return;
    const outcome = { onSuccess: done, onError: form.refuse };
    if (name === 'askTime') steps.askTime.mutate({ dueOn, reason: note }, outcome);
    else if (name === 'block') steps.block.mutate({ title, body: note }, outcome);
    else steps[name].mutate(note, outcome);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={<strong>{t(`step.${name}`)}</strong>}
      closeButtonProps={{ 'aria-label': t('ui:dialog.close') }}
    >
      <p style={{ marginTop: 0 }}>{t(`step.explain.${name}`, { dueOn: formatDate(assignment.dueOn) })}</p>
      <Form
        submit={t(`step.${name}`)}
        busy={command.isPending}
        onSubmit={send}
        onCancel={onClose}
        problems={form.problems}
        error={command.error}
        width="100%"
      >
        {name === 'block' ? (
          <TextInput label={t('step.title')} maxLength={300} {...form.text('title')} />
        ) : null}
        {name === 'askTime' ? <DateField label={t('step.newDue')} {...form.date('dueOn')} /> : null}
        <Textarea
          label={t(needsWords.includes(name) ? `step.words.${name}` : 'step.note')}
          autosize
          minRows={3}
          maxLength={5000}
          data-autofocus
          {...form.text('note')}
        />
      </Form>
    </Modal>
  );
}
