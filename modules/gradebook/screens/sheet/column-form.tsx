import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { DateField, Form, toast, useDraftForm } from '#platform/ui';
import { assessmentForms } from '../../rules/assessments.ts';
import type { Sheet } from './grid-model.ts';
import type { SheetPath } from './use-sheet.ts';

type Body = operations['gradebook.keepAssessment']['requestBody']['content']['application/json'];

/** Says what a column of a sheet was: form, title, day, strand. */
export function ColumnForm({
  path,
  sheet,
  column,
  onClose,
}: {
  path: SheetPath;
  sheet: Sheet;
  column: Sheet['columns'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation('gradebook');
  const form = useDraftForm(undefined, {
    form: column.form ?? (column.place.startsWith('regular') ? 'oral' : 'written'),
    title: column.title ?? '',
    heldOn: column.heldOn ?? '',
    strand: column.strand,
  });
  const { values } = form;
  const keep = useCommand({
    run: (body: Body, init) =>
      answer(
        api.PUT('/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/columns/{place}', {
          params: { path: { ...path, place: column.place } },
          body,
          ...init,
        }),
      ),
    refreshes: [['gradebook', 'sheet']],
    onDone: () => {
      toast({ tone: 'done', text: t('column.done', { name: column.name }) });
      onClose();
    },
  });
  const forms = assessmentForms.filter((one) => one !== 'topicCluster' || column.place.startsWith('regular'));
  return (
    <Form
      submit={t('column.save')}
      busy={keep.isPending}
      error={keep.error}
      problems={form.problems}
      labels={{
        form: t('column.form'),
        title: t('column.title'),
        heldOn: t('column.heldOn'),
        strand: t('column.strand'),
      }}
      width="100%"
      onCancel={onClose}
      onSubmit={() =>
        keep.mutate(
          {
            version: column.version,
            form: values.form,
            title: values.title.trim() || null,
            heldOn: values.heldOn || null,
            strand: values.strand,
          },
          { onError: form.refuse },
        )
      }
    >
      <Select
        label={t('column.form')}
        data={forms.map((value) => ({ value, label: t(`form.${value}`) }))}
        value={values.form}
        allowDeselect={false}
        error={form.problem('form')}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => value && form.change('form', value)}
      />
      <TextInput label={t('column.title')} maxLength={200} {...form.text('title')} />
      <DateField label={t('column.heldOn')} {...form.date('heldOn')} />
      {sheet.subject.strands.length > 0 ? (
        <Select
          label={t('column.strand')}
          data={[
            { value: '', label: t('column.wholeSubject') },
            ...sheet.subject.strands.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={values.strand}
          allowDeselect={false}
          error={form.problem('strand')}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => form.change('strand', value ?? '')}
        />
      ) : null}
    </Form>
  );
}
