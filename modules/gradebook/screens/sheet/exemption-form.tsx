import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { Form, Notice, toast, useDraftForm } from '#platform/ui';
import type { Sheet } from './grid-model.ts';

type Body = operations['gradebook.keepExemption']['requestBody']['content']['application/json'];
const kinds = ['exempt', 'practice', 'reduced', 'iep'] as const;

/** The principal's decision that a pupil is exempt from a subject, from its practice, has less required or follows the individual plan. */
export function ExemptionForm({
  sheet,
  row,
  onClose,
}: {
  sheet: Sheet;
  row: Sheet['rows'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation('gradebook');
  const form = useDraftForm(undefined, { kind: row.exemption ?? '', basis: '' });
  const { values } = form;
  const keep = useCommand({
    run: (body: Body, init) =>
      answer(
        api.PUT('/api/gradebook/exemptions/{pupilId}/{subjectCode}', {
          params: { path: { pupilId: row.pupilId, subjectCode: sheet.subject.code } },
          body,
          ...init,
        }),
      ),
    refreshes: [['gradebook']],
    onDone: ({ kind }) => {
      toast({
        tone: 'done',
        text: t(kind ? 'exemptionForm.done' : 'exemptionForm.takenBack', { name: row.name }),
      });
      onClose();
    },
  });
  return (
    <Form
      submit={t('exemptionForm.save')}
      busy={keep.isPending}
      error={keep.error}
      problems={form.problems}
      labels={{ kind: t('exemptionForm.kind'), basis: t('exemptionForm.basis') }}
      width="100%"
      onCancel={onClose}
      onSubmit={() =>
        keep.mutate(
          {
            schoolYear: sheet.schoolYear,
            kind: kinds.find((kind) => kind === values.kind) ?? null,
            basis: values.basis,
          },
          { onError: form.refuse },
        )
      }
    >
      <Notice>{t('exemptionForm.what', { subject: sheet.subject.name })}</Notice>
      <Select
        label={t('exemptionForm.kind')}
        data={[
          { value: '', label: t('exemptionForm.none') },
          ...kinds.map((value) => ({ value, label: t(`exemption.${value}`) })),
        ]}
        value={values.kind}
        allowDeselect={false}
        error={form.problem('kind')}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => form.change('kind', value ?? '')}
      />
      <Textarea
        label={t('exemptionForm.basis')}
        description={t('exemptionForm.basisWhat')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.text('basis')}
      />
    </Form>
  );
}
