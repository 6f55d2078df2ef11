import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand, useMe } from '#api';
import { DateField, Form, toast, useDraftForm } from '#platform/ui';
import { helpForms } from '../../rules/early-warning.ts';
import type { WarnedPupil } from './warnings-page.tsx';

type Body = operations['gradebook.recordHelp']['requestBody']['content']['application/json'];

/** Records what was done for a pupil: in a subject of the warning, or in general. */
export function HelpForm({ pupil, onClose }: { pupil: WarnedPupil; onClose: () => void }) {
  const { t } = useTranslation('gradebook');
  const { today } = useMe();
  const subjects = new Map(
    pupil.warnings.flatMap(({ subjectCode, subjectName }) =>
      subjectCode ? [[subjectCode, subjectName ?? subjectCode] as const] : [],
    ),
  );
  const form = useDraftForm(undefined, {
    subjectCode: [...subjects.keys()][0] ?? '',
    form: 'tutoring' as (typeof helpForms)[number],
    note: '',
    givenOn: today,
  });
  const { values } = form;
  const record = useCommand({
    run: (body: Body, init) => answer(api.POST('/api/gradebook/help', { body, ...init })),
    refreshes: [['gradebook', 'warnings']],
    onDone: () => {
      toast({ tone: 'done', text: t('warning.recorded') });
      onClose();
    },
  });
  return (
    <Form
      submit={t('warning.record')}
      busy={record.isPending}
      error={record.error}
      problems={form.problems}
      labels={{
        subjectCode: t('warning.subject'),
        form: t('warning.form'),
        note: t('warning.note'),
        givenOn: t('warning.givenOn'),
      }}
      width="100%"
      onCancel={onClose}
      onSubmit={() =>
        record.mutate(
          { ...values, pupilId: pupil.pupilId, subjectCode: values.subjectCode || null },
          { onError: form.refuse },
        )
      }
    >
      <Select
        label={t('warning.subject')}
        data={[
          ...[...subjects].map(([value, label]) => ({ value, label })),
          { value: '', label: t('warning.general') },
        ]}
        value={values.subjectCode}
        allowDeselect={false}
        error={form.problem('subjectCode')}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => form.change('subjectCode', value ?? '')}
      />
      <Select
        label={t('warning.form')}
        data={helpForms.map((value) => ({ value, label: t(`helpForm.${value}`) }))}
        value={values.form}
        allowDeselect={false}
        error={form.problem('form')}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => value && form.change('form', value)}
      />
      <DateField label={t('warning.givenOn')} {...form.date('givenOn')} />
      <Textarea label={t('warning.note')} autosize minRows={2} maxLength={500} {...form.text('note')} />
    </Form>
  );
}
