import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { formatDate } from '#platform/i18n';
import { Form, Notice, ProblemAlert, Section, useDraftForm } from '#platform/ui';
import type { AssignmentDetail } from './work-words.ts';

/** A request for more time, to be granted or refused. */
export function ExtensionDecision({ extension }: { extension: NonNullable<AssignmentDetail['extension']> }) {
  const { t } = useTranslation('work');
  const [words, setWords] = useState('');
  const decide = useCommand({
    run: (input: { grant: boolean; answer?: string }, init) =>
      answer(
        api.POST('/api/plan/extensions/{extensionId}/decide', {
          params: { path: { extensionId: extension.id } },
          body: input,
          ...init,
        }),
      ),
    refreshes: [['plan']],
  });
  const send = (grant: boolean) =>
    decide.mutate({ grant, ...(words.trim() ? { answer: words.trim() } : {}) });
  return (
    <Section title={t('extension.title')}>
      <Notice tone="due">
        {t('extension.asked', {
          name: extension.by.name,
          dueOn: formatDate(extension.askedDueOn),
          reason: extension.reason,
        })}
      </Notice>
      <Textarea
        mt="sm"
        label={t('extension.answer')}
        value={words}
        maxLength={5000}
        autosize
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {decide.error ? <ProblemAlert error={decide.error} /> : null}
      <Group gap="sm" mt="sm">
        <Button loading={decide.isPending} onClick={() => send(true)}>
          {t('extension.grant')}
        </Button>
        <Button variant="default" disabled={decide.isPending} onClick={() => send(false)}>
          {t('extension.refuse')}
        </Button>
      </Group>
    </Section>
  );
}

/** A question from below, to be answered. */
export function QuestionAnswer({ assignmentId }: { assignmentId: string }) {
  const { t } = useTranslation('work');
  const form = useDraftForm(`answer.${assignmentId}`, { body: '' });
  const reply = useCommand({
    run: (body: string, init) =>
      answer(
        api.POST('/api/plan/assignments/{assignmentId}/answer', {
          params: { path: { assignmentId } },
          body: { body },
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: (_, body) => form.taken({ body }),
  });
  return (
    <Section title={t('question.title')}>
      <Form
        submit={t('question.send')}
        busy={reply.isPending}
        error={reply.error}
        problems={form.problems}
        onSubmit={() => {
          if (form.values.body.trim()) reply.mutate(form.values.body, { onError: form.refuse });
          else form.refuse([{ path: 'body', message: t('step.noteMissing') }]);
        }}
      >
        <Textarea label={t('question.answer')} autosize minRows={2} maxLength={5000} {...form.text('body')} />
      </Form>
    </Section>
  );
}
