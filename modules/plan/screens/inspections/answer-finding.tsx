import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, Section, toast, useDraftForm } from '#platform/ui';
import { EditConflict, theirsOf } from '../edit-conflict.tsx';
import { FileSender } from '../file-sender.tsx';
import type { Finding } from './inspection-words.ts';

/** The inspected unit says what it has mended, with files that show it. */
export function AnswerFinding({ finding }: { finding: Finding }) {
  const { t } = useTranslation('inspections');
  const form = useDraftForm(`finding.answer.${finding.id}`, { answer: finding.answer ?? '' });
  const reply = useCommand({
    run: (body: { version: number; answer: string }, init) =>
      answer(
        api.POST('/api/plan/findings/{findingId}/answer', {
          params: { path: { findingId: finding.id } },
          body,
          ...init,
        }),
      ),
    refreshes: [['plan']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('answer.done') });
    },
  });
  function send(version: number) {
    const words = form.values.answer.trim();
    if (words) reply.mutate({ version, answer: words }, { onError: form.refuse });
    else form.refuse([{ path: 'answer', message: t('answer.missing') }]);
  }
  return (
    <Section title={t('answer.give')}>
      {finding.may.includes('plan.attachFindingFile') ? (
        <FileSender
          label={t('answer.file')}
          address={`/api/plan/findings/${finding.id}/files`}
          onSent={(name) => toast({ tone: 'done', text: t('fileSent', { name }) })}
        />
      ) : null}
      {finding.may.includes('plan.answerFinding') ? (
        <Form
          submit={t('answer.send')}
          busy={reply.isPending}
          error={theirsOf(reply.error) ? undefined : reply.error}
          problems={form.problems}
          width="100%"
          onSubmit={() => send(finding.version)}
        >
          <Textarea
            label={t('answer.what')}
            autosize
            minRows={3}
            maxLength={5000}
            mt="sm"
            {...form.text('answer')}
          />
        </Form>
      ) : null}
      <EditConflict<Finding>
        error={reply.error}
        mine={form.values.answer}
        inWords={(theirs) => theirs.answer ?? `${theirs.body}\n${t(`severity.${theirs.severity}`)}`}
        onTakeTheirs={() => {
          form.clear();
          reply.reset();
        }}
        onKeepMine={send}
        onClose={() => reply.reset()}
      />
    </Section>
  );
}
