import { Button, Chip, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictDialog, DateField, Form, Notice, problemOf, toast, useDraftForm } from '#platform/ui';
import { type Responsible, responsibleNames } from '../../rules/targets.ts';
import type { Duty, Indicator, Paragraph } from './document-words.ts';
import styles from './documents.module.css';
import type { DutyFault } from './duty-faults.ts';
import { changeOf, type DutyValues, describeDuty, valuesOf } from './duty-values.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { RemoveDuty } from './remove-duty.tsx';
import { SplitDuty } from './split-duty.tsx';
import type { Review } from './use-review.ts';

const everyone = Object.keys(responsibleNames) as Responsible[];
const kinds = ['duty', 'solution', 'calendarEntry'] as const;
const levels = ['both', 'lowerSecondary', 'upperSecondary'] as const;

/** Everything of one duty, to be put right; nobody's edit is lost when two people edit it. */
export function DutyEditor({
  duty,
  faults,
  sources,
  indicators,
  review,
  mayEdit,
  onClose,
}: {
  duty: Duty;
  faults: readonly DutyFault[];
  sources: readonly Paragraph[];
  indicators: readonly Indicator[];
  review: Review;
  mayEdit: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('plan-document');
  const [before, setBefore] = useState<DutyValues>(() => valuesOf(duty));
  const form = useDraftForm<DutyValues & Record<string, unknown>>(`duty.${duty.id}`, valuesOf(duty));
  const [theirs, setTheirs] = useState<DutyValues>();
  const [dialog, setDialog] = useState<'split' | 'remove'>();
  const command = review.changeDuty;
  const { values } = form;

  function save(version: number) {
    const change = changeOf(before, values);
    if (Object.keys(change).length === 0) {
      form.clear();
      onClose();
      return;
    }
    command.mutate(
      { dutyId: duty.id, body: { version, ...change } },
      {
        onSuccess: () => {
          form.clear();
          setTheirs(undefined);
          toast({ tone: 'done', text: t('duty.saved', { code: duty.code }) });
          onClose();
        },
        onError: (error) => {
          const problem = problemOf(error);
          if (problem.code === 'plan.editedMeanwhile') setTheirs(valuesOf(problem.facts?.theirs as Duty));
          else form.refuse(error);
        },
      },
    );
  }

  function send() {
    const missing = [
      ...(values.title.trim() ? [] : [{ path: 'title', message: t('duty.titleMissing') }]),
      ...(values.body.trim() ? [] : [{ path: 'body', message: t('duty.bodyMissing') }]),
      ...(values.definitionOfDone.trim()
        ? []
        : [{ path: 'definitionOfDone', message: t('duty.doneMissing') }]),
      ...(values.startsOn ? [] : [{ path: 'startsOn', message: t('duty.startMissing') }]),
      ...(!values.dueOn || values.dueOn < values.startsOn
        ? [{ path: 'dueOn', message: t('duty.dueTooEarly') }]
        : []),
    ];
    form.refuse(missing);
    if (missing.length === 0) save(values.version);
  }

  const conflict = problemOf(command.error).code === 'plan.editedMeanwhile';
  return (
    <div>
      {form.restored ? <Notice>{t('ui:form.restored')}</Notice> : null}
      {faults.map((fault) => (
        <Notice key={fault} tone="due">
          {t(`faultDetail.${fault}`)}
        </Notice>
      ))}
      <details className={styles.sources} open>
        <summary>{t('duty.source', { count: sources.length })}</summary>
        {sources.map((paragraph) => (
          <blockquote key={paragraph.ordinal}>{paragraph.body}</blockquote>
        ))}
        {duty.sectionPath.length > 0 ? <p className={styles.soft}>{duty.sectionPath.join(' › ')}</p> : null}
      </details>
      <fieldset disabled={!mayEdit} className={styles.plainField}>
        <Form
          submit={t('duty.save')}
          busy={command.isPending}
          error={conflict ? undefined : command.error}
          problems={form.problems}
          onSubmit={send}
          onCancel={() => {
            form.clear();
            onClose();
          }}
          width="100%"
        >
          <TextInput label={t('duty.name')} maxLength={300} {...form.text('title')} />
          <Textarea label={t('duty.body')} autosize minRows={2} maxLength={10_000} {...form.text('body')} />
          <div className={styles.pair}>
            <NativeSelect
              label={t('duty.kind')}
              value={values.kind}
              onChange={(event) => form.change('kind', event.currentTarget.value as Duty['kind'])}
              data={kinds.map((kind) => ({ value: kind, label: t(`dutyKind.${kind}`) }))}
            />
            <NativeSelect
              label={t('duty.level')}
              value={values.level}
              onChange={(event) => form.change('level', event.currentTarget.value as Duty['level'])}
              data={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
            />
          </div>
          <fieldset className={styles.plainField}>
            <legend>{t('duty.responsible')}</legend>
            <Chip.Group
              multiple
              value={values.responsible}
              onChange={(codes) =>
                form.change(
                  'responsible',
                  everyone.filter((code) => codes.includes(code)),
                )
              }
            >
              <Group gap={6} className={styles.units}>
                {everyone.map((code) => (
                  <Chip key={code} value={code} size="xs" variant="outline">
                    {t(`responsible.${code}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <p className={styles.soft}>{t('duty.partners')}</p>
          </fieldset>
          <div className={styles.pair}>
            <DateField label={t('duty.startsOn')} {...form.date('startsOn')} />
            <DateField label={t('duty.dueOn')} {...form.date('dueOn')} />
          </div>
          <Textarea
            label={t('duty.done')}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.text('definitionOfDone')}
          />
          <EvidenceFields
            kind={values.evidenceKind}
            spec={values.evidenceSpec}
            indicators={indicators}
            problem={form.problem('evidenceSpec')}
            onKind={(kind) => form.change('evidenceKind', kind)}
            onSpec={(spec) => form.change('evidenceSpec', spec)}
          />
        </Form>
      </fieldset>
      {mayEdit ? (
        <Group gap="sm" mt="lg" className={styles.lesser}>
          <Button variant="default" onClick={() => setDialog('split')}>
            {t('split.open')}
          </Button>
          <Button variant="default" onClick={() => setDialog('remove')}>
            {t('remove.open')}
          </Button>
        </Group>
      ) : null}
      {dialog === 'split' ? (
        <SplitDuty
          duty={duty}
          review={review}
          onDone={() => {
            form.clear();
            onClose();
          }}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'remove' ? (
        <RemoveDuty
          duty={duty}
          review={review}
          onDone={() => {
            form.clear();
            onClose();
          }}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {theirs ? (
        <ConflictDialog
          opened
          theirs={describeDuty(theirs, t)}
          mine={describeDuty(values, t)}
          onTakeTheirs={() => {
            form.clear(theirs);
            setBefore(theirs);
            setTheirs(undefined);
            command.reset();
          }}
          onKeepMine={() => {
            setTheirs(undefined);
            save(theirs.version);
          }}
          onClose={() => {
            // What is saved from now on goes over the version that was just shown.
            form.change('version', theirs.version);
            setTheirs(undefined);
            command.reset();
          }}
        />
      ) : null}
    </div>
  );
}
