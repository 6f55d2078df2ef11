import { Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, Notice, toast, useDraftForm } from '#platform/ui';

/** Puts a pupil who did not ask into the group; the decision is written down and stays beside the name. */
export function AddByDecision({
  groupId,
  kind,
  onClose,
}: {
  groupId: string;
  kind: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('needs-groups');
  const form = useDraftForm(`group-decision-${groupId}`, { pupilId: '', decision: '' });
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 250);
  const found = useQuery({
    queryKey: ['people', 'pupils', 'choice', asked],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/people/pupils', {
          params: { query: { limit: 20, ...(asked ? { q: asked } : {}) } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });
  const add = useCommand({
    run: (body: { pupilId: string; decision: string }, init) =>
      answer(
        api.POST('/api/needs-survey/groups/{groupId}/members', {
          params: { path: { groupId } },
          body,
          ...init,
        }),
      ),
    refreshes: [['needs-survey']],
    onDone: () => {
      form.clear();
      toast({ tone: 'done', text: t('add.done') });
      onClose();
    },
  });
  const { pupilId, decision } = form.values;
  function send() {
    const problems = [
      ...(pupilId ? [] : [{ path: 'pupilId', message: t('add.pupilMissing') }]),
      ...(decision.trim().length >= 10 ? [] : [{ path: 'decision', message: t('add.decisionMissing') }]),
    ];
    if (problems.length > 0) form.refuse(problems);
    else add.mutate({ pupilId, decision: decision.trim() }, { onError: form.refuse });
  }
  return (
    <Form
      submit={t('add.save')}
      busy={add.isPending}
      error={add.error}
      problems={form.problems}
      labels={{ pupilId: t('pupil'), decision: t('add.decision') }}
      onSubmit={send}
      onCancel={onClose}
      width="100%"
    >
      <Notice>
        {t(kind === 'elective' ? 'block.moveWhat' : kind === 'topic' ? 'block.moveTopic' : 'add.what')}
      </Notice>
      <Select
        id="pupilId"
        label={t('pupil')}
        placeholder={t('add.search')}
        searchable
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        nothingFoundMessage={t('add.nobody')}
        data={(found.data?.items ?? []).map(({ id, fullName, className }) => ({
          value: id,
          label: className ? `${fullName} (${className})` : fullName,
        }))}
        value={pupilId || null}
        error={form.problem('pupilId')}
        onChange={(value) => form.change('pupilId', value ?? '')}
      />
      <Textarea
        label={t('add.decision')}
        description={t('add.decisionHint')}
        maxLength={300}
        autosize
        minRows={2}
        {...form.text('decision')}
      />
    </Form>
  );
}
