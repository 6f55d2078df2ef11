import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { DateField, Form, toast, useDraftForm } from '#platform/ui';
import { useDayFromNow } from '../day-from-now.ts';
import { type CheckItem, type Finding, type Inspection, severities } from './inspection-words.ts';
import styles from './inspections.module.css';

type Body = operations['plan.addFinding']['requestBody']['content']['application/json'];

/** Records what is wrong, how grave it is and by when it is mended. */
export function AddFinding({
  inspection,
  item,
  onClose,
}: {
  inspection: Inspection;
  /** The line of the checklist it is about. */
  item: CheckItem | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('inspections');
  const dayFromNow = useDayFromNow();
  const form = useDraftForm(`finding.new.${inspection.id}.${item?.id ?? ''}`, {
    body: item?.note ?? '',
    severity: 'major' as Finding['severity'],
    dueOn: dayFromNow(30),
  });
  const add = useCommand({
    run: (body: Body, init) =>
      answer(
        api.POST('/api/plan/inspections/{inspectionId}/findings', {
          params: { path: { inspectionId: inspection.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('findings.added', { unit: inspection.inspectedUnit.name }) });
      onClose();
    },
  });
  return (
    <Form
      submit={t('findings.save')}
      busy={add.isPending}
      error={add.error}
      problems={form.problems}
      labels={{ body: t('findings.body'), dueOn: t('findings.dueOn') }}
      width="100%"
      onCancel={onClose}
      onSubmit={() => {
        const { body, severity, dueOn } = form.values;
        const missing = findingFaults(
          { body, dueOn },
          inspection.beganOn ?? '',
          t('findings.bodyMissing'),
          t('findings.dueTooEarly', { day: formatDate(inspection.beganOn ?? '') }),
        );
        form.refuse(missing);
        if (missing.length > 0) return;
        add.mutate(
          { body: body.trim(), severity, dueOn, ...(item ? { itemId: item.id } : {}) },
          { onError: form.refuse },
        );
      }}
    >
      {item ? <p className={styles.text}>{t('findings.about', { question: item.question })}</p> : null}
      <Textarea
        label={t('findings.body')}
        description={t('findings.bodyHint')}
        autosize
        minRows={4}
        maxLength={5000}
        {...form.text('body')}
      />
      <SeverityField value={form.values.severity} onChange={(value) => form.change('severity', value)} />
      <DateField label={t('findings.dueOn')} min={inspection.beganOn ?? undefined} {...form.date('dueOn')} />
    </Form>
  );
}

/** What is missing in a finding before it is sent. `foundOn`: no deadline before that day. */
export function findingFaults(
  values: { body: string; dueOn: string },
  foundOn: string,
  bodyMissing: string,
  dueTooEarly: string,
) {
  return [
    ...(values.body.trim() ? [] : [{ path: 'body', message: bodyMissing }]),
    ...(values.dueOn >= foundOn && values.dueOn ? [] : [{ path: 'dueOn', message: dueTooEarly }]),
  ];
}

export function SeverityField({
  value,
  onChange,
}: {
  value: Finding['severity'];
  onChange: (value: Finding['severity']) => void;
}) {
  const { t } = useTranslation('inspections');
  return (
    <Radio.Group
      label={t('findings.severity')}
      value={value}
      onChange={(chosen) => onChange(chosen as Finding['severity'])}
    >
      <Stack gap={8} mt={4}>
        {severities.map((severity) => (
          <Radio key={severity} value={severity} label={t(`severity.${severity}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
