import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { DateField, type FieldProblem, Form, Notice, problemOf, toast } from '#platform/ui';
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
  const [classId, setClassId] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
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
      toast({ tone: 'done', text: t('move.done', { name: pupil.fullName }) });
      onClose();
    },
  });
  const problems = missing.length > 0 ? missing : (problemOf(record.error ?? undefined).problems ?? []);
  const problem = (name: string) => problems.find(({ path }) => path.endsWith(name))?.message;
  const labels = { classId: t('list.class'), on: t('move.day'), reason: t('move.reason') };
  function send() {
    const found = [
      ...(needs.class && !classId ? [{ path: 'classId', message: t('move.classMissing') }] : []),
      ...(on ? [] : [{ path: 'on', message: t('form.dayMissing') }]),
      ...(needs.reason && !reason.trim() ? [{ path: 'reason', message: t('move.reasonMissing') }] : []),
    ];
    record.reset();
    setMissing(found);
    if (found.length === 0 && on) {
      record.mutate({ kind, on, classId: needs.class ? classId : null, reason: reason.trim() || null });
    }
  }
  return (
    <Form
      submit={t(`move.do.${kind}`)}
      busy={record.isPending}
      onSubmit={send}
      onCancel={onClose}
      problems={record.error || missing.length > 0 ? problems : []}
      labels={labels}
      error={record.error}
      width="100%"
    >
      {kind === 'leftProvince' ? <Notice tone="due">{t('move.leaving')}</Notice> : null}
      {needs.class ? (
        <Select
          label={labels.classId}
          data={classes.map((one) => ({
            value: one.id,
            label: t('move.classOf', { name: one.name, count: one.pupils }),
          }))}
          value={classId}
          error={problem('classId')}
          comboboxProps={{ withinPortal: false }}
          nothingFoundMessage={t('move.noClass')}
          onChange={setClassId}
        />
      ) : null}
      <DateField label={labels.on} value={on} onChange={setOn} error={problem('on')} />
      <Textarea
        label={needs.reason ? labels.reason : t('move.reasonIfAny')}
        autosize
        minRows={2}
        value={reason}
        error={problem('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Form>
  );
}
