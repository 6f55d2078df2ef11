import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { Form, Notice, toast, useDraftForm } from '#platform/ui';
import type { SheetPath } from './use-sheet.ts';

type Body = operations['gradebook.askCorrection']['requestBody']['content']['application/json'];

/** Asks the principal for a change of a locked mark. */
export function CorrectionForm({
  path,
  cell,
  onClose,
}: {
  path: SheetPath;
  cell: { pupilId: string; place: Body['place']; was: string; name: string };
  onClose: () => void;
}) {
  const { t } = useTranslation('gradebook');
  const form = useDraftForm(undefined, { value: '', reason: '' });
  const ask = useCommand({
    run: (body: Body, init) =>
      answer(
        api.POST('/api/gradebook/sheets/{classId}/{subjectCode}/{semester}/corrections', {
          params: { path },
          body,
          ...init,
        }),
      ),
    refreshes: [['gradebook', 'corrections']],
    onDone: () => {
      toast({ tone: 'done', text: t('correction.asked') });
      onClose();
    },
  });
  const { pupilId, place, was } = cell;
  return (
    <Form
      submit={t('correction.ask')}
      busy={ask.isPending}
      error={ask.error}
      problems={form.problems}
      labels={{ value: t('correction.value'), reason: t('correction.reason') }}
      width="100%"
      onCancel={onClose}
      onSubmit={() => ask.mutate({ pupilId, place, was, ...form.values }, { onError: form.refuse })}
    >
      <Notice>{t('correction.what', { name: cell.name, was: was || t('sheet.empty') })}</Notice>
      <TextInput label={t('correction.value')} maxLength={10} data-autofocus {...form.text('value')} />
      <Textarea
        label={t('correction.reason')}
        autosize
        minRows={2}
        maxLength={500}
        {...form.text('reason')}
      />
    </Form>
  );
}
