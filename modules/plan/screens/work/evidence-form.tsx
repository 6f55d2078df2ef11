import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { DateField, Form, toast, useDraftForm } from '#platform/ui';
import type { AssignmentDetail } from './work-words.ts';

type Field = NonNullable<AssignmentDetail['duty']['evidenceSpec']['fields']>[number];

/** The form that a duty asks for. Starts from what was given last, so that a change is one number and not all of them. */
export function EvidenceForm({
  assignmentId,
  fields,
  last,
}: {
  assignmentId: string;
  fields: readonly Field[];
  last: Readonly<Record<string, unknown>>;
}) {
  const { t } = useTranslation('work');
  const form = useDraftForm<Record<string, unknown>>(
    `form.${assignmentId}`,
    Object.fromEntries(
      fields.map((field) => [field.key, last[field.key] ?? (field.type === 'boolean' ? false : '')]),
    ),
  );
  const give = useCommand({
    run: (values: Record<string, unknown>, init) =>
      answer(
        api.POST('/api/plan/assignments/{assignmentId}/evidence/form', {
          params: { path: { assignmentId } },
          body: { values },
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('form.saved') });
    },
  });
  return (
    <Form
      submit={t('form.save')}
      busy={give.isPending}
      error={give.error}
      problems={form.problems}
      labels={Object.fromEntries(fields.map((field) => [field.key, field.label]))}
      onSubmit={() => give.mutate(form.values, { onError: form.refuse })}
    >
      {fields.map((field) => {
        const label = field.required ? field.label : t('form.optional', { label: field.label });
        const bound = form.text(field.key);
        switch (field.type) {
          case 'boolean':
            return (
              <Checkbox
                key={field.key}
                id={bound.id}
                label={label}
                checked={form.values[field.key] === true}
                onChange={(event) => form.change(field.key, event.currentTarget.checked)}
              />
            );
          case 'text':
            return (
              <Textarea key={field.key} label={label} autosize minRows={2} maxLength={5000} {...bound} />
            );
          case 'date':
            return (
              <DateField
                key={field.key}
                label={label}
                {...(field.unit ? { description: field.unit } : {})}
                {...form.date(field.key)}
              />
            );
          default:
            return (
              <TextInput
                key={field.key}
                label={label}
                {...(field.unit ? { description: field.unit } : {})}
                inputMode={field.type === 'integer' ? 'numeric' : 'decimal'}
                {...bound}
              />
            );
        }
      })}
    </Form>
  );
}
