import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api, useMe, useOfflineCommand } from '#api';
import { formatDateTime } from '#platform/i18n';
import { Form, Section, Timeline, toast, useDraftForm } from '#platform/ui';
import type { AssignmentDetail } from './work-words.ts';

const spoken = ['comment', 'asked', 'answered'];

/** What people said about the assignment, and a word of one's own. */
export function Discussion({ detail }: { detail: AssignmentDetail }) {
  const { t } = useTranslation('work');
  const { assignment, may } = detail;
  const form = useDraftForm(`comment.${assignment.id}`, { body: '' });
  const roleId = useMe().role?.id;
  const comment = useOfflineCommand({
    name: 'plan.addComment',
    title: () => t('offline.comment'),
    roleId,
    input: (body: string) => ({ assignmentId: assignment.id, body }),
    run: (body: string, init) =>
      answer(
        api.POST('/api/plan/assignments/{assignmentId}/comments', {
          params: { path: { assignmentId: assignment.id } },
          body: { body },
          ...init,
        }),
      ),
    refreshes: [['plan', 'assignment', assignment.id]],
    onDone: (answered, body) => {
      form.taken({ body });
      if (answered === 'kept') toast({ tone: 'info', text: t('offline.kept') });
    },
  });
  const words = detail.history.filter((entry) => spoken.includes(entry.kind));
  if (words.length === 0 && !may.includes('plan.addComment')) return null;
  return (
    <Section title={t('discussion.title')}>
      {words.length > 0 ? (
        <Timeline
          label={t('discussion.title')}
          items={words.map((entry) => ({
            key: entry.id,
            at: formatDateTime(entry.at),
            instant: entry.at,
            who: entry.by?.name ?? t('duty.system'),
            what: t(`event.${entry.kind}`),
            note: entry.note,
          }))}
        />
      ) : null}
      {may.includes('plan.addComment') ? (
        <Form
          submit={t('discussion.send')}
          busy={comment.isPending}
          error={comment.error}
          problems={form.problems}
          onSubmit={() => {
            if (form.values.body.trim()) comment.mutate(form.values.body, { onError: form.refuse });
            else form.refuse([{ path: 'body', message: t('step.noteMissing') }]);
          }}
          width="100%"
        >
          <Textarea
            label={t('discussion.body')}
            autosize
            minRows={2}
            maxLength={5000}
            {...form.text('body')}
          />
        </Form>
      ) : null}
    </Section>
  );
}
