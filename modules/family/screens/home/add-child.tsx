import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, useCommand } from '#api';
import { Form, Section, toast, useDraftForm } from '#platform/ui';

/** A further child under the same account, by the code of the child's slip. */
export function AddChild() {
  const { t } = useTranslation('family');
  const [asking, setAsking] = useState(false);
  const form = useDraftForm(undefined, { code: '' });
  const add = useCommand({
    run: (body: { code: string }, init) => answer(api.POST('/api/people/my-children', { body, ...init })),
    onDone: ({ name }) => {
      form.clear({ code: '' });
      setAsking(false);
      toast({ tone: 'done', text: t('addChild.done', { name }) });
    },
  });
  return (
    <Section title={t('addChild.title')}>
      {asking ? (
        <Form
          submit={t('addChild.add')}
          busy={add.isPending}
          onSubmit={() => add.mutate({ code: form.values.code }, { onError: form.refuse })}
          problems={form.problems}
          labels={{ code: t('addChild.code') }}
          error={add.error}
        >
          <TextInput
            label={t('addChild.code')}
            description={t('addChild.codeHint')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...form.text('code')}
          />
        </Form>
      ) : (
        <>
          <p>{t('addChild.lead')}</p>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('addChild.begin')}
          </Button>
        </>
      )}
    </Section>
  );
}
