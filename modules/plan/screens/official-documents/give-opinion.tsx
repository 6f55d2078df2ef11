import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type operations, useCommand } from '#api';
import { ConfirmDialog, Form, toast, useDraftForm } from '#platform/ui';

type Body = operations['plan.giveOpinion']['requestBody']['content']['application/json'];

/** The unit agrees with the draft, or comments on a passage of it; several comments may follow one another. */
export function GiveOpinion({ documentId, mayAgree }: { documentId: string; mayAgree: boolean }) {
  const { t } = useTranslation('official-documents');
  const [agreeing, setAgreeing] = useState(false);
  const form = useDraftForm(`opinion.${documentId}`, { passage: '', body: '' });
  const run = (body: Body, init: { headers: { 'Idempotency-Key': string } }) =>
    answer(
      api.POST('/api/plan/official-documents/{documentId}/opinions', {
        params: { path: { documentId } },
        body,
        ...init,
      }),
    );
  const comment = useCommand({
    run,
    refreshes: [['plan']],
    onDone: (_, { passage, body }) => {
      form.taken({ passage: passage ?? '', body: body ?? '' });
      toast({ tone: 'done', text: t('opinions.sent') });
    },
  });
  const agree = useCommand({
    run,
    refreshes: [['plan']],
    onDone: () => {
      setAgreeing(false);
      toast({ tone: 'done', text: t('opinions.agreed') });
    },
  });
  return (
    <div style={{ marginTop: 16 }}>
      {mayAgree ? (
        <Button variant="default" mb="md" onClick={() => setAgreeing(true)}>
          {t('opinions.agree')}
        </Button>
      ) : null}
      <Form
        submit={t('opinions.send')}
        busy={comment.isPending}
        error={comment.error}
        problems={form.problems}
        width={640}
        onSubmit={() => {
          const { passage, body } = form.values;
          if (!body.trim()) form.refuse([{ path: 'body', message: t('opinions.bodyMissing') }]);
          else
            comment.mutate(
              { stance: 'comments', passage: passage.trim(), body: body.trim() },
              { onError: form.refuse },
            );
        }}
      >
        <TextInput
          label={t('opinions.passage')}
          description={t('opinions.passageExample')}
          maxLength={300}
          {...form.text('passage')}
        />
        <Textarea label={t('opinions.body')} autosize minRows={3} maxLength={5000} {...form.text('body')} />
      </Form>
      <ConfirmDialog
        opened={agreeing}
        title={t('opinions.agreeTitle')}
        confirm={t('opinions.agree')}
        busy={agree.isPending}
        error={agree.error}
        onConfirm={() => agree.mutate({ stance: 'agrees', passage: '', body: '' })}
        onClose={() => setAgreeing(false)}
      >
        {t('opinions.agreeDetail')}
      </ConfirmDialog>
    </div>
  );
}
