import { Checkbox, Group, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand, useMe } from '#api';
import { DateField, Form, toast, useDraftForm } from '#platform/ui';

/** Asks leave for a child: days, sessions, why. Most families write in the morning of the day. */
export function LeaveForm() {
  const { t } = useTranslation('leaves');
  const { today } = useMe();
  const empty = { pupilId: '', from: today, to: '', sessions: ['1'] as string[], reason: '' };
  const form = useDraftForm('gradebook.leave', empty);
  const children = useQuery({
    queryKey: ['family', 'children'],
    queryFn: ({ signal }) => answer(api.GET('/api/people/my-children', { signal })),
  });
  const ask = useCommand({
    run: (body: { pupilId: string; from: string; to: string; sessions: (1 | 2)[]; reason: string }, init) =>
      answer(api.POST('/api/gradebook/leaves', { body, ...init })),
    refreshes: [['gradebook', 'leaves']],
    onDone: () => {
      form.clear(empty);
      toast({ tone: 'done', text: t('done.asked') });
    },
  });
  const { values } = form;
  const items = children.data?.items ?? [];
  const pupilId = values.pupilId || (items.length === 1 ? (items[0]?.id ?? '') : '');
  const labels = {
    pupilId: t('pupil'),
    from: t('from'),
    to: t('to'),
    sessions: t('sessions'),
    reason: t('reason'),
  };

  function send() {
    const missing = [
      ...(pupilId ? [] : [{ path: 'pupilId', message: t('choosePupil') }]),
      ...(values.from ? [] : [{ path: 'from', message: t('chooseDay') }]),
    ];
    if (missing.length > 0) return form.refuse(missing);
    ask.mutate(
      {
        pupilId,
        from: values.from,
        to: values.to || values.from,
        sessions: values.sessions.map((one) => (one === '2' ? 2 : 1)),
        reason: values.reason,
      },
      { onError: form.refuse },
    );
  }

  return (
    <Form
      submit={t('send')}
      busy={ask.isPending}
      onSubmit={send}
      problems={form.problems}
      labels={labels}
      error={ask.error}
    >
      <Select
        label={labels.pupilId}
        data={items.map(({ id, name }) => ({ value: id, label: name }))}
        value={pupilId || null}
        error={form.problem('pupilId')}
        onChange={(id) => form.change('pupilId', id ?? '')}
      />
      <DateField label={labels.from} {...form.date('from')} />
      <DateField label={labels.to} {...form.date('to')} />
      <Checkbox.Group
        label={labels.sessions}
        value={values.sessions}
        error={form.problem('sessions')}
        onChange={(chosen) => form.change('sessions', chosen)}
      >
        <Group gap="md" mt={4}>
          <Checkbox value="1" label={t('session.1')} />
          <Checkbox value="2" label={t('session.2')} />
        </Group>
      </Checkbox.Group>
      <Textarea label={labels.reason} autosize minRows={2} maxLength={300} {...form.text('reason')} />
    </Form>
  );
}
