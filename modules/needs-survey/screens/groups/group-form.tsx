import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, toast, useDraftForm } from '#platform/ui';
import type { GroupWhole } from './answers.ts';

/** Name, room, periods a week and teacher of a group. */
export function GroupForm({ group, onClose }: { group: GroupWhole; onClose: () => void }) {
  const { t } = useTranslation('needs-groups');
  const form = useDraftForm(undefined, {
    name: group.name,
    sizeLimit: group.sizeLimit as number | string,
    periodsPerWeek: group.periodsPerWeek as number | string,
    teacherId: group.teacherId,
  });
  const staff = useQuery({
    queryKey: ['people', 'staff', 'choice'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/people/staff', { params: { query: { limit: 200 } }, signal })),
  });
  const save = useCommand({
    run: (values: typeof form.values, init) =>
      answer(
        api.PUT('/api/needs-survey/groups/{groupId}', {
          params: { path: { groupId: group.id } },
          body: {
            name: values.name,
            sizeLimit: Number(values.sizeLimit),
            periodsPerWeek: Number(values.periodsPerWeek),
            teacherId: values.teacherId,
            version: group.version,
          },
          ...init,
        }),
      ),
    refreshes: [['needs-survey']],
    onDone: () => {
      toast({ tone: 'done', text: t('change.done') });
      onClose();
    },
  });
  const { values } = form;
  return (
    <Form
      submit={t('change.save')}
      busy={save.isPending}
      error={save.error}
      problems={form.problems}
      labels={{
        name: t('name'),
        sizeLimit: t('room'),
        periodsPerWeek: t('periods'),
        teacherId: t('teacher'),
      }}
      onSubmit={() => save.mutate(values, { onError: form.refuse })}
      onCancel={onClose}
      width="100%"
    >
      <TextInput label={t('name')} maxLength={100} {...form.text('name')} />
      <NumberInput
        label={t('room')}
        description={t('roomHint')}
        min={1}
        max={45}
        allowDecimal={false}
        value={values.sizeLimit}
        error={form.problem('sizeLimit')}
        onChange={(value) => form.change('sizeLimit', value)}
      />
      <NumberInput
        label={t('periods')}
        description={group.tutoring ? t('periodsHint') : undefined}
        min={1}
        max={group.mostPeriods}
        allowDecimal={false}
        value={values.periodsPerWeek}
        error={form.problem('periodsPerWeek')}
        onChange={(value) => form.change('periodsPerWeek', value)}
      />
      <Select
        label={t('teacher')}
        placeholder={t('list.noTeacher')}
        data={(staff.data?.items ?? []).map(({ id, shownName }) => ({ value: id, label: shownName }))}
        value={values.teacherId}
        error={form.problem('teacherId')}
        clearable
        searchable
        onChange={(value) => form.change('teacherId', value)}
      />
    </Form>
  );
}
