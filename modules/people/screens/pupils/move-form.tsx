import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { DateField, Form, Notice, toast, useDraftForm } from '#platform/ui';
import { needsOf } from '../../rules/pupil.ts';
import type { PupilDetail } from './pupil-words.ts';
import { useClasses } from './use-pupils.ts';

type Body = operations['people.recordMovement']['requestBody']['content']['application/json'];

/** Records one movement of a pupil: class, day and reason as the kind asks for. */
export function MoveForm({
  detail,
  kind,
  onClose,
}: {
  detail: PupilDetail;
  kind: PupilDetail['moves'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation('pupils');
  const { pupil } = detail;
  const needs = needsOf(kind);
  const inYear = kind === 'classChanged' && pupil.classYearId ? pupil.classYearId : undefined;
  const classes = useClasses(inYear).filter(
    (one) => kind !== 'classChanged' || (one.grade === pupil.grade && one.id !== pupil.classId),
  );
  const form = useDraftForm(`move.${kind}.${pupil.id}`, { classId: '', on: '', reason: '' });
  const record = useCommand({
    run: (body: Body, init) =>
      answer(
        api.POST('/api/people/pupils/{pupilId}/movements', {
          params: { path: { pupilId: pupil.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['pupils']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('move.done', { name: pupil.fullName }) });
      onClose();
    },
  });
  const labels = { classId: t('list.class'), on: t('move.day'), reason: t('move.reason') };
  function send() {
    const { classId, on, reason } = form.values;
    const missing = [
      ...(needs.class && !classId ? [{ path: 'classId', message: t('move.classMissing') }] : []),
      ...(on ? [] : [{ path: 'on', message: t('form.dayMissing') }]),
      ...(needs.reason && !reason.trim() ? [{ path: 'reason', message: t('move.reasonMissing') }] : []),
    ];
    form.refuse(missing);
    if (missing.length > 0) return;
    record.mutate(
      { kind, on, classId: needs.class ? classId : null, reason: reason.trim() || null },
      { onError: form.refuse },
    );
  }
  return (
    <Form
      submit={t(`move.do.${kind}`)}
      busy={record.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={form.problems}
      labels={labels}
      error={record.error}
      width="100%"
    >
      {kind === 'leftProvince' ? <Notice tone="due">{t('move.leaving')}</Notice> : null}
      {needs.class ? (
        <Select
          id="field-classId"
          label={labels.classId}
          data={classes.map((one) => ({
            value: one.id,
            label: t('move.classOf', { name: one.name, count: one.pupils }),
          }))}
          value={form.values.classId || null}
          error={form.problem('classId')}
          comboboxProps={{ withinPortal: false }}
          nothingFoundMessage={t('move.noClass')}
          onChange={(id) => form.change('classId', id ?? '')}
        />
      ) : null}
      <DateField label={labels.on} {...form.date('on')} />
      <Textarea
        label={needs.reason ? labels.reason : t('move.reasonIfAny')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.text('reason')}
      />
    </Form>
  );
}
